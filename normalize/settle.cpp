// Drafts become rosters: sections become the columns 分组, 分组2 …, a heading over one table becomes its heading, lines
// become values, column names are made unique.
#include <set>
#include <string>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "normalize/pass.h"
#include "normalize/roster_draft.h"

namespace mingdan {

namespace {

class Settler {
public:
    /// `used`: the labels that already stand somewhere, by the line they come from and their text, in this roster or
    /// one before it.
    Settler(Draft& draft, RosterDraft& roster, std::set<std::pair<std::uint32_t, std::string>>& used)
        : draft_(draft), roster_(roster), used_(used) {}

    Roster settle() {
        Roster out;
        out.annex = std::move(roster_.annex);
        out.title = std::move(roster_.title);
        out.notes = std::move(roster_.notes);
        take_heading(out);
        std::size_t levels = 0;
        for (const DraftSection& section : roster_.sections) {
            levels = std::max(levels, section.labels.size());
        }
        add_columns(out, levels);
        out.records.reserve(roster_.rows.size());
        for (DraftRow& row : roster_.rows) {
            Record& record = out.records.emplace_back();
            record.origin = row.origin;
            record.values.reserve(out.columns.size());
            add_labels(record, row.section, levels);
            add_values(record, row.values);
            row =
                DraftRow{{}, row.section, row.ragged, row.origin, row.begins_page};  // its memory goes as it is used up
        }
        for (DraftTotal& total : roster_.totals) {
            Record& record = out.totals.emplace_back();
            record.origin = total.origin;
            add_labels(record, total.of_section ? total.section : 0, levels);
            add_values(record, total.values);
        }
        leave_unused_labels();
        return out;
    }

private:
    void take_heading(Roster& out) {
        if (!roster_.single_heading) {
            return;
        }
        std::set<std::pair<std::uint32_t, std::string>> here;  // continuation tables repeat their heading's section
        for (DraftSection& section : roster_.sections) {
            const std::size_t headings = std::exchange(section.headings, 0u);
            for (std::size_t i = 0; i < headings; ++i) {
                if (!here.insert({section.labels[i].origin.text, section.labels[i].text}).second) {
                    continue;
                }
                Field label = first_use(section.labels[i]);
                if (!out.heading) {
                    out.heading = std::move(label);
                } else {
                    join(*out.heading, std::move(label), "/", Fix::header_levels);
                }
            }
            section.labels.erase(section.labels.begin(),
                                 section.labels.begin() + static_cast<std::ptrdiff_t>(headings));
        }
    }

    void add_columns(Roster& out, std::size_t levels) {
        for (std::size_t level = 1; level <= levels; ++level) {
            Column& column = out.columns.emplace_back();
            column.name.text = level == 1 ? "分组" : fmt::format("分组{}", level);
            column.role = Role::section;
            column.reason = "from headings and rows that stand over their records";
        }
        for (std::size_t i = 0; i < roster_.columns.size(); ++i) {
            types_.push_back(roster_.columns[i].type);
            Column& column = out.columns.emplace_back(std::move(roster_.columns[i]));
            if (column.name.text.empty()) {
                column.name.text = fmt::format("列{}", i + 1);
            }
            make_unique(out, column);
        }
    }

    static void make_unique(const Roster& out, Column& column) {
        const std::string base = column.name.text;
        const auto taken = [&](const std::string& name) {
            for (const Column& other : out.columns) {
                if (&other != &column && other.name.text == name) {
                    return true;
                }
            }
            return false;
        };
        for (int number = 2; taken(column.name.text); ++number) {
            if (number == 2) {
                column.name.changes.push_back({Fix::rename_column, base});
            }
            column.name.text = fmt::format("{} ({})", base, number);
        }
    }

    /// A label's characters count once, where it is shown first.
    Field first_use(const Field& label) {
        return used_.insert({label.origin.text, label.text}).second ? label : copy_of(label);
    }

    void add_labels(Record& record, std::uint32_t section, std::size_t levels) {
        const auto& labels = roster_.sections[section].labels;
        for (std::size_t level = 0; level < levels; ++level) {
            Value& value = record.values.emplace_back();
            if (level < labels.size()) {
                value.items.push_back(first_use(labels[level]));
                value.derivation = value.items.back().weight > 0 ? Derivation::literal : Derivation::merged;
            }
        }
    }

    /// Lines that no pass has joined or made a list of stay lines, of one text.
    void add_values(Record& record, std::vector<DraftValue>& values) const {
        for (std::size_t i = 0; i < values.size(); ++i) {
            DraftValue& draft = values[i];
            Value& value = record.values.emplace_back();
            value.derivation = draft.derivation;
            value.items.reserve(draft.lines.size());
            for (Line& line : draft.lines) {
                if (!value.items.empty() && types_[i] != ColumnType::list) {
                    put_below(value.items.front(), std::move(line.field));
                    value.derivation = Derivation::joined;
                } else if (!line.field.text.empty()) {  // an automatic number that was not written
                    value.items.push_back(std::move(line.field));
                }
            }
        }
    }

    /// Sections that declare themselves empty have no record to stand on.
    void leave_unused_labels() {
        for (DraftSection& section : roster_.sections) {
            for (Field& label : section.labels) {
                if (label.weight > 0 && used_.insert({label.origin.text, label.text}).second) {
                    draft_.leave(std::move(label), Reason::empty_section);
                }
            }
        }
    }

    Draft& draft_;
    RosterDraft& roster_;
    std::set<std::pair<std::uint32_t, std::string>>& used_;
    std::vector<ColumnType> types_;  ///< of the draft's columns
};

void run(Draft& draft) {
    std::set<std::pair<std::uint32_t, std::string>> used;
    draft.notice.rosters.reserve(draft.rosters.size());
    for (RosterDraft& roster : draft.rosters) {
        draft.notice.rosters.push_back(Settler(draft, roster, used).settle());
    }
}

}  // namespace

extern const Pass settle_pass{"settle", "makes records of the drafts; sections become columns", run, true};

}  // namespace mingdan
