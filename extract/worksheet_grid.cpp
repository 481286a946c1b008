#include "extract/worksheet_grid.h"

#include <algorithm>

#include "model/over_limit.h"

namespace mingdan {

namespace {

void keep_each_once(std::vector<std::uint32_t>& numbers) {
    std::sort(numbers.begin(), numbers.end());
    numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
}

/// The index of the first kept number that is not before this one.
std::uint32_t kept_from(const std::vector<std::uint32_t>& kept, std::uint32_t number) {
    return static_cast<std::uint32_t>(std::lower_bound(kept.begin(), kept.end(), number) - kept.begin());
}

bool is_kept(const std::vector<std::uint32_t>& kept, std::uint32_t number) {
    return std::binary_search(kept.begin(), kept.end(), number);
}

}  // namespace

Result<WorksheetGrid> WorksheetGrid::of(Worksheet& sheet, const Limits& limits) {
    WorksheetGrid grid(sheet);
    std::stable_sort(sheet.cells.begin(), sheet.cells.end(), [](const SheetCell& a, const SheetCell& b) {
        return a.row != b.row ? a.row < b.row : a.column < b.column;
    });
    for (const SheetCell& cell : sheet.cells) {
        if (count_characters(cell.text) > 0) {
            grid.rows_.push_back(cell.row);
            grid.columns_.push_back(cell.column);
        }
    }
    keep_each_once(grid.rows_);
    keep_each_once(grid.columns_);
    if (static_cast<std::uint64_t>(grid.rows()) * grid.columns() > limits.cells) {
        return over_limit("cells", limits.cells, "the sheet's rows and columns with text give more positions than");
    }
    if (grid.columns() > limits.columns) {
        return over_limit("columns", limits.columns, "the sheet has more columns with text than");
    }
    grid.place_cells();
    grid.place_merges();
    grid.count_texts();
    return grid;
}

SheetCell* WorksheetGrid::at(std::uint32_t row, std::uint32_t column) {
    const std::uint32_t cell = cell_[index(row, column)];
    return cell == 0 ? nullptr : &sheet_->cells[cell - 1];
}

const CellRange* WorksheetGrid::merge(std::uint32_t row, std::uint32_t column) const {
    const std::uint32_t merge = merge_[index(row, column)];
    return merge == 0 ? nullptr : &merges_[merge - 1];
}

std::uint32_t WorksheetGrid::full_text(std::uint32_t row) const {
    std::uint32_t only = columns();
    for (std::uint32_t column = 0; column < columns(); ++column) {
        if (merge(row, column) != nullptr) {
            return columns();
        }
        if (cell_[index(row, column)] != 0) {
            if (only < columns()) {
                return columns();
            }
            only = column;
        } else if (borders(row, column).any()) {
            return columns();  // an empty cell, not the room of its neighbour
        }
    }
    if (only == columns() || sheet_->cells[cell_[index(row, only)] - 1].is_number) {
        return columns();
    }
    const bool above = row < leading_ && leading_ < rows();
    const bool runs = above || (only == 0 && (has_borders_ || columns() >= 3));
    return runs ? only : columns();
}

std::uint32_t WorksheetGrid::free_text(std::uint32_t row) const {
    std::uint32_t only = columns();
    for (std::uint32_t column = 0; column < columns(); ++column) {
        const CellRange* covering = merge(row, column);
        if (borders(row, column).any() || (covering != nullptr && covering->first_row != covering->last_row)) {
            return columns();
        }
        only = only == columns() && cell_[index(row, column)] != 0 ? column : only;
    }
    if (leading_ == rows() || only == columns() || sheet_->cells[cell_[index(row, only)] - 1].is_number) {
        return columns();  // a sheet of one column is a list
    }
    return only;
}

void WorksheetGrid::place_cells() {
    const std::size_t positions = static_cast<std::size_t>(rows()) * columns();
    cell_.assign(positions, 0);
    borders_.assign(positions, {});
    for (std::size_t i = 0; i < sheet_->cells.size(); ++i) {
        const SheetCell& cell = sheet_->cells[i];
        if (!is_kept(rows_, cell.row) || !is_kept(columns_, cell.column)) {
            continue;
        }
        const std::size_t at = index(kept_from(rows_, cell.row), kept_from(columns_, cell.column));
        borders_[at] = cell.borders;
        has_borders_ = has_borders_ || cell.borders.any();
        if (count_characters(cell.text) > 0) {
            cell_[at] = static_cast<std::uint32_t>(i + 1);
        }
    }
}

/// Merges that overlap are damage: the first one counts.
void WorksheetGrid::place_merges() {
    merge_.assign(cell_.size(), 0);
    for (const CellRange& range : sheet_->merges) {
        CellRange kept{kept_from(rows_, range.first_row), kept_from(columns_, range.first_column),
                       kept_from(rows_, range.last_row + 1), kept_from(columns_, range.last_column + 1)};
        if (kept.last_row <= kept.first_row || kept.last_column <= kept.first_column) {
            continue;
        }
        --kept.last_row;
        --kept.last_column;
        bool free = true;
        for (std::uint32_t row = kept.first_row; row <= kept.last_row && free; ++row) {
            for (std::uint32_t column = kept.first_column; column <= kept.last_column && free; ++column) {
                free = merge_[index(row, column)] == 0;
            }
        }
        if (!free || (kept.first_row == kept.last_row && kept.first_column == kept.last_column)) {
            continue;
        }
        merges_.push_back(kept);
        for (std::uint32_t row = kept.first_row; row <= kept.last_row; ++row) {
            for (std::uint32_t column = kept.first_column; column <= kept.last_column; ++column) {
                merge_[index(row, column)] = static_cast<std::uint32_t>(merges_.size());
            }
        }
    }
}

void WorksheetGrid::count_texts() {
    for (leading_ = 0; leading_ < rows(); ++leading_) {
        std::uint32_t texts = 0;
        for (std::uint32_t column = 0; column < columns(); ++column) {
            texts += cell_[index(leading_, column)] != 0;
        }
        if (texts > 1) {
            return;
        }
    }
}

}  // namespace mingdan
