// The forms that single lines of the frame take: list numbering, and the label that opens an annex or a list of them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace mingdan {

/// ListNumber at the start of a line: 1. 1、 1． （1） (1) ① 一、 （一）. It ends before the text that it numbers.
struct ListNumber {
    std::size_t digits_begin = 0;  ///< the number itself, without marks
    std::size_t digits_end = 0;
    std::size_t end = 0;  ///< where the text begins, spaces passed over
    std::uint64_t value = 0;
    bool bracketed = false;  ///< （1）
    bool chinese = false;    ///< 一、
};
std::optional<ListNumber> list_number(std::string_view line);

/// 附件, 附 件：, 附件1, 附件一：…, 附：…, 附表2 at the start of a line, and what follows it.
struct AttachmentMark {
    std::size_t word_end = 0;      ///< behind 附件
    std::size_t number_begin = 0;  ///< the number, empty if there is none
    std::size_t number_end = 0;
    std::size_t rest = 0;  ///< where the text behind label, number and colon begins
    bool colon = false;    ///< ： or : stands there

    bool numbered() const { return number_end > number_begin; }
};
std::optional<AttachmentMark> attachment_mark(std::string_view line);

/// Behind the spaces (of any kind) that stand at `at`.
std::size_t after_spaces(std::string_view text, std::size_t at);
/// Before the spaces that end at `at`.
std::size_t before_spaces(std::string_view text, std::size_t at);

/// A line of prose: it ends as sentences do, or holds a full stop.
bool is_sentence(std::string_view line);

}  // namespace mingdan
