#include <mingdan/field.h>

namespace mingdan {

namespace {

struct FixText {
    std::string_view name;
    std::string_view purpose;
};

constexpr FixText kFixes[] = {
#define FIX(id, name, purpose) {name, purpose},
#include <mingdan/fixes.def>
#undef FIX
};

}  // namespace

std::string_view fix_name(Fix fix) {
    return kFixes[static_cast<std::size_t>(fix)].name;
}
std::string_view fix_purpose(Fix fix) {
    return kFixes[static_cast<std::size_t>(fix)].purpose;
}

std::string_view text_after(const Field& field, std::size_t change) {
    const Change& made = field.changes[change];
    if (made.after) {
        return *made.after;
    }
    return change + 1 < field.changes.size() ? field.changes[change + 1].before : field.text;
}

}  // namespace mingdan
