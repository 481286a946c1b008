// Plain rows under a header, on as many sheets as they need. One row after another is written, so that a flat workbook
// can take them. A text that is too long for a cell goes on in the cell below, in a row of its own.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "wrap/workbook.h"

namespace mingdan {

/// The width in characters that shows the longest line of the text, and at most the widest.
double fitting_width(std::string_view text, double widest);

class SheetRows {
public:
    /// REQUIRES: header.size() <= workbook::kColumnLimit; a sheet holds the header and a row more.
    SheetRows(workbook::Workbook& book, std::string name, std::vector<std::string> header);
    SheetRows(const SheetRows&) = delete;
    SheetRows& operator=(const SheetRows&) = delete;
    /// The columns get their widths.
    ~SheetRows();

    // The row in hand, from left to right. True if the cell does not hold all of it.
    bool text(std::string_view text);
    /// A number where a numeric cell shows the same digits, else text.
    bool digits(std::string_view digits);
    void empty() { column_ += 1; }
    void end_row();

private:
    struct Rest {
        std::uint32_t column;
        std::string text;
    };

    void begin_sheet();
    void begin_row();
    bool put(std::string_view text, const workbook::Style& style);
    void note_width(std::string_view text);
    void set_widths();

    workbook::Workbook& book_;
    std::string name_;
    std::vector<std::string> header_;
    workbook::Sheet sheet_;
    std::vector<double> widths_;
    std::vector<Rest> rests_;
    std::uint32_t row_ = 0;
    std::uint32_t column_ = 0;
    bool row_begun_ = false;
};

}  // namespace mingdan
