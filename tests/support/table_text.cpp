#include "tests/support/table_text.h"

#include <algorithm>

#include <fmt/format.h>

namespace mingdan::test {

namespace {

std::vector<std::string> split(std::string_view text, char mark) {
    std::vector<std::string> parts(1);
    for (const char c : text) {
        if (c == mark) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

std::vector<Line> lines_of(std::string_view text) {
    std::vector<Line> lines(1);
    for (const char c : text) {
        if (c == '\\' || c == '~') {
            lines.back().end = c == '~' ? LineEnd::soft_break : LineEnd::paragraph;
            lines.emplace_back();
        } else {
            lines.back().field.text += c;
        }
    }
    return lines;
}

void finish_rows(Table& table) {
    std::stable_sort(table.cells.begin(), table.cells.end(), [](const Cell& a, const Cell& b) {
        return std::pair(a.row, a.column) < std::pair(b.row, b.column);
    });
    table.row_begin.assign(table.rows + 1, 0);
    for (const Cell& cell : table.cells) {
        ++table.row_begin[cell.row + 1];
    }
    for (std::uint32_t row = 0; row < table.rows; ++row) {
        table.row_begin[row + 1] += table.row_begin[row];
    }
}

Table read_table(std::initializer_list<std::string_view> rows) {
    Table table;
    for (const std::string_view row : rows) {
        std::uint32_t column = 0;
        for (const std::string& text : split(row, '|')) {
            const auto at = [&](std::uint32_t r, std::uint32_t c) {
                return std::find_if(table.cells.begin(), table.cells.end(), [&](const Cell& cell) {
                    return cell.row <= r && r < cell.row + cell.row_span && cell.column <= c &&
                           c < cell.column + cell.column_span;
                });
            };
            if (text == "^") {
                const auto above = at(table.rows - 1, column);
                above->row_span = table.rows - above->row + 1;
            } else if (text == "<") {
                at(table.rows, column - 1)->column_span += 1;
            } else {
                Cell& cell = table.cells.emplace_back();
                cell.row = table.rows;
                cell.column = column;
                cell.open_top = text.starts_with('_');
                cell.lines = lines_of(cell.open_top ? std::string_view(text).substr(1) : std::string_view(text));
            }
            ++column;
        }
        table.columns = std::max(table.columns, column);
        ++table.rows;
    }
    return table;
}

std::string value_text(const Value& value, ColumnType type) {
    std::string text;
    for (const Field& item : value.items) {
        text += (text.empty() ? "" : ";") + item.text;
    }
    return type == ColumnType::list ? "[" + text + "]" : value.empty() ? "-" : text;
}

void add_rows(std::string& text, std::string_view mark, const Roster& roster, const std::vector<Record>& rows) {
    for (const Record& record : rows) {
        text += mark;
        for (std::size_t i = 0; i < record.values.size(); ++i) {
            text += (i == 0 ? "" : "|") + value_text(record.values[i], roster.columns[i].type);
        }
        text += "\n";
    }
}

void number(std::vector<Block>& blocks, Document& document);

void number(std::vector<Line>& lines, Document& document, std::uint32_t table, std::uint32_t row,
            std::uint32_t column) {
    for (Line& line : lines) {
        line.field.origin = {++document.texts, 0, table, row, static_cast<std::uint16_t>(column), 1};
        line.field.weight = count_characters(line.field.text);
        document.read += line.field.weight;
    }
}

void number(std::vector<Block>& blocks, Document& document) {
    for (Block& block : blocks) {
        if (auto* text = std::get_if<Paragraph>(&block.is)) {
            number(text->lines, document, 0, 0, 0);
        } else if (auto* table = std::get_if<Table>(&block.is)) {
            table->origin.table = ++document.tables;
            for (Cell& cell : table->cells) {
                number(cell.lines, document, document.tables, cell.row + 1, cell.column + 1);
                number(cell.children, document);
            }
        }
    }
}

}  // namespace

Block table(std::initializer_list<std::string_view> rows) {
    Table table = read_table(rows);
    finish_rows(table);
    return {std::move(table)};
}

Block dumped_table(std::initializer_list<std::string_view> rows) {
    Table table = read_table(rows);
    table.spans_lost = true;
    finish_rows(table);
    for (Cell& cell : table.cells) {
        if (table.row_begin[cell.row + 1] - table.row_begin[cell.row] == 1) {
            cell.column_span = table.columns;
        }
    }
    return {std::move(table)};
}

Block paragraph(std::string_view text) {
    Paragraph paragraph;
    paragraph.lines = lines_of(text);
    return {std::move(paragraph)};
}

Document document(std::vector<Block> blocks) {
    Document document;
    document.format = "docx";
    document.parts = {"word/document.xml"};
    document.body = std::move(blocks);
    number(document.body, document);
    return document;
}

Notice understood(std::vector<Block> blocks) {
    return understand(document(std::move(blocks)));
}

std::string text_of(const Notice& notice) {
    std::string text;
    const auto or_dash = [](const std::optional<Field>& field) { return field ? field->text : "-"; };
    for (const Roster& roster : notice.rosters) {
        text += fmt::format("# {} / {} / {}\n", or_dash(roster.annex), or_dash(roster.title), or_dash(roster.heading));
        for (std::size_t i = 0; i < roster.columns.size(); ++i) {
            text += (i == 0 ? "" : "|") + roster.columns[i].name.text;
        }
        text += "\n";
        add_rows(text, "", roster, roster.records);
        add_rows(text, "= ", roster, roster.totals);
        for (const Field& note : roster.notes) {
            text += "* " + note.text + "\n";
        }
    }
    return text;
}

std::string findings_of(const Notice& notice) {
    std::string text;
    for (const Finding& finding : notice.findings) {
        text += (text.empty() ? "" : " ") + std::string(finding_name(finding.code));
    }
    return text;
}

bool accounts(const Notice& notice) {
    std::uint64_t left = 0;
    for (const LeftOut& piece : notice.accounting.left_out) {
        if (piece.reason == Reason::unplaced) {
            return false;
        }
        left += piece.characters;
    }
    return notice.accounting.read == notice.accounting.kept + left && notice.accounting.kept == kept_characters(notice);
}

}  // namespace mingdan::test
