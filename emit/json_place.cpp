#include "emit/json_place.h"

namespace mingdan {

namespace {

void optional_number(JsonWriter& json, std::string_view key, std::optional<std::size_t> number) {
    if (number) {
        json.number(key, *number);
    }
}

void optional_text(JsonWriter& json, std::string_view key, std::string_view text) {
    if (!text.empty()) {
        json.text(key, text);
    }
}

/// The model's places count from 1 and 0 is "unknown".
void known_number(JsonWriter& json, std::string_view key, std::uint32_t from_one) {
    if (from_one > 0) {
        json.number(key, from_one - 1u);
    }
}

}  // namespace

void write_place(JsonWriter& json, const Place& place) {
    json.open_object();
    optional_number(json, "roster", place.roster);
    optional_text(json, "field", place.field);
    optional_number(json, "record", place.record);
    optional_number(json, "total", place.total);
    optional_text(json, "column", place.column);
    optional_number(json, "item", place.item);
    optional_text(json, "key", place.key);
    json.close();
}

void write_origin_members(JsonWriter& json, const Notice& notice, const Origin& origin) {
    if (origin.part > 0 && origin.part <= notice.parts.size()) {
        optional_text(json, "part", notice.parts[origin.part - 1u]);  // a text file's one part has no name
    }
    known_number(json, "table", origin.table);
    known_number(json, "row", origin.row);
    known_number(json, "column", origin.column);
    known_number(json, "paragraph", origin.paragraph);
}

void write_origin(JsonWriter& json, const Notice& notice, const Origin& origin) {
    json.open_object();
    write_origin_members(json, notice, origin);
    json.close();
}

void write_at(JsonWriter& json, const Notice& notice, const Finding& finding) {
    if (finding.at == At{}) {
        write_origin(json, notice, finding.origin);
        return;
    }
    Place place;
    place.roster = finding.at.roster;
    place.field = finding.at.field;
    place.record = finding.at.record;
    place.column = finding.at.column;
    write_place(json, place);
}

}  // namespace mingdan
