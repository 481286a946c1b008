#include "emit/data_package.h"

#include <cassert>

#include <fmt/format.h>

#include "emit/json_writer.h"

namespace mingdan {

namespace {

std::string_view type_of(DataKind kind) {
    switch (kind) {
        case DataKind::integer:
            return "integer";
        case DataKind::array:
            return "array";
        case DataKind::object:
            return "object";
        case DataKind::text:
            break;
    }
    return "string";
}

void write_texts(JsonWriter& json, std::string_view name, std::span<const std::string_view> texts) {
    json.key(name);
    json.open_array();
    for (const std::string_view text : texts) {
        json.text(text);
    }
    json.close();
}

void write_allowed(JsonWriter& json, std::string_view allowed) {
    json.key("enum");
    json.open_array();
    while (!allowed.empty()) {
        const std::size_t end = std::min(allowed.find('|'), allowed.size());
        json.text(allowed.substr(0, end));
        allowed.remove_prefix(std::min(end + 1, allowed.size()));
    }
    json.close();
}

void write_constraints(JsonWriter& json, const DataColumn& column) {
    json.key("constraints");
    json.open_object();
    json.key("required");
    json.value() += column.required ? "true" : "false";
    if (column.kind == DataKind::integer) {
        json.number("minimum", 0);
    }
    if (!column.pattern.empty()) {
        json.text("pattern", column.pattern);
    }
    if (!column.allowed.empty()) {
        write_allowed(json, column.allowed);
    }
    json.close();
}

void write_fields(JsonWriter& json, const DataTable& table) {
    json.key("fields");
    json.open_array(Layout::lines);
    for (const DataColumn& column : table.columns) {
        json.open_object();
        json.text("name", column.name);
        json.text("type", type_of(column.kind));
        json.text("description", column.description);
        write_constraints(json, column);
        json.close();
    }
    json.close();
}

const DataTable* parent_of(const DataTable& table) {
    for (const DataTable& other : dataset_tables()) {
        if (other.name == table.parent) {
            return &other;
        }
    }
    return nullptr;
}

void write_foreign_keys(JsonWriter& json, const DataTable& table) {
    const DataTable* parent = parent_of(table);
    if (parent == nullptr) {
        return;
    }
    json.key("foreignKeys");
    json.open_array(Layout::lines);
    json.open_object();
    write_texts(json, "fields", parent->key);
    json.key("reference");
    json.open_object();
    json.text("resource", parent->name);
    write_texts(json, "fields", parent->key);
    json.close();
    json.close();
    json.close();
}

void write_dialect(JsonWriter& json) {
    json.key("dialect");
    json.open_object();
    json.text("delimiter", ",");
    json.text("lineTerminator", "\r\n");
    json.text("quoteChar", "\"");
    json.key("doubleQuote");
    json.value() += "true";
    json.key("header");
    json.value() += "true";
    json.close();
}

void write_resource(JsonWriter& json, const DataTable& table, const DataResource& resource) {
    json.open_object(Layout::lines);
    json.text("name", table.name);
    json.text("description", table.description);
    json.text("path", fmt::format("{}.csv", table.name));
    json.text("profile", "tabular-data-resource");
    json.text("format", "csv");
    json.text("mediatype", "text/csv");
    json.text("encoding", "utf-8");
    json.number("bytes", resource.bytes);
    json.text("hash", "sha256:" + resource.sha256);
    write_dialect(json);
    json.key("schema");
    json.open_object(Layout::lines);
    write_fields(json, table);
    json.key("missingValues");
    json.open_array();
    json.text("");
    json.close();
    write_texts(json, "primaryKey", table.key);
    write_foreign_keys(json, table);
    json.close();
    json.close();
}

}  // namespace

std::string data_package_json(std::span<const DataResource> resources) {
    assert(resources.size() == kDataTables);
    std::string text;
    JsonWriter json(text);
    json.open_object(Layout::lines);
    json.text("name", "mingdan-dataset");
    json.text("title", "Notices and their rosters");
    json.text("profile", "tabular-data-package");
    json.key("resources");
    json.open_array(Layout::lines);
    for (const DataTable& table : dataset_tables()) {
        write_resource(json, table, resources[static_cast<std::size_t>(&table - dataset_tables().data())]);
    }
    json.close();
    json.close();
    text += '\n';
    return text;
}

}  // namespace mingdan
