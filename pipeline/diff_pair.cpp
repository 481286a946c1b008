// Lists of two years have titles that differ in the year: numbers are left out of the comparison of titles. A pair
// needs most of its columns in common; of all possible pairs the best goes first.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "model/utf8.h"
#include "pipeline/diff_table.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

constexpr double kEnoughColumns = 0.5;

/// A title without numbers, its year in Han numerals included.
std::string title_key(const std::optional<Field>& field) {
    const std::string folded = text::compare_key(field ? field->text : "");
    std::string key;
    for (std::size_t at = 0; at < folded.size();) {
        const char32_t c = utf8::next(folded, at);
        if (!(c >= U'0' && c <= U'9') && !text::is_one_of(c, U"〇○零一二三四五六七八九十")) {
            utf8::append(key, c);
        }
    }
    return key;
}

std::set<std::string> names_of(const Roster& roster) {
    std::set<std::string> names;
    for (const Column& column : roster.columns) {
        names.insert(text::compare_key(column.name.text));
    }
    return names;
}

/// The part of all their columns that both have.
double common_columns(const Roster& before, const Roster& after) {
    const std::set<std::string> a = names_of(before);
    const std::set<std::string> b = names_of(after);
    const auto common = std::count_if(a.begin(), a.end(), [&](const std::string& name) { return b.contains(name); });
    const std::size_t all = a.size() + b.size() - static_cast<std::size_t>(common);
    return all == 0 ? 1 : static_cast<double>(common) / static_cast<double>(all);
}

struct Likeness {
    double score = 0;
    std::size_t before = 0;
    std::size_t after = 0;
    std::string reason;
};

Likeness compare_heads(const Roster& before, const Roster& after) {
    const bool title = before.title && after.title && title_key(before.title) == title_key(after.title);
    const bool no_title = !before.title && !after.title;
    const bool heading = title_key(before.heading) == title_key(after.heading);
    const double columns = common_columns(before, after);
    Likeness likeness;
    if (columns < (title && heading ? 0.01 : kEnoughColumns)) {
        return likeness;
    }
    likeness.score = (title || no_title ? 2 : 0) + (heading ? 2 : 0) + columns;
    const auto share = static_cast<int>(columns * 100);
    likeness.reason = fmt::format(
        "{}{}% of their columns are the same",
        title ? (heading ? "the same title, and " : "the same title under another heading, and ") : "", share);
    return likeness;
}

}  // namespace

std::vector<RosterPair> pair_rosters(const std::vector<Roster>& before, const std::vector<Roster>& after) {
    if (before.size() == 1 && after.size() == 1) {
        return {{0, 0, "each side has one roster"}};
    }
    std::vector<Likeness> all;
    for (std::size_t i = 0; i < before.size(); ++i) {
        for (std::size_t j = 0; j < after.size(); ++j) {
            Likeness likeness = compare_heads(before[i], after[j]);
            likeness.before = i;
            likeness.after = j;
            if (likeness.score > 0) {
                all.push_back(std::move(likeness));
            }
        }
    }
    std::stable_sort(all.begin(), all.end(), [](const Likeness& a, const Likeness& b) { return a.score > b.score; });
    std::vector<RosterPair> pairs;
    for (const Likeness& likeness : all) {
        const auto taken = [&](const RosterPair& pair) {
            return pair.before == likeness.before || pair.after == likeness.after;
        };
        if (std::none_of(pairs.begin(), pairs.end(), taken)) {
            pairs.push_back({likeness.before, likeness.after, likeness.reason});
        }
    }
    std::sort(pairs.begin(), pairs.end(), [](const RosterPair& a, const RosterPair& b) { return a.before < b.before; });
    return pairs;
}

}  // namespace mingdan
