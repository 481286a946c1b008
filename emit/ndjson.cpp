// One line a record (contract section 5). What a line says of its notice and roster is the same for the whole roster.
#include <fmt/format.h>

#include "emit/emitter.h"
#include "emit/json_record.h"
#include "emit/json_writer.h"

namespace mingdan {

namespace {

void write_notice(JsonWriter& json, const Notice& notice) {
    json.key("notice");
    json.open_object();
    json.field("number", notice.number);
    json.field("title", notice.title);
    json.fields("issuers", notice.issuers, Layout::line);
    json.field("date", notice.date);
    json.optional_text("status", notice.status ? std::optional(status_name(*notice.status)) : std::nullopt);
    json.text("source", notice.source.name);
    json.close();
}

/// All of a line that stands before the row's number.
std::string line_head(const Notice& notice, const Roster& roster) {
    std::string head;
    JsonWriter json(head);
    json.open_object();
    write_notice(json, notice);
    json.key("roster");
    json.open_object();
    json.field("annex", roster.annex);
    json.field("title", roster.title);
    json.field("heading", roster.heading);
    json.close();
    json.key("row");
    return head;
}

Result<void> write(const Notice& notice, const EmitOptions&, Output& out, std::vector<Finding>*) {
    for (const Roster& roster : notice.rosters) {
        const std::string head = line_head(notice, roster);
        const JsonRecordWriter rows(roster);
        std::size_t row = 0;
        for (const Record& record : roster.records) {
            const fmt::format_int number(++row);
            out << head << std::string_view(number.data(), number.size()) << ", \"record\": ";
            rows.append(out.buffer(), record, RowKind::record);
            out << "}\n";
            out.spill();
        }
    }
    return {};
}

}  // namespace

extern const Emitter ndjson_emitter{"ndjson", "ndjson", "one line of JSON a record, for large batches", false, write};

}  // namespace mingdan
