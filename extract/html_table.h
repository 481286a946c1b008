// A <table> by HTML's own algorithm (4.9.12, forming a table): cells go to the first free column, spans from above keep
// theirs, rowspan=0 reaches to the end of the row group, and no span reaches beyond it. Columns and rows in which no
// cell begins are dropped, since no browser shows them (colspan=20 over four columns). Where two cells would overlap,
// the later one gives way.
#pragma once

#include <cstdint>
#include <vector>

#include <mingdan/document.h>
#include <mingdan/result.h>

#include "extract/html_body.h"
#include "extract/html_tree.h"

namespace mingdan::html {

class TableReader {
public:
    TableReader(BodyReader& body, NodeId table) : body_(body), tree_(body.tree_), table_(table) {}

    /// A table that only lays the page out gives the blocks of its cells, any other a table.
    Result<void> read();

private:
    struct HtmlCell {
        NodeId node = kNoNode;
        std::uint32_t column_span = 1;
        std::uint32_t row_span = 1;  ///< 0: to the end of the row group
        std::uint32_t column = 0;    ///< once placed
        std::uint32_t row = 0;
    };
    struct HtmlRow {
        std::vector<HtmlCell> cells;
        std::uint32_t group = 0;
        bool header = false;
    };

    using Rows = std::vector<HtmlRow>;

    Result<void> collect(NodeId node, Rows& rows, bool header);
    Result<void> collect_child(NodeId child, Rows& rows, bool header);
    Result<void> collect_section(NodeId section, Rows& rows, bool header);
    Result<void> collect_row(NodeId node, HtmlRow& row);
    void collect_cell(NodeId node, HtmlRow& row);
    /// Leaves out what is hidden or page furniture; true if it was.
    bool left_out(NodeId node);
    bool is_layout() const;
    Result<void> unwrap();
    Result<void> place();
    void drop_unused();
    Result<void> fill();
    Result<void> fill_row(std::uint32_t row, TableGrid& grid, std::vector<HtmlCell>& open);
    Result<void> add_cell(const HtmlCell& cell, TableGrid& grid);
    Result<void> add_vacant(TableGrid& grid);
    Origin place_of(const TableGrid& grid) const;

    BodyReader& body_;
    const Tree& tree_;
    NodeId table_;
    Rows rows_;
    Rows head_;  ///< the first thead is shown first, the first tfoot last, wherever they stand
    Rows foot_;
    std::uint32_t group_ = 0;
    std::uint32_t columns_ = 0;
    Origin origin_;
};

}  // namespace mingdan::html
