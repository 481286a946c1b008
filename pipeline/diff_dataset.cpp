// A year of a dataset: records.csv has a row a record, with the record itself as JSON; rosters.csv says what the
// columns of each roster are (docs/dataset.md). Fields are as RFC 4180 has them, quoted line ends included.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "model/try.h"
#include "model/utf8.h"
#include "pipeline/batch_names.h"
#include "pipeline/diff_read.h"
#include "wrap/file.h"

namespace mingdan {

namespace {

/// Rows of a CSV text, one after another.
class CsvReader {
public:
    explicit CsvReader(std::string_view text) : text_(text) {}

    bool next(std::vector<std::string>& row) {
        row.clear();
        if (at_ >= text_.size()) {
            return false;
        }
        do {
            row.push_back(field());
        } while (take(','));
        take('\r');
        take('\n');
        return true;
    }

private:
    bool take(char c) {
        const bool there = at_ < text_.size() && text_[at_] == c;
        at_ += there ? 1 : 0;
        return there;
    }
    std::string field() {
        std::string field;
        if (!take('"')) {
            const std::size_t end = std::min(text_.find_first_of(",\r\n", at_), text_.size());
            field = text_.substr(at_, end - at_);
            at_ = end;
            return field;
        }
        while (at_ < text_.size()) {
            const std::size_t mark = std::min(text_.find('"', at_), text_.size());
            field += text_.substr(at_, mark - at_);
            at_ = std::min(mark + 1, text_.size());
            if (!take('"')) {
                break;
            }
            field += '"';
        }
        return field;
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

/// A table with its columns by name.
class CsvTable {
public:
    explicit CsvTable(std::string text) : text_(std::move(text)), reader_(text_) { reader_.next(header_); }
    CsvTable(const CsvTable&) = delete;
    CsvTable& operator=(const CsvTable&) = delete;

    bool next() { return reader_.next(row_); }
    bool has(std::string_view name) const { return std::find(header_.begin(), header_.end(), name) != header_.end(); }
    const std::string& get(std::string_view name) const {
        static const std::string kNothing;
        const auto column = static_cast<std::size_t>(std::find(header_.begin(), header_.end(), name) - header_.begin());
        return column < row_.size() ? row_[column] : kNothing;
    }

private:
    std::string text_;
    CsvReader reader_;
    std::vector<std::string> header_;
    std::vector<std::string> row_;
};

using RosterId = std::pair<std::string, std::string>;  ///< the notice's key and the roster's number

std::optional<Field> field_unless_empty(const std::string& text) {
    if (text.empty()) {
        return std::nullopt;
    }
    Field field;
    field.text = text;
    return field;
}

/// The dataset's files are UTF-8.
Result<std::string> read_table(const std::string& path, const Limits& limits) {
    TRY_ASSIGN(std::string text, file::read_whole(path, limits.file_bytes));
    if (utf8::find_invalid(text) != std::string::npos) {
        return fail(ErrorCode::damaged_text, "the table is no UTF-8",
                    "the folder that mingdan batch wrote the dataset to");
    }
    return text;
}

/// What the rosters are, by their ids; nothing where the dataset has no such table.
Result<std::map<RosterId, Roster>> read_heads(const std::string& folder, const Limits& limits) {
    std::map<RosterId, Roster> heads;
    auto text = read_table(below(folder, "dataset/rosters.csv"), limits);
    if (!text) {
        return text.error().code == ErrorCode::not_found ? heads : Result<std::map<RosterId, Roster>>(text.error());
    }
    for (CsvTable table(std::move(*text)); table.next();) {
        Roster& roster = heads[{table.get("notice_key"), table.get("roster")}];
        roster.annex = field_unless_empty(table.get("annex"));
        roster.title = field_unless_empty(table.get("title"));
        roster.heading = field_unless_empty(table.get("heading"));
        if (const auto columns = parse_json(table.get("columns"))) {
            roster.columns = read_columns(*columns);
        }
    }
    return heads;
}

struct Rows {
    RosterId id;
    std::vector<JsonValue> records;
};

Result<std::vector<Rows>> read_rows(CsvTable& table, std::string_view year) {
    std::vector<Rows> rosters;
    std::map<RosterId, std::size_t> places;
    for (std::size_t number = 2; table.next(); ++number) {
        if (table.get("year") != year) {
            continue;
        }
        auto record = parse_json(table.get("record"));
        if (!record || !record->is(JsonValue::Kind::object)) {
            return fail(ErrorCode::damaged_text, fmt::format("row {} holds no record", number),
                        "run the batch that wrote the dataset once more");
        }
        RosterId id{table.get("notice_key"), table.get("roster")};
        const auto [place, fresh] = places.try_emplace(id, rosters.size());
        if (fresh) {
            rosters.push_back({std::move(id), {}});
        }
        rosters[place->second].records.push_back(std::move(*record));
    }
    return rosters;
}

Roster make_roster(const Rows& rows, const std::map<RosterId, Roster>& heads) {
    const auto head = heads.find(rows.id);
    Roster roster = head == heads.end() ? Roster{} : head->second;
    std::vector<const JsonValue*> records;
    for (const JsonValue& record : rows.records) {
        records.push_back(&record);
    }
    if (roster.columns.empty()) {
        roster.columns = guess_columns(records);
    }
    for (const JsonValue* record : records) {
        roster.records.push_back(read_record(*record, roster.columns));
    }
    settle_types(roster);
    return roster;
}

Result<DiffSide> read_year(const std::string& folder, std::string_view year, const std::string& path,
                           const Limits& limits) {
    TRY_ASSIGN(std::string text, read_table(path, limits));
    CsvTable table(std::move(text));
    for (const char* name : {"notice_key", "roster", "year", "record"}) {
        if (!table.has(name)) {
            return fail(ErrorCode::damaged_text, fmt::format("the table has no column {}", name),
                        "the folder that mingdan batch wrote the dataset to");
        }
    }
    TRY_ASSIGN(const auto heads, read_heads(folder, limits));
    TRY_ASSIGN(const std::vector<Rows> rosters, read_rows(table, year));
    if (rosters.empty()) {
        return fail(ErrorCode::not_found, fmt::format("the dataset has no record of the year {}", year),
                    "a year that its column year names");
    }
    DiffSide side{utf8::replace_invalid(fmt::format("{}:{}", folder, year)), {}};
    for (const Rows& rows : rosters) {
        side.rosters.push_back(make_roster(rows, heads));
    }
    return side;
}

}  // namespace

Result<DiffSide> read_dataset_year(const std::string& folder, std::string_view year, const Limits& limits) {
    const std::string path = below(folder, "dataset/records.csv");
    auto side = read_year(folder, year, path, limits);
    if (!side) {
        side.error().file = path;
    }
    return side;
}

}  // namespace mingdan
