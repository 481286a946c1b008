// What a manifest says of an input's content holds, or the input fails: work that was planned for one text must not
// silently be done on another.
#pragma once

#include <string_view>

#include <mingdan/result.h>

namespace mingdan {

/// `planned` is 64 hexadecimal digits, or empty where nothing was said.
inline Result<void> require_planned(std::string_view planned, std::string_view sha256) {
    if (planned.empty() || planned == sha256) {
        return {};
    }
    return fail(ErrorCode::changed_since_plan, "the file has changed since the plan was made: its SHA-256 is another",
                "make the plan anew (mingdan plan), or bring back the file as it was");
}

}  // namespace mingdan
