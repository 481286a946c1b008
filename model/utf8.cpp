#include "model/utf8.h"

#include <cstring>

#include <mingdan/document.h>

namespace mingdan {

namespace utf8 {

std::size_t find_invalid(std::string_view text) {
    const auto byte = [&](std::size_t i) -> unsigned {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0u;
    };
    const auto trails = [&](std::size_t from, std::size_t count) {
        for (std::size_t i = from; i < from + count; ++i) {
            if ((byte(i) & 0xC0) != 0x80) {
                return false;
            }
        }
        return true;
    };
    std::size_t i = 0;
    while (i < text.size()) {
        if (i + 8 <= text.size()) {  // eight ASCII bytes at a time
            std::uint64_t word = 0;
            std::memcpy(&word, text.data() + i, 8);
            if ((word & 0x8080808080808080ull) == 0) {
                i += 8;
                continue;
            }
        }
        const unsigned lead = byte(i);
        if (lead < 0x80) {
            i += 1;
        } else if (lead >= 0xC2 && lead <= 0xDF && trails(i + 1, 1)) {
            i += 2;
        } else if (lead >= 0xE0 && lead <= 0xEF && trails(i + 1, 2) && (lead != 0xE0 || byte(i + 1) >= 0xA0) &&
                   (lead != 0xED || byte(i + 1) <= 0x9F)) {
            i += 3;
        } else if (lead >= 0xF0 && lead <= 0xF4 && trails(i + 1, 3) && (lead != 0xF0 || byte(i + 1) >= 0x90) &&
                   (lead != 0xF4 || byte(i + 1) <= 0x8F)) {
            i += 4;
        } else {
            return i;
        }
    }
    return std::string_view::npos;
}

}  // namespace utf8

namespace {

/// Unicode's White_Space beyond ASCII, which is all there is of it.
bool is_wide_space(char32_t c) {
    return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
           c == 0x202F || c == 0x205F || c == 0x3000;
}

}  // namespace

std::uint32_t count_characters(std::string_view text) {
    std::uint32_t count = 0;
    std::size_t at = 0;
    while (at < text.size()) {
        const auto lead = static_cast<unsigned char>(text[at]);
        if (lead < 0x80) {
            count += !(lead == ' ' || (lead >= 9 && lead <= 13));
            at += 1;
        } else if (lead >= 0xE4) {  // beyond U+4000: no spaces there
            count += 1;
            at += lead < 0xF0 ? 3 : 4;
        } else {
            count += !is_wide_space(utf8::next(text, at));
        }
    }
    return count;
}

}  // namespace mingdan
