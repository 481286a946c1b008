// No empty roster stands for a table of labels and notes only: its text is accounted for as a form.
#include <algorithm>
#include <set>
#include <string>
#include <utility>

#include "normalize/pass.h"
#include "normalize/roster_draft.h"

namespace mingdan {

namespace {

/// A heading may stand over a table of notes and the list behind it: the list keeps it.
std::set<std::pair<std::uint32_t, std::string>> labels_in_use(const Draft& draft) {
    std::set<std::pair<std::uint32_t, std::string>> labels;
    for (const RosterDraft& roster : draft.rosters) {
        for (const DraftSection& section : roster.sections) {
            for (std::size_t i = 0; i < section.labels.size() && !roster.rows.empty(); ++i) {
                labels.insert({section.labels[i].origin.text, section.labels[i].text});
            }
        }
    }
    return labels;
}

void run(Draft& draft) {
    const auto is_empty = [](const RosterDraft& roster) { return roster.rows.empty(); };
    if (std::none_of(draft.rosters.begin(), draft.rosters.end(), is_empty)) {
        return;
    }
    const auto leave = [&](std::optional<Field>& field) {
        if (field) {
            draft.leave(std::move(*field), Reason::form);
        }
    };
    std::set<std::pair<std::uint32_t, std::string>> left = labels_in_use(draft);
    for (RosterDraft& roster : draft.rosters) {
        if (!roster.rows.empty()) {
            continue;
        }
        leave(roster.annex);
        leave(roster.title);
        for (std::vector<Field>& levels : roster.header_levels) {
            for (Field& level : levels) {
                draft.leave(std::move(level), Reason::form);
            }
        }
        for (Field& note : roster.notes) {
            draft.leave(std::move(note), Reason::form);
        }
        for (DraftTotal& total : roster.totals) {
            for (DraftValue& value : total.values) {
                for (Line& line : value.lines) {
                    draft.leave(std::move(line.field), Reason::form);
                }
            }
        }
        for (DraftSection& section : roster.sections) {
            for (Field& label : section.labels) {
                if (left.insert({label.origin.text, label.text}).second) {
                    draft.leave(std::move(label), Reason::empty_section);
                }
            }
        }
    }
    std::erase_if(draft.rosters, is_empty);
}

}  // namespace

extern const Pass drop_empty_pass{"drop-empty", "drops drafts without a record; their text is a form's", run};

}  // namespace mingdan
