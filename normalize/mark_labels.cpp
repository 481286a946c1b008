// Labels of region columns that are no divisions by the user's rules (市直属, a zone) are marked as such, each where it
// was read; their texts stay.
#include "normalize/pass.h"
#include "normalize/roster_draft.h"
#include "normalize/user_rules.h"

namespace mingdan {

namespace {

bool is_copy(const DraftValue& value) {
    return value.derivation == Derivation::merged || value.derivation == Derivation::filled;
}

void run(Draft& draft) {
    for (RosterDraft& roster : draft.rosters) {
        for (std::size_t column = 0; column < roster.columns.size(); ++column) {
            if (roster.columns[column].role != Role::region || draft.options.rules.no_division.empty()) {
                continue;
            }
            for (DraftRow& row : roster.rows) {
                DraftValue& value = row.values[column];
                for (Line& line : value.lines) {
                    if (!is_copy(value) && user_rules::is_no_division(draft.options.rules, line.field.text)) {
                        note_change(line.field, Fix::rule_label, line.field.text);
                    }
                }
            }
        }
    }
}

}  // namespace

extern const Pass mark_labels_pass{"mark-labels", "marks labels that are no divisions by the user's rules", run};

}  // namespace mingdan
