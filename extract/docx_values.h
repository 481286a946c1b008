// How WordprocessingML writes its simple values: on/off, numbers, keywords (ECMA-376 part 1, 17.17.4 and 22.9.2).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <mingdan/document.h>

#include "extract/ooxml_names.h"

namespace mingdan::docx {

/// w:val of an element that switches something: on unless it says off ("0", "false", "off"; "false" is not "on").
inline bool on_off(const xml::Attributes& attributes) {
    const auto value = attributes.find(ooxml::w, "val");
    return !(value == "0" || value == "false" || value == "off");
}

/// A whole number, or nullopt. What follows the digits (a fraction, a unit) is not looked at.
std::optional<std::int64_t> to_integer(std::string_view text);

/// w:val as a number.
std::optional<std::int64_t> integer_value(const xml::Attributes& attributes, std::string_view name = "val");

/// A measure in twips; 0 for widths in percent, "auto" and the like.
std::int32_t twips(const xml::Attributes& attributes);

/// w:jc; Strict writes start and end.
Alignment to_alignment(std::string_view value);

/// A border that may or may not be drawn.
enum class Border : std::uint8_t { unsaid, absent, drawn };
Border to_border(std::string_view value);

}  // namespace mingdan::docx
