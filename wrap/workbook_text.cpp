// What a workbook can hold: texts, digits and names of sheets (ECMA-376 part 1: 18.4.8 ST_Xstring, 18.2.19 sheet).
#include <algorithm>
#include <optional>

#include "model/utf8.h"
#include "wrap/text.h"
#include "wrap/workbook.h"

namespace mingdan::workbook {

namespace {

constexpr std::size_t kSureDigits = 15;   ///< Excel keeps no more, and each decimal number of 15 survives a double
constexpr std::size_t kEscapeLength = 7;  ///< _xHHHH_

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_hexadecimal(char c) {
    return is_digit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// A text that a reader of XLSX would take for an escaped character.
bool looks_escaped(std::string_view text) {
    return text.size() >= kEscapeLength && text[0] == '_' && text[1] == 'x' && text[6] == '_' &&
           std::all_of(text.begin() + 2, text.begin() + 6, is_hexadecimal);
}

/// What XML 1.0 cannot hold, or would change: a CR comes back as LF.
bool needs_escape(char32_t c) {
    return (c < 0x20 && c != U'\t' && c != U'\n') || c == 0xFFFE || c == 0xFFFF;
}

void append_escape(std::string& out, char32_t c) {
    constexpr std::string_view kDigits = "0123456789ABCDEF";
    out += "_x";
    for (int shift = 12; shift >= 0; shift -= 4) {
        out += kDigits[c >> shift & 15];
    }
    out += '_';
}

/// UTF-16 units that the character takes in the file, escapes counted in full: a little less fits than would.
std::size_t units(std::string_view text, std::size_t at, char32_t c) {
    return needs_escape(c) || looks_escaped(text.substr(at)) ? kEscapeLength : c > 0xFFFF ? 2 : 1;
}

std::string cut_to(std::string_view text, std::size_t limit) {
    std::size_t used = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t next = at;
        used += utf8::next(text, next) > 0xFFFF ? 2 : 1;
        if (used > limit) {
            break;
        }
        at = next;
    }
    return std::string(text.substr(0, at));
}

/// Apostrophes must not stand at an end of a sheet's name, and blanks there are not seen.
std::string trim_name(std::string_view name) {
    const std::size_t begin = name.find_first_not_of("' ");
    return begin == std::string_view::npos ? ""
                                           : std::string(name.substr(begin, name.find_last_not_of("' ") + 1 - begin));
}

std::string legal_characters(std::string_view wish) {
    std::string name;
    for (std::size_t at = 0; at < wish.size();) {
        const char32_t c = utf8::next(wish, at);
        utf8::append(name, c < 0x20 || c == 0x7F || needs_escape(c) || text::is_one_of(c, U"[]:*?/\\") ? U' ' : c);
    }
    return name;
}

}  // namespace

std::size_t fitting(std::string_view text) {
    if (text.size() * kEscapeLength <= kTextLimit) {
        return text.size();
    }
    std::size_t used = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t next = at;
        const char32_t c = utf8::next(text, next);
        used += units(text, at, c);
        if (used > kTextLimit) {
            return at;
        }
        at = next;
    }
    return at;
}

bool keeps_digits(std::string_view text) {
    const bool negative = text.starts_with('-');
    text.remove_prefix(negative ? 1 : 0);
    const std::size_t point = std::min(text.find('.'), text.size());
    const std::string_view whole = text.substr(0, point);
    const std::string_view part = text.substr(std::min(point + 1, text.size()));
    if (whole.empty() || (whole.size() > 1 && whole[0] == '0') || (point < text.size() && part.empty()) ||
        !std::all_of(whole.begin(), whole.end(), is_digit) || !std::all_of(part.begin(), part.end(), is_digit)) {
        return false;
    }
    const bool zero = text.find_first_not_of("0.") == std::string_view::npos;
    return whole.size() + part.size() <= kSureDigits && !(negative && zero);  // Excel knows no -0
}

std::string escape_cell(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = utf8::next(text, at);
        if (needs_escape(c) || looks_escaped(text.substr(begin))) {
            append_escape(out, c);
        } else {
            out += text.substr(begin, at - begin);
        }
    }
    return out;
}

std::string sheet_name(std::string_view wish, std::set<std::string>& taken) {
    std::string base = trim_name(cut_to(trim_name(legal_characters(wish)), kSheetNameLimit));
    if (base.empty() || text::compare_key(base) == "history") {  // Excel keeps that name for itself
        base += base.empty() ? "Sheet" : "_";
    }
    std::string name = base;
    for (std::uint32_t number = 2; !taken.insert(text::compare_key(name)).second; ++number) {
        const std::string suffix = " (" + std::to_string(number) + ")";
        name = cut_to(base, kSheetNameLimit - suffix.size()) + suffix;
    }
    return name;
}

}  // namespace mingdan::workbook
