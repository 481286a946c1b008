// Builds the Document of a text dump: places, weights, artefacts and limits in one place, whatever the tables look
// like.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <mingdan/document.h>
#include <mingdan/options.h>
#include <mingdan/result.h>

#include "extract/text_dump_lines.h"

namespace mingdan {

/// A line of a cell, as it stands in the file but for the marks of the dump.
struct DumpText {
    std::string text;
    std::uint32_t number = 0;  ///< line number
};

struct DumpCell {
    std::vector<DumpText> lines;
    std::string marks;  ///< quotation marks that only held the cell together
};

using DumpRow = std::vector<DumpCell>;

struct DumpTable {
    std::uint32_t width = 0;  ///< the header's cell count; the table may be wider
    std::vector<DumpRow> rows;
};

class DumpDocument {
public:
    explicit DumpDocument(const Limits& limits);

    void add_paragraph(const TextLine& line);
    /// A row of a single cell in a wider table spans it; other short rows stand on the left.
    Result<void> add_table(DumpTable table);
    void add_finding(FindingCode code, std::string message, std::uint32_t line);
    void leave_out(Reason reason, std::string text, std::uint32_t characters, std::uint32_t line);

    /// The Document; `text` is the decoded file, whose characters are counted anew.
    Document finish(std::string_view text);

private:
    Line make_line(std::string_view text, Origin origin, std::uint32_t& pictures);
    void fill_cell(Cell& cell, DumpCell source);

    const Limits& limits_;
    Document document_;
    std::uint64_t cells_ = 0;
    std::vector<Artifact> artifacts_;
};

}  // namespace mingdan
