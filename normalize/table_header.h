// The header of a table: where it stands, how many levels it has, which grid columns each name covers.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "normalize/sheet.h"

namespace mingdan {

struct HeaderColumn {
    std::uint32_t grid_begin = 0;  ///< the grid columns [grid_begin, grid_end) that it covers
    std::uint32_t grid_end = 0;
    std::vector<Cell*> levels;  ///< its header cells from top to bottom, each once; empty without a header
    std::string key;            ///< its name for comparing
};

struct Header {
    std::uint32_t begin = 0;  ///< header rows [begin, end); begin == end: the table has none
    std::uint32_t end = 0;
    std::vector<HeaderColumn> columns;
    bool guessed = false;  ///< neither words nor marks prove it
    /// What its rows say, by grid column, for comparing: the cells' own lines move into the columns' names.
    std::vector<std::vector<std::string>> row_keys;

    std::vector<std::string> keys() const;
};

/// Finds the header at or after `row`; rows before it are titles and notes.
Header find_header(Sheet& sheet, std::uint32_t row);
/// A header of no rows: every grid column that holds anything is a column.
Header without_header(const Sheet& sheet, std::uint32_t row);
/// True if the cells of a row read like header words in other terms than records.
bool reads_like_header(Sheet& sheet, std::uint32_t row);
/// True if the row says again what a row of the header says.
bool repeats_header(Sheet& sheet, std::uint32_t row, const Header& header);

}  // namespace mingdan
