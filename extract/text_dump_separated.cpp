// Quoting as Excel, WPS and LibreOffice do it: only a cell that holds a line end, a TAB, a comma or a quotation mark is
// quoted, and its own marks are doubled. A cell such as “a” or "a" that holds none of them keeps its marks.
// Word copies a cell of several lines without quotation marks; there the header's cell count tells which lines make one
// row. Lines without a TAB are title or section rows if they stand singly between rows, else more of the last cell.
#include "extract/text_dump_separated.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>

#include "model/utf8.h"

namespace mingdan {

namespace {

constexpr std::uint32_t kQuotedLines = 200;  ///< a cell of more lines is none
constexpr std::size_t kJoinedLines = 1'000;  ///< nor is an unquoted row of more

struct Record {
    DumpRow cells;
    std::uint32_t number = 0;     ///< of its first line
    std::uint32_t next_line = 0;  ///< index of the line behind it
};

struct Place {
    std::uint32_t line = 0;
    std::size_t at = 0;
};

/// A cell in quotation marks that begins at `place`, which moves behind its closing mark.
std::optional<DumpCell> read_quoted(std::span<const TextLine> lines, Place& place) {
    DumpCell cell;
    cell.marks = "\"\"";
    bool needed = false;
    Place at = {place.line, place.at + 1};
    DumpText current = {{}, lines[at.line].number};
    while (at.line < lines.size() && at.line - place.line < kQuotedLines) {
        const std::string_view text = lines[at.line].text;
        const std::size_t mark = text.find('"', at.at);
        if (mark == std::string_view::npos) {
            current.text.append(text.substr(at.at));
            cell.lines.push_back(std::move(current));
            needed = true;
            at = {at.line + 1, 0};
            current = {{}, at.line < lines.size() ? lines[at.line].number : 0};
            continue;
        }
        const std::string_view piece = text.substr(at.at, mark - at.at);
        needed = needed || piece.find_first_of("\t,") != std::string_view::npos;
        current.text.append(piece);
        if (mark + 1 < text.size() && text[mark + 1] == '"') {
            current.text += '"';
            cell.marks += '"';
            needed = true;
            at.at = mark + 2;
            continue;
        }
        if (!needed || (mark + 1 < text.size() && text[mark + 1] != '\t')) {
            return std::nullopt;
        }
        cell.lines.push_back(std::move(current));
        place = {at.line, mark + 1};
        return cell;
    }
    return std::nullopt;
}

Record read_record(std::span<const TextLine> lines, std::uint32_t from) {
    Record record;
    record.number = lines[from].number;
    Place place = {from, 0};
    for (;;) {
        const std::string_view text = lines[place.line].text;
        std::optional<DumpCell> quoted;
        if (place.at < text.size() && text[place.at] == '"') {
            quoted = read_quoted(lines, place);
        }
        if (quoted) {
            record.cells.push_back(std::move(*quoted));
        } else {
            const std::size_t end = std::min(text.find('\t', place.at), text.size());
            record.cells.push_back({{{std::string(text.substr(place.at, end - place.at)), lines[from].number}}, {}});
            record.cells.back().lines.front().number = lines[place.line].number;
            place.at = end;
        }
        if (place.at >= lines[place.line].text.size()) {
            record.next_line = place.line + 1;
            return record;
        }
        ++place.at;
    }
}

bool is_empty(const DumpCell& cell) {
    return std::all_of(cell.lines.begin(), cell.lines.end(),
                       [](const DumpText& line) { return is_space_only(line.text); });
}

std::size_t count_filled(const DumpRow& row) {
    return static_cast<std::size_t>(
        std::count_if(row.begin(), row.end(), [](const DumpCell& c) { return !is_empty(c); }));
}

bool has_tabs(const Record& record) {
    return record.cells.size() > 1;
}

/// All records up to a blank line.
std::vector<Record> read_block(std::span<const TextLine> lines, std::uint32_t from) {
    std::vector<Record> records;
    for (std::uint32_t at = from; at < lines.size() && !lines[at].is_blank();) {
        records.push_back(read_record(lines, at));
        at = records.back().next_line;
    }
    return records;
}

/// The cell count that occurs most among lines with TABs.
std::size_t usual_width(const std::vector<Record>& records) {
    std::map<std::size_t, std::size_t> widths;
    for (const Record& record : records) {
        widths[record.cells.size()] += has_tabs(record);
    }
    const auto best = std::max_element(widths.begin(), widths.end(),
                                       [](const auto& a, const auto& b) { return a.second < b.second; });
    return best == widths.end() ? 0 : best->first;
}

/// Tika's form for spreadsheets and web pages has a TAB before each cell, the first too.
void drop_leading_tabs(std::vector<Record>& records) {
    const bool all = std::all_of(records.begin(), records.end(), [](const Record& record) {
        return !has_tabs(record) ||
               (record.cells.front().lines.size() == 1 && record.cells.front().lines.front().text.empty());
    });
    if (!all) {
        return;
    }
    for (Record& record : records) {
        if (has_tabs(record)) {
            record.cells.erase(record.cells.begin());
        }
    }
}

void append_lines(DumpCell& cell, DumpCell more) {
    std::move(more.lines.begin(), more.lines.end(), std::back_inserter(cell.lines));
    cell.marks += more.marks;
}

/// How many records from `at` on make one row of `width` cells, none of them being one by itself; 1 if they do not.
std::size_t joined_records(const std::vector<Record>& records, std::size_t at, std::size_t width) {
    std::size_t cells = records[at].cells.size();
    for (std::size_t i = at + 1; i < records.size() && i - at < kJoinedLines && cells < width; ++i) {
        if (records[i].cells.size() >= width) {
            return 1;
        }
        cells += records[i].cells.size() - 1;
        if (cells == width) {
            return i - at + 1;
        }
    }
    return 1;
}

struct Rows {
    std::vector<DumpRow> rows;
    std::vector<std::uint32_t> numbers;
    bool joined = false;
};

Rows join_records(std::vector<Record> records, std::size_t width) {
    Rows out;
    for (std::size_t i = 0; i < records.size();) {
        const bool incomplete = has_tabs(records[i]) && records[i].cells.size() < width;
        const std::size_t count = incomplete ? joined_records(records, i, width) : 1;
        DumpRow row = std::move(records[i].cells);
        for (std::size_t more = 1; more < count; ++more) {
            DumpRow& cells = records[i + more].cells;
            append_lines(row.back(), std::move(cells.front()));
            std::move(cells.begin() + 1, cells.end(), std::back_inserter(row));
            out.joined = true;
        }
        out.numbers.push_back(records[i].number);
        out.rows.push_back(std::move(row));
        i += count;
    }
    return out;
}

/// Lines without a TAB between rows: more of the last cell above them where they come in runs, behind most rows, or
/// where other cells of several lines stand unquoted too.
bool single_lines_go_on(const Rows& rows) {
    std::size_t runs = 0;
    std::size_t longest = 0;
    std::size_t run = 0;
    for (const DumpRow& row : rows.rows) {
        run = row.size() == 1 ? run + 1 : 0;
        runs += run == 1;
        longest = std::max(longest, run);
    }
    return rows.joined || longest > 1 || runs * 2 > rows.rows.size() - runs;
}

void settle_single_lines(Rows& rows, std::vector<std::uint32_t>& doubtful) {
    if (!single_lines_go_on(rows)) {
        return;
    }
    std::vector<DumpRow> kept;
    for (std::size_t i = 0; i < rows.rows.size(); ++i) {
        if (rows.rows[i].size() == 1 && !kept.empty()) {
            append_lines(kept.back().back(), std::move(rows.rows[i].front()));
            doubtful.push_back(rows.numbers[i]);
        } else {
            kept.push_back(std::move(rows.rows[i]));
        }
    }
    rows.rows = std::move(kept);
}

/// A row whose first cell alone has text is one that spanned them all: a title, a section. A bare number is none.
void restore_full_rows(std::vector<DumpRow>& rows, std::size_t width) {
    for (DumpRow& row : rows) {
        const bool alone = row.size() == width && width > 2 && count_filled(row) == 1 && !is_empty(row.front());
        if (alone && !is_index(row.front().lines.front().text)) {
            row.resize(1);
        }
    }
}

bool is_figure(const DumpCell& cell) {
    const std::string& text = cell.lines.front().text;
    return is_index(text) || (!text.empty() && text.find_first_not_of("0123456789.,%- ") == std::string::npos);
}

/// Below a worded header most cells are figures.
bool has_figures(const std::vector<DumpRow>& rows, std::size_t header, std::size_t column) {
    if (column >= rows[header].size() || is_empty(rows[header][column]) || is_figure(rows[header][column])) {
        return false;
    }
    std::size_t figures = 0;
    std::size_t filled = 0;
    for (std::size_t i = header + 1; i < rows.size(); ++i) {
        if (column < rows[i].size() && !is_empty(rows[i][column])) {
            ++filled;
            figures += is_figure(rows[i][column]);
        }
    }
    return figures > 0 && figures * 2 > filled;
}

/// Mean length over four characters: no grid of names.
bool has_long_texts(const std::vector<DumpRow>& rows, std::size_t column) {
    std::size_t characters = 0;
    std::size_t filled = 0;
    for (const DumpRow& row : rows) {
        if (column < row.size() && !is_empty(row[column])) {
            ++filled;
            characters += utf8::length(row[column].lines.front().text);
        }
    }
    return characters > 4 * filled;
}

bool is_table(const std::vector<DumpRow>& rows, std::size_t width, bool mostly) {
    std::size_t whole = 0;
    std::size_t tabbed = 0;
    std::size_t filled = 0;
    std::size_t header = rows.size();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        whole += rows[i].size() == width;
        tabbed += rows[i].size() > 1;
        if (count_filled(rows[i]) >= 2) {
            ++filled;
            header = std::min(header, i);
        }
    }
    if (width < 2 || filled < 2 || whole < 2 || whole * 5 < tabbed * 3) {
        return false;
    }
    if (mostly) {
        return true;
    }
    for (std::size_t column = 0; column < width; ++column) {
        if (has_figures(rows, header, column) || (filled >= 3 && has_long_texts(rows, column))) {
            return true;
        }
    }
    return false;
}

}  // namespace

bool is_mostly_separated(std::span<const TextLine> lines) {
    std::size_t separated = 0;
    std::size_t filled = 0;
    for (const TextLine& line : lines) {
        filled += !line.is_blank();
        separated += line.text.find('\t', 1) != std::string_view::npos;
    }
    return separated * 2 > filled;
}

SeparatedTable read_separated(std::span<const TextLine> lines, std::uint32_t from, bool mostly) {
    SeparatedTable result;
    std::vector<Record> records = read_block(lines, from);
    result.next_line = records.back().next_line;
    const auto last = std::find_if(records.rbegin(), records.rend(), has_tabs).base();
    if (last == records.begin()) {
        return result;
    }
    std::uint32_t behind = 0;
    if (last != records.end()) {  // paragraphs behind the table
        behind = last->number;
        result.next_line = std::prev(last)->next_line;
        records.erase(last, records.end());
    }
    drop_leading_tabs(records);
    const std::size_t width = usual_width(records);
    Rows rows = join_records(std::move(records), width);
    settle_single_lines(rows, result.doubtful);
    if (behind > 0 && (rows.joined || !result.doubtful.empty())) {
        result.doubtful.push_back(behind);
    }
    restore_full_rows(rows.rows, width);
    result.is_table = is_table(rows.rows, width, mostly);
    if (result.is_table) {
        result.table.width = static_cast<std::uint32_t>(width);
        result.table.rows = std::move(rows.rows);
    }
    return result;
}

}  // namespace mingdan
