// A merged cell's value stands on every record that it spans. The copies weigh nothing: their characters were read
// once.
#include "normalize/fill.h"
#include "normalize/pass.h"

namespace mingdan {

void copy_value(const DraftValue& from, DraftValue& to, Derivation derivation, Fix fix) {
    to.lines.reserve(from.lines.size());
    for (const Line& line : from.lines) {
        Line& copy = to.lines.emplace_back();
        copy.field = copy_of(line.field);
        copy.number = line.number;
        copy.end = line.end;
    }
    if (!to.lines.empty()) {
        to.lines.front().field.changes.push_back({fix, {}});
        to.derivation = derivation;
    }
}

namespace {

void run(Draft& draft) {
    for (RosterDraft& roster : draft.rosters) {
        for (std::size_t i = 1; i < roster.rows.size(); ++i) {
            for (std::size_t column = 0; column < roster.columns.size(); ++column) {
                DraftValue& value = roster.rows[i].values[column];
                if ((value.covered || value.resumes) && value.empty()) {
                    copy_value(roster.rows[i - 1].values[column], value, Derivation::merged, Fix::fill_merged);
                }
            }
        }
        for (DraftTotal& total : roster.totals) {  // a 小计 inside the group that it closes
            for (std::size_t column = 0; column < roster.columns.size() && total.after > 0; ++column) {
                DraftValue& value = total.values[column];
                if (value.covered && value.empty()) {
                    copy_value(roster.rows[total.after - 1].values[column], value, Derivation::merged,
                               Fix::fill_merged);
                }
            }
        }
    }
}

}  // namespace

extern const Pass fill_spans_pass{"fill-spans", "gives a merged cell's value to every record that it spans", run};

}  // namespace mingdan
