#include <mingdan/document.h>

namespace mingdan {

std::string_view reason_name(Reason reason) {
    constexpr std::string_view kNames[] = {
#define REASON(id, name) name,
#include <mingdan/reasons.def>
#undef REASON
    };
    return kNames[static_cast<std::size_t>(reason)];
}

}  // namespace mingdan
