// Automatic numbers as Word shows them: ST_NumberFormat (ECMA-376 part 1, 17.18.59) and a counter's value -> text.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mingdan {

/// The text of `value` in the format named as in w:numFmt/@w:val ("chineseCounting"); "" for `none` and `bullet`, whose
/// text is the level's own. nullopt: a format that is not known here; the caller writes decimal and says so.
std::optional<std::string> format_number(std::string_view number_format, std::int64_t value);

/// The name of a number format that older formats give as a code (MSONFC: [MS-OSHARED] 2.2.1.3; RTF \levelnfc).
std::string_view number_format_of_code(std::uint32_t code);

}  // namespace mingdan
