// Walking over UTF-8 that is known to be valid (readers check it once, at the door).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace mingdan::utf8 {

/// The scalar value that begins at `at`, which moves behind it. REQUIRES: valid UTF-8, at < text.size().
inline char32_t next(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<char32_t>(static_cast<unsigned char>(text[i])); };
    const char32_t lead = byte(at);
    if (lead < 0x80) {
        at += 1;
        return lead;
    }
    if (lead < 0xE0) {
        const char32_t value = (lead & 0x1F) << 6 | (byte(at + 1) & 0x3F);
        at += 2;
        return value;
    }
    if (lead < 0xF0) {
        const char32_t value = (lead & 0x0F) << 12 | (byte(at + 1) & 0x3F) << 6 | (byte(at + 2) & 0x3F);
        at += 3;
        return value;
    }
    const char32_t value =
        (lead & 0x07) << 18 | (byte(at + 1) & 0x3F) << 12 | (byte(at + 2) & 0x3F) << 6 | (byte(at + 3) & 0x3F);
    at += 4;
    return value;
}

/// The scalar value that ends before `at`, which moves to its beginning. REQUIRES: valid UTF-8, at > 0.
inline char32_t previous(std::string_view text, std::size_t& at) {
    do {
        at -= 1;
    } while (at > 0 && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80);
    std::size_t forward = at;
    return next(text, forward);
}

inline char32_t first(std::string_view text) {
    std::size_t at = 0;
    return text.empty() ? U'\0' : next(text, at);
}

inline char32_t last(std::string_view text) {
    std::size_t at = text.size();
    return text.empty() ? U'\0' : previous(text, at);
}

inline void append(std::string& text, char32_t value) {
    if (value < 0x80) {
        text += static_cast<char>(value);
    } else if (value < 0x800) {
        text += static_cast<char>(0xC0 | value >> 6);
        text += static_cast<char>(0x80 | (value & 0x3F));
    } else if (value < 0x10000) {
        text += static_cast<char>(0xE0 | value >> 12);
        text += static_cast<char>(0x80 | (value >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (value & 0x3F));
    } else {
        text += static_cast<char>(0xF0 | value >> 18);
        text += static_cast<char>(0x80 | (value >> 12 & 0x3F));
        text += static_cast<char>(0x80 | (value >> 6 & 0x3F));
        text += static_cast<char>(0x80 | (value & 0x3F));
    }
}

/// How many scalar values. REQUIRES: valid UTF-8.
inline std::size_t length(std::string_view text) {
    std::size_t count = 0;
    for (const char c : text) {
        count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    }
    return count;
}

namespace detail {

enum : std::uint8_t { kCounts = 1, kMayBlank = 2 };

/// What a byte says by itself: it begins a character that is no ASCII space; it may begin a space or a zero-width mark.
inline constexpr std::array<std::uint8_t, 256> kByte = [] {
    std::array<std::uint8_t, 256> table{};
    for (unsigned byte = 0; byte < 256; ++byte) {
        const bool space = byte == ' ' || (byte >= 9 && byte <= 13);
        const bool begins = (byte & 0xC0) != 0x80;
        const bool wide = byte == 0xC2 || (byte >= 0xE1 && byte <= 0xE3) || byte == 0xEF;
        table[byte] = static_cast<std::uint8_t>((begins && !space ? kCounts : 0) | (space || wide ? kMayBlank : 0));
    }
    return table;
}();

}  // namespace detail

/// Whether the text may hold a space or a zero-width mark: false is certain and saves decoding it.
inline bool may_hold_blank(std::string_view text) {
    unsigned seen = 0;
    for (const char c : text) {
        seen |= detail::kByte[static_cast<unsigned char>(c)];
    }
    return (seen & detail::kMayBlank) != 0;
}

/// The offset of the first byte that is no valid UTF-8, or npos.
std::size_t find_invalid(std::string_view text);

/// The text with U+FFFD for each byte that is none of a character: a file name may hold any bytes, the output is UTF-8.
std::string replace_invalid(std::string_view text);

}  // namespace mingdan::utf8
