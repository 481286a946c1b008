// Structure: the document's blocks in reading order, where build-flow is skipped. No text is changed and no frame is
// taken apart; a table inside a cell comes behind the table that it stands in. Blank lines of cells go, so that an
// empty cell is one.
#include <utility>

#include "normalize/pass.h"

namespace mingdan {

namespace {

class PlainFlow {
public:
    explicit PlainFlow(std::vector<Piece>& flow) : flow_(flow) {}

    void add(std::vector<Block>&& blocks) {
        for (Block& block : blocks) {
            if (auto* paragraph = std::get_if<Paragraph>(&block.is)) {
                add_paragraph(std::move(*paragraph));
            } else if (auto* table = std::get_if<Table>(&block.is)) {
                add_table(std::move(*table));
            } else {
                add(std::move(std::get<TextBox>(block.is).blocks));
            }
        }
    }

private:
    void add_paragraph(Paragraph&& paragraph) {
        bool first = true;
        for (Line& line : paragraph.lines) {
            Piece& piece = flow_.emplace_back();
            piece.text = std::move(line.field);
            if (count_characters(piece.text.text) == 0) {
                piece.text.text.clear();
            }
            piece.number = std::move(line.number);
            piece.alignment = paragraph.alignment;
            piece.starts_page = first && paragraph.starts_page;
            piece.after_break = !first;
            piece.outline = paragraph.outline;
            piece.pictures = std::exchange(paragraph.pictures, 0);
            first = false;
        }
    }

    void add_table(Table&& table) {
        std::vector<Block> inner;
        for (Cell& cell : table.cells) {
            std::erase_if(cell.lines, [](const Line& line) {
                return line.number.empty() && count_characters(line.field.text) == 0;
            });
            std::move(cell.children.begin(), cell.children.end(), std::back_inserter(inner));
            cell.children.clear();
        }
        Piece& piece = flow_.emplace_back();
        piece.is_table = true;
        piece.table = std::move(table);
        add(std::move(inner));
    }

    std::vector<Piece>& flow_;
};

void run(Draft& draft) {
    if (draft.skips("build-flow")) {
        PlainFlow(draft.flow).add(std::move(draft.document.body));
        draft.document.body.clear();
    }
}

}  // namespace

extern const Pass keep_flow_pass{"keep-flow", "keeps the order of the file where build-flow is skipped", run, true};

}  // namespace mingdan
