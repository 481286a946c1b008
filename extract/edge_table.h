// Tables whose rows say where their cells' edges lie and nothing of columns (RTF's \cellx, [MS-DOC]'s TDefTable): the
// edges of all rows make the grid lines, and each cell spans the columns between its own two.
//
// Edges within 30 twips are one line; where a cell is narrower than that, the tolerance shrinks. Rows that begin or end
// within 200 twips of each other begin or end together, since programs count cell padding in or not. Rows with more
// cells than edges make the whole table count its cells instead.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "model/table_grid.h"

namespace mingdan {

/// A cell between the edge of the one before it and its own.
struct EdgeCell {
    std::int32_t right = 0;
    bool has_edge = false;
    Merge vertical = Merge::none;
    Merge horizontal = Merge::none;
    Cell content;
    std::uint32_t first_paragraph = 0;  ///< of the paragraphs whose lines, or left-out text, stand in it
    std::uint32_t last_paragraph = 0;
};

struct EdgeRow {
    std::int32_t left = 0;
    bool header = false;
    std::vector<EdgeCell> cells;
};

/// The rows as a table; its lines, and what was left out of it since `left_out_from`, get their row and column. The
/// findings go to the document. nullopt for no rows. Nested tables know their place by Table::origin.
Result<std::optional<Table>> build_edge_table(std::vector<EdgeRow> rows, const Origin& origin, GridBudget& budget,
                                              Document& document, std::size_t left_out_from);

}  // namespace mingdan
