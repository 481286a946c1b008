// What a pass is: one step that changes the draft. Passes cannot fail: they diagnose.
#pragma once

#include <span>
#include <string_view>

#include "normalize/draft.h"

namespace mingdan {

struct Pass {
    std::string_view name;
    std::string_view purpose;
    void (*run)(Draft&);
    bool always = false;  ///< it cannot be skipped
};

/// All passes in the order in which they run (passes.def).
std::span<const Pass* const> all_passes();

}  // namespace mingdan
