#include "normalize/frame_words.h"

#include <algorithm>

#include "model/utf8.h"
#include "normalize/date_scan.h"
#include "normalize/frame_tables.h"
#include "wrap/text.h"

namespace mingdan::words {

namespace {

constexpr std::size_t kLongestName = 3 * 48;

bool is_open_bracket(char32_t c) {
    return c == U'（' || c == U'(' || c == U'〔' || c == U'[' || c == U'【';
}
bool is_close_bracket(char32_t c) {
    return c == U'）' || c == U')' || c == U'〕' || c == U']' || c == U'】';
}

/// The text without the bracket that ends it, if one does.
std::string_view without_last_bracket(std::string_view text) {
    if (!is_close_bracket(utf8::last(text))) {
        return text;
    }
    std::size_t depth = 0;
    for (std::size_t at = text.size(); at > 0;) {
        const char32_t c = utf8::previous(text, at);
        depth += is_close_bracket(c);
        depth -= is_open_bracket(c);
        if (depth == 0) {
            return text.substr(0, at);
        }
    }
    return text;
}

/// Characters that no name of an organisation holds.
bool is_sentence_mark(char32_t c) {
    constexpr std::u32string_view kMarks = U"。，；：！？、《》“”.,;:!?<>|=+*/\"";
    return kMarks.find(c) != std::u32string_view::npos;
}

bool has_sentence_mark(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (is_sentence_mark(utf8::next(text, at))) {
            return true;
        }
    }
    return false;
}

/// 1 to 3 digits and nothing else.
bool is_small_number(std::string_view text) {
    return !text.empty() && text.size() <= 3 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_dash(char32_t c) {
    return c == U'-' || c == U'—' || c == U'–' || c == U'－' || c == U'·' || c == U'―' || c == U'─';
}

}  // namespace

bool starts_with_any(std::string_view text, std::span<const std::string_view> list) {
    return std::any_of(list.begin(), list.end(), [&](std::string_view word) { return text.starts_with(word); });
}

bool ends_with_any(std::string_view text, std::span<const std::string_view> list) {
    return std::any_of(list.begin(), list.end(), [&](std::string_view word) { return text.ends_with(word); });
}

bool contains_any(std::string_view text, std::span<const std::string_view> list) {
    return std::any_of(list.begin(), list.end(),
                       [&](std::string_view word) { return text.find(word) != std::string_view::npos; });
}

bool ends_like_organisation(std::string_view text) {
    return ends_with_any(text, kOrganisationEndings) && !ends_with_any(text, kNoOrganisationEndings);
}

bool is_bare_organisation(std::string_view text) {
    return std::find(std::begin(kBareOrganisations), std::end(kBareOrganisations), text) !=
           std::end(kBareOrganisations);
}

bool looks_like_organisation(std::string_view text) {
    const std::string_view name = without_last_bracket(text);
    return name.size() >= 3 * 2 && name.size() <= kLongestName && ends_like_organisation(name) &&
           !has_sentence_mark(name) && name.find("关于") == std::string_view::npos;
}

std::optional<std::size_t> kind_at_end(std::string_view text) {
    for (int brackets = 0; brackets < 3; ++brackets) {
        for (const std::string_view kind : kKinds) {
            if (text.ends_with(kind)) {
                return text.size() - kind.size();
            }
        }
        const std::string_view shorter = without_last_bracket(text);
        if (shorter.size() == text.size()) {
            break;
        }
        text = shorter;
    }
    return std::nullopt;
}

bool is_bare_kind(std::string_view text) {
    return std::find(std::begin(kKinds), std::end(kKinds), text) != std::end(kKinds);
}

bool ends_like_annex_title(std::string_view text) {
    for (int i = 0; i < 3; ++i) {
        text = without_last_bracket(text);
    }
    return ends_with_any(text, kAnnexTitleEndings) || ends_with_any(text, kFileSuffixes);
}

std::optional<Office> signing_office(std::string_view text) {
    if (text.size() > kLongestName) {
        return std::nullopt;
    }
    for (const std::string_view office : kOffices) {
        const std::size_t begin = text.rfind(office);
        if (begin == std::string_view::npos) {
            continue;
        }
        std::string_view name = text::trim(text.substr(begin + office.size()));
        if (name.starts_with("：")) {
            name.remove_prefix(std::string_view("：").size());
        } else if (name.starts_with(":")) {
            name.remove_prefix(1);
        }
        const std::string letters_only = text::without_spaces(name);
        const std::size_t letters = utf8::length(letters_only);
        if (letters >= 2 && letters <= 4 && !has_sentence_mark(name) && !ends_like_organisation(name) &&
            !has_sentence_mark(text.substr(0, begin))) {
            return Office{begin, begin + office.size()};
        }
    }
    return std::nullopt;
}

bool is_head_furniture(std::string_view text) {
    if (text == "文件" || is_page_number(text)) {
        return true;
    }
    if (text.size() <= 3 * 12 && starts_with_any(text, kSecrecyMarks) && text.find("关于") == std::string_view::npos) {
        return true;
    }
    for (const std::string_view word : kHeadFurniture) {
        if (text.starts_with(word)) {
            const std::string_view rest = text.substr(word.size());
            if (rest.starts_with("：") || rest.starts_with(":") || rest.starts_with("】") || rest.starts_with(">")) {
                return true;
            }
        }
    }
    return text.size() > 4 && text.size() <= 8 &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_imprint_line(std::string_view text) {
    if (starts_with_any(text, kImprintStarts)) {
        return true;
    }
    const std::string_view last = without_last_bracket(text);
    for (const std::string_view word : {std::string_view("印发"), std::string_view("印制"), std::string_view("印")}) {
        if (last.ends_with(word) && date_at_end(last.substr(0, last.size() - word.size()))) {
            return true;
        }
    }
    return is_open_bracket(utf8::first(text)) && text.find("共印") != std::string_view::npos;
}

bool is_closing_line(std::string_view text) {
    if (is_imprint_line(text) || is_page_number(text)) {
        return true;
    }
    if (is_open_bracket(utf8::first(text)) && is_close_bracket(utf8::last(text))) {
        return contains_any(text, kClosingRemarks);
    }
    for (const std::string_view word : kClosingStarts) {
        if (text.starts_with(word)) {
            const std::string_view rest = text.substr(word.size());
            if (rest.empty() || !text::is_han(utf8::first(rest))) {
                return true;
            }
        }
    }
    return starts_with_any(text, kClosingPhrases);
}

bool is_page_number(std::string_view text) {
    if (text.size() > 32 || text.size() < 3) {
        return false;
    }
    std::size_t begin = 0;
    std::size_t end = text.size();
    if (is_dash(utf8::first(text)) && is_dash(utf8::last(text))) {
        for (std::size_t after = begin; after < end && is_dash(utf8::next(text, after));) {
            begin = after;
        }
        for (std::size_t before = end; before > begin && is_dash(utf8::previous(text, before));) {
            end = before;
        }
        return is_small_number(text.substr(begin, end - begin));
    }
    constexpr std::string_view kNumber = "第";
    constexpr std::string_view kPage = "页";
    if (!text.starts_with(kNumber) || !text.ends_with(kPage)) {
        return false;
    }
    const std::string_view first = text.substr(kNumber.size(), text.find(kPage) - kNumber.size());
    return is_small_number(first);
}

bool begins_like_body(std::string_view text) {
    return starts_with_any(text, kBodyStarts);
}

}  // namespace mingdan::words
