// What an emitter is: Notice -> bytes. Emitters never change a value.
#pragma once

#include <span>
#include <string_view>
#include <vector>

#include <mingdan/notice.h>
#include <mingdan/options.h>
#include <mingdan/result.h>

#include "emit/output.h"

namespace mingdan {

struct Emitter {
    std::string_view name;
    std::string_view extension;  ///< "json", "ndjson", "csv", "md"
    std::string_view description;
    bool per_roster;  ///< one file a roster (EmitOptions::roster says which)
    Result<void> (*write)(const Notice&, const EmitOptions&, Output&, std::vector<Finding>* found);
    bool binary = false;  ///< bytes, not UTF-8 text
};

/// All emitters (emitters.def).
std::span<const Emitter* const> emitters();
const Emitter* find_emitter(std::string_view name);

}  // namespace mingdan
