#include "model/utf8.h"

#include <cstring>

#include <mingdan/document.h>

namespace mingdan {

namespace utf8 {

std::size_t find_invalid(std::string_view text) {
    const auto* bytes = reinterpret_cast<const unsigned char*>(text.data());
    const std::size_t size = text.size();
    const auto trails = [&](std::size_t i, std::size_t count) {
        unsigned wrong = size - i < count ? 0xFF : 0;
        for (std::size_t k = i; wrong == 0 && k < i + count; ++k) {
            wrong = (bytes[k] ^ 0x80u) & 0xC0u;
        }
        return wrong == 0;
    };
    std::size_t i = 0;
    while (i < size) {
        const unsigned lead = bytes[i];
        if (lead < 0x80) {
            std::uint64_t word = 0;
            while (i + 8 <= size && (std::memcpy(&word, bytes + i, 8), (word & 0x8080808080808080ull) == 0)) {
                i += 8;  // eight ASCII bytes at a time
            }
            while (i < size && bytes[i] < 0x80) {
                ++i;
            }
        } else if (lead >= 0xE1 && lead <= 0xE9 && i + 2 < size &&
                   ((bytes[i + 1] ^ 0x80u) | (bytes[i + 2] ^ 0x80u)) < 0x40) {
            i += 3;  // U+1000 to U+9FFF, nearly all of Chinese text
        } else if (lead >= 0xC2 && lead <= 0xDF && trails(i + 1, 1)) {
            i += 2;
        } else if (lead >= 0xE0 && lead <= 0xEF && trails(i + 1, 2) && (lead != 0xE0 || bytes[i + 1] >= 0xA0) &&
                   (lead != 0xED || bytes[i + 1] <= 0x9F)) {
            i += 3;
        } else if (lead >= 0xF0 && lead <= 0xF4 && trails(i + 1, 3) && (lead != 0xF0 || bytes[i + 1] >= 0x90) &&
                   (lead != 0xF4 || bytes[i + 1] <= 0x8F)) {
            i += 4;
        } else {
            return i;
        }
    }
    return std::string_view::npos;
}

std::string replace_invalid(std::string_view text) {
    std::string valid;
    for (std::size_t bad = find_invalid(text); bad != std::string_view::npos; bad = find_invalid(text)) {
        valid.append(text.substr(0, bad));
        append(valid, 0xFFFD);
        text.remove_prefix(bad + 1);
    }
    return valid.append(text);
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
    unsigned seen = 0;
    for (const char c : text) {
        const unsigned says = utf8::detail::kByte[static_cast<unsigned char>(c)];
        count += says & utf8::detail::kCounts;
        seen |= says;
    }
    if ((seen & utf8::detail::kMayBlank) == 0) {
        return count;
    }
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        if (lead == 0xC2 || (lead >= 0xE1 && lead <= 0xE3)) {
            count -= is_wide_space(utf8::next(text, at));
        } else {
            ++at;
        }
    }
    return count;
}

}  // namespace mingdan
