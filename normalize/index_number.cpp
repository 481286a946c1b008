#include "normalize/index_number.h"

#include "model/utf8.h"
#include "normalize/chinese_numerals.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

/// Enclosed numbers are one character: ① to ⑳, ⑴ to ⒇, ⒈ to ⒛, ㈠ to ㈩, ㊀ to ㊉.
std::optional<std::uint64_t> enclosed(char32_t c) {
    for (const auto& [first, last] :
         {std::pair{U'①', U'⑳'}, {U'⑴', U'⒇'}, {U'⒈', U'⒛'}, {U'㈠', U'㈩'}, {U'㊀', U'㊉'}}) {
        if (c >= first && c <= last) {
            return c - first + 1;
        }
    }
    return std::nullopt;
}

std::optional<std::uint64_t> digits_value(std::string_view text) {
    std::uint64_t value = 0;
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size(); ++count) {
        const int digit = text::digit_value(utf8::next(text, at));
        if (digit < 0 || count >= 9) {
            return std::nullopt;
        }
        value = value * 10 + static_cast<std::uint64_t>(digit);
    }
    return count > 0 ? std::optional(value) : std::nullopt;
}

}  // namespace

std::optional<std::uint64_t> read_index(std::string_view text) {
    text = text::trim(text);
    if (text.empty() || text.size() > 24) {
        return std::nullopt;
    }
    if (const auto plain = digits_value(text)) {
        return plain;
    }
    if (utf8::length(text) == 1) {
        if (const auto value = enclosed(utf8::first(text))) {
            return value;
        }
    }
    if (text::is_one_of(utf8::first(text), U"（(")) {
        std::size_t at = 0;
        utf8::next(text, at);
        text.remove_prefix(at);
        if (text.empty() || !text::is_one_of(utf8::last(text), U"）)")) {
            return std::nullopt;
        }
    }
    while (!text.empty() && text::is_one_of(utf8::last(text), U"）)、.．。")) {
        std::size_t end = text.size();
        utf8::previous(text, end);
        text = text.substr(0, end);
    }
    text = text::trim(text);
    if (const auto plain = digits_value(text)) {
        return plain;
    }
    return text.empty() ? std::nullopt : read_chinese_number(text);
}

}  // namespace mingdan
