// Where each value was read, for `--trace` (contract section 6).
#pragma once

#include <mingdan/notice.h>

#include "emit/json_writer.h"
#include "emit/output.h"

namespace mingdan {

/// Writes {"notice": …, "rosters": …} in the shape of the output's own "notice" and "rosters", with each text's place
/// in the source instead of the text. Of a record it names the row, and under "values" for each value (each item of a
/// list) how it came about and where it stood. All positions count from 0.
void write_origins(JsonWriter& json, const Notice& notice, Output& out);

}  // namespace mingdan
