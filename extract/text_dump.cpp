// The reader of text: what Apache Tika writes of a Word file, a table pasted from a spreadsheet, or paragraphs alone.
// docs/formats/text.md has the grammar. Each line is a paragraph, unless it begins a table: with a TAB alone in front
// it is Tika's cell (text_dump_rows), with TABs inside a spreadsheet's row (text_dump_separated).
#include <algorithm>
#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "extract/other_formats.h"
#include "extract/reader.h"
#include "extract/text_dump_document.h"
#include "extract/text_dump_lines.h"
#include "extract/text_dump_rows.h"
#include "extract/text_dump_separated.h"
#include "model/try.h"
#include "wrap/decode.h"

namespace mingdan {

namespace {

std::string list_numbers(const std::vector<std::uint32_t>& numbers) {
    constexpr std::size_t kShown = 10;
    const std::size_t shown = std::min(numbers.size(), kShown);
    std::string text =
        fmt::format("{}", fmt::join(numbers.begin(), numbers.begin() + static_cast<std::ptrdiff_t>(shown), ", "));
    if (numbers.size() > shown) {
        text += fmt::format(" and {} more", numbers.size() - shown);
    }
    return text;
}

class DumpReader {
public:
    DumpReader(const text::Decoded& decoded, const Limits& limits)
        : decoded_(decoded),
          lines_(split_lines(decoded.text)),
          cells_(find_cells(lines_)),
          mostly_separated_(is_mostly_separated(lines_)),
          out_(limits) {}

    Result<Document> read();

private:
    Result<void> read_at(std::uint32_t line);
    Result<void> read_cells();
    Result<void> read_rows(std::uint32_t line);
    void add_paragraphs(std::uint32_t until);
    void report_uneven(const std::vector<std::uint32_t>& numbers, std::uint32_t width);
    void report_doubtful(const std::vector<std::uint32_t>& numbers);
    void report_encoding();
    DumpTable take_table(const RowDivision& division) const;

    const text::Decoded& decoded_;
    std::vector<TextLine> lines_;
    std::vector<CellLines> cells_;
    bool mostly_separated_;
    DumpDocument out_;
    std::uint32_t at_ = 0;                   ///< the line that is next
    std::uint32_t not_separated_until_ = 0;  ///< lines before it begin no table of separated cells
    std::size_t next_cell_ = 0;              ///< the first cell that begins at at_ or behind it
};

void DumpReader::add_paragraphs(std::uint32_t until) {
    for (; at_ < until; ++at_) {
        out_.add_paragraph(lines_[at_]);
    }
}

void DumpReader::report_uneven(const std::vector<std::uint32_t>& numbers, std::uint32_t width) {
    if (!numbers.empty()) {
        out_.add_finding(FindingCode::rows_uneven,
                         fmt::format("{} of the table's rows do not divide into {} cells and were kept as their blank "
                                     "lines cut them: line {}",
                                     numbers.size(), width, list_numbers(numbers)),
                         numbers.front());
    }
}

void DumpReader::report_doubtful(const std::vector<std::uint32_t>& numbers) {
    if (!numbers.empty()) {
        out_.add_finding(
            FindingCode::rows_uneven,
            fmt::format("whether the text belongs to the cell above it or not cannot be told for sure: line {}",
                        list_numbers(numbers)),
            numbers.front());
    }
}

DumpTable DumpReader::take_table(const RowDivision& division) const {
    DumpTable table;
    table.width = division.width;
    table.rows.reserve(division.row_begin.size() - 1);
    for (std::size_t row = 0; row + 1 < division.row_begin.size(); ++row) {
        DumpRow& cells = table.rows.emplace_back();
        for (std::uint32_t i = division.row_begin[row]; i < division.row_begin[row + 1]; ++i) {
            const CellLines& source = cells_[next_cell_ + i];
            const std::uint32_t end = i + 1 == division.cells ? division.last_line : source.end;
            DumpCell& cell = cells.emplace_back();
            for (std::uint32_t line = source.begin; line < end; ++line) {
                const std::string_view text = lines_[line].text.substr(line == source.begin ? 1 : 0);
                cell.lines.push_back({std::string(text), lines_[line].number});
            }
        }
    }
    return table;
}

/// REQUIRES: cells_[next_cell_] begins at at_.
Result<void> DumpReader::read_cells() {
    const RowDivision division = divide_rows(lines_, std::span(cells_).subspan(next_cell_));
    if (division.is_table) {
        TRY(out_.add_table(take_table(division)));
        report_uneven(division.uneven, division.width);
        report_doubtful(division.doubtful);
        at_ = division.next_line;
    } else {
        add_paragraphs(division.next_line);
    }
    return {};
}

Result<void> DumpReader::read_rows(std::uint32_t line) {
    SeparatedTable separated = read_separated(lines_, line, mostly_separated_);
    if (separated.is_table) {
        TRY(out_.add_table(std::move(separated.table)));
        report_doubtful(separated.doubtful);
        at_ = separated.next_line;
    } else {
        not_separated_until_ = separated.next_line;
        add_paragraphs(line + 1);
    }
    return {};
}

Result<void> DumpReader::read_at(std::uint32_t line) {
    while (next_cell_ < cells_.size() && cells_[next_cell_].begin < line) {
        ++next_cell_;
    }
    const std::string_view text = lines_[line].text;
    if (text.find('\t', 1) != std::string_view::npos && line >= not_separated_until_) {
        return read_rows(line);
    }
    if (next_cell_ < cells_.size() && cells_[next_cell_].begin == line) {
        return read_cells();
    }
    add_paragraphs(line + 1);
    return {};
}

void DumpReader::report_encoding() {
    if (decoded_.evidence == text::Evidence::guess) {
        std::string message = fmt::format("the text was read as {}, which fits its bytes", decoded_.encoding);
        if (decoded_.mapped > 0) {
            message += fmt::format("; {} codes of the edition of 2005 were brought to their Unicode characters",
                                   decoded_.mapped);
        }
        out_.add_finding(FindingCode::decoded_by_guess, std::move(message), 0);
    }
    if (decoded_.invalid == 0) {
        return;
    }
    std::size_t line = 0;
    for (const text::InvalidBytes& bad : decoded_.examples) {
        const char* const place = decoded_.text.data() + bad.at;
        while (line + 1 < lines_.size() && lines_[line + 1].text.data() <= place) {
            ++line;
        }
        std::string hex;
        for (const char byte : bad.bytes) {
            hex += fmt::format("{}{:02X}", hex.empty() ? "" : " ", static_cast<unsigned char>(byte));
        }
        out_.leave_out(Reason::invalid_bytes, std::move(hex), 0, lines_[line].number);
    }
    out_.add_finding(FindingCode::invalid_bytes,
                     fmt::format("{} places hold bytes that are no {}; U+FFFD stands for each, the first is at byte {}",
                                 decoded_.invalid, decoded_.encoding, decoded_.examples.front().offset),
                     0);
}

Result<Document> DumpReader::read() {
    while (at_ < lines_.size()) {
        TRY(read_at(at_));
    }
    report_encoding();
    return out_.finish(decoded_.text);
}

bool sniff(const Input& input) {
    return !input.bytes.empty() && text::looks_like_text(input.view()) && !name_other_format(input.view());
}

Result<Document> read(const Input& input) {
    TRY_ASSIGN(const text::Decoded decoded, text::decode(input.view()));
    if (decoded.text.size() > input.limits.text_bytes) {
        return fail(ErrorCode::over_limit,
                    fmt::format("the text has {} bytes, the limit is {}", decoded.text.size(), input.limits.text_bytes),
                    "a higher limit of text, if the file is to be trusted");
    }
    TRY_ASSIGN(Document document, DumpReader(decoded, input.limits).read());
    std::uint64_t left_out = 0;
    for (const LeftOut& piece : document.left_out) {
        left_out += piece.characters;
    }
    if (document.read == left_out) {
        return fail(ErrorCode::no_text, "the file holds no text",
                    "the file that the notice came in; a picture must be typed first");
    }
    return document;
}

}  // namespace

extern const Reader text_dump_reader{
    "text", "txt,text,tsv", "text dumps (Apache Tika), tables pasted from spreadsheets, plain text", sniff, read};

}  // namespace mingdan
