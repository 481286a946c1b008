#include "emit/json_writer.h"

#include <fmt/format.h>

#include "emit/escape.h"

namespace mingdan {

void JsonWriter::open(char opening, char closing, Layout layout) {
    begin_value();
    out_ += opening;
    levels_.push_back({closing, layout, true});
}

void JsonWriter::close() {
    const Level level = levels_.back();
    levels_.pop_back();
    if (level.layout == Layout::lines && !level.empty) {
        begin_line();
    }
    out_ += level.closing;
}

void JsonWriter::key(std::string_view name) {
    begin_value();
    append_json_text(out_, name);
    out_ += ": ";
    after_key_ = true;
}

void JsonWriter::text(std::string_view text) {
    append_json_text(value(), text);
}

void JsonWriter::number(std::uint64_t number) {
    const fmt::format_int digits(number);
    value().append(digits.data(), digits.size());
}

void JsonWriter::null() {
    value() += "null";
}

std::string& JsonWriter::value() {
    begin_value();
    return out_;
}

void JsonWriter::text(std::string_view name, std::string_view text) {
    key(name);
    append_json_text(value(), text);
}

void JsonWriter::number(std::string_view name, std::uint64_t value) {
    key(name);
    number(value);
}

void JsonWriter::optional_text(std::string_view name, std::optional<std::string_view> text) {
    key(name);
    if (text) {
        this->text(*text);
    } else {
        null();
    }
}

void JsonWriter::field(std::string_view name, const std::optional<Field>& field) {
    optional_text(name, field ? std::optional<std::string_view>(field->text) : std::nullopt);
}

void JsonWriter::fields(std::string_view name, const std::vector<Field>& fields, Layout layout) {
    key(name);
    open_array(layout);
    for (const Field& field : fields) {
        text(field.text);
    }
    close();
}

void JsonWriter::begin_value() {
    if (after_key_ || levels_.empty()) {
        after_key_ = false;
        return;
    }
    Level& level = levels_.back();
    if (!level.empty) {
        out_ += level.layout == Layout::lines ? "," : ", ";
    }
    level.empty = false;
    if (level.layout == Layout::lines) {
        begin_line();
    }
}

void JsonWriter::begin_line() {
    out_ += '\n';
    out_.append(2 * levels_.size(), ' ');
}

}  // namespace mingdan
