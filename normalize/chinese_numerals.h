// Numbers as notices write them: 40, ４０, 四十, 一百二十三, 两, 十五, 二〇二三, 3万. Shared by claims, indices and
// dates.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace mingdan {

/// The value of a digit of any kind: 7, ７, 七, 柒, 〇 and what stands for it (○ ◯ 零); -1 for anything else.
int numeral_digit(char32_t c);

/// The whole text as a number, or nothing. Digits may stand in a row (二〇二三, 2023) or before units (一百零五, 3万).
std::optional<std::uint64_t> read_chinese_number(std::string_view text);

}  // namespace mingdan
