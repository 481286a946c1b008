// `mingdan diff --to json` (docs/diff.md). Rosters and records count from 1, as in NDJSON.
#include <mingdan/diff.h>

#include "emit/json_record.h"
#include "emit/json_writer.h"

namespace mingdan {

namespace {

class DiffWriter {
public:
    DiffWriter(const Diff& diff, const DiffSide& before, const DiffSide& after)
        : diff_(diff), before_(before), after_(after), json_(out_) {}

    std::string write() {
        json_.open_object(Layout::lines);
        json_.number("mingdan_diff", 1);
        side("old", before_);
        side("new", after_);
        json_.key("pairs");
        json_.open_array(Layout::lines);
        for (const RosterDiff& pair : diff_.pairs) {
            this->pair(pair);
        }
        json_.close();
        json_.key("without_partner");
        json_.open_object(Layout::lines);
        alone("old", before_, diff_.old_alone);
        alone("new", after_, diff_.new_alone);
        json_.close();
        json_.close();
        return std::move(out_) + "\n";
    }

private:
    void side(std::string_view name, const DiffSide& side) {
        json_.key(name);
        json_.open_object();
        json_.text("source", side.name);
        json_.number("rosters", side.rosters.size());
        json_.close();
    }

    void roster(const DiffSide& side, std::size_t index) {
        const Roster& roster = side.rosters[index];
        json_.open_object();
        json_.number("roster", index + 1);
        json_.field("annex", roster.annex);
        json_.field("title", roster.title);
        json_.field("heading", roster.heading);
        json_.number("records", roster.records.size());
        json_.close();
    }

    void alone(std::string_view name, const DiffSide& side, const std::vector<std::size_t>& indexes) {
        json_.key(name);
        json_.open_array(Layout::lines);
        for (const std::size_t index : indexes) {
            roster(side, index);
        }
        json_.close();
    }

    void texts(std::string_view name, const std::vector<std::string>& texts) {
        json_.key(name);
        json_.open_array();
        for (const std::string& text : texts) {
            json_.text(text);
        }
        json_.close();
    }

    void columns(std::string_view name, const Roster& roster, const std::vector<std::size_t>& indexes) {
        std::vector<std::string> names;
        for (const std::size_t index : indexes) {
            names.push_back(roster.columns[index].name.text);
        }
        texts(name, names);
    }

    void pair(const RosterDiff& pair) {
        const Roster& old_roster = before_.rosters[pair.old_roster];
        const Roster& new_roster = after_.rosters[pair.new_roster];
        json_.open_object(Layout::lines);
        json_.key("old");
        roster(before_, pair.old_roster);
        json_.key("new");
        roster(after_, pair.new_roster);
        json_.text("paired", pair.reason);
        key(pair, new_roster);
        json_.key("columns");
        json_.open_object();
        columns("added", new_roster, pair.added_columns);
        columns("removed", old_roster, pair.removed_columns);
        columns("not_compared", old_roster, pair.index_columns);
        json_.close();
        counts(pair);
        records("added", pair, new_roster, pair.added, new_key_of);
        records("removed", pair, old_roster, pair.removed, key_of);
        json_.key("changed");
        json_.open_array(Layout::lines);
        for (const RecordChange& change : pair.changed) {
            changed(pair, change, old_roster, new_roster);
        }
        json_.close();
        json_.key("duplicate_keys");
        json_.open_array(Layout::lines);
        for (const DuplicateKey& duplicate : pair.duplicates) {
            json_.open_object();
            texts("key", duplicate.key);
            json_.number("old", duplicate.old_count);
            json_.number("new", duplicate.new_count);
            json_.close();
        }
        json_.close();
        json_.close();
    }

    void key(const RosterDiff& pair, const Roster& new_roster) {
        json_.key("key");
        json_.open_object();
        std::vector<std::size_t> indexes;
        for (const auto& column : pair.key.columns) {
            indexes.push_back(column.second);
        }
        columns("columns", new_roster, indexes);
        json_.key("given");
        json_.value() += pair.key.given ? "true" : "false";
        json_.text("reason", pair.key.reason);
        json_.close();
    }

    void counts(const RosterDiff& pair) {
        std::size_t spelling = 0;
        for (const RecordChange& change : pair.changed) {
            spelling += change.is_spelling();
        }
        json_.key("counts");
        json_.open_object();
        json_.number("added", pair.added.size());
        json_.number("removed", pair.removed.size());
        json_.number("changed", pair.changed.size());
        json_.number("spelling_only", spelling);
        json_.number("unchanged", pair.unchanged);
        json_.close();
    }

    template <class KeyOf>
    void records(std::string_view name, const RosterDiff& pair, const Roster& roster,
                 const std::vector<std::size_t>& indexes, KeyOf key_of_record) {
        const JsonRecordWriter rows(roster);
        json_.key(name);
        json_.open_array(Layout::lines);
        for (const std::size_t index : indexes) {
            json_.open_object();
            texts("key", key_of_record(pair, roster, index));
            json_.number("row", index + 1);
            json_.key("record");
            rows.append(json_.value(), roster.records[index], RowKind::record);
            json_.close();
        }
        json_.close();
    }

    void changed(const RosterDiff& pair, const RecordChange& change, const Roster& old_roster,
                 const Roster& new_roster) {
        json_.open_object();
        texts("key", new_key_of(pair, new_roster, change.new_record));
        json_.number("old_row", change.old_record + 1);
        json_.number("new_row", change.new_record + 1);
        json_.key("changes");
        json_.open_array();
        for (const ValueChange& value : change.values) {
            json_.open_object();
            json_.field("column", new_roster.columns[value.new_column].name);
            json_.text("kind", change_kind_name(value.kind));
            this->value("old", old_roster.records[change.old_record].values[value.old_column]);
            this->value("new", new_roster.records[change.new_record].values[value.new_column]);
            texts("added", value.added);
            texts("removed", value.removed);
            json_.key("respelled");
            json_.open_array();
            for (const Respelled& member : value.respelled) {
                json_.open_object();
                json_.text("old", member.before);
                json_.text("new", member.after);
                json_.close();
            }
            json_.close();
            json_.close();
        }
        json_.close();
        json_.close();
    }

    /// Always the list of its texts, so that a reader needs no types.
    void value(std::string_view name, const Value& value) {
        std::vector<std::string> items;
        for (const Field& item : value.items) {
            items.push_back(item.text);
        }
        texts(name, items);
    }

    const Diff& diff_;
    const DiffSide& before_;
    const DiffSide& after_;
    std::string out_;
    JsonWriter json_;
};

}  // namespace

std::string diff_json(const Diff& diff, const DiffSide& before, const DiffSide& after) {
    return DiffWriter(diff, before, after).write();
}

}  // namespace mingdan
