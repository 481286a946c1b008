#include "extract/text_dump_lines.h"

#include <algorithm>

#include <mingdan/document.h>

#include "model/utf8.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

constexpr std::string_view kEnds = "\n\r\v\f";

}  // namespace

std::vector<TextLine> split_lines(std::string_view text) {
    std::vector<TextLine> lines;
    lines.reserve(static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1);
    std::uint32_t number = 1;
    bool new_page = false;
    std::size_t begin = 0;
    while (begin < text.size()) {
        const std::size_t end = std::min(text.find_first_of(kEnds, begin), text.size());
        const char mark = end < text.size() ? text[end] : '\n';
        const std::string_view line = text.substr(begin, end - begin);
        // A form feed that stands alone on its line makes no paragraph of its own.
        const bool only_page = line.empty() && (mark == '\f' || (new_page && end < text.size()));
        if (!only_page) {
            lines.push_back({line, number, new_page});
        }
        new_page = mark == '\f' || (only_page && new_page);
        begin = end + 1;
        if (mark == '\r' && begin < text.size() && text[begin] == '\n') {
            ++begin;
        }
        number += mark == '\n' || mark == '\r';
    }
    return lines;
}

std::string cut_artifacts(std::string_view line, std::vector<Artifact>& found) {
    constexpr std::string_view kBookmark = "[bookmark: ";
    constexpr std::string_view kImage = "[image: ";
    std::string rest;
    std::size_t kept = 0;
    for (std::size_t at = line.find('['); at != std::string_view::npos; at = line.find('[', at)) {
        const std::string_view here = line.substr(at);
        const bool picture = here.starts_with(kImage);
        if (!picture && !here.starts_with(kBookmark)) {
            ++at;
            continue;
        }
        const std::size_t close = here.find(']');
        if (close == std::string_view::npos) {
            break;
        }
        found.push_back({here.substr(0, close + 1), picture});
        rest.append(line, kept, at - kept);
        at += close + 1;
        kept = at;
    }
    rest.append(line, kept);
    return rest;
}

bool is_space_only(std::string_view text) {
    return count_characters(text) == 0;
}

bool is_index(std::string_view text) {
    constexpr std::u32string_view kFrame = U"().（）．、﹒ \u3000";
    constexpr std::u32string_view kNumerals = U"〇一二三四五六七八九十百";
    bool digits = false;
    std::size_t length = 0;
    for (std::size_t at = 0; at < text.size() && length <= 8; ++length) {
        const char32_t c = utf8::next(text, at);
        if (kFrame.find(c) != std::u32string_view::npos) {
            continue;
        }
        const bool circled = (c >= U'①' && c <= U'⒛') || (c >= U'㈠' && c <= U'㈩') || (c >= U'㊀' && c <= U'㊉');
        if (!circled && text::digit_value(c) < 0 && kNumerals.find(c) == std::u32string_view::npos) {
            return false;
        }
        digits = true;
    }
    return digits && length <= 8;
}

}  // namespace mingdan
