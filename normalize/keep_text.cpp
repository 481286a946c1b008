// Structure: a paragraph whose own pass is skipped (the title where `title` is) is no page furniture: it stays in the
// body. Where take-body is skipped too, paragraphs are taken as they stand, lines that soft breaks part included.
#include <algorithm>
#include <initializer_list>
#include <utility>

#include "normalize/pass.h"

namespace mingdan {

namespace {

bool skips_any(const Draft& draft, std::initializer_list<std::string_view> passes) {
    return std::any_of(passes.begin(), passes.end(), [&](std::string_view pass) { return draft.skips(pass); });
}

/// True if a pass is skipped that might have placed this part of the notice.
bool is_orphan(const Draft& draft, Part part) {
    switch (part) {
        case Part::number:
            return draft.skips("document-number");
        case Part::title:
            return draft.skips("title");
        case Part::addressee:
            return draft.skips("addressees");
        case Part::attachment_list:
            return draft.skips("attachments");
        case Part::issuer:
        case Part::date:
            return draft.skips("sign-off");
        case Part::annex:
        case Part::unknown:
            return skips_any(draft, {"find-frame", "find-zones", "take-tables", "take-lists"});
        case Part::letterhead:
        case Part::closing:
            return draft.skips("take-body");
        case Part::body:
            break;
    }
    return false;
}

void take_as_it_stands(Draft& draft) {
    Field* last = nullptr;
    for (Piece& piece : draft.flow) {
        if (piece.taken || piece.is_table || piece.part != Part::body) {
            last = nullptr;
            continue;
        }
        piece.taken = true;
        if (piece.text.text.empty()) {
            last = piece.after_break ? last : nullptr;
        } else if (piece.after_break && last != nullptr) {
            put_below(*last, std::move(piece.text));
        } else {
            last = &draft.notice.body.emplace_back(std::move(piece.text));
        }
    }
}

void run(Draft& draft) {
    if (draft.options.skip.empty() && draft.options.rules.skip.empty()) {
        return;
    }
    for (Piece& piece : draft.flow) {
        if (!piece.taken && !piece.is_table && is_orphan(draft, piece.part)) {
            piece.part = Part::body;
        }
    }
    if (draft.skips("take-body")) {
        take_as_it_stands(draft);
    }
}

}  // namespace

extern const Pass keep_text_pass{"keep-text", "keeps paragraphs in the body where their own pass is skipped", run,
                                 true};

}  // namespace mingdan
