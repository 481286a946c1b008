#include "extract/shown_number.h"

#include "model/utf8.h"

namespace mingdan {

std::string shown_number(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t");
    if (first == text.npos) {
        return {};
    }
    text = text.substr(first, text.find_last_not_of(" \t") - first + 1);
    constexpr std::u32string_view kBullets = U"•·●○■□◆◇▪▫◦–—-*➢✓√※★☆◎▲△►▶";
    const char32_t c = utf8::first(text);
    const bool alone = utf8::length(text) == 1;
    const bool is_bullet = (c >= 0xE000 && c <= 0xF8FF) || (alone && kBullets.find(c) != kBullets.npos);
    return is_bullet ? std::string{} : std::string(text);
}

}  // namespace mingdan
