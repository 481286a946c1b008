// notice.body: what the other passes left of the body, one string per paragraph, automatic numbers written out. A
// paragraph that soft breaks divided in the middle of a sentence is joined. What only furnishes the page is left out.
#include <utility>

#include "model/utf8.h"
#include "normalize/frame_line.h"
#include "normalize/pass.h"
#include "normalize/spaces.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

void write_number(Field& paragraph, std::string_view number) {
    if (number.empty()) {
        return;
    }
    std::string text(number);
    text += between_lines(number, paragraph.text);
    rewrite(paragraph, text + paragraph.text, Fix::write_number);
}

bool ends_item(std::string_view line) {
    constexpr std::u32string_view kEnds = U"。；！？：…;!?:”）)》";
    return kEnds.find(utf8::last(line)) != std::u32string_view::npos;
}

/// In a dump a soft break looks like a paragraph's end. A line of prose that stops in the middle goes on in the next
/// one.
bool breaks_off(std::string_view line, std::string_view next) {
    constexpr std::size_t kProse = 3 * 15;
    const char32_t last = utf8::last(line);
    const bool clause = line.find("，") != std::string_view::npos || line.find("。") != std::string_view::npos;
    const bool labelled = line.find("：") != std::string_view::npos || line.find(':') != std::string_view::npos;
    return line.size() >= kProse && clause && !labelled && (text::is_han(last) || last == U'，' || last == U'、') &&
           is_sentence(next);
}

class BodyTaker {
public:
    explicit BodyTaker(Draft& draft) : draft_(draft), dump_(draft.document.format == "text") {}

    void take(Piece& piece) {
        if (piece.blank()) {
            draft_.leave(piece, Reason::page_furniture);
            last_ = nullptr;
            return;
        }
        Field paragraph = std::move(piece.text);
        piece.taken = true;
        fold_runs(paragraph);
        if (goes_on(piece, paragraph.text)) {
            const std::string_view between = between_lines(last_->text, paragraph.text);
            join(*last_, std::move(paragraph), between, Fix::join_wrapped);
            return;
        }
        write_number(paragraph, piece.number);
        draft_.notice.body.push_back(std::move(paragraph));
        last_ = &draft_.notice.body.back();
    }

    void interrupt() { last_ = nullptr; }

private:
    bool goes_on(const Piece& piece, std::string_view text) const {
        if (last_ == nullptr || !piece.number.empty() || ends_item(last_->text) || list_number(text)) {
            return false;
        }
        return piece.after_break || (dump_ && breaks_off(last_->text, text));
    }

    Draft& draft_;
    Field* last_ = nullptr;  ///< the paragraph that the next piece may go on with
    bool dump_;
};

void leave_table(Draft& draft, Table& table);

void leave_blocks(Draft& draft, std::vector<Block>& blocks) {
    for (Block& block : blocks) {
        if (auto* table = std::get_if<Table>(&block.is)) {
            leave_table(draft, *table);
        } else if (auto* box = std::get_if<TextBox>(&block.is)) {
            leave_blocks(draft, box->blocks);
        } else {
            for (Line& line : std::get<Paragraph>(block.is).lines) {
                draft.leave(std::move(line.field), Reason::page_furniture);
            }
        }
    }
}

void leave_table(Draft& draft, Table& table) {
    for (Cell& cell : table.cells) {
        for (Line& line : cell.lines) {
            draft.leave(std::move(line.field), Reason::page_furniture);
        }
        leave_blocks(draft, cell.children);
    }
}

void leave_furniture(Draft& draft, Piece& piece) {
    if (piece.is_table) {
        leave_table(draft, piece.table);
        piece.taken = true;
    } else {
        draft.leave(piece, Reason::page_furniture);
    }
}

void run(Draft& draft) {
    BodyTaker body(draft);
    for (Piece& piece : draft.flow) {
        if (piece.taken) {
            body.interrupt();
        } else if (piece.part == Part::body && !piece.is_table) {
            body.take(piece);
        } else if (piece.part != Part::body && piece.part != Part::annex && piece.part != Part::unknown) {
            leave_furniture(draft, piece);
            body.interrupt();
        } else {
            body.interrupt();
        }
    }
}

}  // namespace

extern const Pass take_body_pass{"take-body", "takes the body's paragraphs and leaves out page furniture", run};

}  // namespace mingdan
