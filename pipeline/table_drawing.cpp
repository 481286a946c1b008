// Drawing in four steps: who owns each grid position, how wide each column is, how high each row is, and the lines. A
// border is drawn between positions of different owners only; so a merge is a box without lines inside, and a position
// that a short row leaves vacant has no box at all. The text of a merged cell runs on through the borders it covers.
#include "pipeline/table_drawing.h"

#include <algorithm>
#include <cstdint>

#include <fmt/format.h>

#include "model/utf8.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

constexpr std::size_t kWidestColumn = 40;          ///< longer lines are wrapped
constexpr std::size_t kNarrowestColumn = 6;        ///< no column is squeezed below this
constexpr std::size_t kWidestTable = 116;          ///< columns are squeezed until a table fits, if they can be
constexpr std::size_t kMostPositions = 4'000'000;  ///< a larger grid is drawn in part
constexpr std::uint32_t kNone = UINT32_MAX;

bool turns_direction(char32_t c) {
    return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}
bool is_control(char32_t c) {
    return c < 0x20 || (c >= 0x7F && c <= 0x9F) || c == 0x2028 || c == 0x2029;
}

/// Cuts a line into pieces that fit; a character wider than the column stands alone.
void wrap_into(std::vector<std::string>& pieces, std::string_view line, std::size_t width) {
    std::size_t begin = 0;
    std::size_t used = 0;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t from = at;
        const auto wide = static_cast<std::size_t>(text::display_width(utf8::next(line, at)));
        if (used + wide > width && from > begin) {
            pieces.emplace_back(line.substr(begin, from - begin));
            begin = from;
            used = 0;
        }
        used += wide;
    }
    pieces.emplace_back(line.substr(begin));
}

class Drawing {
public:
    Drawing(std::string& out, const Table& table, const std::vector<std::vector<std::string>>& contents)
        : out_(out), table_(table), rows_(rows_to_draw(table)), columns_(table.columns) {
        own();
        measure_columns(contents);
        squeeze();
        wrap(contents);
        measure_rows();
    }

    void draw() {
        for (std::uint32_t row = 0; row < rows_; ++row) {
            draw_border(row);
            for (std::size_t y = 0; y < heights_[row]; ++y) {
                draw_line(row, y);
            }
        }
        draw_border(rows_);
        if (rows_ < table_.rows) {
            out_ += fmt::format("… {} more rows\n", table_.rows - rows_);
        }
    }

private:
    static std::uint32_t rows_to_draw(const Table& table) {
        return std::min(table.rows, static_cast<std::uint32_t>(kMostPositions / std::max(table.columns, 1u)));
    }

    void own() {
        owners_.assign(std::size_t{rows_} * columns_, kNone);
        for (std::uint32_t i = 0; i < table_.cells.size() && table_.cells[i].row < rows_; ++i) {
            const Cell& cell = table_.cells[i];
            const std::uint32_t last_row = std::min(rows_, cell.row + cell.row_span);
            const std::uint32_t last_column = std::min(columns_, cell.column + cell.column_span);
            for (std::uint32_t row = cell.row; row < last_row; ++row) {
                std::fill(owners_.begin() + at(row, cell.column), owners_.begin() + at(row, last_column), i);
            }
        }
    }
    std::ptrdiff_t at(std::uint32_t row, std::uint32_t column) const {
        return static_cast<std::ptrdiff_t>(std::size_t{row} * columns_ + column);
    }
    /// Rows and columns count from 1 here, so that what lies outside has an address too.
    std::uint32_t owner(std::uint32_t row, std::uint32_t column) const {
        const bool inside = row >= 1 && row <= rows_ && column >= 1 && column <= columns_;
        return inside ? owners_[std::size_t{row - 1} * columns_ + column - 1] : kNone;
    }
    bool drawn(const Cell& cell) const { return cell.row < rows_; }

    std::size_t width_of(const Cell& cell) const {
        std::size_t width = 3 * (cell.column_span - 1);
        for (std::uint32_t i = 0; i < cell.column_span; ++i) {
            width += widths_[cell.column + i];
        }
        return width;
    }

    void measure_columns(const std::vector<std::vector<std::string>>& contents) {
        widths_.assign(columns_, 2);
        std::vector<std::uint32_t> spanning;
        for (std::uint32_t i = 0; i < table_.cells.size() && drawn(table_.cells[i]); ++i) {
            if (table_.cells[i].column_span > 1) {
                spanning.push_back(i);
            } else {
                std::size_t& width = widths_[table_.cells[i].column];
                width = std::max(width, std::min(natural_width(contents[i]), kWidestColumn));
            }
        }
        for (const std::uint32_t i : spanning) {  // what a wide cell lacks is shared out among its columns
            const Cell& cell = table_.cells[i];
            const std::size_t wanted = std::min(natural_width(contents[i]), kWidestColumn);
            for (std::uint32_t k = 0; width_of(cell) < wanted; k = (k + 1) % cell.column_span) {
                ++widths_[cell.column + k];
            }
        }
    }
    static std::size_t natural_width(const std::vector<std::string>& lines) {
        std::size_t width = 0;
        for (const std::string& line : lines) {
            width = std::max(width, static_cast<std::size_t>(text::display_width(line)));
        }
        return width;
    }

    /// Brings the widest columns down, one step after another, until the table fits.
    void squeeze() {
        std::size_t total = 3 * std::size_t{columns_} + 1;
        for (const std::size_t width : widths_) {
            total += width;
        }
        for (std::size_t cap = kWidestColumn; total > kWidestTable && cap > kNarrowestColumn;) {
            --cap;
            for (std::size_t& width : widths_) {
                if (width > cap) {
                    total -= width - cap;
                    width = cap;
                }
            }
        }
    }

    void wrap(const std::vector<std::vector<std::string>>& contents) {
        lines_.resize(table_.cells.size());
        for (std::size_t i = 0; i < table_.cells.size() && drawn(table_.cells[i]); ++i) {
            const std::size_t width = width_of(table_.cells[i]);
            for (const std::string& line : contents[i]) {
                wrap_into(lines_[i], line, width);
            }
        }
    }

    void measure_rows() {
        heights_.assign(rows_, 1);
        for (std::size_t i = 0; i < table_.cells.size() && drawn(table_.cells[i]); ++i) {
            if (table_.cells[i].row_span == 1) {
                heights_[table_.cells[i].row] = std::max(heights_[table_.cells[i].row], lines_[i].size());
            }
        }
        for (std::size_t i = 0; i < table_.cells.size() && drawn(table_.cells[i]); ++i) {
            const Cell& cell = table_.cells[i];
            if (cell.row_span > 1) {  // what a high cell lacks goes to its last row
                const std::uint32_t end = std::min(rows_, cell.row + cell.row_span);
                std::size_t height = end - cell.row - 1;
                for (std::uint32_t row = cell.row; row < end; ++row) {
                    height += heights_[row];
                }
                heights_[end - 1] += std::max(height, lines_[i].size()) - height;
            }
        }
        tops_.resize(rows_ + 1u, 0);
        for (std::uint32_t row = 0; row < rows_; ++row) {
            tops_[row + 1] = tops_[row] + heights_[row] + 1;
        }
    }

    /// The cell's line at a height of the whole table, padded. Returns how many columns it takes.
    std::uint32_t put_text(std::uint32_t i, std::size_t height) {
        const Cell& cell = table_.cells[i];
        const std::size_t index = height - tops_[cell.row];
        const std::string_view line =
            index < lines_[i].size() ? std::string_view(lines_[i][index]) : std::string_view();
        const auto used = static_cast<std::size_t>(text::display_width(line));
        const std::size_t width = width_of(cell);
        out_ += ' ';
        out_ += line;
        out_.append(1 + (width > used ? width - used : 0), ' ');
        return cell.column_span;
    }

    void draw_line(std::uint32_t row, std::size_t y) {
        for (std::uint32_t column = 0; column < columns_;) {
            const std::uint32_t here = owner(row + 1, column + 1);
            out_ += here != owner(row + 1, column) ? "│" : " ";
            if (here != kNone) {
                column += put_text(here, tops_[row] + y);
            } else {
                out_.append(widths_[column++] + 2, ' ');
            }
        }
        out_ += owner(row + 1, columns_) != kNone ? "│\n" : "\n";
    }

    /// The border above a row (or below the last).
    void draw_border(std::uint32_t row) {
        for (std::uint32_t column = 0; column < columns_;) {
            const std::uint32_t above = owner(row, column + 1);
            const std::uint32_t below = owner(row + 1, column + 1);
            out_ += crossing(row, column);
            if (above == below && above != kNone) {
                column += put_text(above, tops_[row] - 1);
                continue;
            }
            for (std::size_t i = 0; i < widths_[column] + 2; ++i) {
                out_ += above != below ? "─" : " ";
            }
            ++column;
        }
        out_ += crossing(row, columns_);
        out_ += '\n';
    }

    std::string_view crossing(std::uint32_t row, std::uint32_t column) const {
        constexpr std::string_view kCrossings[] = {" ", "╵", "╷", "│", "╴", "┘", "┐", "┤",
                                                   "╶", "└", "┌", "├", "─", "┴", "┬", "┼"};
        const std::uint32_t upper_left = owner(row, column);
        const std::uint32_t upper_right = owner(row, column + 1);
        const std::uint32_t lower_left = owner(row + 1, column);
        const std::uint32_t lower_right = owner(row + 1, column + 1);
        const std::size_t up = upper_left != upper_right ? 1 : 0;
        const std::size_t down = lower_left != lower_right ? 2 : 0;
        const std::size_t left = upper_left != lower_left ? 4 : 0;
        const std::size_t right = upper_right != lower_right ? 8 : 0;
        return kCrossings[up | down | left | right];
    }

    std::string& out_;
    const Table& table_;
    std::uint32_t rows_;
    std::uint32_t columns_;
    std::vector<std::uint32_t> owners_;            ///< per position: the index of its cell, or kNone
    std::vector<std::size_t> widths_;              ///< per column, without the spaces beside the text
    std::vector<std::size_t> heights_;             ///< per row
    std::vector<std::size_t> tops_;                ///< per row: the line on which its text begins
    std::vector<std::vector<std::string>> lines_;  ///< per cell, wrapped
};

}  // namespace

std::string visible(const Line& line) {
    std::string seen = line.number;
    seen += line.number.empty() || line.field.text.empty() ? "" : " ";
    const std::string_view text = line.field.text;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = utf8::next(text, at);
        utf8::append(seen, c == '\t' ? U' ' : is_control(c) || turns_direction(c) ? char32_t{0xFFFD} : c);
    }
    return seen;
}

void draw_table(std::string& out, const Table& table, const std::vector<std::vector<std::string>>& contents) {
    Drawing(out, table, contents).draw();
}

}  // namespace mingdan
