// What all spreadsheets share: the cells of one sheet, in any order and anywhere, become one table of the Document.
//
// Storage is as sparse as the file: nothing is taken by a declared size. The table holds the rows and columns that hold
// text; blank ones between them are dropped. A text that alone fills its row runs over the empty cells beside it on the
// screen, so it spans them, as long as no border says that those are cells of their own.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <mingdan/document.h>
#include <mingdan/options.h>
#include <mingdan/result.h>

#include "model/table_grid.h"

namespace mingdan {

/// Sides of a cell that have a line.
struct Borders {
    bool left = false;
    bool right = false;
    bool top = false;
    bool bottom = false;

    bool any() const { return left || right || top || bottom; }
};

/// A cell that holds a text or has borders. Rows and columns count from 0.
struct SheetCell {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    std::string text;  ///< as the sheet shows it, valid UTF-8
    Borders borders;
    bool is_number = false;
};

/// Merged cells, ends included.
struct CellRange {
    std::uint32_t first_row = 0;
    std::uint32_t first_column = 0;
    std::uint32_t last_row = 0;
    std::uint32_t last_column = 0;
};

struct Worksheet {
    std::string name;
    bool hidden = false;
    std::vector<SheetCell> cells;
    std::vector<CellRange> merges;
    std::vector<std::uint32_t> hidden_rows;
    std::vector<CellRange> hidden_columns;  ///< by their columns
    std::vector<std::string> boxes;         ///< texts of text boxes, lines parted by \n
    std::vector<std::string> comments;
    std::vector<std::string> furniture;  ///< headers and footers of its printed pages
    std::uint32_t pictures = 0;
    std::uint32_t values_missing = 0;   ///< formulas without a result, or with an error for one
    std::uint32_t formats_unknown = 0;  ///< numbers whose format cannot be followed
};

/// Turns sheets into a Document, one after the other, and says at the end what a person should know of the workbook.
class WorkbookBuilder {
public:
    WorkbookBuilder(const Limits& limits, Document& document) : limits_(limits), document_(document), budget_(limits) {}

    /// Charges text against the limit; readers ask before they keep it.
    Result<void> charge_text(std::size_t bytes);
    /// Text that is part of no cell.
    void leave(Reason reason, std::string text, std::uint16_t part);
    /// `part` as in Origin.
    Result<void> add(Worksheet sheet, std::uint16_t part);
    void finish();

private:
    struct Added {
        std::string name;
        std::size_t block = 0;  ///< its first
        bool titled = false;    ///< it begins with a text over the whole width
    };

    void leave_hidden(const Worksheet& sheet, std::uint16_t part);
    void add_beside(const Worksheet& sheet, std::uint16_t part);
    void count_hidden(const Worksheet& sheet);
    void name_tables();
    Line line_of(std::string_view text, Origin origin);

    const Limits& limits_;
    Document& document_;
    GridBudget budget_;
    std::vector<Added> added_;
    std::uint64_t text_bytes_ = 0;
    std::uint64_t hidden_rows_ = 0;
    std::uint64_t hidden_columns_ = 0;
    std::uint64_t hidden_sheets_ = 0;
    std::uint64_t values_missing_ = 0;
    std::uint64_t formats_unknown_ = 0;
};

}  // namespace mingdan
