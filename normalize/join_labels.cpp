// Labels that were spread: 市/直/属 on three lines of a cell, 德 清 县 with layout spaces. A region or section label is
// always whole; in other columns only lines of one character each are a label set from top to bottom.
#include <utility>

#include "model/utf8.h"
#include "normalize/pass.h"
#include "normalize/roster_draft.h"
#include "normalize/spaces.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

bool holds_labels(Role role) {
    return role == Role::region || role == Role::section || role == Role::index;
}

bool is_single_han(const Line& line) {
    return utf8::length(line.field.text) == 1 && text::is_han(utf8::first(line.field.text));
}

bool all_single(const std::vector<Line>& lines) {
    for (const Line& line : lines) {
        if (!is_single_han(line)) {
            return false;
        }
    }
    return true;
}

void join_lines(DraftValue& value) {
    Line& first = value.lines.front();
    std::string lines = first.field.text;
    std::string whole = lines;
    for (std::size_t i = 1; i < value.lines.size(); ++i) {
        Field& next = value.lines[i].field;
        whole += between_lines(whole, next.text);
        whole += next.text;
        lines += '\n' + next.text;
        first.field.weight += next.weight;
        adopt_changes(first.field, next);
    }
    note_change(first.field, Fix::join_label, std::move(lines));  // one fix a label, however many lines it had
    first.field.text = std::move(whole);
    value.lines.resize(1);
    value.derivation = Derivation::joined;
}

void run(Draft& draft) {
    for (RosterDraft& roster : draft.rosters) {
        for (DraftRow& row : roster.rows) {
            for (std::size_t i = 0; i < row.values.size(); ++i) {
                DraftValue& value = row.values[i];
                if (value.lines.size() > 1 && (holds_labels(roster.columns[i].role) || all_single(value.lines))) {
                    join_lines(value);
                }
            }
        }
    }
}

}  // namespace

extern const Pass join_labels_pass{"join-labels", "makes labels whole that were set one character a line (市/直/属)",
                                   run};

}  // namespace mingdan
