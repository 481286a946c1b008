// The key is found by trying: columns that name things (code, name, then organisation and person as they stand), then
// two of them together, then labels, then whatever else is there. Best is what is unique in both rosters and, of
// several, what most records of the smaller roster share with the other; with equal ones the order of trying decides.
// An index counts rows and is never tried, and a list is none: its members are what changes.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "pipeline/diff_table.h"

namespace mingdan {

namespace {

constexpr Role kCodesAndNames[] = {Role::code, Role::name};
constexpr Role kBearers[] = {Role::organisation, Role::person};
constexpr Role kLabels[] = {Role::region, Role::section, Role::award};
constexpr std::size_t kMostOthers = 8;  ///< columns without a role that are tried, alone and in pairs

using Columns = std::vector<std::size_t>;

struct Score {
    bool unique = false;
    std::size_t repeated = 0;  ///< records whose key another record of the same roster has
    std::size_t common = 0;    ///< keys in both
    std::size_t most = 0;      ///< keys that could be
};

class Candidates {
public:
    explicit Candidates(const DiffTable& table) : table_(table) {
        Columns names = with_roles(kCodesAndNames);
        Columns bearers = with_roles(kBearers);
        std::sort(bearers.begin(),
                  bearers.end());  // 姓名 before 学校 in a list of teachers, 学校 before 负责人 in one of schools
        names.insert(names.end(), bearers.begin(), bearers.end());
        const Columns labels = with_roles(kLabels);
        singles(names);
        pairs(labels, names);
        pairs(names, names);
        triples(labels, names);
        singles(labels);
        pairs(labels, labels);
        named_ = list_.size();
        const Columns others = without_roles();
        singles(others);
        names.insert(names.end(), labels.begin(), labels.end());
        pairs(names, others);
        pairs(others, others);
    }

    const std::vector<Columns>& list() const { return list_; }
    /// The first so many are made of columns whose roles name or label things.
    std::size_t named() const { return named_; }

private:
    template <std::size_t count>
    Columns with_roles(const Role (&roles)[count]) const {
        Columns columns;
        for (const Role role : roles) {
            for (std::size_t i = 0; i < table_.columns.size(); ++i) {
                if (!table_.columns[i].list && role_of(i) == role) {
                    columns.push_back(i);
                }
            }
        }
        return columns;
    }
    Columns without_roles() const {
        Columns columns;
        for (std::size_t i = 0; i < table_.columns.size() && columns.size() < kMostOthers; ++i) {
            const bool number = table_.after.columns[table_.columns[i].after].type != ColumnType::string;
            if (!table_.columns[i].list && !number && role_of(i) == Role::other) {
                columns.push_back(i);
            }
        }
        return columns;
    }
    Role role_of(std::size_t column) const { return table_.after.columns[table_.columns[column].after].role; }

    void singles(const Columns& columns) {
        for (const std::size_t column : columns) {
            list_.push_back({column});
        }
    }
    void pairs(const Columns& first, const Columns& second) {
        for (const std::size_t a : first) {
            for (const std::size_t b : second) {
                if (a != b && (&first != &second || a < b)) {
                    list_.push_back({a, b});
                }
            }
        }
    }
    void triples(const Columns& labels, const Columns& names) {
        if (labels.size() > 1) {
            for (const std::size_t name : names) {
                list_.push_back({labels[0], labels[1], name});
            }
        }
    }

    const DiffTable& table_;
    std::vector<Columns> list_;
    std::size_t named_ = 0;
};

Score score(const DiffTable& table, const Columns& columns) {
    const std::vector<std::string> before = fold_keys(table, columns, DiffRow::before);
    const std::vector<std::string> after = fold_keys(table, columns, DiffRow::after);
    const std::set<std::string_view> old_keys(before.begin(), before.end());
    const std::set<std::string_view> new_keys(after.begin(), after.end());
    Score result;
    result.repeated = before.size() - old_keys.size() + after.size() - new_keys.size();
    result.unique = result.repeated == 0;
    result.most = std::min(old_keys.size(), new_keys.size());
    result.common = static_cast<std::size_t>(
        std::count_if(new_keys.begin(), new_keys.end(), [&](std::string_view key) { return old_keys.contains(key); }));
    return result;
}

/// Unique keys first, then those that more records share; never worse for having come earlier.
bool better(const Score& a, const Score& b) {
    if (a.unique != b.unique) {
        return a.unique;
    }
    if (!a.unique && a.repeated != b.repeated) {
        return a.repeated < b.repeated;
    }
    return a.common > b.common;
}

std::string in_words(const Score& score) {
    const std::string common = fmt::format("{} of {} keys stand in both", score.common, score.most);
    return score.unique ? "unique in both; " + common
                        : fmt::format("nothing is unique in both, this comes nearest: {} records repeat a key; {}",
                                      score.repeated, common);
}

}  // namespace

ChosenKey choose_key(const DiffTable& table) {
    const Candidates candidates(table);
    std::size_t best = candidates.list().size();
    Score best_score;
    for (std::size_t i = 0; i < candidates.list().size(); ++i) {
        if (i == candidates.named() && best_score.unique && best_score.common > 0) {
            break;  // what names things is good enough
        }
        const Score current = score(table, candidates.list()[i]);
        if (best == candidates.list().size() || better(current, best_score)) {
            best = i;
            best_score = current;
        }
    }
    if (best < candidates.list().size()) {
        return {candidates.list()[best], in_words(best_score)};
    }
    Columns all;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        all.push_back(i);
    }
    return {all, all.empty() ? "no column to compare stands in both" : "no column names the records, all together do"};
}

}  // namespace mingdan
