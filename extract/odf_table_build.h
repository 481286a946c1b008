// From rows as they stand in the file to positions of a grid: repetitions, spans, the used range of a sheet.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "extract/odf_table.h"

namespace mingdan::odf {

class TableBuild {
public:
    explicit TableBuild(TableDraft& draft) : draft_(draft), reading_(draft.reading_) {}

    Result<std::optional<Table>> build();

private:
    /// The cell that covers a column, and up to which row.
    struct Span {
        std::uint32_t until = 0;  ///< 0: none
        std::uint32_t row = 0;
        std::uint32_t column = 0;
        std::uint32_t width = 1;
        bool open_bottom = false;
    };

    void measure_text();
    void measure_sheet();
    Result<void> charge() const;
    Result<void> add_row(TableGrid& grid, TableDraft::Row* row);
    Result<void> add_position(TableGrid& grid, CellDraft* cell, bool first);
    Result<void> begin_cell(TableGrid& grid, CellDraft& cell, bool first);
    Result<void> cover(TableGrid& grid, CellDraft* cell, bool first);
    Result<Cell> content_of(CellDraft& cell, bool first);
    void let_title_run(TableDraft::Row& row) const;
    bool any_span() const;
    void end_span(const Span& span);
    void move_origins(Table& table) const;

    TableDraft& draft_;
    Reading& reading_;
    std::uint32_t first_row_ = 0;
    std::uint32_t end_row_ = 0;
    std::uint32_t first_column_ = 0;
    std::uint32_t end_column_ = 0;
    std::vector<Span> spans_;  ///< by column of the grid
    std::uint32_t row_ = 0;    ///< the position that is being added
    std::uint32_t column_ = 0;
    bool row_repeats_ = false;
};

}  // namespace mingdan::odf
