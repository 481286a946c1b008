// A JSON text as a tree, by nlohmann-json. Numbers are kept as the digits that stand there: 2.50 is not 2.5.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <mingdan/result.h>

namespace mingdan {

struct JsonValue {
    enum class Kind : std::uint8_t { null, boolean, number, text, list, object };

    Kind kind = Kind::null;
    std::string text;                ///< of a text or a number
    std::vector<std::string> names;  ///< of an object's members, in their order
    std::vector<JsonValue> items;    ///< of a list, or of an object's members

    bool is(Kind other) const { return kind == other; }
    /// The member of that name, or nullptr.
    const JsonValue* find(std::string_view name) const;
    /// Its text, or "" if there is none.
    std::string_view text_of(std::string_view name) const;
};

/// ErrorCode::damaged_text where it is no JSON, or one nested more deeply than any of ours.
Result<JsonValue> parse_json(std::string_view json);

}  // namespace mingdan
