// The text that a spreadsheet shows for a number: number formats (ECMA-376 part 1, 18.8.30 and 18.8.31), the same codes
// in XLSX and in XLS.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mingdan {

/// Day 0 of a workbook's dates: 1899-12-31 with a 29th of February 1900 that never was, or 1904-01-01.
enum class DateSystem : std::uint8_t { from_1900, from_1904 };

/// The code of a built-in format as Chinese Excel has it (14 is yyyy/m/d); "" for an id that is none.
std::string_view built_in_format(std::uint32_t id);

/// What a cell of that format shows. nullopt: the code cannot be followed; the caller shows the number and says so.
std::optional<std::string> format_cell(std::string_view code, double value, DateSystem dates);

/// A number without a format: up to 11 characters, as "General" shows it; integers of up to 15 digits are whole.
std::string format_general(double value);

}  // namespace mingdan
