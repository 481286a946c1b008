// Title and head over the full width; each roster under its headings: a header, records, totals in bold, notes. A label
// that stands for several records (merged or filled from one place) is one cell over their rows; lists have an item a
// line. A row is 409 points tall at most, so that longer lists go on in the row below, the record's other cells beside
// both. What a sheet does not hold goes on in a next one under the same header.
#include "emit/xlsx_layout.h"

#include <algorithm>
#include <cmath>

#include <fmt/format.h>

#include "emit/sheet_rows.h"
#include "model/try.h"

namespace mingdan {

namespace {

using workbook::Across;
using workbook::Area;
using workbook::Down;
using workbook::Style;

constexpr std::string_view kSheet = "名单";
constexpr Style kTitle{.bold = true, .wrapped = true, .across = Across::centre, .down = Down::centre, .points = 16};
constexpr Style kHead{.wrapped = true, .across = Across::centre, .down = Down::centre};
constexpr Style kHeading{.bold = true, .wrapped = true, .across = Across::centre, .down = Down::centre, .points = 12};
constexpr Style kHeader{
    .bold = true, .wrapped = true, .framed = true, .shaded = true, .across = Across::centre, .down = Down::centre};
constexpr Style kRecord{.wrapped = true, .framed = true, .down = Down::centre};
constexpr Style kTotal{.bold = true, .wrapped = true, .framed = true, .down = Down::centre};
constexpr Style kNote{.wrapped = true, .across = Across::left, .down = Down::top};

constexpr double kNarrowest = 6;
constexpr double kWidest = 44;
constexpr double kWidestHeader = 12;    ///< longer names wrap
constexpr double kNarrowestSheet = 48;  ///< a title needs some room
constexpr double kPortraitWidth = 95;   ///< wider sheets are printed across
constexpr std::size_t kLinesOfCell = 26;
constexpr std::uint32_t kMostFrozen = 8;  ///< rows; more would leave no room on a screen

std::size_t count_lines(std::string_view text, double width) {
    std::size_t lines = 0;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        const double needed = fitting_width(text.substr(begin, end - begin), 1e6);
        lines += std::max<std::size_t>(1, static_cast<std::size_t>(std::ceil(needed / width)));
        begin = end + 1;
    }
    return lines;
}

/// A text in pieces that a cell holds; one, mostly.
std::vector<std::string> pieces_of(std::string_view text) {
    std::vector<std::string> pieces;
    do {
        const std::size_t fits = workbook::fitting(text);
        pieces.emplace_back(text.substr(0, fits));
        text.remove_prefix(fits);
    } while (!text.empty());
    return pieces;
}

/// One cell to be written, over more rows if its text needs them.
struct Cell {
    std::vector<std::string> pieces{""};
    const Value* value = nullptr;  ///< of a record
    bool numeric = false;
};

/// A cell that may still grow downwards.
struct Open {
    Area area;
    Cell cell;
    Style style;
};

class Layout {
public:
    Layout(workbook::Workbook& book, const Notice& notice, const CutSink& cut)
        : book_(book), notice_(notice), cut_(cut), sheet_(book.add_sheet(kSheet)) {}

    Result<void> write() {
        measure();
        head();
        for (std::size_t i = 0; i < notice_.rosters.size(); ++i) {
            roster(static_cast<std::uint32_t>(i));
        }
        end_sheet();
        return fault_;
    }

private:
    void measure() {
        for (const Roster& roster : notice_.rosters) {
            widths_.resize(std::max(widths_.size(), roster.columns.size()), kNarrowest);
            for (std::size_t i = 0; i < roster.columns.size(); ++i) {
                grow(i, roster.columns[i].name.text, kWidestHeader);
                for (const auto* rows : {&roster.records, &roster.totals}) {
                    for (const Record& record : *rows) {
                        for (const Field& item : record.values[i].items) {
                            grow(i, item.text, kWidest);
                        }
                    }
                }
            }
        }
        widths_.resize(std::max<std::size_t>(widths_.size(), 1), kNarrowest);
        for (const double width : widths_) {
            total_width_ += width;
        }
        widths_.back() += std::max(0.0, kNarrowestSheet - total_width_);
        total_width_ = std::max(total_width_, kNarrowestSheet);
    }
    void grow(std::size_t column, std::string_view text, double widest) {
        if (widths_[column] < widest) {
            widths_[column] = std::max(widths_[column], fitting_width(text, widest));
        }
    }

    void head() {
        if (notice_.title) {
            block(notice_.title->text, kTitle, At{{}, {}, {}, "title"});
        }
        std::string line;
        const auto add = [&](std::string_view gap, const Field& field) {
            line += line.empty() ? "" : gap;
            line += field.text;
        };
        if (notice_.number) {
            add("", *notice_.number);
        }
        for (const Field& issuer : notice_.issuers) {
            add(&issuer == &notice_.issuers.front() ? "　　" : "、", issuer);
        }
        if (notice_.date) {
            add("　　", *notice_.date);
        }
        if (!line.empty()) {
            block(line, kHead, At{{}, {}, {}, "number"});
        }
    }

    /// A text over the full width. Merged rows do not fit their height by themselves.
    void block(std::string_view text, const Style& style, const At& at) {
        const std::vector<std::string> pieces = pieces_of(text);
        if (pieces.size() > 1) {
            cut_(at);
        }
        for (const std::string& piece : pieces) {
            take(1);
            const double scale = style.points / 11.0;
            const auto lines = static_cast<double>(count_lines(piece, total_width_ / scale));
            sheet_.text({row_, 0, row_, last_column()}, piece, style);
            sheet_.height(row_, std::ceil(lines * 15 * scale) + (style.points > 11 ? 6 : 0));
            row_ += 1;
        }
    }

    void roster(std::uint32_t index) {
        const Roster& roster = notice_.rosters[index];
        roster_ = nullptr;
        index_ = index;
        row_ += row_ > 0 ? 1 : 0;
        std::string title(roster.annex ? roster.annex->text : "");
        title += roster.annex && roster.title ? "：" : "";
        title += roster.title ? roster.title->text : "";
        for (const std::string& text : {title, roster.heading ? roster.heading->text : std::string()}) {
            if (!text.empty()) {
                block(text, kHeading, At{index, {}, {}, {}});
            }
        }
        take(1);
        roster_ = &roster;
        header();
        for (std::size_t i = 0; i < roster.records.size(); ++i) {
            record(roster.records[i], kRecord, static_cast<std::uint32_t>(i));
        }
        close_all();
        for (const Record& total : roster.totals) {
            record(total, kTotal, std::nullopt);
        }
        close_all();
        for (const Field& note : roster.notes) {
            block(note.text, kNote, At{index, {}, {}, {}});
        }
    }

    void header() {
        std::vector<Cell> cells;
        for (const Column& column : roster_->columns) {
            cells.push_back({pieces_of(column.name.text), nullptr, false});
            if (cells.back().pieces.size() > 1) {
                cut_(At{index_, {}, {}, {}});
            }
        }
        const std::uint32_t first = row_;
        row(cells, kHeader);
        close_all();
        const bool alone = notice_.rosters.size() == 1 && row_ <= kMostFrozen && !cells.empty();
        sheet_.paper(total_width_ > kPortraitWidth, alone ? first : 1, alone ? row_ - 1 : 0);
        if (alone) {
            sheet_.freeze(row_);
        }
    }

    void record(const Record& record, const Style& style, std::optional<std::uint32_t> number) {
        std::vector<Cell> cells;
        for (std::size_t i = 0; i < record.values.size(); ++i) {
            const Column& column = roster_->columns[i];
            const Value& value = record.values[i];
            const bool list = column.type == ColumnType::list;
            bool cut = false;
            Cell cell{list ? list_pieces(value, widths_[i], cut) : pieces_of(value.text()), list ? nullptr : &value,
                      column.type == ColumnType::integer || column.type == ColumnType::number};
            if (cut || (!list && cell.pieces.size() > 1)) {
                cut_(At{index_, number, column.name.text, {}});
            }
            cells.push_back(std::move(cell));
        }
        row(cells, style);
    }

    /// The items one a line, as many as a row shows.
    static std::vector<std::string> list_pieces(const Value& value, double width, bool& cut) {
        std::vector<std::string> pieces{""};
        std::size_t lines = 0;
        for (const Field& item : value.items) {
            for (const std::string& part : pieces_of(item.text)) {
                cut = cut || part.size() < item.text.size();
                const std::size_t more = count_lines(part, width);
                std::string longer = pieces.back() + (lines > 0 ? "\n" : "") + part;
                if (lines > 0 && (lines + more > kLinesOfCell || workbook::fitting(longer) < longer.size())) {
                    pieces.push_back(part);
                    lines = more;
                } else {
                    pieces.back() = std::move(longer);
                    lines += more;
                }
            }
        }
        return pieces;
    }

    /// Cells side by side, over as many rows as the longest needs.
    void row(std::vector<Cell>& cells, const Style& style) {
        std::size_t rows = 1;
        for (const Cell& cell : cells) {
            rows = std::max(rows, cell.pieces.size());
        }
        if (cells.empty() || !take(static_cast<std::uint32_t>(rows))) {
            return;
        }
        open_.resize(cells.size());
        const std::uint32_t last = row_ + static_cast<std::uint32_t>(rows) - 1;
        for (std::uint32_t i = 0; i < cells.size(); ++i) {
            Cell& cell = cells[i];
            if (goes_on(open_[i], cell, style)) {
                open_[i]->area.last_row = last;
                continue;
            }
            close(i);
            const auto whole = static_cast<std::uint32_t>(cell.pieces.size() - 1);
            for (std::uint32_t piece = 0; piece < whole; ++piece) {
                put({row_ + piece, i, row_ + piece, i}, cell.pieces[piece], false, style);
            }
            cell.pieces = {std::move(cell.pieces.back())};
            cell.value = whole > 0 ? nullptr : cell.value;
            open_[i] = Open{{row_ + whole, i, last, i}, std::move(cell), style};
        }
        row_ = last + 1;
    }

    /// A value taken from the place that the cell above took its own from.
    static bool goes_on(const std::optional<Open>& above, const Cell& cell, const Style& style) {
        if (!above || above->cell.value == nullptr || cell.value == nullptr || !(style == above->style)) {
            return false;
        }
        const Value& first = *above->cell.value;
        const Value& next = *cell.value;
        const bool copied = next.derivation == Derivation::merged || next.derivation == Derivation::filled;
        return copied && cell.pieces.size() == 1 && first.items.size() == 1 && next.items.size() == 1 &&
               first.text() == next.text() && first.items.front().origin == next.items.front().origin;
    }

    void close(std::size_t column) {
        if (column < open_.size() && open_[column]) {
            put(open_[column]->area, open_[column]->cell.pieces.front(), open_[column]->cell.numeric,
                open_[column]->style);
            open_[column].reset();
        }
    }
    void close_all() {
        for (std::size_t i = 0; i < open_.size(); ++i) {
            close(i);
        }
        open_.clear();
    }
    void put(const Area& area, std::string_view text, bool numeric, const Style& style) {
        if (numeric && workbook::keeps_digits(text)) {
            sheet_.number(area, text, style);
        } else {
            sheet_.text(area, text, style);
        }
    }

    /// Room for rows that belong together, on a next sheet if need be.
    bool take(std::uint32_t rows) {
        if (row_ + rows <= book_.row_limit()) {
            return true;
        }
        end_sheet();
        sheet_ = book_.add_sheet(kSheet);
        row_ = 0;
        if (roster_ != nullptr && rows + 1 < book_.row_limit()) {
            header();
        }
        if (row_ + rows > book_.row_limit() && fault_) {
            fault_ = fail(ErrorCode::over_limit, fmt::format("a record takes {} rows, more than a sheet has", rows),
                          "another form, such as json");
        }
        return row_ + rows <= book_.row_limit();
    }
    void end_sheet() {
        close_all();
        for (std::uint32_t i = 0; i < widths_.size(); ++i) {
            sheet_.width(i, widths_[i]);
        }
    }

    std::uint32_t last_column() const { return static_cast<std::uint32_t>(widths_.size() - 1); }

    workbook::Workbook& book_;
    const Notice& notice_;
    const CutSink& cut_;
    workbook::Sheet sheet_;
    std::vector<double> widths_;
    double total_width_ = 0;
    std::vector<std::optional<Open>> open_;
    const Roster* roster_ = nullptr;  ///< whose header goes with its rows
    std::uint32_t index_ = 0;
    std::uint32_t row_ = 0;
    Result<void> fault_;
};

}  // namespace

Result<void> write_layout(workbook::Workbook& book, const Notice& notice, const CutSink& cut) {
    return Layout(book, notice, cut).write();
}

}  // namespace mingdan
