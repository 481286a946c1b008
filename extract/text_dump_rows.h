// Where the rows of a dumped table end, by Tika's grammar and the header's cell count.
//
// Tika writes a TAB before each cell, a line end after each paragraph, row and table:
//
//   TAB 1          a cell: its TAB and its lines
//   TAB 市
//   直
//   TAB            an empty cell, or one that a vertical merge covers
//   (blank)        the row's end
//   (blank)        the table's end, once more
//
// An empty paragraph in a cell is the same blank line as a row's end. So a blank line is only a candidate, and the
// header's cell count is the proof: among all ways to cut, the one with most rows of exactly that count wins. Rows of
// one cell (titles, sections, notes) and short rows (totals, whose spans are lost) are cuts too, at a price; a blank
// line inside a cell is believed only where the row would otherwise be incomplete. An index column is the second
// witness: a row that begins with a number is a whole one. Where there is none, words are: 合计, 一、, 备注： open a
// row.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/text_dump_lines.h"

namespace mingdan {

/// A line that begins with a TAB, and what follows it up to the next such line. Numbers are indices of lines.
struct CellLines {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
    std::uint32_t trailing = 0;  ///< blank lines at its end
    std::uint32_t gap = 0;       ///< first blank line that is followed by text, or 0
    std::uint32_t wide_gap = 0;  ///< the same for two blank lines and more
    bool index = false;          ///< its text is a number as in an index column
    bool empty = false;          ///< it has no text before wide_gap
    bool padded = false;         ///< its text begins below the first line
    bool opens = false;          ///< it begins like a total, section or note, which are rows of their own
};

/// All cells of the lines, whatever tables they belong to.
std::vector<CellLines> find_cells(std::span<const TextLine> lines);

/// One table cut out of the cells, or cells that are none.
struct RowDivision {
    bool is_table = false;
    std::uint32_t width = 0;               ///< the header's cell count
    std::uint32_t cells = 0;               ///< how many cells it took
    std::vector<std::uint32_t> row_begin;  ///< rows + 1 offsets into those cells
    std::uint32_t last_line = 0;           ///< line behind the last cell's text
    std::uint32_t next_line = 0;           ///< line where the text behind the table begins
    std::vector<std::uint32_t> uneven;     ///< line numbers of rows that do not divide by the width
    std::vector<std::uint32_t> doubtful;   ///< line numbers where a blank line may end the row or not
};

/// Divides the cells from the first on, as far as its table reaches. REQUIRES: at least one cell.
RowDivision divide_rows(std::span<const TextLine> lines, std::span<const CellLines> cells);

}  // namespace mingdan
