// Formats that are known by their first bytes and not read: named, with what to try.
#pragma once

#include <optional>
#include <string_view>

#include <mingdan/result.h>

namespace mingdan {

/// The error for content that is known to be none of the formats read here; nullopt for what is not known.
/// ZIP archives are left to the readers that open them.
std::optional<Error> name_other_format(std::string_view bytes);

}  // namespace mingdan
