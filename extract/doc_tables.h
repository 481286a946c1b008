// Small pieces between the file's descriptions and what the builder of stories takes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/doc_row.h"
#include "extract/doc_styles.h"
#include "extract/docx_table.h"

namespace mingdan::doc {

/// Lines that the row does not speak of are those of the table's style.
void settle_borders(Row& row, const Styles& styles);
/// What the row says of its cell of that index.
void describe_cell(docx::CellDraft& draft, const Row& row, std::size_t index);
/// The names of the fonts (SttbfFfn, [MS-DOC] 2.9.286), for symbols.
std::vector<std::string> read_fonts(std::string_view table);

}  // namespace mingdan::doc
