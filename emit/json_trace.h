// What `--trace` adds to the JSON (contract section 6): every fix, and where each value was read.
#pragma once

#include <mingdan/notice.h>

#include "emit/json_writer.h"
#include "emit/output.h"

namespace mingdan {

/// Writes the member "trace": {"fixes": […], "origins": {…}}. The fixes follow the output's order, and `at` is the
/// fixed text's place in the output (json_place.h), counting from 0.
void write_trace(JsonWriter& json, const Notice& notice, Output& out);

}  // namespace mingdan
