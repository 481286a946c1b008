// Plain numbers as they are printed: 2.50, 1,234, -3. Not 007, 5%, 12万, 18-digit codes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mingdan {

/// The digits as they stand, thousands marks removed and full-width forms made plain; nothing if it is no plain number.
std::optional<std::string> plain_number(std::string_view text);

/// A decimal number without rounding: units * 10^-places. For adding up columns.
struct Decimal {
    __extension__ using Units = __int128;  ///< sums of many rows do not overflow
    Units units = 0;
    int places = 0;
};
std::optional<Decimal> read_decimal(std::string_view plain);
Decimal operator+(Decimal a, Decimal b);
bool equal(Decimal a, Decimal b);
std::string to_text(Decimal value);

}  // namespace mingdan
