// Notice: what a document MEANS - its head, its tail and its rosters (contract sections 2 to 4).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <mingdan/document.h>
#include <mingdan/field.h>
#include <mingdan/finding.h>

namespace mingdan {

enum class Role : std::uint8_t {
    index,
    region,
    section,
    name,
    organisation,
    person,
    award,
    amount,
    code,
    date,
    contact,
    remark,
    other
};
enum class ColumnType : std::uint8_t { string, integer, number, list };
enum class Status : std::uint8_t { proposed, final };
std::string_view role_name(Role role);
std::string_view type_name(ColumnType type);
std::string_view status_name(Status status);

/// How a value came about.
enum class Derivation : std::uint8_t { literal, merged, filled, joined, computed };
std::string_view derivation_name(Derivation derivation);

/// A record's value: no item is null (or the empty list), one item a text or number, any number a list.
/// Integers and numbers are kept as the digits to print, already plain ("2.50", "1234").
struct Value {
    std::vector<Field> items;
    Derivation derivation = Derivation::literal;

    bool empty() const { return items.empty(); }
    /// The first item's text, or "" when there is none.
    std::string_view text() const { return items.empty() ? std::string_view{} : std::string_view{items.front().text}; }

    friend bool operator==(const Value&, const Value&) = default;
};

struct Column {
    Field name;  ///< as in the header, levels joined by "/"
    Role role = Role::other;
    ColumnType type = ColumnType::string;
    std::string reason;  ///< for people: why it was taken for this

    friend bool operator==(const Column&, const Column&) = default;
};

/// One record, or one totals row. `values` stand in column order and are as many as the columns.
struct Record {
    std::vector<Value> values;
    Origin origin;  ///< its row in the source

    friend bool operator==(const Record&, const Record&) = default;
};

struct Roster {
    std::optional<Field> annex;
    std::optional<Field> title;
    std::optional<Field> heading;
    std::vector<Column> columns;
    std::vector<Record> records;
    std::vector<Record> totals;
    std::vector<Field> notes;

    /// The column of that name, or npos.
    static constexpr std::size_t npos = static_cast<std::size_t>(-1);
    std::size_t find_column(std::string_view name) const;
    /// The value of a record under that name, or nullptr.
    const Value* find(const Record& record, std::string_view name) const;

    friend bool operator==(const Roster&, const Roster&) = default;
};

struct Attachment {
    Field label;
    Field title;

    friend bool operator==(const Attachment&, const Attachment&) = default;
};

/// A document that the notice cites. Its texts are copies (weight 0): they stand in the body too.
struct Reference {
    std::optional<Field> title;
    std::optional<Field> number;

    friend bool operator==(const Reference&, const Reference&) = default;
};

enum class ClaimState : std::uint8_t { held, failed, unchecked };
std::string_view claim_state_name(ClaimState state);

/// A number that the notice states about its own lists, and what became of the check.
struct Claim {
    std::string text;  ///< as printed: “思政一体 立德优师”等40个党建联建项目
    std::uint64_t stated = 0;
    std::optional<std::uint64_t> found;
    std::string first;  ///< the name that the claim quotes, or empty
    ClaimState state = ClaimState::unchecked;
    std::string note;  ///< why it failed or could not be checked
    At at;             ///< the roster that it was checked against

    friend bool operator==(const Claim&, const Claim&) = default;
};

struct Source {
    std::string name;    ///< the file's own name
    std::string format;  ///< the reader's name
    std::uint64_t bytes = 0;
    std::string sha256;  ///< 64 lower-case hexadecimal digits

    friend bool operator==(const Source&, const Source&) = default;
};

struct Accounting {
    std::uint64_t read = 0;
    std::uint64_t kept = 0;
    std::vector<LeftOut> left_out;  ///< in document order

    friend bool operator==(const Accounting&, const Accounting&) = default;
};

struct Notice {
    Source source;
    std::optional<Field> number;
    std::optional<Field> title;
    std::vector<Field> issuers;
    std::optional<Field> date;  ///< ISO 8601, day or month may be missing
    std::vector<Field> addressees;
    std::optional<Status> status;
    std::vector<Attachment> attachments;
    std::vector<Reference> references;
    std::vector<Field> body;
    std::vector<Roster> rosters;
    std::vector<Finding> findings;
    std::vector<Claim> claims;  ///< printed by inspect only
    Accounting accounting;
    std::vector<std::string> parts;  ///< Document::parts, so that an origin can be named

    friend bool operator==(const Notice&, const Notice&) = default;
};

/// "word/document.xml, table 1, row 2, column 1" (counting from 1), or "" for a computed text.
std::string describe(const Notice& notice, const Origin& origin);

/// How often each fix was made, over all texts of the notice; index by Fix.
std::vector<std::uint32_t> count_fixes(const Notice& notice);

/// The sum of the weights of all texts in the notice: the characters that were kept.
std::uint64_t kept_characters(const Notice& notice);

}  // namespace mingdan
