#include "normalize/spaces.h"

#include "model/utf8.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

/// Spaces other than a single U+0020 between visible characters, or any at the ends. ASCII text is the common case.
bool has_odd_space(std::string_view text) {
    if (!utf8::may_hold_blank(text)) {
        return false;
    }
    bool space = true;  // the beginning counts as a space: a leading one is odd
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        if (lead >= 0xE4) {
            at += lead < 0xF0 ? 3 : 4;
            space = false;
            continue;
        }
        const char32_t c = utf8::next(text, at);
        const bool is_space = text::is_space(c);
        if (is_space && (space || c != ' ')) {
            return true;
        }
        space = is_space;
    }
    return space && !text.empty();
}

/// Zero-width marks begin with E2 or EF; ideographs are passed over.
bool has_zero_width(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        if (lead == 0xE2 || lead == 0xEF) {
            if (text::is_zero_width(utf8::next(text, at))) {
                return true;
            }
        } else {
            at += lead < 0x80 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        }
    }
    return false;
}

void drop_zero_width(Draft& draft, Field& field) {
    std::string rest;
    std::string gone;
    for (std::size_t at = 0; at < field.text.size();) {
        const std::size_t from = at;
        const char32_t c = utf8::next(field.text, at);
        (text::is_zero_width(c) ? gone : rest).append(field.text, from, at - from);
    }
    Field marks;
    marks.text = std::move(gone);
    marks.origin = field.origin;
    marks.weight = count_characters(marks.text);
    field.weight -= marks.weight;
    draft.leave(std::move(marks), Reason::artifact);
    rewrite(field, std::move(rest), Fix::drop_zero_width);
}

/// Copies `text` with each run of spaces replaced by what `decide(before, after)` gives.
template <class Decide>
std::string map_runs(std::string_view text, Decide decide) {
    std::string out;
    out.reserve(text.size());
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        const char32_t c = utf8::next(text, at);
        if (!text::is_space(c)) {
            out.append(text, from, at - from);
            before = c;
            continue;
        }
        std::size_t end = at;
        char32_t after = 0;
        while (end < text.size()) {
            std::size_t next = end;
            const char32_t d = utf8::next(text, next);
            if (!text::is_space(d)) {
                after = d;
                break;
            }
            end = next;
        }
        if (before != 0 && after != 0) {
            out += decide(before, after);
        }
        at = end;
    }
    return out;
}

bool closes_up(char32_t c) {
    return !text::is_word(c);
}

}  // namespace

void trim_line(Draft& draft, Field& field) {
    if (!utf8::may_hold_blank(field.text)) {
        return;
    }
    if (has_zero_width(field.text)) {
        drop_zero_width(draft, field);
    }
    const std::string_view trimmed = text::trim(field.text);
    if (trimmed.size() != field.text.size()) {
        if (trimmed.empty()) {
            field.text.clear();  // layout only: nothing was changed that anyone could read
        } else {
            rewrite(field, std::string(trimmed), Fix::trim);
        }
    }
}

void fold_runs(Field& field) {
    if (has_odd_space(field.text)) {
        rewrite(field, map_runs(field.text, [](char32_t, char32_t) { return " "; }), Fix::fold_spaces);
    }
}

void close_han(Field& field, Fix fix) {
    if (field.text.find(' ') == std::string::npos && !has_odd_space(field.text)) {
        return;
    }
    rewrite(field,
            map_runs(field.text, [](char32_t before,
                                    char32_t after) { return text::is_han(before) && text::is_han(after) ? "" : " "; }),
            fix);
}

std::string header_text(std::string_view text) {
    return map_runs(text,
                    [](char32_t before, char32_t after) { return closes_up(before) || closes_up(after) ? "" : " "; });
}

std::string_view between_lines(std::string_view left, std::string_view right) {
    return text::is_word(utf8::last(left)) && text::is_word(utf8::first(right)) ? " " : "";
}

}  // namespace mingdan
