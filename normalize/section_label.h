// Headings and section labels: 一、一等奖（5件）, （二）培育类(10项)：, 先进单位14个(排名不分先后).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "normalize/draft.h"

namespace mingdan {

/// How a label is numbered. The kinds tell levels apart: 一、 over （一） over 1.
enum class Numbering : std::uint8_t { none, han, han_bracket, arabic, arabic_bracket, circled, ordinal };

struct NumberPrefix {
    Numbering kind = Numbering::none;
    std::size_t bytes = 0;  ///< of the text, the mark and the spaces behind it included
    std::uint64_t value = 0;
};

/// The numbering that a text begins with: 一、 （一） 1. 1、 1． (1) 1） ① 第一组. Not the 5 of 5.6 or of 5个.
NumberPrefix number_prefix(std::string_view text);

struct LabelParts {
    NumberPrefix numbering;
    std::size_t label_end = 0;           ///< the label is [numbering.bytes, label_end)
    std::optional<std::uint64_t> count;  ///< stated behind it
    std::size_t count_begin = 0;         ///< [count_begin, count_end): the count with its brackets
    std::size_t count_end = 0;
    std::size_t remark_begin = 0;  ///< a bracketed remark: （排名不分先后）; empty if begin == end
    std::size_t remark_end = 0;
    bool declared_empty = false;  ///< （空缺）
};

LabelParts label_parts(std::string_view text);

/// A whole text that only counts: 共2101所, （共25个）, （10名）, 合计：40项. Gives the number.
std::optional<std::uint64_t> bare_count(std::string_view text);

/// "（20个）", "20个", "共20个": a number with an optional measure word, brackets aside.
std::optional<std::uint64_t> count_in(std::string_view text);

/// Makes the bare label of a heading's field; numbering, count and closing marks are left out. A remark goes to
/// `remark`.
void clean_label(Draft& draft, Field& field, const LabelParts& parts, std::optional<Field>& remark);

/// True for measure words: 个 名 家 项 …; `at` moves behind it.
bool skip_measure(std::string_view text, std::size_t& at);

}  // namespace mingdan
