// One paragraph of a list without a table: its leading label, its items.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace mingdan {

/// 一等奖：甲、乙 - the label's end and where its items begin; begin == 0 if the text has no such label.
struct LeadingLabel {
    std::size_t end = 0;
    std::size_t begin = 0;
};
LeadingLabel leading_label(std::string_view text);

/// The items of a paragraph: at 、 ； outside brackets (， where neither occurs and all parts are names), else the
/// words of a grid (where one space may pad a name), else the whole. Closing marks are no part of an item.
std::vector<std::string_view> items_of(std::string_view text);

/// A sentence, though 、 may part some of its words: it ends with 。 and holds a comma outside brackets that parts no
/// names (希望珍惜荣誉、再接再厉，作出新的贡献。).
bool is_listing_sentence(std::string_view text);

/// True for running text: several sentences, or one long one that lists nothing.
bool is_running_text(std::string_view text);

}  // namespace mingdan
