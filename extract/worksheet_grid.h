// The rows and columns of a sheet that hold text, and what stands where.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/worksheet.h"

namespace mingdan {

class WorksheetGrid {
public:
    /// Sorts the sheet's cells. REQUIRES: the sheet outlives it.
    static Result<WorksheetGrid> of(Worksheet& sheet, const Limits& limits);

    std::uint32_t rows() const { return static_cast<std::uint32_t>(rows_.size()); }
    std::uint32_t columns() const { return static_cast<std::uint32_t>(columns_.size()); }
    std::uint32_t sheet_row(std::uint32_t row) const { return rows_[row]; }
    std::uint32_t sheet_column(std::uint32_t column) const { return columns_[column]; }

    /// The cell with a text at a position, or nullptr.
    SheetCell* at(std::uint32_t row, std::uint32_t column);
    Borders borders(std::uint32_t row, std::uint32_t column) const { return borders_[index(row, column)]; }
    bool has_borders() const { return has_borders_; }

    /// The merge that covers a position, in grid rows and columns; nullptr where none does.
    const CellRange* merge(std::uint32_t row, std::uint32_t column) const;

    /// How many rows stand before the first with two texts.
    std::uint32_t leading() const { return leading_; }
    /// Where a row's only text stands if it runs over the whole row; columns() where it does not.
    std::uint32_t full_text(std::uint32_t row) const;
    /// The same for a row above the table: no border is near it, and merged cells are those of this row alone.
    std::uint32_t free_text(std::uint32_t row) const;

private:
    explicit WorksheetGrid(Worksheet& sheet) : sheet_(&sheet) {}

    std::size_t index(std::uint32_t row, std::uint32_t column) const {
        return static_cast<std::size_t>(row) * columns_.size() + column;
    }
    void place_cells();
    void place_merges();
    void count_texts();

    Worksheet* sheet_;
    std::vector<std::uint32_t> rows_;
    std::vector<std::uint32_t> columns_;
    std::vector<std::uint32_t> cell_;  ///< index into the sheet's cells plus 1
    std::vector<Borders> borders_;
    std::vector<std::uint32_t> merge_;  ///< index into merges_ plus 1
    std::vector<CellRange> merges_;
    std::uint32_t leading_ = 0;
    bool has_borders_ = false;
};

}  // namespace mingdan
