#include "normalize/brackets.h"

#include "model/utf8.h"

namespace mingdan {

namespace {

int depth_change(char32_t c) {
    constexpr std::u32string_view open = U"（(［[〔【《〈「『“";
    constexpr std::u32string_view close = U"）)］]〕】》〉」』”";
    return open.find(c) != std::u32string_view::npos ? 1 : close.find(c) != std::u32string_view::npos ? -1 : 0;
}

}  // namespace

std::vector<std::string_view> split_outside(std::string_view text, std::u32string_view marks) {
    std::vector<std::string_view> parts;
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        const char32_t c = utf8::next(text, at);
        depth = std::max(0, depth + depth_change(c));
        if (depth == 0 && marks.find(c) != std::u32string_view::npos) {
            parts.push_back(text.substr(begin, from - begin));
            begin = at;
        }
    }
    parts.push_back(text.substr(begin));
    return parts;
}

bool is_balanced(std::string_view text) {
    int depth = 0;
    for (std::size_t at = 0; at < text.size();) {
        depth += depth_change(utf8::next(text, at));
        if (depth < 0) {
            return false;
        }
    }
    return depth == 0;
}

}  // namespace mingdan
