#include "normalize/sheet.h"

#include <utility>

#include "normalize/rewrite.h"
#include "normalize/spaces.h"

namespace mingdan {

Sheet::Sheet(Table& table) : table_(table), grid_(static_cast<std::size_t>(table.rows) * table.columns, 0) {
    for (std::size_t i = 0; i < table.cells.size(); ++i) {
        const Cell& cell = table.cells[i];
        const std::uint32_t row_end = std::min(cell.row + cell.row_span, table.rows);
        const std::uint32_t column_end = std::min(cell.column + cell.column_span, table.columns);
        for (std::uint32_t row = cell.row; row < row_end; ++row) {
            for (std::uint32_t column = cell.column; column < column_end; ++column) {
                grid_[static_cast<std::size_t>(row) * table.columns + column] = static_cast<std::uint32_t>(i + 1);
            }
        }
    }
}

Cell* Sheet::at(std::uint32_t row, std::uint32_t column) {
    const std::uint32_t index = grid_[static_cast<std::size_t>(row) * table_.columns + column];
    return index == 0 ? nullptr : &table_.cells[index - 1];
}

const Cell* Sheet::at(std::uint32_t row, std::uint32_t column) const {
    return const_cast<Sheet*>(this)->at(row, column);
}

std::span<Cell> Sheet::starting_in(std::uint32_t row) {
    return {table_.cells.data() + table_.row_begin[row], table_.row_begin[row + 1] - table_.row_begin[row]};
}

std::span<const Cell> Sheet::starting_in(std::uint32_t row) const {
    return {table_.cells.data() + table_.row_begin[row], table_.row_begin[row + 1] - table_.row_begin[row]};
}

bool Sheet::is_blank(std::uint32_t row) const {
    for (const Cell& cell : starting_in(row)) {
        if (has_text(cell)) {
            return false;
        }
    }
    return true;
}

Cell* Sheet::full_cell(std::uint32_t row) {
    Cell* only = nullptr;
    for (Cell& cell : starting_in(row)) {
        if (has_text(cell)) {
            if (only != nullptr) {
                return nullptr;
            }
            only = &cell;
        }
    }
    if (only == nullptr || only->row_span > 1) {
        return nullptr;
    }
    const std::uint32_t needed = columns() >= 3 ? columns() - 1 : columns();
    return only->column_span >= needed ? only : nullptr;
}

bool has_text(const Cell& cell) {
    for (const Line& line : cell.lines) {
        if (!line.field.text.empty() || !line.number.empty()) {
            return true;
        }
    }
    return false;
}

std::string_view flat_text(const Cell& cell, std::string& storage) {
    if (cell.lines.empty()) {
        return {};
    }
    if (cell.lines.size() == 1 && cell.lines.front().number.empty()) {
        return cell.lines.front().field.text;
    }
    storage.clear();
    for (const Line& line : cell.lines) {
        storage += line.number;
        storage += between_lines(storage, line.field.text);
        storage += line.field.text;
    }
    return storage;
}

std::string flat_text(const Cell& cell) {
    std::string storage;
    return std::string(flat_text(cell, storage));
}

namespace {

void append_blocks(std::vector<Line>& lines, std::vector<Block>& blocks);

/// One line a row: its cells' lines joined, cells parted by one space.
void append_table(std::vector<Line>& lines, Table& table) {
    for (std::uint32_t row = 0; row < table.rows; ++row) {
        bool first = true;
        for (std::uint32_t i = table.row_begin[row]; i < table.row_begin[row + 1]; ++i) {
            Cell& cell = table.cells[i];
            flatten_children(cell);
            for (Line& line : cell.lines) {
                if (first) {
                    lines.push_back(std::move(line));
                    lines.back().end = LineEnd::paragraph;
                    first = false;
                } else if (!line.field.text.empty()) {
                    join(lines.back().field, std::move(line.field), " ", Fix::join_items);
                }
            }
        }
    }
}

void append_blocks(std::vector<Line>& lines, std::vector<Block>& blocks) {
    for (Block& block : blocks) {
        if (auto* paragraph = std::get_if<Paragraph>(&block.is)) {
            for (Line& line : paragraph->lines) {
                if (!line.field.text.empty() || !line.number.empty()) {
                    lines.push_back(std::move(line));
                }
            }
        } else if (auto* table = std::get_if<Table>(&block.is)) {
            append_table(lines, *table);
        } else {
            append_blocks(lines, std::get<TextBox>(block.is).blocks);
        }
    }
}

}  // namespace

void flatten_children(Cell& cell) {
    append_blocks(cell.lines, cell.children);
    cell.children.clear();
}

}  // namespace mingdan
