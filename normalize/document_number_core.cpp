// What a year bracket may look like is told here; what a code before it may look like stands in document_number_scan.
#include "normalize/document_number_core.h"

#include "model/utf8.h"
#include "normalize/chinese_numerals.h"
#include "wrap/text.h"

namespace mingdan::number_core {

bool is_open(char32_t c) {
    switch (c) {
        case U'〔':
        case U'［':
        case U'[':
        case U'【':
        case U'﹝':
        case U'（':
        case U'(':
            return true;
        default:
            return false;
    }
}

bool is_close(char32_t c) {
    switch (c) {
        case U'〕':
        case U'］':
        case U']':
        case U'】':
        case U'﹞':
        case U'）':
        case U')':
            return true;
        default:
            return false;
    }
}

bool is_round(char32_t c) {
    return c == U'（' || c == U'(';
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        std::size_t after = at;
        if (!text::is_space(utf8::next(text, after))) {
            break;
        }
        at = after;
    }
    return at;
}

std::size_t skip_spaces_back(std::string_view text, std::size_t at) {
    while (at > 0) {
        std::size_t before = at;
        if (!text::is_space(utf8::previous(text, before))) {
            break;
        }
        at = before;
    }
    return at;
}

/// Behind the character, spaces before it skipped; kNone if another stands there.
std::size_t take(std::string_view text, std::size_t at, char32_t wanted) {
    at = skip_spaces(text, at);
    if (at >= text.size() || utf8::next(text, at) != wanted) {
        return kNone;
    }
    return at;
}

/// Digits with spaces between them; the end stands behind the last.
Digits take_digits(std::string_view text, std::size_t at, bool chinese, std::size_t most) {
    Digits digits{at, 0, 0};
    for (std::size_t next = skip_spaces(text, at); next < text.size() && digits.count < most;
         next = skip_spaces(text, next)) {
        const char32_t c = utf8::next(text, next);
        int digit = text::digit_value(c);
        if (digit < 0 && chinese) {
            digit = c == U'十' || c == U'百' ? 0 : numeral_digit(c);
        }
        if (digit < 0) {
            break;
        }
        digits = {next, digits.count + 1, digits.value * 10 + static_cast<std::uint32_t>(digit)};
    }
    return digits;
}

bool is_year(const Digits& digits) {
    return digits.count == 4 && digits.value >= 1900 && digits.value < 2100;
}

namespace {

/// 第10号, 10号, 10-2号: behind the serial. `marked` tells whether 号 was there.
struct Serial {
    std::size_t end = kNone;
    bool marked = false;
    bool empty = false;
};

Serial take_serial(std::string_view text, std::size_t at) {
    if (const std::size_t after = take(text, at, U'第'); after != kNone) {
        at = after;
    }
    Digits digits = take_digits(text, at, false);
    if (digits.count == 0) {
        const std::size_t bare = take(text, at, U'号');
        return bare == kNone ? Serial{} : Serial{bare, true, true};
    }
    for (std::size_t dash = digits.end; dash < text.size();) {
        const char32_t c = utf8::next(text, dash);
        const Digits more = c == U'-' || c == U'、' || c == U'—' ? take_digits(text, dash, false) : Digits{};
        if (more.count == 0) {
            break;
        }
        digits.end = more.end;
        dash = more.end;
    }
    const std::size_t marked = take(text, digits.end, U'号');
    return marked == kNone ? Serial{digits.end, false, false} : Serial{marked, true, false};
}

/// The year behind an open bracket. Where the close one was lost the serial follows at once (〔2023 6号): the first
/// four digits are the year.
Digits take_year(std::string_view text, std::size_t at) {
    const Digits year = take_digits(text, at, true);
    const Digits four = year.count > 4 ? take_digits(text, at, true, 4) : year;
    return is_year(four) ? four : year;
}

}  // namespace

/// 〔2023〕10号 where the open bracket stands at `at`.
std::optional<Core> bracketed_core(std::string_view text, std::size_t at) {
    std::size_t next = at;
    const char32_t open = utf8::next(text, next);
    const Digits year = is_round(open) ? take_digits(text, next, true) : take_year(text, next);
    const bool cut_year = year.count > 0 && year.count < 4 && !is_round(open);
    const bool lost_year = year.count == 0 && !is_round(open);
    if (!is_year(year) && !lost_year && !cut_year) {
        return std::nullopt;
    }
    std::size_t close = skip_spaces(text, year.count == 0 ? next : year.end);
    if (close < text.size()) {
        if (const std::size_t mark = take(text, close, U'年'); mark != kNone) {  // 〔2023年〕
            close = skip_spaces(text, mark);
        }
    }
    bool damaged = lost_year || cut_year;
    std::size_t after = close;
    if (after < text.size() && is_close(utf8::next(text, after))) {
        close = after;
    } else if (damaged || is_round(open)) {
        return std::nullopt;
    } else {
        damaged = true;
    }
    const Serial serial = take_serial(text, close);
    if (serial.end == kNone || (is_round(open) && !serial.marked) || ((lost_year || cut_year) && !serial.marked)) {
        return std::nullopt;
    }
    return Core{at, serial.end, damaged || !serial.marked || serial.empty, false};
}

/// 2020〕6号 where the close bracket stands at `at`: the open one was lost.
std::optional<Core> closed_core(std::string_view text, std::size_t at, std::size_t after) {
    std::size_t begin = at;
    for (int i = 0; i < 4; ++i) {
        begin = skip_spaces_back(text, begin);
        if (begin == 0) {
            return std::nullopt;
        }
        std::size_t before = begin;
        if (text::digit_value(utf8::previous(text, before)) < 0) {
            return std::nullopt;
        }
        begin = before;
    }
    std::size_t before = begin;
    if (!is_year(take_digits(text, begin, false)) || begin == 0 || !text::is_han(utf8::previous(text, before))) {
        return std::nullopt;
    }
    const Serial serial = take_serial(text, after);
    return serial.end == kNone || !serial.marked ? std::nullopt : std::optional(Core{begin, serial.end, true, false});
}

/// 第22号 where 第 stands at `at`.
std::optional<Core> numbered_core(std::string_view text, std::size_t at, std::size_t after) {
    const Digits serial = take_digits(text, after, true);
    const std::size_t end = serial.count == 0 ? kNone : take(text, serial.end, U'号');
    return end == kNone ? std::nullopt : std::optional(Core{at, end, false, true});
}

}  // namespace mingdan::number_core
