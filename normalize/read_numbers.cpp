// Columns of numbers. The index is an integer in any printed form; another column is numeric when all its values are
// plain numbers and none of them is an identifier (leading zero, more than 15 digits, a header that says so).
#include <algorithm>

#include "model/utf8.h"
#include "normalize/index_number.h"
#include "normalize/lexicon.h"
#include "normalize/number_text.h"
#include "normalize/pass.h"
#include "normalize/roster_draft.h"

namespace mingdan {

namespace {

/// An automatic number that stands in for the text ("1." in an index column), or that is written before it.
void write_automatic(DraftValue& value) {
    for (Line& line : value.lines) {
        if (line.number.empty()) {
            continue;
        }
        if (line.field.text.empty()) {
            line.field.text = line.number;
            line.field.changes.push_back({Fix::write_number, {}});
            value.derivation = Derivation::computed;
        } else {
            rewrite(line.field, line.number + line.field.text, Fix::write_number);
        }
        line.number.clear();
    }
}

template <class Test>
bool all_values(const RosterDraft& roster, std::size_t column, Test test) {
    bool any = false;
    for (const DraftRow& row : roster.rows) {
        const DraftValue& value = row.values[column];
        if (value.empty()) {
            continue;
        }
        if (value.lines.size() != 1 || !test(std::string_view(value.lines.front().field.text))) {
            return false;
        }
        any = true;
    }
    return any;
}

void read_index_column(RosterDraft& roster, std::size_t column) {
    if (roster.columns[column].type == ColumnType::list ||
        !all_values(roster, column, [](std::string_view text) { return read_index(text).has_value(); })) {
        return;
    }
    roster.columns[column].type = ColumnType::integer;
    for (DraftRow& row : roster.rows) {
        for (Line& line : row.values[column].lines) {
            rewrite(line.field, std::to_string(*read_index(line.field.text)), Fix::read_index);
        }
    }
}

void read_number_column(RosterDraft& roster, std::size_t column) {
    Column& head = roster.columns[column];
    if (head.type == ColumnType::list || head.role == Role::code || head.role == Role::contact ||
        head.role == Role::region || head.role == Role::section || lexicon::is_identifier(head.name.text) ||
        !all_values(roster, column, [](std::string_view text) { return plain_number(text).has_value(); })) {
        return;
    }
    head.type = ColumnType::number;
    for (DraftRow& row : roster.rows) {
        for (Line& line : row.values[column].lines) {
            rewrite(line.field, *plain_number(line.field.text), Fix::read_number);
        }
    }
}

void read_totals(RosterDraft& roster) {
    for (DraftTotal& total : roster.totals) {
        for (std::size_t i = 0; i < total.values.size(); ++i) {
            if (roster.columns[i].type != ColumnType::number || total.values[i].lines.size() != 1) {
                continue;
            }
            Field& field = total.values[i].lines.front().field;
            if (auto number = plain_number(field.text)) {
                rewrite(field, std::move(*number), Fix::read_number);
            }
        }
    }
}

void run(Draft& draft) {
    for (RosterDraft& roster : draft.rosters) {
        for (DraftRow& row : roster.rows) {
            for (DraftValue& value : row.values) {
                write_automatic(value);
            }
        }
        for (std::size_t column = 0; column < roster.columns.size(); ++column) {
            if (roster.columns[column].role == Role::index) {
                read_index_column(roster, column);
            } else {
                read_number_column(roster, column);
            }
        }
        read_totals(roster);
    }
}

}  // namespace

extern const Pass read_numbers_pass{"read-numbers",
                                    "tells columns of numbers from identifiers and writes their digits plainly", run};

}  // namespace mingdan
