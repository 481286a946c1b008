// A table seen as a grid: which cell stands at or covers a position, what kind of row a row is.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <mingdan/document.h>

namespace mingdan {

/// A view of a table that stays valid as long as the table does. Cells' lines may be moved out of it.
class Sheet {
public:
    explicit Sheet(Table& table);

    std::uint32_t rows() const { return table_.rows; }
    std::uint32_t columns() const { return table_.columns; }
    bool spans_lost() const { return table_.spans_lost; }
    const Table& table() const { return table_; }

    /// The cell that stands at or covers a position, or nullptr where the row ends early.
    Cell* at(std::uint32_t row, std::uint32_t column);
    const Cell* at(std::uint32_t row, std::uint32_t column) const;
    /// The cells that begin in a row.
    std::span<Cell> starting_in(std::uint32_t row);
    std::span<const Cell> starting_in(std::uint32_t row) const;

    bool is_blank(std::uint32_t row) const;
    bool is_header_row(std::uint32_t row) const { return row < table_.header_rows.size() && table_.header_rows[row]; }

    /// The one cell of a row that holds all its text and spans it (or all of it but one column), else nullptr.
    Cell* full_cell(std::uint32_t row);

private:
    Table& table_;
    std::vector<std::uint32_t> grid_;  ///< index into cells plus 1; 0 where vacant
};

/// The lines of a cell, those of text boxes and tables inside it included, as one text with no space between Han
/// characters.
std::string flat_text(const Cell& cell);
/// The same when one line holds it all; else joined into `storage`.
std::string_view flat_text(const Cell& cell, std::string& storage);
bool has_text(const Cell& cell);

/// Brings the text of nested tables and text boxes into the cell's own lines: a row of a nested table is a line.
void flatten_children(Cell& cell);

}  // namespace mingdan
