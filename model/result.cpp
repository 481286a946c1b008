#include <mingdan/result.h>

namespace mingdan {

namespace {

struct ErrorText {
    std::string_view name;
    int exit_code;
};

constexpr ErrorText kErrors[] = {
#define ERROR_CODE(id, name, exit_code) {name, exit_code},
#include <mingdan/errors.def>
#undef ERROR_CODE
};

}  // namespace

std::string_view error_name(ErrorCode code) {
    return kErrors[static_cast<std::size_t>(code)].name;
}
int exit_code(ErrorCode code) {
    return kErrors[static_cast<std::size_t>(code)].exit_code;
}

std::string Error::describe() const {
    std::string text;
    for (const auto* place : {&file, &part}) {
        if (!place->empty()) {
            text += *place + ": ";
        }
    }
    text += message;
    if (!hint.empty()) {
        text += ". Try: " + hint;
    }
    return text;
}

}  // namespace mingdan
