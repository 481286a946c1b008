// The dataset's tables as SQL, printed from their one definition: for SQLite and for PostgreSQL.
#pragma once

#include <string>

#include "emit/dataset_tables.h"

namespace mingdan {

/// "\"records\"", "\"records_history\"".
std::string sql_name(std::string_view name);
std::string sql_history_name(const DataTable& table);
/// The columns' names in quotation marks, joined by ", ".
std::string sql_columns(const DataTable& table);

/// CREATE TABLE for all tables, STRICT, and for each one more that keeps what was replaced (…_history, with a version);
/// `versions` says which documents of a notice there were, and which rows they gave. With indexes.
std::string sqlite_schema();

/// CREATE TABLE and the \copy commands that fill the tables, for psql. Shipped as data/schema/postgresql.sql.
std::string postgresql_schema();

}  // namespace mingdan
