// Column names that mean one thing over the years (县区, 所属区县) get the name that the user's rules have for them,
// before anything is told from a name.
#include "normalize/pass.h"
#include "normalize/roster_draft.h"
#include "normalize/user_rules.h"

namespace mingdan {

namespace {

void run(Draft& draft) {
    for (RosterDraft& roster : draft.rosters) {
        for (Column& column : roster.columns) {
            if (const std::string* name = user_rules::column_name(draft.options.rules, column.name.text)) {
                rewrite(column.name, *name, Fix::rule_column);
            }
        }
    }
}

}  // namespace

extern const Pass rename_columns_pass{"rename-columns", "gives columns the names that the user's rules have for them",
                                      run};

}  // namespace mingdan
