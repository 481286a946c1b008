// The JSON of one notice, contract section 2: keys in its order, absent single values null, absent lists []. Outer
// objects are indented; paragraphs, records, findings and what was left out take one line each, so that a diff reads
// well.
#include "emit/emitter.h"
#include "emit/json_place.h"
#include "emit/json_record.h"
#include "emit/json_trace.h"
#include "emit/json_writer.h"

namespace mingdan {

namespace {

constexpr std::uint64_t kVersion = 1;  ///< of the contract, and of docs/mingdan.schema.json

void write_source(JsonWriter& json, const Source& source) {
    json.key("source");
    json.open_object();
    json.text("name", source.name);
    json.text("format", source.format);
    json.number("bytes", source.bytes);
    json.text("sha256", source.sha256);
    json.close();
}

void write_attachments(JsonWriter& json, const std::vector<Attachment>& attachments) {
    json.key("attachments");
    json.open_array(Layout::lines);
    for (const Attachment& attachment : attachments) {
        json.open_object();
        json.field("label", attachment.label);
        json.field("title", attachment.title);
        json.close();
    }
    json.close();
}

void write_references(JsonWriter& json, const std::vector<Reference>& references) {
    json.key("references");
    json.open_array(Layout::lines);
    for (const Reference& reference : references) {
        json.open_object();
        json.field("title", reference.title);
        json.field("number", reference.number);
        json.close();
    }
    json.close();
}

void write_notice(JsonWriter& json, const Notice& notice) {
    json.key("notice");
    json.open_object(Layout::lines);
    json.field("number", notice.number);
    json.field("title", notice.title);
    json.fields("issuers", notice.issuers, Layout::line);
    json.field("date", notice.date);
    json.fields("addressees", notice.addressees, Layout::line);
    json.optional_text("status", notice.status ? std::optional(status_name(*notice.status)) : std::nullopt);
    write_attachments(json, notice.attachments);
    write_references(json, notice.references);
    json.fields("body", notice.body, Layout::lines);
    json.close();
}

void write_columns(JsonWriter& json, const std::vector<Column>& columns) {
    json.key("columns");
    json.open_array(Layout::lines);
    for (const Column& column : columns) {
        json.open_object();
        json.field("name", column.name);
        json.text("role", role_name(column.role));
        json.text("type", type_name(column.type));
        json.close();
    }
    json.close();
}

void write_rosters(JsonWriter& json, const std::vector<Roster>& rosters, Output& out) {
    json.key("rosters");
    json.open_array(Layout::lines);
    for (const Roster& roster : rosters) {
        const JsonRecordWriter rows(roster);
        const auto write_rows = [&](std::string_view key, const std::vector<Record>& records, RowKind kind) {
            json.key(key);
            json.open_array(Layout::lines);
            for (const Record& record : records) {
                rows.append(json.value(), record, kind);
                out.spill();
            }
            json.close();
        };
        json.open_object(Layout::lines);
        json.field("annex", roster.annex);
        json.field("title", roster.title);
        json.field("heading", roster.heading);
        write_columns(json, roster.columns);
        write_rows("records", roster.records, RowKind::record);
        write_rows("totals", roster.totals, RowKind::total);
        json.fields("notes", roster.notes, Layout::lines);
        json.close();
    }
    json.close();
}

void write_findings(JsonWriter& json, const Notice& notice, Output& out) {
    json.key("findings");
    json.open_array(Layout::lines);
    for (const Finding& finding : notice.findings) {
        json.open_object();
        json.text("code", finding_name(finding.code));
        json.text("severity", severity_name(finding.severity));
        json.text("message", finding.message);
        json.key("at");
        write_at(json, notice, finding);
        json.close();
        out.spill();
    }
    json.close();
}

void write_fixes(JsonWriter& json, const Notice& notice) {
    json.key("fixes");
    json.open_object();
    const std::vector<std::uint32_t> counts = count_fixes(notice);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0) {
            json.number(fix_name(static_cast<Fix>(i)), counts[i]);
        }
    }
    json.close();
}

void write_accounting(JsonWriter& json, const Accounting& accounting, Output& out) {
    json.key("accounting");
    json.open_object(Layout::lines);
    json.number("read", accounting.read);
    json.number("kept", accounting.kept);
    json.key("left_out");
    json.open_array(Layout::lines);
    for (const LeftOut& piece : accounting.left_out) {
        json.open_object();
        json.text("reason", reason_name(piece.reason));
        json.number("characters", piece.characters);
        json.text("text", piece.text);
        json.close();
        out.spill();
    }
    json.close();
    json.close();
}

Result<void> write(const Notice& notice, const EmitOptions& options, Output& out, std::vector<Finding>*) {
    JsonWriter json(out.buffer());
    json.open_object(Layout::lines);
    json.number("mingdan", kVersion);
    write_source(json, notice.source);
    write_notice(json, notice);
    write_rosters(json, notice.rosters, out);
    write_findings(json, notice, out);
    write_fixes(json, notice);
    write_accounting(json, notice.accounting, out);
    if (options.trace) {
        write_trace(json, notice, out);
    }
    json.close();
    out << '\n';
    return {};
}

}  // namespace

extern const Emitter json_emitter{"json", "json", "the whole notice with its rosters, findings, fixes and accounting",
                                  false, write};

}  // namespace mingdan
