#include "normalize/annex_label.h"

#include "model/utf8.h"
#include "normalize/spaces.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

char32_t peek(std::string_view text, std::size_t at) {
    return at < text.size() ? utf8::next(text, at) : U'\0';
}

std::size_t skip(std::string_view text, std::size_t at, bool (*wanted)(char32_t)) {
    while (at < text.size()) {
        std::size_t next = at;
        if (!wanted(utf8::next(text, next))) {
            break;
        }
        at = next;
    }
    return at;
}

bool is_digit(char32_t c) {
    return text::digit_value(c) >= 0;
}
bool is_han_digit(char32_t c) {
    return text::is_one_of(c, U"一二三四五六七八九十");
}
bool is_mark(char32_t c) {
    return text::is_one_of(c, U"：:.．、") || text::is_space(c);
}

}  // namespace

std::optional<AnnexLabel> annex_label(std::string_view text) {
    std::size_t at = 0;
    bool bracket = false;
    if (text::is_one_of(peek(text, 0), U"（(【")) {
        utf8::next(text, at);
        bracket = true;
    }
    if (peek(text, at) != U'附') {
        return std::nullopt;
    }
    const std::size_t begin = at;
    utf8::next(text, at);
    at = skip(text, at, text::is_space);
    const bool with_word = text::is_one_of(peek(text, at), U"件表录");
    if (with_word) {
        utf8::next(text, at);
    }
    std::size_t end = at;
    const std::size_t spaced = skip(text, at, text::is_space);
    std::size_t number_end = skip(text, spaced, is_digit);
    if (number_end > spaced) {
        // 附件1-2 names a part of an annex
        const std::size_t dash = number_end;
        if (text::is_one_of(peek(text, dash), U"-－—") &&
            is_digit(peek(text, dash + (peek(text, dash) == U'-' ? 1 : 3)))) {
            std::size_t after = dash;
            utf8::next(text, after);
            number_end = skip(text, after, is_digit);
        }
    } else {
        number_end = skip(text, spaced, is_han_digit);
    }
    const bool numbered = number_end > spaced;
    if (numbered && number_end - spaced <= 12) {
        end = number_end;
    }
    if (bracket) {
        if (!text::is_one_of(peek(text, end), U"）)】")) {
            return std::nullopt;
        }
    }
    AnnexLabel label;
    label.label = text::without_spaces(text.substr(begin, end - begin));
    std::size_t behind = end;
    if (bracket) {
        utf8::next(text, behind);
    }
    label.mark_begin = end;
    label.label_bytes = skip(text, behind, is_mark);
    const bool marked = label.label_bytes > behind;
    const bool alone = label.label_bytes == text.size();
    if (!with_word && !(marked && text::is_one_of(peek(text, skip(text, behind, text::is_space)), U"：:"))) {
        return std::nullopt;  // 附 alone needs its colon
    }
    if (alone || (marked && text.size() - label.label_bytes <= 180)) {
        return label;
    }
    // 附件1黄石市…名单: only a short title may follow without a mark
    const bool title_follows =
        numbered && text.size() - label.label_bytes <= 120 && text.find("。") == std::string_view::npos;
    return title_follows ? std::optional(label) : std::nullopt;
}

Field take_label(Draft& draft, Field& text, const AnnexLabel& label) {
    const std::size_t begin = text.text.find("附");
    Field field = part_of(text, begin, label.mark_begin - begin);
    Field marks = part_of(text, label.mark_begin, label.label_bytes - label.mark_begin);
    Field open = part_of(text, 0, begin);
    text.weight -= field.weight + marks.weight + open.weight;
    const bool changed = field.text != label.label || marks.weight + open.weight > 0;
    draft.leave(std::move(open), Reason::separator);
    draft.leave(std::move(marks), Reason::separator);
    if (changed) {
        rewrite(field, label.label, Fix::fold_spaces);
    }
    close_changes(text);
    text.text.erase(0, label.label_bytes);
    return field;
}

}  // namespace mingdan
