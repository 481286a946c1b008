#include "extract/odf_table_build.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "model/over_limit.h"
#include "model/try.h"

namespace mingdan::odf {

namespace {

constexpr std::uint32_t kWidestSpan = 63;       // of a sheet's cell that may widen the used range
constexpr std::uint32_t kTallestSpan = 1000;    // and lengthen it
constexpr std::uint64_t kMostCopies = 200'000;  // positions filled by repetition, in one document
constexpr std::uint64_t kSparse = 1'000'000;    // positions from which on a sheet must not be all but empty

bool has_number_only(const CellDraft& cell) {
    return std::all_of(cell.content.lines.begin(), cell.content.lines.end(), [](const Line& line) {
        return line.field.text.find_first_not_of("0123456789.,-+% ") == std::string::npos;
    });
}

/// A line is drawn between two cells if either of them draws it.
void share_borders(Table& table) {
    std::vector<bool> top, bottom;
    for (const Cell& cell : table.cells) {
        top.push_back(cell.open_top);
        bottom.push_back(cell.open_bottom);
    }
    constexpr std::size_t kNone = SIZE_MAX;
    std::vector<std::size_t> above(table.columns, kNone);
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        Cell& cell = table.cells[i];
        for (std::uint32_t column = cell.column; column < cell.column + cell.column_span; ++column) {
            const std::size_t upper = std::exchange(above[column], i);
            if (upper == kNone || table.cells[upper].row + table.cells[upper].row_span != cell.row) {
                continue;
            }
            cell.open_top = cell.open_top && bottom[upper];
            table.cells[upper].open_bottom = table.cells[upper].open_bottom && top[i];
        }
    }
}

}  // namespace

/// A table in a text: all that its rows hold.
void TableBuild::measure_text() {
    end_row_ = draft_.row_;
    for (const auto& row : draft_.rows_) {
        for (const CellDraft& cell : row.cells) {
            const std::uint64_t end = std::uint64_t{cell.column} + cell.repeated;
            end_column_ = static_cast<std::uint32_t>(
                std::max<std::uint64_t>(end_column_, std::min<std::uint64_t>(end, UINT32_MAX)));
        }
    }
}

/// A sheet: from the first filled cell to the last. Spans over whole rows of the sheet widen nothing.
void TableBuild::measure_sheet() {
    first_row_ = draft_.rows_.front().row;
    end_row_ = draft_.row_;
    first_column_ = UINT32_MAX;
    for (const auto& row : draft_.rows_) {
        for (const CellDraft& cell : row.cells) {
            const std::uint32_t wide = cell.column_span > kWidestSpan ? 1 : std::max(cell.column_span, cell.repeated);
            const std::uint32_t tall = cell.row_span > kTallestSpan ? 1 : cell.row_span;
            first_column_ = std::min(first_column_, cell.column);
            end_column_ = std::max(end_column_, cell.column + wide);
            end_row_ = std::max(end_row_, row.row + tall);
        }
    }
}

/// Charged before any position comes into being.
Result<void> TableBuild::charge() const {
    const std::uint64_t columns = end_column_ - first_column_;
    const std::uint64_t area = columns * (end_row_ - first_row_);
    if (columns > reading_.limits.columns) {
        return over_limit("columns", reading_.limits.columns, "a table has more columns than");
    }
    if (area > reading_.budget.cells) {
        return over_limit("cells", reading_.limits.cells, "the tables have more cells, spans counted, than");
    }
    std::uint64_t kept = 0;
    for (const auto& row : draft_.rows_) {
        for (const CellDraft& cell : row.cells) {
            kept += std::uint64_t{cell.repeated} * row.repeated;
        }
    }
    if (area > kSparse && kept < area / 64) {
        return fail(ErrorCode::over_limit,
                    fmt::format("a table reaches over {} cells, of which {} are filled", area, kept),
                    "delete what stands far outside of the list, and save the file anew");
    }
    return {};
}

bool TableBuild::any_span() const {
    return std::any_of(spans_.begin(), spans_.end(), [&](const Span& span) { return span.until > row_; });
}

/// In a spreadsheet a text runs over the empty cells on its right: a title, a section's name, a note.
void TableBuild::let_title_run(TableDraft::Row& row) const {
    if (row.cells.size() != 1 || row.repeated != 1 || any_span()) {
        return;
    }
    CellDraft& cell = row.cells.front();
    if (!cell.covered && cell.is_text && cell.column == first_column_ && cell.repeated == 1 && cell.column_span == 1 &&
        cell.row_span == 1 && cell.filled() && !has_number_only(cell)) {
        cell.column_span = end_column_ - first_column_;
    }
}

/// The content for its first position; copies for the others, which weigh nothing since it was read once.
Result<Cell> TableBuild::content_of(CellDraft& cell, bool first) {
    if (cell.repeated == 1 && !row_repeats_) {
        return std::move(cell.content);
    }
    if (!first && cell.filled() && ++reading_.copies > kMostCopies) {
        return over_limit("cells", kMostCopies, "its rows and columns repeat more filled cells than");
    }
    Cell copy = cell.content;
    for (Line& line : cell.content.lines) {
        TRY(reading_.charge_text(line.field.text.size()));
        line.field.weight = 0;
    }
    cell.content.children.clear();
    cell.content.pictures = 0;
    return copy;
}

Result<void> TableBuild::begin_cell(TableGrid& grid, CellDraft& cell, bool first) {
    const std::uint32_t width = std::min(cell.column_span, end_column_ - column_);
    const std::uint32_t height = std::min(cell.row_span, end_row_ - row_);
    TRY_ASSIGN(Cell content, content_of(cell, first));
    if (width > 1 || height > 1) {
        const Span span{row_ + height, row_, column_, width, content.open_bottom};
        std::fill_n(spans_.begin() + (column_ - first_column_), width, span);
    }
    GridCell placed;
    placed.horizontal = width > 1 ? Merge::restart : Merge::none;
    placed.vertical = height > 1 ? Merge::restart : Merge::none;
    placed.content = std::move(content);
    return grid.add_cell(std::move(placed));
}

/// A position that a cell above or before covers, with the text that was left in it.
Result<void> TableBuild::cover(TableGrid& grid, CellDraft* cell, bool first) {
    const Span& span = spans_[column_ - first_column_];
    GridCell placed;
    if (cell != nullptr && cell->filled()) {
        TRY_ASSIGN(placed.content, content_of(*cell, first));
    }
    placed.content.open_bottom = span.open_bottom;
    if (span.row == row_) {
        placed.horizontal = Merge::continues;
    } else {
        placed.horizontal = span.width == 1 ? Merge::none : column_ == span.column ? Merge::restart : Merge::continues;
        placed.vertical = column_ == span.column ? Merge::continues : Merge::none;
    }
    return grid.add_cell(std::move(placed));
}

/// A cell of its own stands where a span should cover: the span ends before it.
void TableBuild::end_span(const Span& span) {
    const Span ended = span;
    for (std::uint32_t column = std::max(column_, ended.column); column < ended.column + ended.width; ++column) {
        spans_[column - first_column_].until = 0;
    }
}

Result<void> TableBuild::add_position(TableGrid& grid, CellDraft* cell, bool first) {
    const Span& span = spans_[column_ - first_column_];
    const bool own = cell != nullptr && !cell->covered;
    if (span.until > row_) {
        if (!own || !cell->filled()) {
            return cover(grid, cell, first);
        }
        end_span(span);
    }
    if (own || (cell != nullptr && cell->filled())) {
        return begin_cell(grid, *cell, first);
    }
    return grid.add_cell({});
}

Result<void> TableBuild::add_row(TableGrid& grid, TableDraft::Row* row) {
    grid.begin_row();
    row_repeats_ = row != nullptr && row->repeated > 1;
    const bool first_of_row = row != nullptr && row->row == row_;
    if (draft_.sheet_ && row != nullptr) {
        let_title_run(*row);
    }
    std::size_t next = 0;
    for (column_ = first_column_; column_ < end_column_; ++column_) {
        CellDraft* cell = nullptr;
        if (row != nullptr) {
            while (next < row->cells.size() && row->cells[next].column + row->cells[next].repeated <= column_) {
                ++next;
            }
            if (next < row->cells.size() && row->cells[next].column <= column_) {
                cell = &row->cells[next];
            }
        }
        TRY(add_position(grid, cell, first_of_row && cell != nullptr && cell->column == column_));
    }
    grid.end_row({}, row != nullptr && row->header);
    return {};
}

/// The used range begins elsewhere than the sheet: places count from its first row and column.
void TableBuild::move_origins(Table& table) const {
    if (first_row_ == 0 && first_column_ == 0) {
        return;
    }
    const auto move = [&](Origin& origin) {
        if (origin.table == draft_.origin_.table && origin.row > first_row_ && origin.column > first_column_) {
            origin.row -= first_row_;
            origin.column = static_cast<std::uint16_t>(origin.column - first_column_);
        }
    };
    for (Cell& cell : table.cells) {
        for (Line& line : cell.lines) {
            move(line.field.origin);
        }
    }
    auto& document = reading_.document;
    for (std::size_t i = draft_.left_out_from_; i < document.left_out.size(); ++i) {
        move(document.left_out[i].origin);
    }
    for (std::size_t i = draft_.stories_from_; i < document.stories.size(); ++i) {
        move(document.stories[i].anchor);
    }
}

Result<std::optional<Table>> TableBuild::build() {
    if (draft_.sheet_) {
        measure_sheet();
    } else {
        measure_text();
    }
    TRY(charge());
    spans_.resize(end_column_ - first_column_);
    TableGrid grid(reading_.budget, draft_.origin_);
    std::size_t next = 0;
    for (row_ = first_row_; row_ < end_row_; ++row_) {
        auto& rows = draft_.rows_;
        while (next < rows.size() && rows[next].row + rows[next].repeated <= row_) {
            ++next;
        }
        TRY(add_row(grid, next < rows.size() && rows[next].row <= row_ ? &rows[next] : nullptr));
    }
    TRY_ASSIGN(GriddedTable gridded, std::move(grid).finish());
    share_borders(gridded.table);
    move_origins(gridded.table);
    auto& findings = reading_.document.findings;
    std::move(gridded.findings.begin(), gridded.findings.end(), std::back_inserter(findings));
    if (draft_.shortened_) {
        findings.push_back(make_finding(FindingCode::grid_repaired,
                                        "the table repeats rows or cells very often; most repetitions were left away",
                                        {}, draft_.origin_));
    }
    return std::optional(std::move(gridded.table));
}

}  // namespace mingdan::odf
