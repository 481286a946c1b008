// A row of a table as the mark behind it describes it ([MS-DOC] 2.4.5, 2.6.3): the edges of its cells, their merges and
// lines; and the grid that the edges of all rows of a table make.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "extract/docx_styles.h"
#include "model/table_grid.h"

namespace mingdan::doc {

struct RowCell {
    std::int32_t width = 0;  ///< in twips
    Merge vertical = Merge::none;
    std::uint8_t horizontal = 0;  ///< horzMerge as it stands; see settle_merges()
    Merge joined = Merge::none;   ///< horizontally
    bool turned = false;          ///< text set from top to bottom
    docx::Borders borders;
};

struct Row {
    std::int32_t left = 0;  ///< of the first cell
    std::vector<RowCell> cells;
    docx::Borders borders;
    std::uint16_t style = 0;  ///< of the table; 0: none
    bool header = false;

    // on the grid of the whole table, filled in by set_on_grid()
    GridGap before;
    GridGap after;
    std::vector<std::uint32_t> spans;
};

/// What the properties of a row's mark say. `data` is the Data stream, in which long lists stand.
Row read_row(std::string_view properties, std::string_view data);

/// The lines that TTableBorders and its older kin draw.
docx::Borders borders_of(std::string_view properties);

/// Brings all rows onto one grid: edges within 30 twips are one line. Gives the widths of its columns.
std::vector<std::int32_t> set_on_grid(std::vector<Row>& rows);

}  // namespace mingdan::doc
