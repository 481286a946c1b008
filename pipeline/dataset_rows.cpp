#include "pipeline/dataset_rows.h"

#include <algorithm>
#include <cassert>
#include <optional>
#include <string_view>
#include <vector>

#include <fmt/format.h>

#include "emit/dataset_tables.h"
#include "emit/json_record.h"
#include "emit/json_writer.h"
#include "model/utf8.h"
#include "pipeline/dataset_key.h"

namespace mingdan {

namespace {

constexpr std::size_t kRoles = static_cast<std::size_t>(Role::other);  ///< "other" has no column
constexpr std::string_view kLineEnd = "\n";

/// Appends rows, value by value. An empty text is null, what is not there, where the column may be null.
class RowWriter {
public:
    explicit RowWriter(std::string& out) : out_(out) {}

    void begin(DataTableId table) {
        assert(columns_.empty() && "the row before has not all its values");
        columns_ = dataset_table(table).columns.subspan(1);  // the key stands in the fragment's head
        out_ += static_cast<char>(table);
    }
    void text(std::string_view text) {
        assert(!columns_.empty() && "more values than columns");
        const bool null = text.empty() && !columns_.front().required;
        columns_ = columns_.subspan(1);
        for (std::uint64_t length = null ? 0 : text.size() + 1;; length >>= 7) {
            out_ += static_cast<char>((length & 0x7F) | (length > 0x7F ? 0x80 : 0));
            if (length <= 0x7F) {
                break;
            }
        }
        out_ += text;
    }
    void null() { text({}); }
    void number(std::uint64_t number) {
        const fmt::format_int digits(number);
        text({digits.data(), digits.size()});
    }
    template <class Number>
    void number(std::optional<Number> value, std::uint64_t add = 0) {
        value ? number(std::uint64_t{*value} + add) : null();
    }
    void field(const std::optional<Field>& field) { text(field ? std::string_view(field->text) : std::string_view()); }

private:
    std::string& out_;
    std::span<const DataColumn> columns_;  ///< those that are still to come
};

void append_joined(std::string& text, const std::vector<Field>& fields, std::string_view separator) {
    for (const Field& field : fields) {
        text += text.empty() ? std::string_view() : separator;
        text += field.text;
    }
}

std::string joined(const std::vector<Field>& fields, std::string_view separator = kDataSeparator) {
    std::string text;
    append_joined(text, fields, separator);
    return text;
}

std::string columns_json(const Roster& roster) {
    std::string text;
    JsonWriter json(text);
    json.open_array();
    for (const Column& column : roster.columns) {
        json.open_object();
        json.field("name", column.name);
        json.text("role", role_name(column.role));
        json.text("type", type_name(column.type));
        json.close();
    }
    json.close();
    return text;
}

std::string totals_json(const Roster& roster, const JsonRecordWriter& rows) {
    std::string text;
    for (const Record& total : roster.totals) {
        text += text.empty() ? "[" : ", ";
        rows.append(text, total, RowKind::total);
    }
    text += text.empty() ? "" : "]";
    return text;
}

class NoticeRows {
public:
    NoticeRows(std::string& out, const Notice& notice, const std::string& id)
        : notice_(notice), source_(utf8::replace_invalid(id)), issuers_(joined(notice.issuers)), row_(out) {}

    void append() {
        append_notice();
        for (std::size_t i = 0; i < notice_.rosters.size(); ++i) {
            append_roster(notice_.rosters[i], i + 1);
        }
        for (std::size_t i = 0; i < notice_.findings.size(); ++i) {
            append_finding(notice_.findings[i], i + 1);
        }
    }

private:
    std::string_view status() const { return notice_.status ? status_name(*notice_.status) : std::string_view(); }

    void append_notice() {
        std::uint64_t records = 0;
        for (const Roster& roster : notice_.rosters) {
            records += roster.records.size();
        }
        row_.begin(DataTableId::notices);
        row_.number(notice_year(notice_));
        row_.field(notice_.number);
        row_.field(notice_.title);
        row_.text(issuers_);
        row_.field(notice_.date);
        row_.text(status());
        row_.text(joined(notice_.addressees));
        row_.text(source_);
        row_.text(notice_.source.format);
        row_.number(notice_.source.bytes);
        row_.text(notice_.source.sha256);
        row_.number(notice_.rosters.size());
        row_.number(records);
        row_.number(notice_.findings.size());
        row_.text(joined(notice_.body, kLineEnd));
    }

    void append_roster(const Roster& roster, std::size_t number) {
        const JsonRecordWriter rows(roster);
        row_.begin(DataTableId::rosters);
        row_.number(number);
        row_.field(roster.annex);
        row_.field(roster.title);
        row_.field(roster.heading);
        row_.text(columns_json(roster));
        row_.number(roster.records.size());
        row_.text(totals_json(roster, rows));
        row_.text(joined(roster.notes, kLineEnd));
        for (std::size_t i = 0; i < roster.records.size(); ++i) {
            append_record(roster, number, i, rows);
            append_members(roster, number, i);
        }
    }

    void append_record(const Roster& roster, std::size_t number, std::size_t index, const JsonRecordWriter& rows) {
        const Record& record = roster.records[index];
        row_.begin(DataTableId::records);
        row_.number(number);
        row_.number(index + 1);
        row_.number(notice_year(notice_));
        row_.field(notice_.number);
        row_.text(issuers_);
        row_.field(notice_.date);
        row_.text(status());
        row_.text(source_);
        row_.field(roster.annex);
        append_roles(roster, record);
        text_.clear();
        rows.append(text_, record, RowKind::record);
        row_.text(text_);
    }

    void append_roles(const Roster& roster, const Record& record) {
        for (std::size_t role = 0; role < kRoles; ++role) {
            text_.clear();
            for (std::size_t i = 0; i < roster.columns.size(); ++i) {
                if (roster.columns[i].role == static_cast<Role>(role)) {
                    append_joined(text_, record.values[i].items, kDataSeparator);
                }
            }
            row_.text(text_);
        }
    }

    void append_members(const Roster& roster, std::size_t number, std::size_t index) {
        for (std::size_t i = 0; i < roster.columns.size(); ++i) {
            const Column& column = roster.columns[i];
            if (column.type != ColumnType::list) {
                continue;
            }
            std::size_t position = items_before(roster, index, i);
            for (const Field& item : roster.records[index].values[i].items) {
                row_.begin(DataTableId::members);
                row_.number(number);
                row_.number(index + 1);
                row_.text(column.name.text);
                row_.number(++position);
                row_.text(role_name(column.role));
                row_.text(item.text);
            }
        }
    }

    /// Names of columns are unique unless the pass that sees to it was skipped; then one key goes on in the next.
    static std::size_t items_before(const Roster& roster, std::size_t index, std::size_t column) {
        std::size_t items = 0;
        for (std::size_t i = 0; i < column; ++i) {
            const bool same = roster.columns[i].name.text == roster.columns[column].name.text;
            items +=
                same && roster.columns[i].type == ColumnType::list ? roster.records[index].values[i].items.size() : 0;
        }
        return items;
    }

    void append_finding(const Finding& finding, std::size_t number) {
        row_.begin(DataTableId::findings);
        row_.number(number);
        row_.text(finding_name(finding.code));
        row_.text(severity_name(finding.severity));
        row_.text(finding.message);
        row_.number(finding.at.roster, 1);
        row_.number(finding.at.record, 1);
        row_.text(finding.at.column);
        row_.text(finding.at.field);
        row_.text(describe(notice_, finding.origin));
    }

    const Notice& notice_;
    const std::string source_;
    const std::string issuers_;
    std::string text_;
    RowWriter row_;
};

}  // namespace

void append_data_rows(std::string& out, const Notice& notice, const std::string& id) {
    NoticeRows(out, notice, id).append();
}

}  // namespace mingdan
