// The 24 two-byte codes of GB18030 that ICU 72, whose table is the edition of 2005, gives as private-use codes (A6D9 …,
// FE51 …), and the characters that they are.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

namespace mingdan::text {

struct PrivateMapping {
    char16_t from;
    char32_t to;
};

inline constexpr std::array<PrivateMapping, 24> kPrivateMappings = {{
    {0xE78D, 0xFE10},  {0xE78E, 0xFE12},  {0xE78F, 0xFE11}, {0xE790, 0xFE13}, {0xE791, 0xFE14},  {0xE792, 0xFE15},
    {0xE793, 0xFE16},  {0xE794, 0xFE17},  {0xE795, 0xFE18}, {0xE796, 0xFE19}, {0xE816, 0x20087}, {0xE817, 0x20089},
    {0xE818, 0x200CC}, {0xE81E, 0x9FB4},  {0xE826, 0x9FB5}, {0xE82B, 0x9FB6}, {0xE82C, 0x9FB7},  {0xE831, 0x215D7},
    {0xE832, 0x9FB8},  {0xE83B, 0x2298F}, {0xE843, 0x9FB9}, {0xE854, 0x9FBA}, {0xE855, 0x241FE}, {0xE864, 0x9FBB},
}};

/// The character that a private-use code of ICU's stands for; `count` counts those that were changed.
inline char32_t mapped(char32_t c, std::uint64_t& count) {
    if (c < kPrivateMappings.front().from || c > kPrivateMappings.back().from) {
        return c;
    }
    const auto* const found = std::lower_bound(kPrivateMappings.begin(), kPrivateMappings.end(), c,
                                               [](const PrivateMapping& m, char32_t v) { return m.from < v; });
    if (found == kPrivateMappings.end() || found->from != c) {
        return c;
    }
    ++count;
    return found->to;
}

}  // namespace mingdan::text
