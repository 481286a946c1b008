// Every character ends in a value or in what was left out (contract section 6). What no rule placed is reported; texts
// beside the body are given their reason; then the sums are compared.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "model/utf8.h"
#include "normalize/pass.h"
#include "normalize/roster_draft.h"
#include "normalize/spaces.h"
#include "normalize/zones.h"

namespace mingdan {

namespace {

template <class Leave>
void each_line(std::vector<Block>& blocks, Leave leave) {
    for (Block& block : blocks) {
        if (auto* paragraph = std::get_if<Paragraph>(&block.is)) {
            for (Line& line : paragraph->lines) {
                leave(line);
            }
        } else if (auto* table = std::get_if<Table>(&block.is)) {
            for (Cell& cell : table->cells) {
                for (Line& line : cell.lines) {
                    leave(line);
                }
                each_line(cell.children, leave);
            }
        } else {
            each_line(std::get<TextBox>(block.is).blocks, leave);
        }
    }
}

Reason reason_of(StoryKind kind) {
    switch (kind) {
        case StoryKind::comment:
            return Reason::comment;
        case StoryKind::footnote:
        case StoryKind::endnote:
            return Reason::note;
        default:
            return Reason::page_furniture;
    }
}

/// A footnote of a roster is one of its notes; other stories are left out with their reason.
void leave_stories(Draft& draft) {
    for (Story& story : draft.document.stories) {
        Roster* roster = nullptr;
        for (std::size_t i = 0; i < draft.rosters.size() && story.anchor.table > 0; ++i) {
            const auto& tables = draft.rosters[i].tables;
            if (std::find(tables.begin(), tables.end(), story.anchor.table) != tables.end()) {
                roster = &draft.notice.rosters[i];
            }
        }
        const bool is_note = story.kind == StoryKind::footnote || story.kind == StoryKind::endnote;
        each_line(story.blocks, [&](Line& line) {
            if (is_note && roster != nullptr && line.field.weight > 0) {
                if (!draft.skips("tidy-cells")) {
                    trim_line(draft, line.field);
                    fold_runs(line.field);
                }
                roster->notes.push_back(std::move(line.field));
            } else {
                draft.leave(std::move(line.field), reason_of(story.kind));
            }
        });
    }
    for (LeftOut& left : draft.document.left_out) {
        draft.notice.accounting.left_out.push_back(std::move(left));
    }
}

/// Annexes that hold no list: running text and forms.
void leave_forms(Draft& draft) {
    for (Zone& zone : draft.zones) {
        if (zone.in_body || zone.used) {
            continue;
        }
        bool lists = false;
        for (const std::size_t index : zone.pieces) {
            lists = lists || (draft.flow[index].taken && !draft.flow[index].is_table);
        }
        if (zone.annex) {
            draft.leave(std::move(*zone.annex), Reason::form);
        }
        for (const std::size_t index : zone.pieces) {
            Piece& piece = draft.flow[index];
            if (!piece.taken && !lists) {
                draft.leave(piece, Reason::form);
            }
        }
    }
}

void leave_unplaced(Draft& draft) {
    std::uint64_t characters = 0;
    std::size_t pieces = 0;
    Origin first;
    std::string sample;
    const auto leave = [&](Field field) {
        if (field.weight == 0 || field.text.empty()) {
            return;  // its text has moved on
        }
        if (pieces++ == 0) {
            first = field.origin;
            sample = field.text;
        }
        characters += field.weight;
        draft.leave(std::move(field), Reason::unplaced);
    };
    for (Piece& piece : draft.flow) {
        if (!piece.taken) {
            leave(std::move(piece.text));
        }
        for (Cell& cell : piece.table.cells) {
            for (Line& line : cell.lines) {
                leave(std::move(line.field));
            }
        }
    }
    if (pieces > 0) {
        if (utf8::length(sample) > 30) {
            std::size_t at = 0;
            for (int i = 0; i < 30; ++i) {
                utf8::next(sample, at);
            }
            sample = sample.substr(0, at) + "…";
        }
        draft.find(FindingCode::left_out,
                   fmt::format("{} characters in {} pieces found no place in the output; the first: {}", characters,
                               pieces, sample),
                   {}, first);
    }
}

void run(Draft& draft) {
    leave_forms(draft);
    leave_stories(draft);
    leave_unplaced(draft);
    Accounting& accounting = draft.notice.accounting;
    std::stable_sort(accounting.left_out.begin(), accounting.left_out.end(),
                     [](const LeftOut& a, const LeftOut& b) { return a.origin.text < b.origin.text; });
    accounting.read = draft.document.read;
    accounting.kept = kept_characters(draft.notice);
    std::uint64_t left = 0;
    for (const LeftOut& piece : accounting.left_out) {
        left += piece.characters;
    }
    if (accounting.read != accounting.kept + left) {
        draft.find(FindingCode::accounting_error,
                   fmt::format("{} characters were read, but {} are kept and {} left out; please report this file",
                               accounting.read, accounting.kept, left));
    }
}

}  // namespace

extern const Pass account_pass{"account", "accounts for every character that was read", run, true};

}  // namespace mingdan
