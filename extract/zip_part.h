// A part of a ZIP archive that is XML: inflated and parsed piece by piece, as every format of that kind needs it.
#pragma once

#include <string_view>

#include <mingdan/options.h>
#include <mingdan/result.h>

#include "wrap/xml.h"
#include "wrap/zip.h"

namespace mingdan {

/// Sends a part's XML through a handler. Errors name the part.
Result<void> parse_part(zip::Archive& archive, std::string_view part, const xml::Vocabulary& vocabulary,
                        xml::Handler& handler, const Limits& limits);

}  // namespace mingdan
