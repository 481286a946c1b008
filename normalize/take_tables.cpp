// Makes roster drafts of the tables, zone by zone.
#include "normalize/pass.h"
#include "normalize/roster_draft.h"
#include "normalize/zone_reader.h"

namespace mingdan {

namespace {

void run(Draft& draft) {
    for (Zone& zone : draft.zones) {
        if (zone.has_table) {
            read_zone_tables(draft, zone);
        }
    }
}

}  // namespace

extern const Pass take_tables_pass{"take-tables", "finds headers, records, sections, totals and notes in tables", run};

}  // namespace mingdan
