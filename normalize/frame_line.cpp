#include "normalize/frame_line.h"

#include "model/utf8.h"
#include "normalize/chinese_numerals.h"
#include "normalize/frame_words.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool is_open_round(char32_t c) {
    return c == U'（' || c == U'(';
}
bool is_close_round(char32_t c) {
    return c == U'）' || c == U')';
}
bool is_stop(char32_t c) {
    return c == U'.' || c == U'．' || c == U'、' || c == U'﹒';
}
bool is_colon(char32_t c) {
    return c == U'：' || c == U':' || c == U'︰' || c == U'﹕';
}

char32_t character_at(std::string_view text, std::size_t at) {
    return at < text.size() ? utf8::next(text, at) : U'\0';
}

std::size_t after_character(std::string_view text, std::size_t at) {
    utf8::next(text, at);
    return at;
}

/// 1, 12, 一, 十二 at `at`: behind it, or kNone. `chinese` tells which.
std::size_t after_number(std::string_view text, std::size_t at, bool& chinese) {
    const std::size_t begin = at;
    chinese = false;
    while (at < text.size() && text::digit_value(character_at(text, at)) >= 0) {
        at = after_character(text, at);
    }
    if (at > begin) {
        return utf8::length(text.substr(begin, at - begin)) <= 3 ? at : kNone;
    }
    constexpr std::u32string_view kNumerals = U"一二三四五六七八九十";
    while (at < text.size() && kNumerals.find(character_at(text, at)) != std::u32string_view::npos) {
        at = after_character(text, at);
    }
    chinese = true;
    return at > begin && at - begin <= 9 ? at : kNone;
}

/// ① to ⑳.
std::optional<ListNumber> circled(std::string_view line) {
    const char32_t c = utf8::first(line);
    if (c < U'①' || c > U'⑳') {
        return std::nullopt;
    }
    ListNumber numbering;
    numbering.digits_end = after_character(line, 0);
    numbering.end = after_spaces(line, numbering.digits_end);
    numbering.value = c - U'①' + 1;
    return numbering;
}

/// Behind 附件, 附 件, 附表, 附录; of 附 alone behind it. kNone if the line does not begin so.
std::size_t after_label_word(std::string_view line, bool& alone) {
    constexpr std::string_view kBegin = "附";
    if (!line.starts_with(kBegin)) {
        return kNone;
    }
    const std::size_t next = after_spaces(line, kBegin.size());
    const char32_t c = character_at(line, next);
    alone = c != U'件' && c != U'表' && c != U'录';
    return alone ? kBegin.size() : after_character(line, next);
}

/// 附件下载：, 附件清单： say no more than 附件：.
std::size_t after_label_suffix(std::string_view line, std::size_t at) {
    for (const std::string_view suffix :
         {std::string_view("下载"), std::string_view("清单"), std::string_view("列表")}) {
        if (line.substr(at).starts_with(suffix)) {
            const char32_t c = character_at(line, after_spaces(line, at + suffix.size()));
            return c == U'\0' || is_colon(c) ? at + suffix.size() : at;
        }
    }
    return at;
}

/// The number behind the word, in brackets or not: fills number and rest.
void read_label_number(std::string_view line, AttachmentMark& label) {
    std::size_t at = after_spaces(line, label.word_end);
    const bool open = is_open_round(character_at(line, at));
    at = open ? after_spaces(line, after_character(line, at)) : at;
    bool chinese = false;
    const std::size_t end = after_number(line, at, chinese);
    if (end == kNone) {
        return;
    }
    std::size_t rest = after_spaces(line, end);
    const char32_t c = character_at(line, rest);
    if (open && !is_close_round(c)) {
        return;
    }
    rest = open ? after_spaces(line, after_character(line, rest)) : rest;
    const char32_t next = character_at(line, rest);
    const bool closed = next == U'\0' || is_colon(next) || is_stop(next) || rest > end || open;
    const bool year = next == U'年' || next == U'月' || next == U'个' || next == U'项' || next == U'份';
    if (year || (chinese && !closed) || (end - at > 2 && !chinese && !closed)) {  // 附件一览表, 附件2023年…
        return;
    }
    label.number_begin = at;
    label.number_end = end;
    label.rest = rest;
    if (is_stop(next)) {
        label.rest = after_spaces(line, after_character(line, rest));
    }
}

}  // namespace

std::size_t after_spaces(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        std::size_t after = at;
        const char32_t c = utf8::next(text, after);
        if (!text::is_space(c) && !text::is_zero_width(c)) {
            break;
        }
        at = after;
    }
    return at;
}

std::size_t before_spaces(std::string_view text, std::size_t at) {
    while (at > 0) {
        std::size_t before = at;
        const char32_t c = utf8::previous(text, before);
        if (!text::is_space(c) && !text::is_zero_width(c)) {
            break;
        }
        at = before;
    }
    return at;
}

std::optional<ListNumber> list_number(std::string_view line) {
    if (const auto circle = circled(line)) {
        return circle;
    }
    ListNumber numbering;
    numbering.bracketed = is_open_round(utf8::first(line));
    numbering.digits_begin = numbering.bracketed ? after_spaces(line, after_character(line, 0)) : 0;
    numbering.digits_end = after_number(line, numbering.digits_begin, numbering.chinese);
    if (numbering.digits_end == kNone) {
        return std::nullopt;
    }
    std::size_t at = after_spaces(line, numbering.digits_end);
    const char32_t mark = character_at(line, at);
    const bool closes = is_close_round(mark);
    if (numbering.bracketed ? !closes : !closes && !is_stop(mark) && !(is_colon(mark) && !numbering.chinese)) {
        return std::nullopt;
    }
    at = after_character(line, at);
    if (numbering.bracketed && is_stop(character_at(line, at))) {
        at = after_character(line, at);
    }
    numbering.end = after_spaces(line, at);
    numbering.value =
        read_chinese_number(line.substr(numbering.digits_begin, numbering.digits_end - numbering.digits_begin))
            .value_or(0);
    return numbering;
}

std::optional<AttachmentMark> attachment_mark(std::string_view line) {
    bool alone = false;
    AttachmentMark label;
    label.word_end = after_label_word(line, alone);
    if (label.word_end == kNone) {
        return std::nullopt;
    }
    label.word_end = alone ? label.word_end : after_label_suffix(line, label.word_end);
    label.rest = after_spaces(line, label.word_end);
    label.number_begin = label.number_end = label.rest;
    read_label_number(line, label);
    label.colon = is_colon(character_at(line, label.rest));
    if (label.colon) {
        label.rest = after_spaces(line, after_character(line, label.rest));
        return label;
    }
    const std::string_view rest = line.substr(label.rest);
    if (alone) {
        return label.numbered() && rest.empty() ? std::optional(label) : std::nullopt;
    }
    const bool parted = label.numbered() || label.rest > label.word_end || rest.empty();
    if (rest.empty() || (parted && !is_sentence(rest)) || (!is_sentence(rest) && words::ends_like_annex_title(rest))) {
        return label;
    }
    return std::nullopt;
}

bool is_sentence(std::string_view line) {
    constexpr std::u32string_view kEnds = U"。；！？;!?";
    constexpr std::string_view kFullStop = "。";
    return kEnds.find(utf8::last(line)) != std::u32string_view::npos || line.find(kFullStop) != std::string_view::npos;
}

}  // namespace mingdan
