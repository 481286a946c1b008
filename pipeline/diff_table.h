// Two rosters side by side: which columns belong together, and their values folded for comparing.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <mingdan/diff.h>

namespace mingdan {

enum class DiffRow : std::uint8_t { before, after };

/// A column that both rosters have.
struct SharedColumn {
    std::size_t before;
    std::size_t after;
    bool list;                                   ///< on one side at least
    std::vector<std::string> folds_before = {};  ///< a record's value as a key, the members of a list sorted
    std::vector<std::string> folds_after = {};
};

struct DiffTable {
    const Roster& before;
    const Roster& after;
    std::vector<SharedColumn> columns;  ///< in the order of the new roster; index columns are not among them
    std::vector<std::size_t> indexes;   ///< index columns of the old roster
    std::vector<std::size_t> added;     ///< columns of the new roster alone
    std::vector<std::size_t> removed;   ///< columns of the old one alone
};

/// REQUIRES: both rosters outlive it. `keep` names columns that stay even if they are an index.
DiffTable make_diff_table(const Roster& before, const Roster& after, const std::vector<std::string>& keep);

/// A text for comparing: spaces, width, brackets and cases folded; of a number, zeros behind its last decimal too.
std::string fold_text(std::string_view text, ColumnType type);

/// The key of each record: its folds in these shared columns.
std::vector<std::string> fold_keys(const DiffTable& table, const std::vector<std::size_t>& columns, DiffRow side);

struct ChosenKey {
    std::vector<std::size_t> columns;  ///< shared columns
    std::string reason;
};
/// The columns that tell the records apart best.
ChosenKey choose_key(const DiffTable& table);

struct RosterPair {
    std::size_t before;
    std::size_t after;
    std::string reason;
};
/// Which rosters are states of one list, by their titles and columns.
std::vector<RosterPair> pair_rosters(const std::vector<Roster>& before, const std::vector<Roster>& after);

}  // namespace mingdan
