// Records meet by their folded keys. What folds alike and is written differently is a change of spelling. Where a key
// stands more than once on a side its records are a bag: equal ones cancel out, the rest is added or removed, and the
// key is named.
#include <mingdan/diff.h>

#include <algorithm>
#include <deque>
#include <map>
#include <numeric>
#include <set>
#include <unordered_map>

#include <fmt/format.h>

#include "model/try.h"
#include "pipeline/diff_table.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

using Indexes = std::vector<std::size_t>;

struct Meeting {
    Indexes before;
    Indexes after;
};

/// Takes from a bag of things with names, the first of those of one name first. No list is so long that it takes square
/// time.
class Bag {
public:
    void add(std::string name, std::size_t index) { places_[std::move(name)].push_back(index); }
    std::optional<std::size_t> take(const std::string& name) {
        const auto place = places_.find(name);
        if (place == places_.end() || place->second.empty()) {
            return std::nullopt;
        }
        const std::size_t index = place->second.front();
        place->second.pop_front();
        return index;
    }

private:
    std::unordered_map<std::string, std::deque<std::size_t>> places_;
};

/// Pairs two bags by a name; what finds no partner stays, in its order.
template <class NameBefore, class NameAfter, class Met>
void pair_off(Indexes& before, Indexes& after, NameBefore name_before, NameAfter name_after, Met met) {
    Bag bag;
    for (const std::size_t index : before) {
        bag.add(name_before(index), index);
    }
    std::set<std::size_t> taken;
    Indexes rest;
    for (const std::size_t index : after) {
        if (const std::optional<std::size_t> partner = bag.take(name_after(index))) {
            taken.insert(*partner);
            met(*partner, index);
        } else {
            rest.push_back(index);
        }
    }
    after = std::move(rest);
    std::erase_if(before, [&](std::size_t index) { return taken.contains(index); });
}

Indexes all_of(std::size_t count) {
    Indexes indexes(count);
    std::iota(indexes.begin(), indexes.end(), std::size_t{0});
    return indexes;
}

/// What one list has and the other has not, each as often as it stands there; and what is only written otherwise.
void compare_members(const Value& before, ColumnType old_type, const Value& after, ColumnType new_type,
                     ValueChange& change) {
    Indexes old_left = all_of(before.items.size());
    Indexes new_left = all_of(after.items.size());
    pair_off(
        old_left, new_left, [&](std::size_t i) { return before.items[i].text; },
        [&](std::size_t i) { return after.items[i].text; }, [](std::size_t, std::size_t) {});
    pair_off(
        old_left, new_left, [&](std::size_t i) { return fold_text(before.items[i].text, old_type); },
        [&](std::size_t i) { return fold_text(after.items[i].text, new_type); },
        [&](std::size_t i, std::size_t j) {
            change.respelled.push_back({before.items[i].text, after.items[j].text});
        });
    for (const std::size_t i : new_left) {
        change.added.push_back(after.items[i].text);
    }
    for (const std::size_t i : old_left) {
        change.removed.push_back(before.items[i].text);
    }
}

bool same_texts(const Value& a, const Value& b) {
    return std::equal(a.items.begin(), a.items.end(), b.items.begin(), b.items.end(),
                      [](const Field& x, const Field& y) { return x.text == y.text; });
}

class Comparison {
public:
    Comparison(const DiffTable& table, RosterDiff& diff, const Indexes& key) : table_(table), diff_(diff), key_(key) {}

    void run() {
        if (table_.columns.empty()) {  // nothing says that two records are the same
            diff_.removed = all_of(table_.before.records.size());
            diff_.added = all_of(table_.after.records.size());
            return;
        }
        std::map<std::string, Meeting> meetings;
        const std::vector<std::string> before = fold_keys(table_, key_, DiffRow::before);
        const std::vector<std::string> after = fold_keys(table_, key_, DiffRow::after);
        for (std::size_t i = 0; i < before.size(); ++i) {
            meetings[before[i]].before.push_back(i);
        }
        for (std::size_t i = 0; i < after.size(); ++i) {
            meetings[after[i]].after.push_back(i);
        }
        for (auto& [key, meeting] : meetings) {
            meet(meeting);
        }
        std::sort(diff_.added.begin(), diff_.added.end());
        std::sort(diff_.removed.begin(), diff_.removed.end());
        std::sort(diff_.changed.begin(), diff_.changed.end(),
                  [](const RecordChange& a, const RecordChange& b) { return a.new_record < b.new_record; });
    }

private:
    void meet(Meeting& meeting) {
        if (meeting.before.size() > 1 || meeting.after.size() > 1) {
            note_duplicate(meeting);
            cancel(meeting);
        }
        if (meeting.before.size() == 1 && meeting.after.size() == 1) {
            compare_records(meeting.before.front(), meeting.after.front());
            return;
        }
        diff_.removed.insert(diff_.removed.end(), meeting.before.begin(), meeting.before.end());
        diff_.added.insert(diff_.added.end(), meeting.after.begin(), meeting.after.end());
    }

    void note_duplicate(const Meeting& meeting) {
        const bool old = !meeting.before.empty();
        diff_.duplicates.push_back({old ? key_of(diff_, table_.before, meeting.before.front())
                                        : new_key_of(diff_, table_.after, meeting.after.front()),
                                    meeting.before.size(), meeting.after.size()});
    }

    /// Takes equal records out of both, those that are written alike first.
    void cancel(Meeting& meeting) {
        const auto met = [&](std::size_t before, std::size_t after) { compare_records(before, after); };
        pair_off(
            meeting.before, meeting.after,
            [&](std::size_t i) { return written(table_.before, i, &SharedColumn::before); },
            [&](std::size_t i) { return written(table_.after, i, &SharedColumn::after); }, met);
        pair_off(
            meeting.before, meeting.after, [&](std::size_t i) { return folded(i, &SharedColumn::folds_before); },
            [&](std::size_t i) { return folded(i, &SharedColumn::folds_after); }, met);
    }

    std::string written(const Roster& roster, std::size_t record, std::size_t SharedColumn::*side) const {
        std::string text;
        for (const SharedColumn& column : table_.columns) {
            for (const Field& item : roster.records[record].values[column.*side].items) {
                text += item.text + '\x1f';
            }
            text += '\x1e';
        }
        return text;
    }
    std::string folded(std::size_t record, std::vector<std::string> SharedColumn::*side) const {
        std::string text;
        for (const SharedColumn& column : table_.columns) {
            text += (column.*side)[record] + '\x1e';
        }
        return text;
    }

    void compare_records(std::size_t before, std::size_t after) {
        RecordChange change{before, after, {}};
        for (const SharedColumn& column : table_.columns) {
            const Value& old_value = table_.before.records[before].values[column.before];
            const Value& new_value = table_.after.records[after].values[column.after];
            if (same_texts(old_value, new_value)) {
                continue;
            }
            ValueChange value{column.before, column.after, ChangeKind::value, {}, {}, {}};
            if (column.list) {
                compare_members(old_value, table_.before.columns[column.before].type, new_value,
                                table_.after.columns[column.after].type, value);
                const bool members = !value.added.empty() || !value.removed.empty();
                value.kind = members                   ? ChangeKind::members
                             : value.respelled.empty() ? ChangeKind::order
                                                       : ChangeKind::spelling;
            } else if (column.folds_before[before] == column.folds_after[after]) {
                value.kind = ChangeKind::spelling;
            }
            change.values.push_back(std::move(value));
        }
        if (change.values.empty()) {
            diff_.unchanged += 1;
        } else {
            diff_.changed.push_back(std::move(change));
        }
    }

    const DiffTable& table_;
    RosterDiff& diff_;
    const Indexes& key_;
};

Result<Indexes> named_key(const DiffTable& table, const std::vector<std::string>& names) {
    Indexes key;
    for (const std::string& name : names) {
        std::size_t column = 0;
        std::string known;
        while (column < table.columns.size() &&
               text::compare_key(table.after.columns[table.columns[column].after].name.text) !=
                   text::compare_key(name)) {
            known += (known.empty() ? "" : ", ") + table.after.columns[table.columns[column].after].name.text;
            ++column;
        }
        if (column == table.columns.size()) {
            return fail(ErrorCode::usage, fmt::format("the rosters do not both have a column \"{}\"", name),
                        "--key with one or more of " + known);
        }
        key.push_back(column);
    }
    return key;
}

Result<RosterDiff> compare_pair(const Roster& before, const Roster& after, const RosterPair& pair,
                                const DiffOptions& options) {
    const DiffTable table = make_diff_table(before, after, options.key);
    RosterDiff diff;
    diff.old_roster = pair.before;
    diff.new_roster = pair.after;
    diff.reason = pair.reason;
    diff.added_columns = table.added;
    diff.removed_columns = table.removed;
    diff.index_columns = table.indexes;
    ChosenKey chosen;
    if (options.key.empty()) {
        chosen = choose_key(table);
    } else {
        TRY_ASSIGN(chosen.columns, named_key(table, options.key));
        chosen.reason = "as asked for";
    }
    for (const std::size_t column : chosen.columns) {
        diff.key.columns.emplace_back(table.columns[column].before, table.columns[column].after);
    }
    diff.key.given = !options.key.empty();
    diff.key.reason = chosen.reason;
    Comparison(table, diff, chosen.columns).run();
    return diff;
}

Result<void> require_roster(const DiffSide& side, const std::optional<std::size_t>& roster) {
    if (roster && *roster >= side.rosters.size()) {
        return fail(ErrorCode::usage,
                    fmt::format("{} has no roster {}: it has {}", side.name, *roster + 1, side.rosters.size()),
                    "another number for --roster");
    }
    return {};
}

Indexes chosen_rosters(const DiffSide& side, const std::optional<std::size_t>& roster) {
    return roster ? Indexes{*roster} : all_of(side.rosters.size());
}

std::vector<Roster> rosters_at(const DiffSide& side, const Indexes& indexes) {
    std::vector<Roster> rosters;
    for (const std::size_t index : indexes) {
        rosters.push_back(side.rosters[index]);
    }
    return rosters;
}

std::vector<std::string> texts_of(const Record& record, const Indexes& columns) {
    std::vector<std::string> texts;
    for (const std::size_t column : columns) {
        std::string& text = texts.emplace_back();
        for (const Field& item : record.values[column].items) {
            text += (text.empty() ? "" : "；") + item.text;
        }
    }
    return texts;
}

}  // namespace

std::string_view change_kind_name(ChangeKind kind) {
    constexpr std::string_view kNames[] = {"value", "spelling", "members", "order"};
    return kNames[static_cast<std::size_t>(kind)];
}

bool RecordChange::is_spelling() const {
    return std::all_of(values.begin(), values.end(),
                       [](const ValueChange& value) { return value.kind == ChangeKind::spelling; });
}

bool RosterDiff::differs() const {
    return !added.empty() || !removed.empty() || !changed.empty() || !added_columns.empty() || !removed_columns.empty();
}

bool Diff::differs() const {
    return !old_alone.empty() || !new_alone.empty() ||
           std::any_of(pairs.begin(), pairs.end(), [](const RosterDiff& pair) { return pair.differs(); });
}

std::vector<std::string> key_of(const RosterDiff& diff, const Roster& before, std::size_t old_record) {
    Indexes columns;
    for (const auto& column : diff.key.columns) {
        columns.push_back(column.first);
    }
    return texts_of(before.records[old_record], columns);
}

std::vector<std::string> new_key_of(const RosterDiff& diff, const Roster& after, std::size_t new_record) {
    Indexes columns;
    for (const auto& column : diff.key.columns) {
        columns.push_back(column.second);
    }
    return texts_of(after.records[new_record], columns);
}

Result<Diff> compare(const DiffSide& before, const DiffSide& after, const DiffOptions& options) {
    TRY(require_roster(before, options.old_roster));
    TRY(require_roster(after, options.new_roster));
    const Indexes old_indexes = chosen_rosters(before, options.old_roster);
    const Indexes new_indexes = chosen_rosters(after, options.new_roster);
    std::vector<RosterPair> pairs;
    if (options.old_roster && options.new_roster) {
        pairs.push_back({0, 0, "as asked for"});
    } else {
        pairs = pair_rosters(rosters_at(before, old_indexes), rosters_at(after, new_indexes));
    }
    Diff diff;
    Indexes old_taken, new_taken;
    for (RosterPair& pair : pairs) {
        pair.before = old_indexes[pair.before];
        pair.after = new_indexes[pair.after];
        old_taken.push_back(pair.before);
        new_taken.push_back(pair.after);
        TRY_ASSIGN(RosterDiff compared,
                   compare_pair(before.rosters[pair.before], after.rosters[pair.after], pair, options));
        diff.pairs.push_back(std::move(compared));
    }
    const auto alone = [](const Indexes& all, const Indexes& taken, Indexes& out) {
        std::copy_if(all.begin(), all.end(), std::back_inserter(out),
                     [&](std::size_t index) { return std::find(taken.begin(), taken.end(), index) == taken.end(); });
    };
    alone(old_indexes, old_taken, diff.old_alone);
    alone(new_indexes, new_taken, diff.new_alone);
    return diff;
}

}  // namespace mingdan
