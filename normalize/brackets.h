// Walking over a text outside its brackets and quotation marks.
#pragma once

#include <string_view>
#include <vector>

namespace mingdan {

/// Cuts a text at any of the marks that stand outside brackets; the parts are views, marks not included.
std::vector<std::string_view> split_outside(std::string_view text, std::u32string_view marks);
/// What stands before the first round bracket: 许 丽 of 许 丽（女，满族）.
std::string_view without_remark(std::string_view text);
/// True if every bracket that opens closes, and the other way round.
bool is_balanced(std::string_view text);

}  // namespace mingdan
