// A table:table while its rows come in (OpenDocument 1.3 part 3, 9.1), in a text or as a sheet.
//
// Only what stands in the file is kept, with the number of its repetitions; positions come into being when the table
// is complete and its extent is charged. A cell's spans tell which positions it covers, the covered-table-cell elements
// what text was left in them. Of a sheet the used range counts: what lies outside of filled cells is dropped, a text
// alone at the beginning of a row runs over the empty cells beside it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "extract/odf_reading.h"
#include "model/table_grid.h"

namespace mingdan::odf {

struct CellDraft {
    Cell content;
    std::uint32_t column = 0;
    std::uint32_t repeated = 1;
    std::uint32_t column_span = 1;
    std::uint32_t row_span = 1;
    bool covered = false;
    bool is_text = true;  ///< no number, date or the like

    bool filled() const;
};

class TableDraft {
public:
    TableDraft(Reading& reading, const Origin& origin, std::uint32_t depth, std::size_t owner, bool sheet);

    std::uint32_t depth() const { return depth_; }
    /// The level of the container that the table stands in.
    std::size_t owner() const { return owner_; }
    std::uint32_t row_depth() const { return row_depth_; }

    void hide() { hidden_ = true; }
    void set_header(bool header) { header_ = header; }
    void add_columns(std::uint32_t repeated, bool hidden, std::string cell_style);
    void begin_row(std::uint32_t depth, std::uint32_t repeated, bool hidden, std::string cell_style);
    void end_row();
    /// What a cell that starts now and names no style takes from its row or column.
    std::string_view default_cell_style() const;
    /// The origin of a cell that starts now.
    Origin cell_origin() const;
    std::uint32_t next_column() const { return column_; }
    void add_cell(CellDraft cell);
    /// The table, its findings handed to the document; nullopt if nothing stands in it.
    Result<std::optional<Table>> finish() &&;

private:
    struct Columns {
        std::uint32_t end = 0;
        bool hidden = false;
        std::string cell_style;
    };
    struct Row {
        std::uint32_t row = 0;
        std::uint32_t repeated = 1;
        bool header = false;
        std::vector<CellDraft> cells;
    };

    const Columns* columns_at(std::uint32_t column) const;
    void leave();

    Reading& reading_;
    Origin origin_;
    std::uint32_t depth_;
    std::size_t owner_;
    std::uint32_t row_depth_ = 0;  ///< 0: no row is open
    std::size_t left_out_from_;
    std::size_t stories_from_;
    bool sheet_;
    bool hidden_ = false;
    bool header_ = false;
    bool row_hidden_ = false;
    std::string row_style_;
    std::vector<Columns> columns_;
    std::vector<Row> rows_;
    Row open_;
    std::uint32_t row_ = 0;     ///< of the next row that is not blank, blank ones before it not counted
    std::uint32_t blanks_ = 0;  ///< blank rows since then
    std::uint32_t column_ = 0;
    bool shortened_ = false;

    friend class TableBuild;
};

}  // namespace mingdan::odf
