// Structure: the document's blocks in reading order, where build-flow is skipped. No text is changed and no frame is
// taken apart; a table inside a cell comes behind the table that it stands in. Blank lines of cells go, so that an
// empty cell is one.
#include <iterator>
#include <utility>

#include "normalize/flow.h"
#include "normalize/pass.h"

namespace mingdan {

namespace {

void clear_blank(Piece&, Field& text) {
    if (count_characters(text.text) == 0) {
        text.text.clear();
    }
}

void add(std::vector<Piece>& flow, std::vector<Block>&& blocks) {
    const auto add_table = [&flow](Table&& table) {
        std::vector<Block> inner;
        for (Cell& cell : table.cells) {
            std::erase_if(cell.lines, [](const Line& line) {
                return line.number.empty() && count_characters(line.field.text) == 0;
            });
            std::move(cell.children.begin(), cell.children.end(), std::back_inserter(inner));
            cell.children.clear();
        }
        append_table(flow, std::move(table));
        add(flow, std::move(inner));
    };
    walk_blocks(
        std::move(blocks),
        [&flow](Paragraph&& paragraph) { append_paragraph(flow, std::move(paragraph), clear_blank); }, add_table);
}

void run(Draft& draft) {
    if (draft.skips("build-flow")) {
        add(draft.flow, std::move(draft.document.body));
        draft.document.body.clear();
    }
}

}  // namespace

extern const Pass keep_flow_pass{"keep-flow", "keeps the order of the file where build-flow is skipped", run, true};

}  // namespace mingdan
