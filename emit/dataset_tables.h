// The tables of a dataset: what many notices become together (docs/dataset.md). Defined here once; datapackage.json,
// SQLite's tables and the schema for PostgreSQL are printed from it, and rows are checked against it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace mingdan {

enum class DataKind : std::uint8_t {
    text,
    integer,
    array,  ///< JSON
    object  ///< JSON
};

struct DataColumn {
    std::string_view name;
    DataKind kind = DataKind::text;
    bool required = false;
    std::string_view description;
    std::string_view allowed = {};  ///< the only values, parted by |
    std::string_view pattern = {};  ///< an XML Schema regular expression for the whole value
};

struct DataTable {
    std::string_view name;
    std::string_view description;
    std::span<const DataColumn> columns;
    std::span<const std::string_view> key;      ///< names of columns; no two rows have the same values
    std::string_view parent;                    ///< the table whose key these rows hold under the same names, or ""
    std::span<const std::string_view> indexes;  ///< columns that are worth an index beside the key
};

/// Numbers of the tables, in the order in which they can be filled.
enum class DataTableId : std::uint8_t { notices, rosters, records, members, findings };
inline constexpr std::size_t kDataTables = 5;

std::span<const DataTable> dataset_tables();
const DataTable& dataset_table(DataTableId id);

/// In columns that hold several values (issuers, the items of a list): what stands between them.
inline constexpr std::string_view kDataSeparator = "；";

}  // namespace mingdan
