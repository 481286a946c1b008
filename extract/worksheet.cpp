#include "extract/worksheet.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "extract/worksheet_grid.h"
#include "model/over_limit.h"
#include "model/try.h"

namespace mingdan {

namespace {

/// Sheet1, 工作表2: what the program called it.
bool is_default_name(std::string_view name) {
    for (const std::string_view word : {"Sheet", "sheet", "工作表", "表"}) {
        if (name.starts_with(word)) {
            const std::string_view rest = name.substr(word.size());
            return rest.find_first_not_of("0123456789 ()") == rest.npos;
        }
    }
    return false;
}

/// Calls take(line, is_last) for each line of a text; \r\n ends one too.
template <typename Take>
void each_line(std::string_view text, const Take& take) {
    while (true) {
        const std::size_t end = text.find('\n');
        std::string_view line = text.substr(0, end);
        if (line.ends_with('\r')) {
            line.remove_suffix(1);
        }
        take(line, end == text.npos);
        if (end == text.npos) {
            return;
        }
        text.remove_prefix(end + 1);
    }
}

/// One sheet's rows through the grid builder.
class TableBuilder {
public:
    TableBuilder(WorksheetGrid& grid, GridBudget& budget, Document& document, Origin origin)
        : grid_(grid), document_(document), origin_(origin), table_(budget, origin) {}

    /// The rows above the table whose one text stands free, as paragraphs; the first row that is none of them.
    std::uint32_t take_paragraphs() {
        std::uint32_t row = 0;
        for (; row < grid_.leading(); ++row) {
            const std::uint32_t only = grid_.free_text(row);
            if (only == grid_.columns()) {
                break;
            }
            Cell cell;
            add_lines(cell, row, only);
            Paragraph paragraph;
            paragraph.lines = std::move(cell.lines);
            for (Line& line : paragraph.lines) {
                line.field.origin.table = 0;
            }
            document_.body.push_back({std::move(paragraph)});
        }
        return row;
    }

    Result<Table> build(std::uint32_t first) {
        for (std::uint32_t row = first; row < grid_.rows(); ++row) {
            table_.begin_row();
            TRY(add_row(row));
            table_.end_row();
        }
        TRY_ASSIGN(GriddedTable gridded, std::move(table_).finish());
        std::move(gridded.findings.begin(), gridded.findings.end(), std::back_inserter(document_.findings));
        gridded.table.origin = origin_;
        return std::move(gridded.table);
    }

private:
    Result<void> add_row(std::uint32_t row) {
        if (const std::uint32_t only = grid_.full_text(row); only < grid_.columns()) {
            GridCell cell = cell_at(row, only);
            cell.column_span = grid_.columns();
            return table_.add_cell(std::move(cell));
        }
        for (std::uint32_t column = 0; column < grid_.columns();) {
            const CellRange* merge = grid_.merge(row, column);
            GridCell cell = cell_at(row, column);
            std::uint32_t next = column + 1;
            if (merge != nullptr) {
                next = merge->last_column + 1;
                cell.column_span = next - column;
                cell.vertical = merge->first_row == merge->last_row ? Merge::none
                                : row == merge->first_row           ? Merge::restart
                                                                    : Merge::continues;
                add_covered(cell, row, column + 1, next);
            }
            TRY(table_.add_cell(std::move(cell)));
            column = next;
        }
        return {};
    }

    GridCell cell_at(std::uint32_t row, std::uint32_t column) {
        GridCell cell;
        add_lines(cell.content, row, column);
        const Borders own = grid_.borders(row, column);
        if (own.any()) {
            cell.content.open_top = !own.top && (row == 0 || !grid_.borders(row - 1, column).bottom);
            cell.content.open_bottom = !own.bottom && (row + 1 == grid_.rows() || !grid_.borders(row + 1, column).top);
        }
        return cell;
    }

    /// Only its first cell of a merge is shown; text under it is kept and said.
    void add_covered(GridCell& cell, std::uint32_t row, std::uint32_t from, std::uint32_t to) {
        for (std::uint32_t column = from; column < to; ++column) {
            if (grid_.at(row, column) != nullptr) {
                document_.findings.push_back(make_finding(
                    FindingCode::merged_text, fmt::format("{} stands under a merged cell", grid_.at(row, column)->text),
                    {}, origin_));
                add_lines(cell.content, row, column);
            }
        }
    }

    void add_lines(Cell& cell, std::uint32_t row, std::uint32_t column) {
        const SheetCell* shown = grid_.at(row, column);
        if (shown == nullptr) {
            return;
        }
        each_line(shown->text, [&](std::string_view text, bool last) {
            Line& line = cell.lines.emplace_back();
            line.field.text = text;
            line.field.weight = count_characters(text);
            line.field.origin = origin_;
            line.field.origin.text = ++document_.texts;
            line.field.origin.row = grid_.sheet_row(row) + 1;
            line.field.origin.column =
                static_cast<std::uint16_t>(std::min<std::uint32_t>(grid_.sheet_column(column) + 1, UINT16_MAX));
            line.end = last ? LineEnd::paragraph : LineEnd::unknown;
            document_.read += line.field.weight;
        });
    }

    WorksheetGrid& grid_;
    Document& document_;
    Origin origin_;
    TableGrid table_;
};

bool is_titled(const Table& table) {
    return !table.cells.empty() && table.row_begin.size() > 1 && table.row_begin[1] == 1 &&
           table.cells.front().column_span == table.columns && table.columns > 1;
}

}  // namespace

Result<void> WorkbookBuilder::charge_text(std::size_t bytes) {
    text_bytes_ += bytes;
    if (text_bytes_ > limits_.text_bytes) {
        return over_limit("text-bytes", limits_.text_bytes, "the text of the sheets takes more bytes than");
    }
    return {};
}

Result<void> WorkbookBuilder::add(Worksheet sheet, std::uint16_t part) {
    values_missing_ += sheet.values_missing;
    formats_unknown_ += sheet.formats_unknown;
    if (sheet.hidden) {
        leave_hidden(sheet, part);
        return {};
    }
    TRY_ASSIGN(WorksheetGrid grid, WorksheetGrid::of(sheet, limits_));
    if (grid.rows() > 0) {
        count_hidden(sheet);
        Origin origin;
        origin.part = part;
        origin.table = ++document_.tables;
        TableBuilder builder(grid, budget_, document_, origin);
        added_.push_back({sheet.name, document_.body.size(), true});
        if (const std::uint32_t first = builder.take_paragraphs(); first < grid.rows()) {
            TRY_ASSIGN(Table table, std::move(builder).build(first));
            added_.back().titled = first > 0 || is_titled(table);
            document_.body.push_back({std::move(table)});
        }
    }
    add_beside(sheet, part);
    return {};
}

Line WorkbookBuilder::line_of(std::string_view text, Origin origin) {
    Line line;
    line.field.text = text;
    line.field.weight = count_characters(text);
    line.field.origin = origin;
    line.field.origin.text = ++document_.texts;
    document_.read += line.field.weight;
    return line;
}

void WorkbookBuilder::leave_hidden(const Worksheet& sheet, std::uint16_t part) {
    ++hidden_sheets_;
    std::string text;
    for (const SheetCell& cell : sheet.cells) {
        text += cell.text;
        text += cell.text.empty() ? "" : "\n";
    }
    leave(Reason::hidden, std::move(text), part);
}

void WorkbookBuilder::leave(Reason reason, std::string text, std::uint16_t part) {
    const std::uint32_t characters = count_characters(text);
    if (characters == 0) {
        return;
    }
    Origin origin;
    origin.part = part;
    origin.text = ++document_.texts;
    document_.read += characters;
    document_.left_out.push_back({reason, std::move(text), characters, origin});
}

/// Text boxes, comments and pictures lie over the cells; they come behind the table.
void WorkbookBuilder::add_beside(const Worksheet& sheet, std::uint16_t part) {
    Origin origin;
    origin.part = part;
    const auto paragraph_of = [&](const std::string& text) {
        Paragraph paragraph;
        each_line(text, [&](std::string_view line, bool) { paragraph.lines.push_back(line_of(line, origin)); });
        return paragraph;
    };
    for (const std::string& text : sheet.boxes) {
        TextBox box;
        box.blocks.push_back({paragraph_of(text)});
        document_.body.push_back({std::move(box)});
    }
    for (const std::string& text : sheet.furniture) {
        leave(Reason::page_furniture, text, part);
    }
    for (const std::string& text : sheet.comments) {
        Story& story = document_.stories.emplace_back();
        story.kind = StoryKind::comment;
        story.blocks.push_back({paragraph_of(text)});
    }
    if (sheet.pictures > 0) {
        Paragraph paragraph;
        paragraph.lines.push_back(line_of("", origin));
        paragraph.pictures = sheet.pictures;
        document_.body.push_back({std::move(paragraph)});
    }
}

void WorkbookBuilder::count_hidden(const Worksheet& sheet) {
    std::vector<std::uint32_t> rows = sheet.hidden_rows;
    std::sort(rows.begin(), rows.end());
    std::vector<std::uint32_t> seen_rows;
    std::vector<std::uint32_t> seen_columns;
    for (const SheetCell& cell : sheet.cells) {
        if (cell.text.empty()) {
            continue;
        }
        if (std::binary_search(rows.begin(), rows.end(), cell.row)) {
            seen_rows.push_back(cell.row);
        }
        if (std::any_of(sheet.hidden_columns.begin(), sheet.hidden_columns.end(), [&](const CellRange& range) {
                return cell.column >= range.first_column && cell.column <= range.last_column;
            })) {
            seen_columns.push_back(cell.column);
        }
    }
    const auto distinct = [](std::vector<std::uint32_t>& numbers) {
        std::sort(numbers.begin(), numbers.end());
        return static_cast<std::uint64_t>(std::unique(numbers.begin(), numbers.end()) - numbers.begin());
    };
    hidden_rows_ += distinct(seen_rows);
    hidden_columns_ += distinct(seen_columns);
}

/// Several sheets: the name on a sheet's tab is the heading of its table where the sheet itself has none.
void WorkbookBuilder::name_tables() {
    if (added_.size() < 2) {
        return;
    }
    std::size_t inserted = 0;
    for (const Added& sheet : added_) {
        if (sheet.titled || is_default_name(sheet.name)) {
            continue;
        }
        Paragraph heading;
        heading.lines.push_back(line_of(sheet.name, {}));
        const auto place = static_cast<std::ptrdiff_t>(sheet.block + inserted++);
        document_.body.insert(document_.body.begin() + place, {std::move(heading)});
    }
}

void WorkbookBuilder::finish() {
    name_tables();
    const auto find = [&](FindingCode code, std::string message) {
        document_.findings.push_back(make_finding(code, std::move(message)));
    };
    if (hidden_rows_ + hidden_columns_ > 0) {
        find(FindingCode::hidden_cells, fmt::format("{} hidden rows and {} hidden columns were read like the others",
                                                    hidden_rows_, hidden_columns_));
    }
    if (hidden_sheets_ > 0) {
        find(FindingCode::hidden_text, fmt::format("{} hidden sheets were left out", hidden_sheets_));
    }
    if (values_missing_ > 0) {
        find(FindingCode::missing_value,
             fmt::format("{} formulas have no result in the file, or an error for one", values_missing_));
    }
    if (formats_unknown_ > 0) {
        find(FindingCode::unknown_format,
             fmt::format("{} numbers have a format that is not known; they are shown as stored", formats_unknown_));
    }
}

}  // namespace mingdan
