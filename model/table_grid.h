// The one grid builder: rows of cells with spans and merges become a Table on which each position is the origin of one
// cell, covered by one, or vacant.
//
// Columns are counted by spans (w:gridBefore, w:gridSpan: ECMA-376 part 1, 17.4). Where the rows disagree with the
// declared grid and the cells' own widths agree with each other, edges within 30 twips are one grid line and decide.
// Vertical merges go by the column a cell starts in, not by its ordinal; a continuation that no cell above can take
// stays a cell of its own. The area is charged to a budget while cells come in, before any span is worked out.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <mingdan/document.h>
#include <mingdan/options.h>
#include <mingdan/result.h>

namespace mingdan {

enum class Merge : std::uint8_t { none, restart, continues };

/// A cell as its format declares it. The grid fills in the content's row, column and spans.
struct GridCell {
    std::int64_t column_span = 1;  ///< anything may stand in a file: 0, -1, 2^31
    std::int32_t width = 0;        ///< in twips; 0: unknown
    Merge vertical = Merge::none;
    Merge horizontal = Merge::none;
    Cell content;
};

/// Positions left out before or after the cells of a row.
struct GridGap {
    std::uint32_t columns = 0;
    std::int32_t width = 0;  ///< in twips; 0: unknown
};

/// What all tables of one document may take together.
struct GridBudget {
    explicit GridBudget(const Limits& limits)
        : cells(limits.cells), cells_allowed(limits.cells), columns(limits.columns) {}

    std::uint64_t cells;
    std::uint64_t cells_allowed;
    std::uint32_t columns;
};

/// A finished table, and what a person should know of it.
struct GriddedTable {
    Table table;
    std::vector<Finding> findings;
    bool moved = false;  ///< columns are not those that counting spans gave
};

class TableGrid {
public:
    /// `origin` names the table in findings. REQUIRES: the budget outlives the grid.
    TableGrid(GridBudget& budget, const Origin& origin) : budget_(&budget), origin_(origin) {}

    void declare_column(std::int32_t width);
    void begin_row(GridGap before = {});
    /// REQUIRES: begin_row() was called.
    Result<void> add_cell(GridCell cell);
    void end_row(GridGap after = {}, bool header = false);
    /// Fails where rows times columns, vacant positions included, are more than the limit.
    Result<GriddedTable> finish() &&;

    /// The row being filled and the grid column that its next cell starts in.
    std::uint32_t row() const { return static_cast<std::uint32_t>(rows_.size()) - 1; }
    std::uint32_t next_column() const { return rows_.back().end; }

private:
    struct Row {
        std::uint32_t first = 0;  ///< index of its first cell
        std::uint32_t end = 0;    ///< the column after its last cell
        GridGap before;
        GridGap after;
    };
    struct Declared {
        std::int32_t width = 0;
        Merge vertical = Merge::none;
        Merge horizontal = Merge::none;
    };

    std::uint32_t sane_span(std::int64_t declared);
    std::size_t row_end(std::size_t row) const;
    void settle_spans();
    bool rows_disagree() const;
    bool settle_by_widths();
    std::vector<std::int64_t> edges_of_row(std::size_t row) const;
    void clamp_wide_spans();
    void fuse_horizontally();
    void fuse_vertically();
    void absorb(Cell& origin, Cell& covered);
    void compact(const std::vector<bool>& covered);
    GriddedTable hand_over();

    GridBudget* budget_;
    Origin origin_;
    std::vector<std::int32_t> declared_columns_;
    std::vector<Row> rows_;
    std::vector<bool> header_rows_;
    std::vector<Cell> cells_;
    std::vector<Declared> declared_;  ///< beside cells_
    bool any_horizontal_ = false;
    bool any_header_ = false;
    bool repaired_ = false;
    bool moved_ = false;
    std::uint32_t merged_texts_ = 0;
    std::uint32_t starts_missing_ = 0;
    std::string merged_text_;  ///< the first one
    Origin merged_at_;
    Origin missing_at_;
};

}  // namespace mingdan
