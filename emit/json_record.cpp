#include "emit/json_record.h"

#include <cassert>

#include "emit/escape.h"

namespace mingdan {

namespace {

void append_list(std::string& out, const std::vector<Field>& items) {
    out += '[';
    for (const Field& item : items) {
        out += &item == &items.front() ? "" : ", ";
        append_json_text(out, item.text);
    }
    out += ']';
}

/// Digits go out as they stand. What is no number can only be a total's word; in a record it would be a fault of the
/// normalizer, and a string keeps the JSON whole.
void append_number(std::string& out, std::string_view digits, [[maybe_unused]] RowKind kind) {
    if (is_json_number(digits)) {
        out += digits;
        return;
    }
    assert(kind == RowKind::total && "a number column holds a text");
    append_json_text(out, digits);
}

void append_value(std::string& out, const Value& value, ColumnType type, RowKind kind) {
    const bool is_list = type == ColumnType::list && (kind == RowKind::record || value.items.size() != 1);
    assert((is_list || value.items.size() <= 1) && "several items outside of a list column");
    if (is_list || value.items.size() > 1) {
        append_list(out, value.items);
    } else if (value.empty()) {
        out += "null";
    } else if (type == ColumnType::integer || type == ColumnType::number) {
        append_number(out, value.text(), kind);
    } else {
        append_json_text(out, value.text());
    }
}

}  // namespace

JsonRecordWriter::JsonRecordWriter(const Roster& roster) : roster_(roster) {
    for (const Column& column : roster.columns) {
        std::string& key = keys_.emplace_back(keys_.empty() ? "" : ", ");
        append_json_text(key, column.name.text);
        key += ": ";
    }
}

void JsonRecordWriter::append(std::string& out, const Record& record, RowKind kind) const {
    out += '{';
    for (std::size_t i = 0; i < keys_.size(); ++i) {
        out += keys_[i];
        append_value(out, record.values[i], roster_.columns[i].type, kind);
    }
    out += '}';
}

}  // namespace mingdan
