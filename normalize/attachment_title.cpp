#include "normalize/attachment_title.h"

#include <algorithm>
#include <string>

#include "model/utf8.h"
#include "normalize/frame_line.h"
#include "normalize/frame_tables.h"
#include "normalize/frame_words.h"
#include "normalize/spaces.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

constexpr std::size_t kNone = std::string_view::npos;

bool is_closing_mark(char32_t c) {
    return c == U'。' || c == U'；' || c == U';' || c == U'，' || c == U',' || c == U'、' || c == U'.' || c == U'．';
}

/// An item may begin at `at`: a space or mark stands before it, or a complete title.
bool may_begin_item(std::string_view text, std::size_t at) {
    const char32_t before = utf8::last(text.substr(0, at));
    return text::is_space(before) || is_closing_mark(before) || ends_attachment_title(text.substr(0, at)) ||
           before == U'》';
}

std::size_t remark_begin(std::string_view title) {
    const char32_t last = utf8::last(title);
    if (last != U'）' && last != U')' && last != U'】' && last != U']') {
        return kNone;
    }
    std::size_t open = kNone;
    for (const std::string_view mark :
         {std::string_view("（"), std::string_view("("), std::string_view("【"), std::string_view("[")}) {
        const std::size_t found = title.rfind(mark);
        open = found != kNone && (open == kNone || found > open) ? found : open;
    }
    return open != kNone && open > 0 && words::contains_any(title.substr(open), words::kAttachmentRemarks) ? open
                                                                                                           : kNone;
}

/// The length of the file suffix that ends the title, case ignored; 0 if none does.
std::size_t suffix_length(std::string_view title) {
    for (const std::string_view suffix : words::kFileSuffixes) {
        if (title.size() <= suffix.size()) {
            continue;
        }
        const std::string_view end = title.substr(title.size() - suffix.size());
        const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
        if (std::equal(end.begin(), end.end(), suffix.begin(), [&](char a, char b) { return lower(a) == b; })) {
            return suffix.size();
        }
    }
    return 0;
}

/// Cuts one piece of noise off the end; false if there is none.
bool cut_noise(Draft& draft, Field& title, bool& had_suffix) {
    const std::string_view text = title.text;
    if (const std::size_t length = suffix_length(text); length > 0) {
        had_suffix = true;
        draft.cut(title, text.size() - length, length, Reason::artifact, Fix::drop_file_suffix);
        return true;
    }
    if (const std::size_t open = remark_begin(text); open != kNone) {
        draft.cut(title, open, text.size() - open, Reason::artifact, Fix::drop_file_suffix);
        return true;
    }
    constexpr std::string_view kRunOn = "附件";  // …安排表附件.doc
    if (had_suffix && text.ends_with(kRunOn) && ends_attachment_title(text.substr(0, text.size() - kRunOn.size()))) {
        draft.cut(title, text.size() - kRunOn.size(), kRunOn.size(), Reason::artifact, Fix::drop_file_suffix);
        return true;
    }
    std::size_t before = text.size();
    if (!text.empty() && is_closing_mark(utf8::previous(text, before))) {
        draft.cut(title, before, text.size() - before, Reason::separator, Fix::drop_punctuation);
        return true;
    }
    return false;
}

}  // namespace

std::size_t next_item(std::string_view rest, std::uint64_t number) {
    for (std::size_t at = 0; at < rest.size();) {
        const std::size_t from = at;
        const char32_t c = utf8::next(rest, at);
        const bool digit = text::digit_value(c) >= 0;
        if (from == 0 || !(digit || c == U'（' || c == U'(' || c == U'附' || (c >= U'①' && c <= U'⑳') ||
                           (c >= U'一' && c <= U'鿿'))) {
            continue;
        }
        if (digit && text::digit_value(utf8::last(rest.substr(0, from))) >= 0) {
            continue;
        }
        const std::string_view item = rest.substr(from);
        if (const auto label = attachment_mark(item);
            c == U'附' && label && label->numbered() && may_begin_item(rest, from)) {
            return from;
        }
        const auto numbering = c == U'附' ? std::nullopt : list_number(item);
        const bool decimal = numbering && digit && text::digit_value(utf8::first(item.substr(numbering->end))) >= 0 &&
                             !text::is_space(utf8::last(item.substr(0, numbering->end))) &&
                             !text::is_space(utf8::last(rest.substr(0, from)));
        if (numbering && numbering->value == number + 1 && !decimal && may_begin_item(rest, from)) {
            return from;
        }
    }
    return rest.size();
}

std::size_t end_of_unnumbered(std::string_view rest) {
    for (std::size_t at = 0; at < rest.size();) {
        const std::size_t from = at;
        const char32_t c = utf8::next(rest, at);
        const bool gap = text::is_space(c) && after_spaces(rest, from) > at;
        if ((c == U'；' || c == U';' || gap) && ends_attachment_title(rest.substr(0, from)) &&
            after_spaces(rest, at) < rest.size()) {
            return at;
        }
    }
    return rest.size();
}

bool ends_attachment_title(std::string_view title) {
    title = text::trim(title);
    while (!title.empty() && is_closing_mark(utf8::last(title))) {
        std::size_t before = title.size();
        utf8::previous(title, before);
        title = text::trim(title.substr(0, before));
    }
    return words::ends_like_annex_title(title) || suffix_length(title) > 0;
}

void clean_attachment_title(Draft& draft, Field& title) {
    bool had_suffix = false;
    do {
        const std::string_view trimmed = text::trim(title.text);
        if (trimmed.size() != title.text.size()) {
            rewrite(title, std::string(trimmed), Fix::trim);
        }
    } while (cut_noise(draft, title, had_suffix));
    fold_runs(title);
}

}  // namespace mingdan
