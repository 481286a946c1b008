#include "emit/json_origins.h"

#include "emit/json_place.h"

namespace mingdan {

namespace {

/// The places of all texts in the source, in the shape of the output.
class OriginTrace {
public:
    OriginTrace(JsonWriter& json, const Notice& notice, Output& out) : json_(json), notice_(notice), out_(out) {}

    void notice() {
        json_.open_object(Layout::lines);
        member("number", notice_.number);
        member("title", notice_.title);
        members("issuers", notice_.issuers);
        member("date", notice_.date);
        members("addressees", notice_.addressees);
        json_.key("attachments");
        json_.open_array(Layout::lines);
        for (const Attachment& attachment : notice_.attachments) {
            json_.open_object();
            member("label", attachment.label);
            member("title", attachment.title);
            json_.close();
        }
        json_.close();
        json_.key("references");
        json_.open_array(Layout::lines);
        for (const Reference& reference : notice_.references) {
            json_.open_object();
            member("title", reference.title);
            member("number", reference.number);
            json_.close();
        }
        json_.close();
        members("body", notice_.body);
        json_.close();
    }

    void rosters() {
        json_.open_array(Layout::lines);
        for (const Roster& roster : notice_.rosters) {
            json_.open_object(Layout::lines);
            member("annex", roster.annex);
            member("title", roster.title);
            member("heading", roster.heading);
            json_.key("columns");
            json_.open_array(Layout::lines);
            for (const Column& column : roster.columns) {
                write_origin(json_, notice_, column.name.origin);
            }
            json_.close();
            rows("records", roster, roster.records);
            rows("totals", roster, roster.totals);
            members("notes", roster.notes);
            json_.close();
        }
        json_.close();
    }

private:
    void rows(std::string_view key, const Roster& roster, const std::vector<Record>& records) {
        json_.key(key);
        json_.open_array(Layout::lines);
        for (const Record& record : records) {
            json_.open_object();
            write_origin_members(json_, notice_, record.origin);
            json_.key("values");
            json_.open_object();
            for (std::size_t i = 0; i < record.values.size(); ++i) {
                json_.key(roster.columns[i].name.text);
                value(record.values[i], roster.columns[i].type, record.origin);
            }
            json_.close();
            json_.close();
            out_.spill();
        }
        json_.close();
    }

    void value(const Value& value, ColumnType type, const Origin& record) {
        if (type == ColumnType::list) {
            json_.open_array();
            for (const Field& item : value.items) {
                this->item(item, value.derivation, record);
            }
            json_.close();
        } else if (value.empty()) {
            json_.null();
        } else {
            item(value.items.front(), value.derivation, record);
        }
    }

    /// Part and table stand with the record; here only where they are others (a label filled over a page break).
    void item(const Field& item, Derivation how, const Origin& record) {
        Origin origin = item.origin;
        origin.part = origin.part == record.part ? std::uint16_t{0} : origin.part;
        origin.table = origin.table == record.table ? 0 : origin.table;
        json_.open_object();
        json_.text("how", derivation_name(how));
        write_origin_members(json_, notice_, origin);
        json_.close();
    }

    void member(std::string_view key, const Field& field) {
        json_.key(key);
        write_origin(json_, notice_, field.origin);
    }

    void member(std::string_view key, const std::optional<Field>& field) {
        json_.key(key);
        if (field) {
            write_origin(json_, notice_, field->origin);
        } else {
            json_.null();
        }
    }

    void members(std::string_view key, const std::vector<Field>& fields) {
        json_.key(key);
        json_.open_array(Layout::lines);
        for (const Field& field : fields) {
            write_origin(json_, notice_, field.origin);
        }
        json_.close();
    }

    JsonWriter& json_;
    const Notice& notice_;
    Output& out_;
};

}  // namespace

void write_origins(JsonWriter& json, const Notice& notice, Output& out) {
    OriginTrace origins(json, notice, out);
    json.open_object(Layout::lines);
    json.key("notice");
    origins.notice();
    json.key("rosters");
    origins.rosters();
    json.close();
}

}  // namespace mingdan
