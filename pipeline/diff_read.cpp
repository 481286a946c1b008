// A side of a comparison is a notice in any format that can be read, or what mingdan made of one: JSON ("mingdan": 1)
// and NDJSON are told by their first members. An NDJSON line names its columns but not what they are for, so that roles
// come from their names as they do in notices.
#include "pipeline/diff_read.h"

#include <algorithm>

#include <fmt/format.h>

#include <mingdan/mingdan.h>

#include "emit/escape.h"
#include "model/try.h"
#include "model/utf8.h"
#include "normalize/lexicon.h"
#include "wrap/file.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

using Kind = JsonValue::Kind;
constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

Field field_of(std::string_view text) {
    Field field;
    field.text = std::string(text);
    return field;
}

std::optional<Field> optional_field(const JsonValue& object, std::string_view name) {
    const JsonValue* member = object.find(name);
    return member != nullptr && member->is(Kind::text) ? std::optional(field_of(member->text)) : std::nullopt;
}

template <class Enum>
Enum named_or(std::string_view name, Enum last, std::string_view (*name_of)(Enum), Enum otherwise) {
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        if (name_of(static_cast<Enum>(i)) == name) {
            return static_cast<Enum>(i);
        }
    }
    return otherwise;
}

void read_heads(Roster& roster, const JsonValue& from) {
    roster.annex = optional_field(from, "annex");
    roster.title = optional_field(from, "title");
    roster.heading = optional_field(from, "heading");
}

Result<std::vector<Roster>> read_output(const JsonValue& output) {
    if (output.text_of("mingdan") != "1") {
        return fail(ErrorCode::unsupported_format,
                    fmt::format("it is a JSON output of another form (\"mingdan\": {})", output.text_of("mingdan")),
                    "write it anew with this mingdan");
    }
    const JsonValue* rosters = output.find("rosters");
    if (rosters == nullptr || !rosters->is(Kind::list)) {
        return fail(ErrorCode::damaged_text, "the JSON has no list of rosters", "write it anew with mingdan convert");
    }
    std::vector<Roster> read;
    for (const JsonValue& from : rosters->items) {
        Roster& roster = read.emplace_back();
        read_heads(roster, from);
        if (const JsonValue* columns = from.find("columns")) {
            roster.columns = read_columns(*columns);
        }
        if (const JsonValue* records = from.find("records")) {
            for (const JsonValue& record : records->items) {
                roster.records.push_back(read_record(record, roster.columns));
            }
        }
        settle_types(roster);
    }
    return read;
}

/// The rows of one roster follow one another.
struct LineGroup {
    JsonValue roster;
    std::string source;
    std::vector<JsonValue> records;
};

bool same_roster(const LineGroup& group, const JsonValue& roster, std::string_view source) {
    const auto same = [&](std::string_view name) { return group.roster.text_of(name) == roster.text_of(name); };
    return group.source == source && same("annex") && same("title") && same("heading");
}

Result<std::vector<Roster>> read_lines(std::string_view text) {
    std::vector<LineGroup> groups;
    for (std::size_t line = 1; !text.empty(); ++line) {
        const std::string_view here = text.substr(0, text.find('\n'));
        text.remove_prefix(std::min(here.size() + 1, text.size()));
        if (text::trim(here).empty()) {
            continue;
        }
        auto parsed = parse_json(here);
        const JsonValue* record = parsed ? parsed->find("record") : nullptr;
        const JsonValue* roster = parsed ? parsed->find("roster") : nullptr;
        if (record == nullptr || roster == nullptr || !record->is(Kind::object)) {
            return fail(ErrorCode::damaged_text, fmt::format("line {} is no record of mingdan's NDJSON", line),
                        "write the file anew with mingdan convert --to ndjson");
        }
        const JsonValue* notice = parsed->find("notice");
        const std::string source(notice == nullptr ? "" : notice->text_of("source"));
        const bool first = parsed->text_of("row") == "1";
        if (groups.empty() || first || !same_roster(groups.back(), *roster, source)) {
            groups.push_back({*roster, source, {}});
        }
        groups.back().records.push_back(*record);
    }
    std::vector<Roster> rosters;
    for (const LineGroup& group : groups) {
        std::vector<const JsonValue*> records;
        for (const JsonValue& record : group.records) {
            records.push_back(&record);
        }
        Roster& roster = rosters.emplace_back();
        read_heads(roster, group.roster);
        roster.columns = guess_columns(records);
        for (const JsonValue* record : records) {
            roster.records.push_back(read_record(*record, roster.columns));
        }
        settle_types(roster);
    }
    return rosters;
}

/// Whether the text begins as an object whose first member has that name.
bool begins_with_member(std::string_view text, std::string_view name) {
    const auto skip = [&] { text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n"), text.size())); };
    skip();
    if (!text.starts_with('{')) {
        return false;
    }
    text.remove_prefix(1);
    skip();
    return text.starts_with(fmt::format("\"{}\"", name));
}

Result<std::vector<Roster>> read_rosters(std::string_view bytes, const Options& options) {
    std::string_view text = bytes;
    text.remove_prefix(text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
    if (begins_with_member(text, "mingdan")) {
        TRY_ASSIGN(const JsonValue output, parse_json(text));
        return read_output(output);
    }
    if (begins_with_member(text, "notice")) {
        return read_lines(text);
    }
    TRY_ASSIGN(Notice notice, convert(std::as_bytes(std::span(bytes)), options));
    return std::move(notice.rosters);
}

/// "dataset:2024" is a folder's year, unless a file has that name.
std::size_t year_colon(const std::string& what) {
    const std::size_t colon = what.rfind(':');
    if (colon == std::string::npos || colon + 5 != what.size()) {
        return std::string::npos;
    }
    const bool digits = std::all_of(what.begin() + static_cast<std::ptrdiff_t>(colon) + 1, what.end(),
                                    [](char c) { return c >= '0' && c <= '9'; });
    return digits && file::is_folder(what.substr(0, colon)) ? colon : std::string::npos;
}

}  // namespace

std::vector<Column> read_columns(const JsonValue& columns) {
    std::vector<Column> read;
    for (const JsonValue& from : columns.items) {
        Column& column = read.emplace_back();
        column.name = field_of(from.text_of("name"));
        column.role = named_or(from.text_of("role"), Role::other, role_name, Role::other);
        column.type = named_or(from.text_of("type"), ColumnType::list, type_name, ColumnType::string);
    }
    return read;
}

std::vector<Column> guess_columns(std::span<const JsonValue* const> records) {
    std::vector<Column> columns;
    for (const JsonValue* record : records) {
        for (std::size_t i = 0; i < record->names.size(); ++i) {
            const std::string& name = record->names[i];
            auto known =
                std::find_if(columns.begin(), columns.end(), [&](const Column& c) { return c.name.text == name; });
            if (known == columns.end()) {
                Column column;
                column.name = field_of(name);
                column.role = lexicon::role_of(text::without_spaces(name));
                known = columns.insert(columns.end(), std::move(column));
            }
            if (record->items[i].is(Kind::list)) {
                known->type = ColumnType::list;
            } else if (record->items[i].is(Kind::number) && known->type == ColumnType::string) {
                known->type = ColumnType::number;
            }
        }
    }
    return columns;
}

Record read_record(const JsonValue& record, const std::vector<Column>& columns) {
    Record read;
    for (const Column& column : columns) {
        Value& value = read.values.emplace_back();
        const JsonValue* from = record.find(column.name.text);
        if (from == nullptr || from->is(Kind::null)) {
            continue;
        }
        if (!from->is(Kind::list)) {
            value.items.push_back(field_of(from->text));
        }
        for (const JsonValue& item : from->items) {
            value.items.push_back(field_of(item.text));
        }
    }
    return read;
}

void settle_types(Roster& roster) {
    for (std::size_t i = 0; i < roster.columns.size(); ++i) {
        ColumnType& type = roster.columns[i].type;
        for (const Record& record : roster.records) {
            const Value& value = record.values[i];
            if (value.items.size() > 1) {
                type = ColumnType::list;
            } else if ((type == ColumnType::integer || type == ColumnType::number) && !value.empty() &&
                       !is_json_number(value.text())) {
                type = ColumnType::string;
            }
        }
    }
}

Result<DiffSide> read_diff_side(const std::string& what, const Options& options) {
    if (const std::size_t colon = year_colon(what); colon != std::string::npos) {
        return read_dataset_year(what.substr(0, colon), std::string_view(what).substr(colon + 1), options.limits);
    }
    const std::string name = what == file::kStandard ? "standard input" : what;
    auto bytes = file::read_whole(what, options.limits.file_bytes);
    auto rosters = bytes ? read_rosters(*bytes, options) : Result<std::vector<Roster>>(bytes.error());
    if (!rosters) {
        rosters.error().file = name;
        if (rosters.error().code == ErrorCode::is_directory) {
            rosters.error().hint = "a file, or a year of a dataset: " + what + ":2024";
        }
        return rosters.error();
    }
    return DiffSide{utf8::replace_invalid(name), std::move(*rosters)};
}

}  // namespace mingdan
