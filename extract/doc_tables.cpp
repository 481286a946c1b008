#include "extract/doc_tables.h"

#include "extract/little_endian.h"
#include "model/utf8.h"

namespace mingdan::doc {

using bytes::u16;
using bytes::u8;

namespace {

constexpr std::size_t kFontName = 39;  ///< where the name begins in a font's description

void inherit(docx::Border& own, docx::Border inherited) {
    own = own == docx::Border::unsaid ? inherited : own;
}

}  // namespace

void settle_borders(Row& row, const Styles& styles) {
    const docx::Borders style = styles.borders(row.style);
    inherit(row.borders.top, style.top);
    inherit(row.borders.bottom, style.bottom);
    inherit(row.borders.inside, style.inside);
}

void describe_cell(docx::CellDraft& draft, const Row& row, std::size_t index) {
    if (index >= row.cells.size()) {
        return;
    }
    const RowCell& cell = row.cells[index];
    draft.cell.width = cell.width;
    draft.cell.vertical = cell.vertical;
    draft.cell.horizontal = cell.joined;
    draft.cell.content.vertical = cell.turned;
    draft.cell.column_span = index < row.spans.size() ? row.spans[index] : 1;
    draft.borders = cell.borders;
}

std::vector<std::string> read_fonts(std::string_view table) {
    std::vector<std::string> fonts;
    std::size_t at = 4;
    while (at < table.size()) {
        const std::size_t size = u8(table, at);
        const std::string_view font = bytes::part(table, at, size + 1);
        std::string name;
        for (std::size_t i = kFontName + 1; u16(font, i) != 0; i += 2) {
            const std::uint16_t unit = u16(font, i);
            utf8::append(name, unit >= 0xD800 && unit <= 0xDFFF ? char32_t{0xFFFD} : unit);
        }
        fonts.push_back(std::move(name));
        at += size + 1;
    }
    return fonts;
}

}  // namespace mingdan::doc
