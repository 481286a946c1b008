// Origins of a text dump: `paragraph` is the line number, tables count from 1, there is one part and it has no name.
// Blank lines at the ends of a cell go, those between its lines stay, and an empty cell has one empty line.
#include "extract/text_dump_document.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

namespace mingdan {

DumpDocument::DumpDocument(const Limits& limits) : limits_(limits) {
    document_.format = "text";
    document_.parts = {""};
}

Line DumpDocument::make_line(std::string_view text, Origin origin, std::uint32_t& pictures) {
    Line line;
    line.end = LineEnd::unknown;
    origin.text = ++document_.texts;
    origin.part = 1;
    artifacts_.clear();
    line.field.text = cut_artifacts(text, artifacts_);
    for (const Artifact& artifact : artifacts_) {
        pictures += artifact.picture;
        document_.left_out.push_back(
            {Reason::artifact, std::string(artifact.text), count_characters(artifact.text), origin});
    }
    line.field.weight = count_characters(line.field.text);
    line.field.origin = origin;
    return line;
}

void DumpDocument::add_paragraph(const TextLine& line) {
    Paragraph paragraph;
    Origin origin;
    origin.paragraph = line.number;
    paragraph.starts_page = line.new_page;
    paragraph.lines.push_back(make_line(line.text, origin, paragraph.pictures));
    document_.body.push_back(Block{std::move(paragraph)});
}

void DumpDocument::fill_cell(Cell& cell, DumpCell source) {
    Origin origin;
    origin.table = document_.tables;
    origin.row = cell.row + 1;
    origin.column = static_cast<std::uint16_t>(cell.column + 1);
    std::vector<DumpText>& lines = source.lines;
    const auto has_text = [](const DumpText& line) { return !is_space_only(line.text); };
    const auto first = std::find_if(lines.begin(), lines.end(), has_text);
    const auto last = std::find_if(lines.rbegin(), lines.rend(), has_text).base();
    for (auto line = first; line < last; ++line) {
        origin.paragraph = line->number;
        cell.lines.push_back(make_line(line->text, origin, cell.pictures));
    }
    if (cell.lines.empty()) {
        origin.paragraph = lines.empty() ? 0 : lines.front().number;
        cell.lines.push_back(make_line({}, origin, cell.pictures));
    }
    if (!source.marks.empty()) {
        const std::uint32_t characters = count_characters(source.marks);
        document_.left_out.push_back(
            {Reason::separator, std::move(source.marks), characters, cell.lines.front().field.origin});
    }
}

Result<void> DumpDocument::add_table(DumpTable source) {
    Table table;
    table.spans_lost = true;
    table.rows = static_cast<std::uint32_t>(source.rows.size());
    table.columns = source.width;
    std::size_t count = 0;
    for (const DumpRow& row : source.rows) {
        table.columns = std::max(table.columns, static_cast<std::uint32_t>(row.size()));
        count += row.size();
    }
    if (table.columns > limits_.columns) {
        return fail(ErrorCode::over_limit,
                    fmt::format("a table has {} columns, the limit is {}", table.columns, limits_.columns),
                    "a higher limit of columns, if the file is to be trusted");
    }
    cells_ += static_cast<std::uint64_t>(table.rows) * table.columns;
    if (cells_ > limits_.cells) {
        return fail(ErrorCode::over_limit,
                    fmt::format("the tables have {} cells and more, the limit is {}", cells_, limits_.cells),
                    "a higher limit of cells, if the file is to be trusted");
    }
    table.origin.table = ++document_.tables;
    table.origin.part = 1;
    table.cells.reserve(count);
    table.row_begin.reserve(source.rows.size() + 1);
    for (std::uint32_t row = 0; row < table.rows; ++row) {
        DumpRow& cells = source.rows[row];
        table.row_begin.push_back(static_cast<std::uint32_t>(table.cells.size()));
        for (std::uint32_t column = 0; column < cells.size(); ++column) {
            Cell& cell = table.cells.emplace_back();
            cell.row = row;
            cell.column = column;
            cell.column_span = cells.size() == 1 ? table.columns : 1;
            fill_cell(cell, std::move(cells[column]));
        }
    }
    table.row_begin.push_back(static_cast<std::uint32_t>(table.cells.size()));
    document_.body.push_back(Block{std::move(table)});
    return {};
}

void DumpDocument::add_finding(FindingCode code, std::string message, std::uint32_t line) {
    Origin origin;
    origin.paragraph = line;
    origin.part = line > 0 ? 1 : 0;
    document_.findings.push_back(make_finding(code, std::move(message), {}, origin));
}

void DumpDocument::leave_out(Reason reason, std::string text, std::uint32_t characters, std::uint32_t line) {
    Origin origin;
    origin.paragraph = line;
    origin.part = 1;
    document_.left_out.push_back({reason, std::move(text), characters, origin});
}

Document DumpDocument::finish(std::string_view text) {
    document_.read = count_characters(text);
    std::stable_sort(document_.left_out.begin(), document_.left_out.end(),
                     [](const LeftOut& a, const LeftOut& b) { return a.origin.paragraph < b.origin.paragraph; });
    return std::move(document_);
}

}  // namespace mingdan
