// What `diff` reads beside notices.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <mingdan/diff.h>

#include "wrap/json_value.h"

namespace mingdan {

/// Columns from a list of {"name", "role", "type"}.
std::vector<Column> read_columns(const JsonValue& columns);
/// Columns that the keys of records tell: types by their values, roles by their names.
std::vector<Column> guess_columns(std::span<const JsonValue* const> records);
/// One record under these columns; members that none of them names are left out, so let the columns come from it.
Record read_record(const JsonValue& record, const std::vector<Column>& columns);

/// Makes the types those that the values allow, whatever a file says of them.
void settle_types(Roster& roster);

/// The rosters of a year in DIR/dataset.
Result<DiffSide> read_dataset_year(const std::string& folder, std::string_view year, const Limits& limits);

}  // namespace mingdan
