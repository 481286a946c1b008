// A w:tbl while its rows come in (ECMA-376 part 1, 17.4): what w:tblPr, w:trPr and w:tcPr say, on the way to the grid.
#pragma once

#include <cstdint>
#include <optional>

#include "extract/docx_reading.h"
#include "model/table_grid.h"

namespace mingdan::docx {

/// w:tcPr as far as it is read, with the cell it belongs to.
struct CellDraft {
    GridCell cell;
    Borders borders;
    bool deleted = false;  ///< w:cellDel: gone in the accepted text
};

class TableDraft {
public:
    TableDraft(Reading& reading, const Origin& origin, std::uint32_t depth, std::size_t owner)
        : depth_(depth),
          owner_(owner),
          origin_(origin),
          left_out_from_(reading.document.left_out.size()),
          grid_(reading.budget, origin) {}

    std::uint32_t depth() const { return depth_; }
    /// The level of the container that the table stands in.
    std::size_t owner() const { return owner_; }
    std::uint32_t row_depth() const { return row_depth_; }

    void begin_row(std::uint32_t depth);
    /// What a format says of a row in one piece instead of by properties. REQUIRES: the row has no cell yet.
    void describe_row(GridGap before, GridGap after, bool header, const Borders& borders);
    void declare_column(std::int32_t width) { grid_.declare_column(width); }
    /// Takes the open row out; false if it has cells already, which stay.
    bool delete_row() { return row_deleted_ = !row_begun_; }
    void end_row();
    /// The origin of a cell that starts now.
    Origin cell_origin();
    Result<void> add_cell(CellDraft cell);
    /// The table, its findings handed to the document; nullopt if no row is left.
    Result<std::optional<Table>> finish(Reading& reading) &&;

    /// A child of w:tblPr, w:tblPrEx, w:tblBorders, w:tblGrid, w:trPr.
    void read_property(xml::Token token, const xml::Attributes& attributes, const xml::Parser& parser,
                       const Styles& styles);

private:
    void ensure_row();
    void read_row_property(xml::Token token, const xml::Attributes& attributes);
    bool open_side(Border own, Border table_side) const;

    std::uint32_t depth_;
    std::size_t owner_;
    std::uint32_t row_depth_ = 0;  ///< 0: no row is open
    Origin origin_;
    std::size_t left_out_from_;
    TableGrid grid_;
    Borders borders_;
    Borders exception_;  ///< w:tblPrEx of the open row
    const Style* style_ = nullptr;
    GridGap before_;
    GridGap after_;
    std::uint32_t rows_ = 0;
    bool row_begun_ = false;
    bool row_deleted_ = false;
    bool header_ = false;
};

/// A child of w:tcPr or w:tcBorders.
void read_cell_property(xml::Token token, const xml::Attributes& attributes, CellDraft& cell, Reading& reading);

}  // namespace mingdan::docx
