// Two states of a list, and what differs: records by a key, members of lists one by one (docs/diff.md).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <mingdan/notice.h>
#include <mingdan/options.h>
#include <mingdan/result.h>

namespace mingdan {

/// What is compared: the rosters of one file, or those of one year of a dataset.
struct DiffSide {
    std::string name;
    std::vector<Roster> rosters;
};

/// Reads a notice, a JSON or NDJSON output of mingdan, or DIR:YEAR, a year of a dataset in a folder.
Result<DiffSide> read_diff_side(const std::string& what, const Options& options = {});

struct DiffOptions {
    std::vector<std::string> key;           ///< columns; empty: it is found
    std::optional<std::size_t> old_roster;  ///< only this one, counting from 0
    std::optional<std::size_t> new_roster;
};

/// A member of a list whose text differs in spaces, width or brackets only.
struct Respelled {
    std::string before;
    std::string after;

    friend bool operator==(const Respelled&, const Respelled&) = default;
};

enum class ChangeKind : std::uint8_t {
    value,     ///< another text or number
    spelling,  ///< it differs in spaces, width or brackets only
    members,   ///< of a list
    order,     ///< the same members, in another order
};
std::string_view change_kind_name(ChangeKind kind);

struct ValueChange {
    std::size_t old_column = 0;
    std::size_t new_column = 0;
    ChangeKind kind = ChangeKind::value;
    std::vector<std::string> added;  ///< members
    std::vector<std::string> removed;
    std::vector<Respelled> respelled;

    friend bool operator==(const ValueChange&, const ValueChange&) = default;
};

struct RecordChange {
    std::size_t old_record = 0;
    std::size_t new_record = 0;
    std::vector<ValueChange> values;

    /// True if all of it is spelling.
    bool is_spelling() const;

    friend bool operator==(const RecordChange&, const RecordChange&) = default;
};

/// A key that stands more than once on a side.
struct DuplicateKey {
    std::vector<std::string> key;
    std::size_t old_count = 0;
    std::size_t new_count = 0;

    friend bool operator==(const DuplicateKey&, const DuplicateKey&) = default;
};

struct DiffKey {
    std::vector<std::pair<std::size_t, std::size_t>> columns;  ///< in the old roster, in the new one
    bool given = false;
    std::string reason;  ///< for people
};

struct RosterDiff {
    std::size_t old_roster = 0;
    std::size_t new_roster = 0;
    std::string reason;  ///< why they are a pair
    DiffKey key;
    std::vector<std::size_t> added_columns;    ///< of the new roster; their values are not compared
    std::vector<std::size_t> removed_columns;  ///< of the old one
    std::vector<std::size_t> index_columns;    ///< of the old one: they count the rows and are not compared
    std::vector<std::size_t> added;            ///< records of the new roster
    std::vector<std::size_t> removed;          ///< records of the old one
    std::vector<RecordChange> changed;
    std::size_t unchanged = 0;
    std::vector<DuplicateKey> duplicates;

    bool differs() const;
};

struct Diff {
    std::vector<RosterDiff> pairs;
    std::vector<std::size_t> old_alone;  ///< rosters without a partner
    std::vector<std::size_t> new_alone;

    bool differs() const;
};

/// ErrorCode::usage where a roster or a column that was named is not there.
Result<Diff> compare(const DiffSide& before, const DiffSide& after, const DiffOptions& options = {});

/// The texts of a record under the key's columns.
std::vector<std::string> key_of(const RosterDiff& diff, const Roster& before, std::size_t old_record);
std::vector<std::string> new_key_of(const RosterDiff& diff, const Roster& after, std::size_t new_record);

/// docs/diff.md describes it.
std::string diff_json(const Diff& diff, const DiffSide& before, const DiffSide& after);

}  // namespace mingdan
