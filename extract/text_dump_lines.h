// A text dump as lines, and the artefacts that the extractor wrote into them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace mingdan {

/// One line of the file, without its end.
struct TextLine {
    std::string_view text;
    std::uint32_t number = 0;  ///< as an editor counts, from 1
    bool new_page = false;     ///< a form feed stands before it

    bool is_blank() const { return text.empty(); }  ///< strictly: what marks a row's end is nothing but a line end
    bool starts_with_tab() const { return !text.empty() && text.front() == '\t'; }
};

/// Lines end with LF, CR LF, CR, VT or a form feed; only the first three count for the number.
std::vector<TextLine> split_lines(std::string_view text);

/// Tika writes `[bookmark: NAME]` for a[name] and `[image: ALT]` for img[alt], and nothing else in brackets.
struct Artifact {
    std::string_view text;
    bool picture = false;
};

/// `line` without its artefacts, which are added to `found` in their order.
std::string cut_artifacts(std::string_view line, std::vector<Artifact>& found);

/// Only spaces of any kind.
bool is_space_only(std::string_view text);

/// Whether a text is what an index column holds: 12, 12., （3）, ①, 十二、 …
bool is_index(std::string_view text);

}  // namespace mingdan
