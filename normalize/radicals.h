// Kangxi and CJK radicals that stand for ordinary ideographs.
#pragma once

#include <string>
#include <string_view>

namespace mingdan {

/// 工 (U+5DE5) for ⼯ (U+2F2F); any character that is no radical, or has no ideograph of its looks, is given back.
char32_t ideograph_of(char32_t radical);

/// The text with an ideograph in the place of each radical.
std::string without_radicals(std::string_view text);

/// A quick look: false if there is no radical.
bool may_hold_radical(std::string_view text);

}  // namespace mingdan
