// Tables as a spreadsheet copies them: one row a line, a TAB between cells, a cell of several lines in quotation marks.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/text_dump_document.h"
#include "extract/text_dump_lines.h"

namespace mingdan {

struct SeparatedTable {
    bool is_table = false;
    DumpTable table;
    std::uint32_t next_line = 0;          ///< index of the first line behind it, or behind what is no table
    std::vector<std::uint32_t> doubtful;  ///< line numbers of lines that may belong to the cell above or not
};

/// Whether most lines with text hold a TAB inside: then the file is such a table and little else.
bool is_mostly_separated(std::span<const TextLine> lines);

/// The table that begins at line `from`, if one does. `mostly`: what is_mostly_separated says of the file; elsewhere
/// lines with TABs may be aligned text (a signature, a grid of names), and more proof is asked.
SeparatedTable read_separated(std::span<const TextLine> lines, std::uint32_t from, bool mostly);

}  // namespace mingdan
