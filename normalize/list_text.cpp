#include "normalize/list_text.h"

#include <algorithm>

#include "model/utf8.h"
#include "normalize/brackets.h"
#include "normalize/items.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

constexpr std::size_t kLongestLabel = 24;  ///< characters

std::string_view without_closing(std::string_view text) {
    text = text::trim(text);
    while (!text.empty() && text::is_one_of(utf8::last(text), U"。；;、，,")) {
        std::size_t end = text.size();
        utf8::previous(text, end);
        text = text::trim(text.substr(0, end));
    }
    return text;
}

struct Word {
    std::string_view text;
    bool wide_gap = false;  ///< the gap before it is more than one plain space
};

/// The words of a line, cut at spaces outside brackets.
std::vector<Word> words_of(std::string_view text) {
    std::vector<Word> words;
    std::size_t begin = 0;
    int depth = 0;
    std::size_t gap = 0;
    bool wide = false;
    for (std::size_t at = 0; at <= text.size();) {
        const std::size_t from = at;
        const char32_t c = at < text.size() ? utf8::next(text, at) : U' ';
        at += from == text.size();
        depth += text::is_one_of(c, U"（(“《") ? 1 : text::is_one_of(c, U"）)”》") ? -1 : 0;
        if (text::is_space(c) && depth <= 0) {
            if (from > begin) {
                words.push_back({text.substr(begin, from - begin), wide || gap > 1});
                gap = 0;
                wide = false;
            }
            ++gap;
            wide = wide || c == 0x3000 || c == '\t';
            begin = at;
        }
    }
    return words;
}

bool is_single_han(std::string_view word) {
    return utf8::length(word) == 1 && text::is_han(utf8::first(word));
}

std::string_view span_of(std::string_view first, std::string_view last) {
    return {first.data(), static_cast<std::size_t>(last.data() + last.size() - first.data())};
}

bool ends_as_organisation(std::string_view word) {
    return utf8::length(word) >= 3 && Endings{}.is_usual(word);
}

/// 陈 忠 叶 飞 黎燕平: words of one character pair up.
std::vector<std::string_view> pair_single(const std::vector<Word>& words) {
    std::vector<std::string_view> items;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (is_single_han(words[i].text) && i + 1 < words.size() && is_single_han(without_remark(words[i + 1].text))) {
            items.push_back(span_of(words[i].text, words[i + 1].text));
            ++i;
        } else {
            items.push_back(words[i].text);
        }
    }
    return items;
}

/// 市环境保护局 黎燕平 市民政局 柳 絮: units and their persons alternate; a pair is one item.
bool alternates(const std::vector<std::string_view>& items) {
    if (items.size() < 4 || items.size() % 2 != 0) {
        return false;
    }
    for (std::size_t i = 0; i < items.size(); i += 2) {
        if (!ends_as_organisation(items[i]) || !is_person_name(items[i + 1]) || ends_as_organisation(items[i + 1])) {
            return false;
        }
    }
    return true;
}

std::vector<std::string_view> grid_items(std::string_view text) {
    const std::vector<Word> words = words_of(text);
    if (words.size() < 2) {
        return {text};
    }
    std::vector<std::string_view> items = pair_single(words);
    if (alternates(items)) {
        std::vector<std::string_view> pairs;
        for (std::size_t i = 0; i < items.size(); i += 2) {
            pairs.push_back(span_of(items[i], items[i + 1]));
        }
        return pairs;
    }
    bool wide = true;
    for (std::size_t i = 1; i < words.size(); ++i) {
        wide = wide && words[i].wide_gap;
    }
    bool names = true;
    bool organisations = true;
    for (const std::string_view item : items) {
        names = names && is_person_name(item);
        organisations = organisations && ends_as_organisation(item);
    }
    return names || organisations || wide ? items : std::vector<std::string_view>{text};
}

}  // namespace

LeadingLabel leading_label(std::string_view text) {
    int depth = 0;
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size() && characters <= kLongestLabel; ++characters) {
        const std::size_t from = at;
        const char32_t c = utf8::next(text, at);
        depth += text::is_one_of(c, U"（(《“") ? 1 : text::is_one_of(c, U"）)》”") ? -1 : 0;
        if (depth > 0) {
            continue;
        }
        if (text::is_one_of(c, U"：:")) {
            return from > 0 ? LeadingLabel{from, at} : LeadingLabel{};
        }
        if (text::is_one_of(c, U"、，,；;。")) {
            // 一、 numbers the label
            if (!(c == U'、' && characters <= 2)) {
                return {};
            }
        }
    }
    return {};
}

std::vector<std::string_view> items_of(std::string_view text) {
    text = without_closing(text);
    std::vector<std::string_view> parts = split_outside(text, U"、；;");
    if (parts.size() == 1) {
        const std::vector<std::string_view> by_comma = split_outside(text, U"，,");
        bool names = by_comma.size() > 1;
        for (const std::string_view part : by_comma) {
            const std::string_view name = text::trim(part);
            names = names && (is_person_name(name) || ends_as_organisation(name));
        }
        if (names) {
            parts = by_comma;
        }
    }
    if (parts.size() == 1) {
        return text.empty() ? std::vector<std::string_view>{} : grid_items(text);
    }
    std::vector<std::string_view> items;
    for (const std::string_view part : parts) {
        if (const std::string_view item = without_closing(part); !item.empty()) {
            items.push_back(item);
        }
    }
    return items;
}

bool is_listing_sentence(std::string_view text) {
    if (utf8::last(text::trim(text)) != U'。') {
        return false;
    }
    const std::vector<std::string_view> items = items_of(text);
    return std::any_of(items.begin(), items.end(),
                       [](std::string_view item) { return split_outside(item, U"，,").size() > 1; });
}

bool is_running_text(std::string_view text) {
    const std::size_t stop = text.find("。");
    if (stop != std::string_view::npos && stop + 3 < text.size()) {
        return true;
    }
    const std::size_t length = utf8::length(text);
    return length > 40 && items_of(text).size() * 30 < length;
}

}  // namespace mingdan
