#include "emit/json_trace.h"

#include "emit/json_origins.h"
#include "emit/json_place.h"

namespace mingdan {

namespace {

/// The fixes of all texts in the order of the output.
class FixTrace {
public:
    FixTrace(JsonWriter& json, Output& out) : json_(json), out_(out) {}

    void notice(const Notice& notice) {
        optional(notice.number, {.field = "number"});
        optional(notice.title, {.field = "title"});
        list(notice.issuers, {.field = "issuers"});
        optional(notice.date, {.field = "date"});
        list(notice.addressees, {.field = "addressees"});
        for (std::size_t i = 0; i < notice.attachments.size(); ++i) {
            text(notice.attachments[i].label, {.field = "attachments", .item = i, .key = "label"});
            text(notice.attachments[i].title, {.field = "attachments", .item = i, .key = "title"});
        }
        for (std::size_t i = 0; i < notice.references.size(); ++i) {
            optional(notice.references[i].title, {.field = "references", .item = i, .key = "title"});
            optional(notice.references[i].number, {.field = "references", .item = i, .key = "number"});
        }
        list(notice.body, {.field = "body"});
        for (std::size_t i = 0; i < notice.rosters.size(); ++i) {
            roster(notice.rosters[i], i);
        }
    }

private:
    void roster(const Roster& roster, std::size_t number) {
        optional(roster.annex, {.roster = number, .field = "annex"});
        optional(roster.title, {.roster = number, .field = "title"});
        optional(roster.heading, {.roster = number, .field = "heading"});
        for (std::size_t i = 0; i < roster.columns.size(); ++i) {
            text(roster.columns[i].name, {.roster = number, .field = "columns", .item = i, .key = "name"});
        }
        for (std::size_t i = 0; i < roster.records.size(); ++i) {
            row(roster, roster.records[i], {.roster = number, .record = i});
        }
        for (std::size_t i = 0; i < roster.totals.size(); ++i) {
            row(roster, roster.totals[i], {.roster = number, .total = i});
        }
        list(roster.notes, {.roster = number, .field = "notes"});
    }

    void row(const Roster& roster, const Record& record, Place at) {
        for (std::size_t i = 0; i < record.values.size(); ++i) {
            at.column = roster.columns[i].name.text;
            const std::vector<Field>& items = record.values[i].items;
            if (roster.columns[i].type == ColumnType::list) {
                list(items, at);
            } else {
                for (const Field& item : items) {
                    text(item, at);
                }
            }
        }
    }

    void list(const std::vector<Field>& fields, Place at) {
        for (std::size_t i = 0; i < fields.size(); ++i) {
            at.item = i;
            text(fields[i], at);
        }
    }

    void optional(const std::optional<Field>& field, const Place& at) {
        if (field) {
            text(*field, at);
        }
    }

    void text(const Field& field, const Place& at) {
        for (std::size_t i = 0; i < field.changes.size(); ++i) {
            json_.open_object();
            json_.text("code", fix_name(field.changes[i].fix));
            json_.text("before", field.changes[i].before);
            json_.text("after", text_after(field, i));
            json_.key("at");
            write_place(json_, at);
            json_.close();
            out_.spill();
        }
    }

    JsonWriter& json_;
    Output& out_;
};

}  // namespace

void write_trace(JsonWriter& json, const Notice& notice, Output& out) {
    json.key("trace");
    json.open_object(Layout::lines);
    json.key("fixes");
    json.open_array(Layout::lines);
    FixTrace(json, out).notice(notice);
    json.close();
    json.key("origins");
    write_origins(json, notice, out);
    json.close();
}

}  // namespace mingdan
