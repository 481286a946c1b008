// toml++ 3.3, compiled into this file and without exceptions.
#include "wrap/toml.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#define TOML_ENABLE_UNRELEASED_FEATURES 1
#include <toml++/toml.h>

namespace mingdan::toml_file {

namespace {

std::string in_words(toml::node_type type) {
    switch (type) {
        case toml::node_type::string:
            return "a text";
        case toml::node_type::array:
            return "a list";
        case toml::node_type::table:
            return "a table";
        case toml::node_type::integer:
            return "a whole number";
        case toml::node_type::floating_point:
            return "a number";
        case toml::node_type::boolean:
            return "true or false";
        default:
            return "a date or time";
    }
}

Node node_of(std::string key, const toml::node& value, std::uint32_t line) {
    Node node;
    node.key = std::move(key);
    node.line = line;
    node.text = in_words(value.type());
    if (const auto* text = value.as_string()) {
        node.kind = Kind::text;
        node.text = text->get();
    } else if (const auto* list = value.as_array()) {
        node.kind = Kind::list;
        for (const toml::node& item : *list) {
            node.items.push_back(node_of({}, item, item.source().begin.line));
        }
    } else if (const auto* table = value.as_table()) {
        node.kind = Kind::table;
        for (const auto& [name, item] : *table) {
            node.items.push_back(node_of(std::string(name.str()), item, name.source().begin.line));
        }
        std::stable_sort(node.items.begin(), node.items.end(),
                         [](const Node& one, const Node& other) { return one.line < other.line; });
    }
    return node;
}

}  // namespace

std::string line_name(std::uint32_t line) {
    return fmt::format("line {}", line);
}

Result<Node> parse(std::string_view toml) {
    const toml::parse_result result = toml::parse(toml);
    if (!result) {
        Error error = fail(ErrorCode::bad_rules, fmt::format("this is not TOML: {}", result.error().description()),
                           "text in quotation marks, lists in square brackets: name = [\"one\", \"two\"]");
        error.part = line_name(result.error().source().begin.line);
        return error;
    }
    return node_of({}, result.table(), 1);
}

}  // namespace mingdan::toml_file
