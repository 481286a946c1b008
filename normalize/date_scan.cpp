#include "normalize/date_scan.h"

#include <fmt/format.h>

#include "model/utf8.h"
#include "normalize/chinese_numerals.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

/// The digit of a year; letters and circles that stand for 〇 count only here (二OO九年, 二○一○年).
int year_digit(char32_t c) {
    switch (c) {
        case U'O':
        case U'o':
        case U'Ｏ':
        case U'ｏ':
        case U'Ο':
        case U'О':
            return 0;
        default:
            return c == U'两' ? -1 : numeral_digit(c);
    }
}

/// Walks over a text, spaces skipped before every step.
struct Walker {
    std::string_view text;
    std::size_t at = 0;

    void skip_spaces() {
        while (at < text.size()) {
            std::size_t after = at;
            if (!text::is_space(utf8::next(text, after))) {
                return;
            }
            at = after;
        }
    }

    char32_t peek() {
        skip_spaces();
        std::size_t after = at;
        return after < text.size() ? utf8::next(text, after) : U'\0';
    }

    bool take(char32_t wanted) {
        if (peek() != wanted) {
            return false;
        }
        utf8::next(text, at);
        return true;
    }

    /// A year of four digits.
    std::uint32_t year() {
        std::uint32_t value = 0;
        for (int i = 0; i < 4; ++i) {
            const int digit = at < text.size() ? year_digit(peek()) : -1;
            if (digit < 0) {
                return 0;
            }
            value = value * 10 + static_cast<std::uint32_t>(digit);
            utf8::next(text, at);
        }
        return value >= 1900 && value < 2200 ? value : 0;
    }

    /// A month or a day: 6, 06, 六, 十四, 二十一; 元 is the first.
    std::uint32_t small_number() {
        std::string run;
        for (char32_t c = peek(); run.size() < 16; c = peek()) {
            const bool part = numeral_digit(c) >= 0 || c == U'十' || c == U'廿' || c == U'卅';
            if (!part) {
                break;
            }
            utf8::append(run, c);
            utf8::next(text, at);
        }
        if (run.empty()) {
            return take(U'元') ? 1 : 0;
        }
        return static_cast<std::uint32_t>(read_chinese_number(run).value_or(0));
    }
};

bool possible(const ScannedDate& date) {
    return date.month <= 12 && date.day <= 31;
}

/// …年6月14日, …年6月 or …年, after the year was read.
void read_han(Walker& walker, ScannedDate& date) {
    date.end = walker.at;
    const std::uint32_t month = walker.small_number();
    if (month == 0 || !walker.take(U'月')) {
        return;
    }
    date.month = month;
    date.end = walker.at;
    const std::uint32_t day = walker.small_number();
    const std::size_t after_day = walker.at;
    const bool marked = day != 0 && (walker.take(U'日') || walker.take(U'号'));
    if (marked || (day != 0 && after_day == walker.text.size())) {  // the last mark may be lost: 2023年6月14
        date.day = day;
        date.end = walker.at;
    }
}

/// …-06-14 after the year was read; the same mark must stand both times.
bool read_marked(Walker& walker, ScannedDate& date) {
    const char32_t mark = walker.peek();
    if (mark != U'-' && mark != U'.' && mark != U'/' && mark != U'．' && mark != U'－') {
        return false;
    }
    walker.take(mark);
    date.month = walker.small_number();
    if (date.month == 0 || !walker.take(mark)) {
        return false;
    }
    date.day = walker.small_number();
    date.end = walker.at;
    return date.day != 0;
}

bool is_date_character(char32_t c) {
    switch (c) {
        case U'年':
        case U'月':
        case U'日':
        case U'号':
        case U'-':
        case U'.':
        case U'/':
        case U'．':
        case U'－':
        case U'十':
        case U'廿':
        case U'卅':
        case U'元':
            return true;
        default:
            return text::is_space(c) || year_digit(c) >= 0;
    }
}

/// The text inside one pair of brackets around all of it, or the text itself.
std::string_view inside_brackets(std::string_view text) {
    const char32_t open = utf8::first(text);
    const char32_t close = utf8::last(text);
    if ((open == U'（' || open == U'(' || open == U'〔' || open == U'[') &&
        (close == U'）' || close == U')' || close == U'〕' || close == U']')) {
        std::size_t begin = 0;
        utf8::next(text, begin);
        std::size_t end = text.size();
        utf8::previous(text, end);
        return begin <= end ? text.substr(begin, end - begin) : text;
    }
    return text;
}

}  // namespace

std::string ScannedDate::iso() const {
    if (month == 0) {
        return fmt::format("{:04}", year);
    }
    return day == 0 ? fmt::format("{:04}-{:02}", year, month) : fmt::format("{:04}-{:02}-{:02}", year, month, day);
}

std::optional<ScannedDate> date_at(std::string_view text, std::size_t at) {
    Walker walker{text, at};
    ScannedDate date;
    walker.skip_spaces();
    date.begin = walker.at;
    date.year = walker.year();
    if (date.year == 0) {
        return std::nullopt;
    }
    if (walker.take(U'年')) {
        read_han(walker, date);
    } else if (!read_marked(walker, date)) {
        return std::nullopt;
    }
    return possible(date) ? std::optional(date) : std::nullopt;
}

std::optional<ScannedDate> date_at_end(std::string_view text) {
    const std::string_view trimmed = text::trim(text);
    const std::size_t size = static_cast<std::size_t>(trimmed.data() - text.data()) + trimmed.size();
    text = text.substr(0, size);
    std::size_t begin = size;
    std::optional<ScannedDate> longest;
    // The date's own characters reach back to before its year; a year is tried wherever one could begin.
    for (std::size_t steps = 0; begin > 0 && steps < 32; ++steps) {
        std::size_t before = begin;
        const char32_t c = utf8::previous(text, before);
        if (!is_date_character(c)) {
            break;
        }
        begin = before;
        if (year_digit(c) > 0) {
            if (const auto date = date_at(text, begin); date && date->end == size) {
                longest = date;
            }
        }
    }
    return longest;
}

namespace {

/// Nothing follows the date, or the words of parts that were left open: 2023年6月  日, 2023年  月  日.
bool is_blank_rest(const ScannedDate& date, std::string_view text) {
    const std::string rest = text::without_spaces(text.substr(date.end));
    return rest.empty() || (date.day == 0 && rest == (date.month != 0 ? "日" : "月日"));
}

}  // namespace

std::optional<ScannedDate> whole_date(std::string_view text) {
    if (text.size() > 96) {
        return std::nullopt;
    }
    const std::string_view inside = text::trim(inside_brackets(text::trim(text)));
    const auto date = date_at(inside, 0);
    if (!date || !is_blank_rest(*date, inside)) {
        return std::nullopt;
    }
    ScannedDate moved = *date;
    moved.end = inside.size();
    const std::size_t offset = static_cast<std::size_t>(inside.data() - text.data());
    moved.begin += offset;
    moved.end += offset;
    return moved;
}

}  // namespace mingdan
