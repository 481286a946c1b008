#include "normalize/brackets.h"

#include <algorithm>

#include "model/utf8.h"

namespace mingdan {

namespace {

int depth_change(char32_t c) {
    switch (c) {
        case U'（':
        case U'(':
        case U'［':
        case U'[':
        case U'〔':
        case U'【':
        case U'《':
        case U'〈':
        case U'「':
        case U'『':
        case U'“':
            return 1;
        case U'）':
        case U')':
        case U'］':
        case U']':
        case U'〕':
        case U'】':
        case U'》':
        case U'〉':
        case U'」':
        case U'』':
        case U'”':
            return -1;
        default:
            return 0;
    }
}

/// Brackets and separators are ASCII or lie in E2, E3 80 and EF: ideographs need no decoding.
bool is_ideograph_lead(char byte) {
    const auto lead = static_cast<unsigned char>(byte);
    return lead >= 0xE4 && lead <= 0xE9;
}

}  // namespace

std::vector<std::string_view> split_outside(std::string_view text, std::u32string_view marks) {
    std::vector<std::string_view> parts;
    int depth = 0;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (is_ideograph_lead(text[at])) {
            at += 3;
            continue;
        }
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

std::string_view without_remark(std::string_view text) {
    return text.substr(0, std::min({text.find("（"), text.find('('), text.size()}));
}

bool is_balanced(std::string_view text) {
    int depth = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (is_ideograph_lead(text[at])) {
            at += 3;
            continue;
        }
        depth += depth_change(utf8::next(text, at));
        if (depth < 0) {
            return false;
        }
    }
    return depth == 0;
}

}  // namespace mingdan
