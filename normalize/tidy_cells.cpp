// Spaces inside values. Between two Han characters a space is layout in labels and names; in titles of works it may be
// meant (思政一体 立德优师), so there a run only becomes one space.
#include <algorithm>
#include <utility>

#include "model/utf8.h"
#include "normalize/brackets.h"
#include "normalize/pass.h"
#include "normalize/roster_draft.h"
#include "normalize/spaces.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

bool closes_up(Role role) {
    return role == Role::index || role == Role::region || role == Role::section || role == Role::organisation ||
           role == Role::person || role == Role::code;
}

/// Two Han characters with layout between them: a name padded to three places (张　三). In a grid of names one space
/// pads.
bool is_padded_name(std::string_view text, bool in_grid) {
    text = without_remark(text);
    if (text.size() < 7 || text.size() > 24) {
        return false;
    }
    std::size_t at = 0;
    if (!text::is_han(utf8::next(text, at))) {
        return false;
    }
    std::size_t spaces = 0;
    bool wide = false;
    char32_t c = utf8::next(text, at);
    for (; text::is_space(c) && at < text.size(); c = utf8::next(text, at)) {
        ++spaces;
        wide = wide || c == 0x3000;
    }
    return at == text.size() && text::is_han(c) && (wide || spaces >= 2 || in_grid);
}

void tidy(DraftValue& value, Role role, bool in_grid) {
    if (value.tidy) {
        return;
    }
    for (Line& line : value.lines) {
        if (role == Role::person || is_padded_name(line.field.text, in_grid)) {
            close_han(line.field, Fix::join_name);
        } else if (closes_up(role)) {
            close_han(line.field, role == Role::region || role == Role::section ? Fix::join_label : Fix::fold_spaces);
        } else {
            fold_runs(line.field);
        }
    }
}

void run(Draft& draft) {
    for (RosterDraft& roster : draft.rosters) {
        for (DraftRow& row : roster.rows) {
            for (std::size_t i = 0; i < row.values.size(); ++i) {
                tidy(row.values[i], roster.columns[i].role, roster.plain);
            }
        }
        for (DraftTotal& total : roster.totals) {
            for (DraftValue& value : total.values) {
                for (std::size_t i = 1; i < value.lines.size(); ++i) {
                    join(value.lines.front().field, std::move(value.lines[i].field), " ", Fix::join_items);
                }
                value.lines.resize(std::min<std::size_t>(value.lines.size(), 1));
                tidy(value, Role::index, false);
            }
        }
        for (Field& note : roster.notes) {
            fold_runs(note);
        }
    }
}

}  // namespace

extern const Pass tidy_cells_pass{"tidy-cells", "brings spaces inside values to what they mean", run};

}  // namespace mingdan
