// mingdan diff: what differs between two states of a list, for people or as JSON. Differences are the answer and no
// failure: the exit code is 0 unless --fail-on-change asks for 1.
#include <mingdan/diff.h>

#include <fmt/format.h>

#include <mingdan/save.h>

#include "cli/commands.h"
#include "cli/terminal.h"

namespace mingdan::cli {

namespace {

std::string quoted(const Value& value) {
    std::string text;
    for (const Field& item : value.items) {
        text += (text.empty() ? "" : "；") + printable(item.text);
    }
    return text.empty() ? "nothing" : "\"" + text + "\"";
}

std::string joined(const std::vector<std::string>& texts, std::string_view separator) {
    std::string text;
    for (const std::string& one : texts) {
        text += text.empty() ? "" : std::string(separator);
        text += printable(one);
    }
    return text;
}

std::string key_text(const std::vector<std::string>& key) {
    const std::string text = joined(key, " / ");
    return text.empty() ? "(nothing under the key)" : text;
}

class Report {
public:
    Report(const Diff& diff, const DiffSide& before, const DiffSide& after, const Style& style)
        : diff_(diff), before_(before), after_(after), style_(style) {}

    std::string write() {
        for (const RosterDiff& pair : diff_.pairs) {
            this->pair(pair);
        }
        alone(before_, diff_.old_alone, "only in the old: ");
        alone(after_, diff_.new_alone, "only in the new: ");
        if (diff_.pairs.empty()) {
            line("No two rosters are states of one list; --roster names them.");
        }
        return std::move(out_);
    }

private:
    void line(std::string_view text) {
        out_ += text;
        out_ += '\n';
    }

    static std::string name_of(const DiffSide& side, std::size_t index) {
        const Roster& roster = side.rosters[index];
        std::string title;
        for (const auto* field : {&roster.title, &roster.heading}) {
            if (*field) {
                title += (title.empty() ? " (" : ", ") + printable((*field)->text);
            }
        }
        title += title.empty() ? "" : ")";
        return fmt::format("{}, roster {}{}: {}", printable(side.name), index + 1, title,
                           counted(roster.records.size(), "record", "records"));
    }

    void alone(const DiffSide& side, const std::vector<std::size_t>& indexes, std::string_view label) {
        for (const std::size_t index : indexes) {
            line(style_.doubtful(std::string(label) + name_of(side, index)));
        }
    }

    void columns(std::string_view label, const Roster& roster, const std::vector<std::size_t>& indexes) {
        std::vector<std::string> names;
        for (const std::size_t index : indexes) {
            names.push_back(roster.columns[index].name.text);
        }
        if (!names.empty()) {
            line(fmt::format("{}{}", label, joined(names, ", ")));
        }
    }

    void pair(const RosterDiff& pair) {
        const Roster& old_roster = before_.rosters[pair.old_roster];
        const Roster& new_roster = after_.rosters[pair.new_roster];
        line(style_.heading("old: " + name_of(before_, pair.old_roster)));
        line(style_.heading("new: " + name_of(after_, pair.new_roster)));
        line(fmt::format("paired: {}", pair.reason));
        std::vector<std::string> key;
        for (const auto& column : pair.key.columns) {
            key.push_back(new_roster.columns[column.second].name.text);
        }
        line(fmt::format("key: {} ({})", joined(key, " + "), pair.key.reason));
        columns("columns only in the old: ", old_roster, pair.removed_columns);
        columns("columns only in the new: ", new_roster, pair.added_columns);
        columns("not compared, they count the rows: ", old_roster, pair.index_columns);
        for (const DuplicateKey& duplicate : pair.duplicates) {
            line(style_.doubtful(fmt::format("more than one record has the key {}: {} in the old, {} in the new",
                                             key_text(duplicate.key), duplicate.old_count, duplicate.new_count)));
        }
        std::size_t spelling = 0;
        for (const RecordChange& change : pair.changed) {
            spelling += change.is_spelling();
        }
        line(fmt::format("{} added, {} removed, {} changed{}, {} unchanged", pair.added.size(), pair.removed.size(),
                         pair.changed.size(), spelling > 0 ? fmt::format(" ({} in spelling only)", spelling) : "",
                         pair.unchanged));
        for (const std::size_t record : pair.added) {
            line(style_.good(
                fmt::format("  + {} (record {})", key_text(new_key_of(pair, new_roster, record)), record + 1)));
            values(pair, new_roster, new_roster.records[record], true);
        }
        for (const std::size_t record : pair.removed) {
            line(style_.bad(fmt::format("  - {} (record {})", key_text(key_of(pair, old_roster, record)), record + 1)));
            values(pair, old_roster, old_roster.records[record], false);
        }
        for (const RecordChange& change : pair.changed) {
            changed(pair, change);
        }
        line("");
    }

    /// What a record says beside its key.
    void values(const RosterDiff& pair, const Roster& roster, const Record& record, bool after) {
        for (std::size_t i = 0; i < roster.columns.size(); ++i) {
            bool key = false;
            for (const auto& column : pair.key.columns) {
                key = key || (after ? column.second : column.first) == i;
            }
            if (!key && !record.values[i].empty()) {
                line(fmt::format("      {}: {}", printable(roster.columns[i].name.text), quoted(record.values[i])));
            }
        }
    }

    void changed(const RosterDiff& pair, const RecordChange& change) {
        const Roster& old_roster = before_.rosters[pair.old_roster];
        const Roster& new_roster = after_.rosters[pair.new_roster];
        line(style_.doubtful(fmt::format("  ~ {} (record {}, was {})",
                                         key_text(new_key_of(pair, new_roster, change.new_record)),
                                         change.new_record + 1, change.old_record + 1)));
        for (const ValueChange& value : change.values) {
            const std::string column = printable(new_roster.columns[value.new_column].name.text);
            if (value.kind == ChangeKind::members || !value.respelled.empty()) {
                members(column, value);
                continue;
            }
            constexpr std::string_view kNotes[] = {"", " (spelling)", "", " (order)"};
            line(fmt::format("      {}: {} -> {}{}", column,
                             quoted(old_roster.records[change.old_record].values[value.old_column]),
                             quoted(new_roster.records[change.new_record].values[value.new_column]),
                             kNotes[static_cast<std::size_t>(value.kind)]));
        }
    }

    void members(std::string_view column, const ValueChange& value) {
        for (const std::string& member : value.added) {
            line(style_.good(fmt::format("      {}: + {}", column, printable(member))));
        }
        for (const std::string& member : value.removed) {
            line(style_.bad(fmt::format("      {}: - {}", column, printable(member))));
        }
        for (const Respelled& member : value.respelled) {
            line(fmt::format("      {}: \"{}\" -> \"{}\" (spelling)", column, printable(member.before),
                             printable(member.after)));
        }
    }

    const Diff& diff_;
    const DiffSide& before_;
    const DiffSide& after_;
    const Style& style_;
    std::string out_;
};

}  // namespace

int diff(const Words& words) {
    constexpr int kDiffers = 1;
    DiffArguments arguments;
    if (const std::optional<int> ended = parse(words, arguments)) {
        return *ended;
    }
    const Result<DiffSide> before = read_diff_side(arguments.before, arguments.options);
    if (!before) {
        return complain(before.error());
    }
    const Result<DiffSide> after = read_diff_side(arguments.after, arguments.options);
    if (!after) {
        return complain(after.error());
    }
    const Result<Diff> compared = compare(*before, *after, arguments.diff);
    if (!compared) {
        return complain(compared.error());
    }
    const Style style(Stream::output);
    const Result<void> written =
        save_text(arguments.view == View::json ? diff_json(*compared, *before, *after)
                                               : Report(*compared, *before, *after, style).write(),
                  "-");
    return !written ? complain(written.error()) : arguments.fail_on_change && compared->differs() ? kDiffers : 0;
}

}  // namespace mingdan::cli
