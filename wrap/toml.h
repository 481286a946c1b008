// TOML files as plain values with their lines, by toml++. TOML 1.0, and bare keys of any script (区县 = …) as TOML 1.1
// was to have them.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <mingdan/result.h>

namespace mingdan::toml_file {

enum class Kind : std::uint8_t { text, list, table, other };

/// One value. Of a list `items` have no key; those of a table stand in the file's order.
struct Node {
    std::string key;
    Kind kind = Kind::other;
    std::string text;         ///< of a text; of others what they are, in words: "a whole number"
    std::vector<Node> items;  ///< of a list or a table
    std::uint32_t line = 0;   ///< where its key stands, or it itself in a list

    friend bool operator==(const Node&, const Node&) = default;
};

/// The whole file as a table. The error has the line as its part.
Result<Node> parse(std::string_view toml);

/// "line 3"
std::string line_name(std::uint32_t line);

}  // namespace mingdan::toml_file
