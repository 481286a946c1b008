// Structure: where tables are not read (find-zones or take-tables is skipped), each is a roster as it stands: no
// header, every row of its grid a record, every column of its grid a column.
#include <algorithm>
#include <utility>

#include "normalize/pass.h"
#include "normalize/roster_draft.h"

namespace mingdan {

namespace {

DraftRow blank_row(const Table& table, std::uint32_t row) {
    DraftRow record;
    record.values.resize(table.columns);
    record.origin = {0, 0, table.origin.table, row + 1, 0, table.origin.part};
    return record;
}

/// A cell's value stands where it begins; the rows below know that it covers them.
void put(Cell& cell, std::vector<DraftRow>& rows) {
    DraftValue& value = rows[cell.row].values[cell.column];
    value.lines = std::move(cell.lines);
    cell.lines.clear();
    value.resumes = cell.resumes;
    value.open_top = cell.open_top;
    value.open_bottom = cell.open_bottom;
    value.vertical = cell.vertical;
    for (std::uint32_t row = cell.row + 1; row < cell.row + cell.row_span && row < rows.size(); ++row) {
        rows[row].values[cell.column].covered = true;
    }
}

RosterDraft as_it_stands(Table& table) {
    RosterDraft roster;
    roster.columns.resize(table.columns);
    for (Column& column : roster.columns) {
        column.reason = "the table is kept as it stands";
    }
    roster.header_levels.resize(table.columns);
    roster.spans_lost = table.spans_lost;
    roster.tables.push_back(table.origin.table);
    for (std::uint32_t row = 0; row < table.rows; ++row) {
        roster.rows.push_back(blank_row(table, row));
    }
    for (Cell& cell : table.cells) {
        put(cell, roster.rows);
    }
    return roster;
}

/// A table of the notice's head or foot is page furniture, if find-frame says so.
bool may_list(const Piece& piece) {
    return piece.part == Part::unknown || piece.part == Part::body || piece.part == Part::annex;
}

void run(Draft& draft) {
    if (!draft.skips("find-zones") && !draft.skips("take-tables")) {
        return;
    }
    for (std::size_t place = 0; place < draft.flow.size(); ++place) {
        Piece& piece = draft.flow[place];
        if (piece.is_table && !piece.taken && may_list(piece) && piece.table.columns > 0) {
            RosterDraft& roster = draft.rosters.emplace_back(as_it_stands(piece.table));
            roster.place = place;
            roster.in_body = piece.part == Part::body;
            piece.taken = true;
        }
    }
    std::stable_sort(draft.rosters.begin(), draft.rosters.end(),
                     [](const RosterDraft& a, const RosterDraft& b) { return a.place < b.place; });
}

}  // namespace

extern const Pass keep_tables_pass{"keep-tables", "keeps tables as they stand where take-tables is skipped", run, true};

}  // namespace mingdan
