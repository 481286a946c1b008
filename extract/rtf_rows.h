// What \trowd … \row says of a table row (RTF 1.9.1, "Table Definitions"): edges, merges, borders, header.
//
// Words of a cell come before its \cellx. Word writes the definition before and behind the cells' text, others before
// it only; the last one before \row counts, and a row without one keeps that of the row above.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/docx_styles.h"
#include "extract/edge_table.h"
#include "extract/rtf_tokens.h"

namespace mingdan::rtf {

struct CellDefinition {
    std::int32_t right = 0;
    Merge vertical = Merge::none;
    Merge horizontal = Merge::none;
    bool vertical_text = false;
    docx::Borders borders;
};

class RowDefinition {
public:
    /// True if the word speaks of rows and was taken.
    bool read(const Token& token);
    bool empty() const { return cells_.empty(); }
    /// What it says of the row's cells goes into them. `first`: it is the first row of its table.
    void apply(EdgeRow& row, bool first) const;

private:
    enum class Side : std::uint8_t { other, cell_top, cell_bottom, row_top, row_inside };

    bool read_border(Word word);
    void set_border(docx::Border border);

    std::vector<CellDefinition> cells_;
    CellDefinition next_;
    std::int32_t left_ = 0;
    bool header_ = false;
    docx::Borders borders_;
    Side side_ = Side::other;  ///< the border that is being described
};

}  // namespace mingdan::rtf
