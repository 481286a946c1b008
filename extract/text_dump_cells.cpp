// What each cell of a dump looks like, gathered in one pass: its blank lines, and how its text begins.
#include <algorithm>
#include <iterator>

#include "extract/text_dump_rows.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

/// At most that many bytes, never cut inside a character.
std::string_view beginning(std::string_view text, std::size_t bytes) {
    while (bytes < text.size() && bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) {
        --bytes;
    }
    return text.substr(0, bytes);
}

/// A total, a note, or a section's numbering.
bool opens_row(std::string_view line) {
    constexpr std::string_view kWords[] = {"合计",   "小计",  "总计", "共计", "总数",
                                           "备注：", "备注:", "注：", "注:",  "说明："};
    const std::string text = text::without_spaces(beginning(line, 60));
    if (std::any_of(std::begin(kWords), std::end(kWords),
                    [&](std::string_view word) { return text.starts_with(word); })) {
        return true;
    }
    const std::size_t mark = text.find("、");
    return mark > 0 && mark != std::string::npos && is_index(std::string_view(text).substr(0, mark)) &&
           text.size() > mark + 3;
}

}  // namespace

std::vector<CellLines> find_cells(std::span<const TextLine> lines) {
    std::vector<CellLines> cells;
    const auto count = static_cast<std::uint32_t>(lines.size());
    std::uint32_t blanks = 0;
    for (std::uint32_t i = 0; i < count; ++i) {
        const TextLine& line = lines[i];
        // Far to the right and behind an empty line it is an aligned paragraph, such as a signature.
        const bool aligned = line.text.starts_with("\t\t") && (cells.empty() || blanks >= 2);
        if (line.starts_with_tab() && !aligned) {
            CellLines cell;
            cell.begin = i;
            cell.index = is_index(text::trim(line.text));
            cell.opens = opens_row(line.text);
            cell.empty = is_space_only(line.text);
            cells.push_back(cell);
        } else if (!cells.empty() && !line.is_blank()) {
            CellLines& cell = cells.back();
            const bool text = !is_space_only(line.text);
            if (blanks > 0 && text && cell.gap == 0) {
                cell.gap = i - blanks;
            }
            if (blanks > 1 && text && cell.wide_gap == 0) {
                cell.wide_gap = i - blanks;
            }
            cell.padded = cell.padded || (cell.empty && text);
            cell.empty = cell.empty && (!text || cell.wide_gap > 0);
            cell.index = cell.index && (!text || cell.gap > 0);
        }
        blanks = line.is_blank() ? blanks + 1 : 0;
        if (!cells.empty()) {
            cells.back().end = i + 1;
            cells.back().trailing = blanks;
        }
    }
    return cells;
}

}  // namespace mingdan
