#include "emit/dataset_schema.h"

#include <fmt/format.h>

namespace mingdan {

namespace {

enum class Engine : std::uint8_t { sqlite, postgresql };
enum class Which : std::uint8_t { current, history };

std::string_view type_of(DataKind kind, Engine engine) {
    if (kind == DataKind::integer) {
        return engine == Engine::sqlite ? "INTEGER" : "bigint";
    }
    if (engine == Engine::postgresql) {
        return kind == DataKind::text ? "text" : "json";
    }
    return "TEXT";
}

std::string quoted_text(std::string_view text) {
    std::string quoted = "'";
    for (const char c : text) {
        quoted.append(c == '\'' ? 2 : 1, c);
    }
    return quoted + '\'';
}

std::string check_of(const DataColumn& column) {
    std::string values;
    for (std::string_view left = column.allowed; !left.empty();) {
        const std::size_t end = std::min(left.find('|'), left.size());
        values += (values.empty() ? "" : ", ") + quoted_text(left.substr(0, end));
        left.remove_prefix(std::min(end + 1, left.size()));
    }
    return values.empty() ? values : fmt::format(" CHECK ({} IN ({}))", sql_name(column.name), values);
}

/// The key's columns; in a history the version stands behind the notice's key.
std::string key_columns(const DataTable& table, Which which) {
    std::string text;
    for (const std::string_view& column : table.key) {
        text += (text.empty() ? "" : ", ") + sql_name(column);
        text += which == Which::history && &column == table.key.data() ? ", \"version\"" : "";
    }
    return text;
}

const DataTable* parent_of(const DataTable& table) {
    for (const DataTable& other : dataset_tables()) {
        if (other.name == table.parent) {
            return &other;
        }
    }
    return nullptr;
}

std::string table_sql(const DataTable& table, Engine engine, Which which) {
    std::string sql =
        fmt::format("CREATE TABLE {} (\n", which == Which::current ? sql_name(table.name) : sql_history_name(table));
    for (const DataColumn& column : table.columns) {
        sql += fmt::format("    {} {}{}{},\n", sql_name(column.name), type_of(column.kind, engine),
                           column.required ? " NOT NULL" : "", check_of(column));
        if (which == Which::history && &column == table.columns.data()) {
            sql += "    \"version\" INTEGER NOT NULL,\n";
        }
    }
    sql += fmt::format("    PRIMARY KEY ({})", key_columns(table, which));
    if (const DataTable* parent = parent_of(table)) {
        const std::string key = key_columns(*parent, which);
        sql += fmt::format(",\n    FOREIGN KEY ({}) REFERENCES {} ({}) ON DELETE CASCADE ON UPDATE CASCADE", key,
                           which == Which::current ? sql_name(parent->name) : sql_history_name(*parent), key);
    }
    return sql + (engine == Engine::sqlite ? "\n) STRICT;\n" : "\n);\n");
}

/// PostgreSQL's ordered indexes cap a value's size, its hashes do not.
std::string indexes_sql(const DataTable& table, Engine engine) {
    std::string sql;
    for (const std::string_view column : table.indexes) {
        const bool hash = engine == Engine::postgresql && column != "year" && column != "date";
        sql += fmt::format("CREATE INDEX \"{}_by_{}\" ON {} {}({});\n", table.name, column, sql_name(table.name),
                           hash ? "USING hash " : "", sql_name(column));
    }
    return sql;
}

constexpr std::string_view kVersions = R"(CREATE TABLE "versions" (
    "notice_key" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "in_force" INTEGER NOT NULL,
    PRIMARY KEY ("notice_key", "version")
) STRICT;
)";

}  // namespace

std::string sql_name(std::string_view name) {
    return fmt::format("\"{}\"", name);
}

std::string sql_history_name(const DataTable& table) {
    return fmt::format("\"{}_history\"", table.name);
}

std::string sql_columns(const DataTable& table) {
    std::string text;
    for (const DataColumn& column : table.columns) {
        text += (text.empty() ? "" : ", ") + sql_name(column.name);
    }
    return text;
}

std::string sqlite_schema() {
    std::string sql;
    for (const DataTable& table : dataset_tables()) {
        sql += table_sql(table, Engine::sqlite, Which::current);
        sql += table_sql(table, Engine::sqlite, Which::history);
        sql += indexes_sql(table, Engine::sqlite);
    }
    return sql + std::string(kVersions);
}

std::string postgresql_schema() {
    std::string sql =
        "-- The tables of a mingdan dataset (docs/dataset.md), filled from its CSV. In the folder that holds the "
        "files:\n"
        "--   psql -d DATABASE -v ON_ERROR_STOP=1 -f postgresql.sql\n"
        "-- Text has to be UTF-8 in the database too: createdb -E UTF8 -T template0 DATABASE.\n"
        "\\set ON_ERROR_STOP on\n\\encoding UTF8\nBEGIN;\n\n";
    for (const DataTable& table : dataset_tables()) {
        sql += table_sql(table, Engine::postgresql, Which::current);
        for (const DataColumn& column : table.columns) {
            sql += fmt::format("COMMENT ON COLUMN {}.{} IS {};\n", sql_name(table.name), sql_name(column.name),
                               quoted_text(column.description));
        }
        sql += fmt::format("\\copy {} ({}) FROM '{}.csv' WITH (FORMAT csv, HEADER true, ENCODING 'UTF8')\n",
                           sql_name(table.name), sql_columns(table), table.name);
        sql += indexes_sql(table, Engine::postgresql) + "\n";
    }
    return sql + "COMMIT;\n";
}

}  // namespace mingdan
