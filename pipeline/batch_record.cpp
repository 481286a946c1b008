#include "pipeline/batch_record.h"

#include <charconv>
#include <utility>

#include <fmt/format.h>

namespace mingdan {

namespace {

/// FNV-1a: against torn lines, not against people.
std::uint32_t checksum(std::string_view bytes) {
    std::uint32_t sum = 2166136261u;
    for (const char byte : bytes) {
        sum = (sum ^ static_cast<unsigned char>(byte)) * 16777619u;
    }
    return sum;
}

void append_escaped(std::string& line, std::string_view field) {
    for (const char c : field) {
        switch (c) {
            case '\\':
                line += "\\\\";
                break;
            case '\t':
                line += "\\t";
                break;
            case '\n':
                line += "\\n";
                break;
            default:
                line += c;
        }
    }
}

std::string unescaped(std::string_view field) {
    std::string text;
    for (std::size_t i = 0; i < field.size(); ++i) {
        if (field[i] == '\\' && i + 1 < field.size()) {
            ++i;
            text += field[i] == 't' ? '\t' : field[i] == 'n' ? '\n' : field[i];
        } else {
            text += field[i];
        }
    }
    return text;
}

/// Takes fields one after the other; a field that is not there or no number spoils the whole.
class Fields {
public:
    explicit Fields(std::vector<std::string> fields) : fields_(std::move(fields)) {}

    std::string text() {
        if (next_ >= fields_.size()) {
            good_ = false;
            return {};
        }
        return std::move(fields_[next_++]);
    }
    template <class Number>
    Number number() {
        const std::string field = text();
        Number value{};
        const auto [end, error] = std::from_chars(field.data(), field.data() + field.size(), value);
        good_ = good_ && error == std::errc() && end == field.data() + field.size();
        return value;
    }
    /// A number of items, never more than there are fields.
    std::size_t count() {
        const auto wanted = number<std::size_t>();
        good_ = good_ && wanted <= fields_.size();
        return good_ ? wanted : 0;
    }
    bool finished() const { return good_ && next_ == fields_.size(); }

private:
    std::vector<std::string> fields_;
    std::size_t next_ = 0;
    bool good_ = true;
};

std::optional<ErrorCode> error_named(std::string_view name) {
    constexpr ErrorCode kCodes[] = {
#define ERROR_CODE(id, name, exit_code) ErrorCode::id,
#include <mingdan/errors.def>
#undef ERROR_CODE
    };
    for (const ErrorCode code : kCodes) {
        if (error_name(code) == name) {
            return code;
        }
    }
    return std::nullopt;
}

void put_error(std::vector<std::string>& fields, const std::optional<Error>& error) {
    const Error none;
    const Error& is = error ? *error : none;
    fields.insert(fields.end(), {error ? std::string(error_name(is.code)) : "", is.message, is.hint, is.file, is.part});
}

std::optional<Error> take_error(Fields& fields) {
    const std::string name = fields.text();
    Error error;
    for (std::string* text : {&error.message, &error.hint, &error.file, &error.part}) {
        *text = fields.text();
    }
    if (name.empty()) {
        return std::nullopt;
    }
    error.code = error_named(name).value_or(ErrorCode::internal);
    return error;
}

}  // namespace

std::string state_line(std::string_view mark, const std::vector<std::string>& fields) {
    std::string line(mark);
    for (const std::string& field : fields) {
        line += '\t';
        append_escaped(line, field);
    }
    line += fmt::format("\t{:08x}", checksum(line));
    return line;
}

std::optional<std::vector<std::string>> state_fields(std::string_view line) {
    const std::size_t last = line.find_last_of('\t');
    if (last == std::string_view::npos ||
        line.substr(last + 1) != fmt::format("{:08x}", checksum(line.substr(0, last)))) {
        return std::nullopt;
    }
    line = line.substr(0, last);
    std::vector<std::string> fields;
    for (std::size_t begin = 0; begin <= line.size();) {
        const std::size_t end = std::min(line.find('\t', begin), line.size());
        fields.push_back(unescaped(line.substr(begin, end - begin)));
        begin = end + 1;
    }
    return fields;
}

std::string record_line(const BatchRecord& record) {
    const InputOutcome& outcome = record.outcome;
    std::vector<std::string> fields = {outcome.id,
                                       fmt::to_string(record.stamp.size),
                                       fmt::to_string(record.stamp.modified),
                                       fmt::to_string(record.stamp.changed),
                                       fmt::to_string(record.stamp.inode),
                                       fmt::to_string(record.read_at),
                                       record.fingerprint,
                                       record.done ? "1" : "0",
                                       fmt::to_string(record.fragment_bytes),
                                       record.fragment_fingerprint,
                                       outcome.format,
                                       fmt::to_string(outcome.bytes),
                                       outcome.sha256,
                                       fmt::to_string(outcome.rosters),
                                       fmt::to_string(outcome.records),
                                       fmt::to_string(outcome.microseconds)};
    for (const std::uint32_t number : outcome.findings) {
        fields.push_back(fmt::to_string(number));
    }
    put_error(fields, outcome.error);
    fields.push_back(fmt::to_string(outcome.outputs.size()));
    for (const OutputFile& output : outcome.outputs) {
        fields.push_back(output.suffix);
        fields.push_back(fmt::to_string(output.bytes));
    }
    fields.push_back(fmt::to_string(record.leftover.size()));
    fields.insert(fields.end(), record.leftover.begin(), record.leftover.end());
    return state_line(kRecordMark, fields);
}

std::optional<BatchRecord> read_record(std::string_view line) {
    std::optional<std::vector<std::string>> parts = state_fields(line);
    if (!parts) {
        return std::nullopt;
    }
    Fields fields(std::move(*parts));
    if (fields.text() != kRecordMark) {
        return std::nullopt;
    }
    BatchRecord record;
    InputOutcome& outcome = record.outcome;
    outcome.id = fields.text();
    record.stamp.size = fields.number<std::uint64_t>();
    record.stamp.modified = fields.number<std::int64_t>();
    record.stamp.changed = fields.number<std::int64_t>();
    record.stamp.inode = fields.number<std::uint64_t>();
    record.read_at = fields.number<std::int64_t>();
    record.fingerprint = fields.text();
    record.done = fields.text() == "1";
    record.fragment_bytes = fields.number<std::uint64_t>();
    record.fragment_fingerprint = fields.text();
    outcome.format = fields.text();
    outcome.bytes = fields.number<std::uint64_t>();
    outcome.sha256 = fields.text();
    outcome.rosters = fields.number<std::uint64_t>();
    outcome.records = fields.number<std::uint64_t>();
    outcome.microseconds = fields.number<std::uint64_t>();
    for (std::uint32_t& number : outcome.findings) {
        number = fields.number<std::uint32_t>();
    }
    outcome.error = take_error(fields);
    outcome.status = outcome.error ? InputStatus::failed : InputStatus::ok;
    for (std::size_t left = fields.count(); left > 0; --left) {
        std::string suffix = fields.text();
        outcome.outputs.push_back({std::move(suffix), fields.number<std::uint64_t>()});
    }
    for (std::size_t left = fields.count(); left > 0; --left) {
        record.leftover.push_back(fields.text());
    }
    return fields.finished() ? std::optional(std::move(record)) : std::nullopt;
}

}  // namespace mingdan
