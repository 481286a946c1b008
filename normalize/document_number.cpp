// notice.number: spaces and brackets around it go, the year's bracket becomes 〔〕. A number that lost a part keeps its
// loss and is reported; nothing is ever made up.
#include "normalize/document_number_scan.h"
#include "normalize/pass.h"
#include "wrap/text.h"

#include <fmt/format.h>

namespace mingdan {

namespace {

/// Cuts what stands around the number: (洛政〔2012〕12号).
void cut_outer_brackets(Draft& draft, Field& number) {
    const auto whole = whole_number(number.text);
    if (!whole) {
        return;
    }
    if (whole->end < number.text.size()) {
        draft.cut(number, whole->end, number.text.size() - whole->end, Reason::separator, Fix::fold_number);
    }
    if (whole->begin > 0) {
        draft.cut(number, 0, whole->begin, Reason::separator, Fix::fold_number);
    }
}

void take_number(Draft& draft, Piece& piece) {
    Field number = std::move(piece.text);
    piece.taken = true;
    const auto whole = whole_number(number.text);
    cut_outer_brackets(draft, number);
    rewrite(number, text::without_spaces(number.text), Fix::fold_number);
    rewrite(number, written_number(number.text), Fix::fold_brackets);
    if (whole && whole->damaged) {
        draft.find(FindingCode::damaged_number, fmt::format("the document number {} has lost a part", number.text),
                   At{{}, {}, {}, "number"}, number.origin);
    }
    draft.notice.number = std::move(number);
}

void run(Draft& draft) {
    for (Piece& piece : draft.flow) {
        if (piece.part != Part::number || piece.taken) {
            continue;
        }
        if (!draft.notice.number) {
            take_number(draft, piece);
        } else {
            const bool same = written_number(piece.text.text) == draft.notice.number->text;
            draft.leave(piece, same ? Reason::repeated_text : Reason::unplaced);
        }
    }
}

}  // namespace

extern const Pass document_number_pass{"document-number", "takes the document number (发文字号), its year in 〔〕",
                                       run};

}  // namespace mingdan
