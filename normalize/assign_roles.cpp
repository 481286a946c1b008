// What a column is for: by its header's words, and by its values where the words leave it open (编号 that counts from 1
// is an index). Given only when sure.
#include <fmt/format.h>

#include "normalize/index_number.h"
#include "normalize/lexicon.h"
#include "normalize/pass.h"
#include "normalize/roster_draft.h"

namespace mingdan {

namespace {

/// True if the column counts 1, 2, 3 … (restarts allowed); empty cells of merged rows aside.
bool counts_up(const RosterDraft& roster, std::size_t column) {
    std::uint64_t last = 0;
    std::size_t values = 0;
    for (const DraftRow& row : roster.rows) {
        const DraftValue& value = row.values[column];
        if (value.empty()) {
            continue;
        }
        if (value.lines.size() != 1) {
            return false;
        }
        const Line& line = value.lines.front();
        const auto index =
            read_index(line.field.text.empty() ? std::string_view(line.number) : std::string_view(line.field.text));
        if (!index || (*index != last + 1 && *index != 1)) {
            return false;
        }
        last = *index;
        ++values;
    }
    return values >= 2 && last >= 2;
}

void run(Draft& draft) {
    for (RosterDraft& roster : draft.rosters) {
        for (std::size_t i = 0; i < roster.columns.size(); ++i) {
            Column& column = roster.columns[i];
            column.role = lexicon::role_of(column.name.text);
            if (column.role != Role::other) {
                column.reason = fmt::format("the header says {}", column.name.text);
            }
            const bool open = column.name.text.empty() ||
                              (column.role == Role::code && column.name.text.find("编号") != std::string::npos);
            if (open && i == 0 && counts_up(roster, i)) {
                column.role = Role::index;
                column.reason = "its values count from 1";
            }
            if (column.role == Role::other) {
                column.reason = "no header word is known for it";
            }
        }
    }
}

}  // namespace

extern const Pass assign_roles_pass{"assign-roles", "tells what each column is for", run};

}  // namespace mingdan
