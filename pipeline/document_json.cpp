// What a file's tables say, before any interpretation, in a form that other programs can compare with their own
// reading: {"tables":[{"rows","cols","cells":[{"row","col","rowspan","colspan","text"}]}]}. Numbers count from 0.
// Tables stand in document order, a nested one after the one it stands in; a cell's text is its own lines only,
// automatic numbers not among them; positions covered by a merge have no cell. Headers, footers and notes are not
// listed.
#include <fmt/format.h>

#include <mingdan/mingdan.h>

#include "emit/escape.h"

namespace mingdan {

namespace {

void write_text(std::string& out, const std::vector<Line>& lines) {
    if (lines.size() == 1) {
        append_json_text(out, lines.front().field.text);
        return;
    }
    std::string text;
    for (const Line& line : lines) {
        text += &line == lines.data() ? "" : "\n";
        text += line.field.text;
    }
    append_json_text(out, text);
}

void write_cell(std::string& out, const Cell& cell) {
    fmt::format_to(std::back_inserter(out), R"({{"row":{},"col":{},"rowspan":{},"colspan":{},"text":)", cell.row,
                   cell.column, cell.row_span, cell.column_span);
    write_text(out, cell.lines);
    out += '}';
}

void write_table(std::string& out, const Table& table) {
    fmt::format_to(std::back_inserter(out), R"({}{{"rows":{},"cols":{},"cells":[)", out.ends_with('[') ? "" : ",",
                   table.rows, table.columns);
    for (const Cell& cell : table.cells) {
        out += &cell == table.cells.data() ? "" : ",";
        write_cell(out, cell);
    }
    out += "]}";
}

void write_tables(std::string& out, const std::vector<Block>& blocks) {
    for (const Block& block : blocks) {
        if (const auto* box = std::get_if<TextBox>(&block.is)) {
            write_tables(out, box->blocks);
        } else if (const auto* table = std::get_if<Table>(&block.is)) {
            write_table(out, *table);
            for (const Cell& cell : table->cells) {
                write_tables(out, cell.children);
            }
        }
    }
}

}  // namespace

std::string document_json(const Document& document) {
    std::string out = R"({"tables":[)";
    write_tables(out, document.body);
    out += "]}\n";
    return out;
}

}  // namespace mingdan
