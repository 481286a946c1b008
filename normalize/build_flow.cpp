// The lift's first step: the document's blocks become one flow of paragraphs and tables in reading order.
// Text boxes stand at their anchor. A table that only frames the page (one cell a row, other tables inside;
// or one cell in all) is unwrapped; a nested table inside a real cell stays the cell's child. Every line's ends are
// trimmed, its zero-width marks go; what the trimming saw (the indent) is kept as evidence.
#include <utility>

#include "model/utf8.h"
#include "normalize/flow.h"
#include "normalize/pass.h"
#include "normalize/sheet.h"
#include "normalize/spaces.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

/// Layout spaces before a text, in columns: a full-width space is two, a tab four.
std::uint32_t indent_of(std::string_view text) {
    std::uint32_t columns = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = utf8::next(text, at);
        if (!text::is_space(c)) {
            break;
        }
        columns += c == 0x3000 ? 2 : c == '\t' ? 4 : 1;
    }
    return columns;
}

bool has_table(const std::vector<Block>& blocks);

bool holds_table(const Block& block) {
    if (const auto* box = std::get_if<TextBox>(&block.is)) {
        return has_table(box->blocks);
    }
    return std::holds_alternative<Table>(block.is);
}

bool has_table(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) {
        if (holds_table(block)) {
            return true;
        }
    }
    return false;
}

/// One cell a row and a table in one of them, or one cell in all: a frame.
bool is_layout(const Table& table) {
    bool nested = table.cells.size() == 1;
    for (std::uint32_t row = 0; row < table.rows; ++row) {
        if (table.row_begin[row + 1] - table.row_begin[row] > 1) {
            return false;
        }
    }
    for (const Cell& cell : table.cells) {
        nested = nested || has_table(cell.children);
    }
    return nested;
}

class FlowBuilder {
public:
    explicit FlowBuilder(Draft& draft) : draft_(draft) {}

    void add(std::vector<Block>&& blocks) {
        walk_blocks(
            std::move(blocks), [this](Paragraph&& paragraph) { add_paragraph(std::move(paragraph)); },
            [this](Table&& table) { add_table(std::move(table)); });
    }

private:
    void add_paragraph(Paragraph&& paragraph) {
        append_paragraph(draft_.flow, std::move(paragraph), [this](Piece& piece, Field& text) {
            piece.indent = indent_of(text.text);
            trim_line(draft_, text);
        });
    }

    void add_table(Table&& table) {
        if (is_layout(table)) {
            for (Cell& cell : table.cells) {
                Paragraph paragraph;
                paragraph.lines = std::move(cell.lines);
                paragraph.pictures = cell.pictures;
                add_paragraph(std::move(paragraph));
                add(std::move(cell.children));
            }
            return;
        }
        for (Cell& cell : table.cells) {
            if (!cell.children.empty()) {
                flatten_children(cell);
            }
            trim_cell(cell);
        }
        append_table(draft_.flow, std::move(table));
    }

    /// Trims the lines and drops the blank ones; blank lines only set the text apart (安吉县 after five of them).
    void trim_cell(Cell& cell) {
        std::size_t kept = 0;
        for (std::size_t i = 0; i < cell.lines.size(); ++i) {
            Line& line = cell.lines[i];
            trim_line(draft_, line.field);
            if (line.field.text.empty() && line.number.empty()) {
                if (kept > 0) {
                    cell.lines[kept - 1].end = LineEnd::paragraph;
                }
                continue;
            }
            if (kept != i) {
                cell.lines[kept] = std::move(line);
            }
            ++kept;
        }
        cell.lines.resize(kept);
    }

    Draft& draft_;
};

void run(Draft& draft) {
    FlowBuilder builder(draft);
    draft.flow.reserve(draft.document.body.size());
    builder.add(std::move(draft.document.body));
    draft.document.body.clear();
}

}  // namespace

extern const Pass build_flow_pass{
    "build-flow", "brings paragraphs, tables and text boxes into one reading order and trims them", run};

}  // namespace mingdan
