// How SpreadsheetML writes places and characters.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "extract/worksheet.h"

namespace mingdan::xlsx {

struct CellPlace {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
};

/// "B3" is row 2, column 1 (18.18.62). nullopt for what is no place in a sheet of 1,048,576 by 16,384.
std::optional<CellPlace> read_place(std::string_view text);
/// "A1:C3", or one place.
std::optional<CellRange> read_range(std::string_view text);

/// _x000D_ is the character with that number (18.18.9, ST_Xstring).
std::string without_escapes(std::string text);

}  // namespace mingdan::xlsx
