// Where a text stands, as JSON: in the output (`at` of findings and fixes) and in the source (origins).
// Positions count from 0 in JSON, and what is unknown or does not apply has no key.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <mingdan/notice.h>

#include "emit/json_writer.h"

namespace mingdan {

/// A text's place in the output. `field` is a key of "notice", or of the roster if one is given; `item` an index into a
/// list, `key` a key of an object in it.
struct Place {
    std::optional<std::size_t> roster = std::nullopt;
    std::string_view field = {};
    std::optional<std::size_t> record = std::nullopt;
    std::optional<std::size_t> total = std::nullopt;
    std::string_view column = {};
    std::optional<std::size_t> item = std::nullopt;
    std::string_view key = {};
};

/// {"roster": 0, "record": 3, "column": "区县"}
void write_place(JsonWriter& json, const Place& place);

/// {"part": "word/document.xml", "table": 0, "row": 1, "column": 1, "paragraph": 4}; {} for computed text.
void write_origin(JsonWriter& json, const Notice& notice, const Origin& origin);
/// The same members, inside an object that is open.
void write_origin_members(JsonWriter& json, const Notice& notice, const Origin& origin);

/// A finding's place: in the output, or where only that is known in the source.
void write_at(JsonWriter& json, const Notice& notice, const Finding& finding);

}  // namespace mingdan
