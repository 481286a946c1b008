#include "model/table_grid.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <iterator>
#include <utility>

#include "model/over_limit.h"

namespace mingdan {

namespace {

constexpr std::uint32_t kNoCell = static_cast<std::uint32_t>(-1);
constexpr std::uint32_t kWidestSpan = 63;  // Word has no more columns; a wider span is looked at twice
constexpr std::int64_t kSameEdge = 30;     // twips

bool has_text(const Cell& cell) {
    return std::any_of(cell.lines.begin(), cell.lines.end(), [](const Line& line) { return line.field.weight > 0; });
}

/// Grid lines: edges in order, those within the tolerance of the first of their group being one.
std::vector<std::int64_t> grid_lines(std::vector<std::int64_t> edges) {
    std::sort(edges.begin(), edges.end());
    std::vector<std::int64_t> lines;
    for (const std::int64_t edge : edges) {
        if (lines.empty() || edge - lines.back() > kSameEdge) {
            lines.push_back(edge);
        }
    }
    return lines;
}

std::uint32_t line_of(const std::vector<std::int64_t>& lines, std::int64_t edge) {
    const auto after = std::upper_bound(lines.begin(), lines.end(), edge);
    return static_cast<std::uint32_t>(after - lines.begin()) - 1;
}

Origin at_cell(Origin table, const Cell& cell) {
    table.row = cell.row + 1;
    table.column = static_cast<std::uint16_t>(cell.column + 1);
    return table;
}

}  // namespace

void TableGrid::declare_column(std::int32_t width) {
    if (declared_columns_.size() < budget_->columns) {
        declared_columns_.push_back(width);
    }
}

void TableGrid::begin_row(GridGap before) {
    if (before.columns > budget_->columns) {
        before = {};
        repaired_ = true;
    }
    rows_.push_back({static_cast<std::uint32_t>(cells_.size()), before.columns, before, {}});
    header_rows_.push_back(false);
}

std::uint32_t TableGrid::sane_span(std::int64_t declared) {
    if (declared >= 1 && declared <= budget_->columns) {
        return static_cast<std::uint32_t>(declared);
    }
    repaired_ = true;
    const auto column = next_column();
    const auto columns = static_cast<std::uint32_t>(declared_columns_.size());
    return declared > 1 && columns > column ? columns - column : 1;
}

Result<void> TableGrid::add_cell(GridCell cell) {
    const std::uint32_t span = sane_span(cell.column_span);
    if (next_column() + span > budget_->columns) {
        return over_limit("columns", budget_->columns, "a table has more columns than");
    }
    if (span > budget_->cells) {
        return over_limit("cells", budget_->cells_allowed, "the tables have more cells, spans counted, than");
    }
    budget_->cells -= span;
    cell.content.row = row();
    cell.content.column = next_column();
    cell.content.column_span = span;
    rows_.back().end += span;
    any_horizontal_ = any_horizontal_ || cell.horizontal != Merge::none;
    cells_.push_back(std::move(cell.content));
    declared_.push_back({cell.width, cell.vertical, cell.horizontal});
    return {};
}

void TableGrid::end_row(GridGap after, bool header) {
    rows_.back().after = after;
    header_rows_.back() = header;
    any_header_ = any_header_ || header;
}

std::size_t TableGrid::row_end(std::size_t row) const {
    return row + 1 < rows_.size() ? rows_[row + 1].first : cells_.size();
}

/// True if some row fills another number of columns than the declared grid has. Rows that agree with each other are
/// believed against a grid that is merely stale.
bool TableGrid::rows_disagree() const {
    const auto width = [](const Row& row) { return row.end + row.after.columns; };
    const auto [least, most] = std::minmax_element(
        rows_.begin(), rows_.end(), [&](const Row& one, const Row& other) { return width(one) < width(other); });
    return least != rows_.end() && width(*least) != width(*most);
}

/// The edges of a row's cells by their widths, its right end last; empty if a width is missing.
std::vector<std::int64_t> TableGrid::edges_of_row(std::size_t row) const {
    const GridGap& before = rows_[row].before;
    const GridGap& after = rows_[row].after;
    if ((before.columns > 0 && before.width <= 0) || (after.columns > 0 && after.width <= 0)) {
        return {};
    }
    std::vector<std::int64_t> edges{before.columns > 0 ? before.width : 0};
    for (std::size_t i = rows_[row].first; i < row_end(row); ++i) {
        if (declared_[i].width <= 0) {
            return {};
        }
        edges.push_back(edges.back() + declared_[i].width);
    }
    edges.push_back(edges.back() + (after.columns > 0 ? after.width : 0));
    return edges;
}

/// Takes the cells' widths as the truth, if they are all there, every row ends at the same place, and no cell is
/// narrower than the tolerance.
bool TableGrid::settle_by_widths() {
    std::vector<std::vector<std::int64_t>> rows;
    std::vector<std::int64_t> all{0};
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        rows.push_back(edges_of_row(row));
        if (rows.back().empty() || std::abs(rows.back().back() - rows.front().back()) > kSameEdge) {
            return false;
        }
        all.insert(all.end(), rows.back().begin(), rows.back().end());
    }
    const std::vector<std::int64_t> lines = grid_lines(std::move(all));
    if (lines.size() > budget_->columns) {
        return false;
    }
    std::vector<std::uint32_t> starts;
    for (const auto& edges : rows) {
        for (std::size_t i = 0; i + 2 < edges.size(); ++i) {
            starts.push_back(line_of(lines, edges[i]));
            if (line_of(lines, edges[i + 1]) == starts.back()) {
                return false;
            }
        }
    }
    for (std::size_t row = 0, i = 0; row < rows_.size(); ++row) {
        for (std::size_t edge = 1; i < row_end(row); ++i, ++edge) {
            cells_[i].column = starts[i];
            cells_[i].column_span = line_of(lines, rows[row][edge]) - starts[i];
        }
    }
    return true;
}

/// Spans beyond what Word can write are cut at the edge of the other rows.
void TableGrid::clamp_wide_spans() {
    auto edge = static_cast<std::uint32_t>(declared_columns_.size());
    for (const Cell& cell : cells_) {
        edge = cell.column_span > kWidestSpan ? edge : std::max(edge, cell.column + cell.column_span);
    }
    for (Cell& cell : cells_) {
        if (cell.column_span > kWidestSpan && cell.column + cell.column_span > edge) {
            cell.column_span = cell.column < edge ? edge - cell.column : 1;
            repaired_ = true;
        }
    }
}

void TableGrid::settle_spans() {
    if (rows_disagree() && settle_by_widths()) {
        repaired_ = moved_ = true;
        return;
    }
    clamp_wide_spans();
}

/// A covered cell gives its text, boxes and pictures to the cell that covers it.
void TableGrid::absorb(Cell& origin, Cell& covered) {
    if (has_text(covered)) {
        if (merged_texts_++ == 0) {
            merged_at_ = at_cell(origin_, covered);
        }
        for (Line& line : covered.lines) {
            if (line.field.weight > 0) {
                if (merged_text_.empty()) {
                    merged_text_ = line.field.text;
                }
                origin.lines.push_back(std::move(line));
            }
        }
    }
    std::move(covered.children.begin(), covered.children.end(), std::back_inserter(origin.children));
    origin.pictures += covered.pictures;
}

/// w:hMerge: a continuation joins the cell before it.
void TableGrid::fuse_horizontally() {
    std::vector<bool> covered(cells_.size());
    for (std::size_t row = 0; row < rows_.size(); ++row) {
        std::uint32_t open = kNoCell;
        for (std::uint32_t i = rows_[row].first; i < row_end(row); ++i) {
            if (declared_[i].horizontal == Merge::continues && open != kNoCell) {
                cells_[open].column_span = cells_[i].column + cells_[i].column_span - cells_[open].column;
                absorb(cells_[open], cells_[i]);
                covered[i] = true;
                continue;
            }
            if (declared_[i].horizontal == Merge::continues && starts_missing_++ == 0) {
                missing_at_ = at_cell(origin_, cells_[i]);
            }
            open = declared_[i].horizontal == Merge::none ? kNoCell : i;
        }
    }
    compact(covered);
}

/// w:vMerge: a continuation joins the cell that starts in its column, reaches the row above and is as wide.
void TableGrid::fuse_vertically() {
    std::uint32_t columns = 0;
    for (const Cell& cell : cells_) {
        columns = std::max(columns, cell.column + cell.column_span);
    }
    std::vector<std::uint32_t> open(columns, kNoCell);
    std::vector<bool> merged(columns);  // by some cell further up
    std::vector<bool> covered(cells_.size());
    for (std::uint32_t i = 0; i < cells_.size(); ++i) {
        Cell& cell = cells_[i];
        std::uint32_t& above = open[cell.column];
        if (declared_[i].vertical == Merge::none) {
            above = kNoCell;
        } else if (declared_[i].vertical == Merge::continues && above != kNoCell &&
                   cells_[above].row + cells_[above].row_span == cell.row &&
                   cells_[above].column_span == cell.column_span) {
            cells_[above].row_span += 1;
            absorb(cells_[above], cell);
            cells_[above].open_bottom = cell.open_bottom;
            covered[i] = true;
        } else {
            cell.resumes = declared_[i].vertical == Merge::continues && above == kNoCell && merged[cell.column];
            if (declared_[i].vertical == Merge::continues && !cell.resumes && starts_missing_++ == 0) {
                missing_at_ = at_cell(origin_, cell);
            }
            above = i;
            merged[cell.column] = true;
        }
    }
    compact(covered);
}

/// Takes covered cells out, and moves the rows' beginnings with them.
void TableGrid::compact(const std::vector<bool>& covered) {
    if (std::find(covered.begin(), covered.end(), true) == covered.end()) {
        return;
    }
    std::uint32_t kept = 0;
    std::size_t row = 0;
    for (std::uint32_t i = 0; i < covered.size(); ++i) {
        for (; row < rows_.size() && rows_[row].first == i; ++row) {
            rows_[row].first = kept;
        }
        if (!covered[i]) {
            if (kept != i) {
                cells_[kept] = std::move(cells_[i]);
                declared_[kept] = declared_[i];
            }
            ++kept;
        }
    }
    for (; row < rows_.size(); ++row) {
        rows_[row].first = kept;
    }
    cells_.resize(kept);
    declared_.resize(kept);
}

GriddedTable TableGrid::hand_over() {
    GriddedTable result;
    Table& table = result.table;
    table.rows = static_cast<std::uint32_t>(rows_.size());
    table.row_begin.reserve(rows_.size() + 1);
    for (const Row& row : rows_) {
        table.row_begin.push_back(row.first);
    }
    table.row_begin.push_back(static_cast<std::uint32_t>(cells_.size()));
    for (const Cell& cell : cells_) {
        table.columns = std::max(table.columns, cell.column + cell.column_span);
    }
    table.cells = std::move(cells_);
    if (any_header_) {
        table.header_rows = std::move(header_rows_);
    }
    table.origin = origin_;
    result.moved = moved_;
    if (repaired_) {
        result.findings.push_back(
            make_finding(FindingCode::grid_repaired,
                         moved_ ? "the table's rows fill different numbers of columns; the widths of its cells decided"
                                : "the table declares spans that cannot be; they were cut to its grid",
                         {}, origin_));
    }
    if (starts_missing_ > 0) {
        result.findings.push_back(make_finding(FindingCode::merge_without_start,
                                               fmt::format("{} cells go on with a merge that no cell above or before "
                                                           "them began; each was read as a cell of its own",
                                                           starts_missing_),
                                               {}, missing_at_));
    }
    if (merged_texts_ > 0) {
        result.findings.push_back(make_finding(FindingCode::merged_text,
                                               fmt::format("{} cells that a merge covers hold text of their own, the "
                                                           "first “{}”; it was put into the covering cell",
                                                           merged_texts_, merged_text_),
                                               {}, merged_at_));
    }
    return result;
}

Result<GriddedTable> TableGrid::finish() && {
    settle_spans();
    if (any_horizontal_) {
        fuse_horizontally();
    }
    fuse_vertically();
    GriddedTable result = hand_over();
    if (std::uint64_t{result.table.rows} * result.table.columns > budget_->cells_allowed) {
        return over_limit("cells", budget_->cells_allowed, "a table has more cells, vacant ones counted, than");
    }
    return result;
}

}  // namespace mingdan
