#include "pipeline/diff_table.h"

#include <algorithm>

#include "wrap/text.h"

namespace mingdan {

namespace {

constexpr char kBetweenMembers = '\x1f';
constexpr char kBetweenColumns = '\x1e';

std::string fold_value(const Value& value, ColumnType type) {
    std::vector<std::string> members;
    for (const Field& item : value.items) {
        members.push_back(fold_text(item.text, type));
    }
    std::sort(members.begin(), members.end());
    std::string fold;
    for (const std::string& member : members) {
        fold += fold.empty() ? "" : std::string(1, kBetweenMembers);
        fold += member;
    }
    return fold;
}

std::vector<std::string> fold_column(const Roster& roster, std::size_t column) {
    std::vector<std::string> folds;
    for (const Record& record : roster.records) {
        folds.push_back(fold_value(record.values[column], roster.columns[column].type));
    }
    return folds;
}

}  // namespace

std::string fold_text(std::string_view text, ColumnType type) {
    std::string fold = text::compare_key(text);
    if (type == ColumnType::number && fold.find('.') != std::string::npos) {
        fold.erase(fold.find_last_not_of('0') + 1);
        fold.erase(fold.ends_with('.') ? fold.size() - 1 : fold.size());
    }
    return fold;
}

DiffTable make_diff_table(const Roster& before, const Roster& after, const std::vector<std::string>& keep) {
    DiffTable table{before, after, {}, {}, {}, {}};
    std::vector<bool> taken(before.columns.size());
    const auto is_kept = [&](const Column& column) {
        return std::any_of(keep.begin(), keep.end(), [&](const std::string& name) {
            return text::compare_key(name) == text::compare_key(column.name.text);
        });
    };
    for (std::size_t i = 0; i < after.columns.size(); ++i) {
        const Column& column = after.columns[i];
        std::size_t partner = 0;
        while (partner < before.columns.size() &&
               (taken[partner] ||
                text::compare_key(before.columns[partner].name.text) != text::compare_key(column.name.text))) {
            ++partner;
        }
        if (partner == before.columns.size()) {
            table.added.push_back(i);
            continue;
        }
        taken[partner] = true;
        const bool index = column.role == Role::index || before.columns[partner].role == Role::index;
        if (index && !is_kept(column)) {
            table.indexes.push_back(partner);
            continue;
        }
        const bool list = column.type == ColumnType::list || before.columns[partner].type == ColumnType::list;
        table.columns.push_back({partner, i, list, fold_column(before, partner), fold_column(after, i)});
    }
    for (std::size_t i = 0; i < taken.size(); ++i) {
        if (!taken[i]) {
            table.removed.push_back(i);
        }
    }
    return table;
}

std::vector<std::string> fold_keys(const DiffTable& table, const std::vector<std::size_t>& columns, DiffRow side) {
    const std::size_t records = (side == DiffRow::before ? table.before : table.after).records.size();
    std::vector<std::string> keys(records);
    for (const std::size_t column : columns) {
        const SharedColumn& shared = table.columns[column];
        const auto& folds = side == DiffRow::before ? shared.folds_before : shared.folds_after;
        for (std::size_t i = 0; i < records; ++i) {
            keys[i] += column == columns.front() ? "" : std::string(1, kBetweenColumns);
            keys[i] += folds[i];
        }
    }
    return keys;
}

}  // namespace mingdan
