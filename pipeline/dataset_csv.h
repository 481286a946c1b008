// The dataset as CSV (RFC 4180, UTF-8, no byte order mark), one file a table, and its description for Frictionless.
#pragma once

#include <span>
#include <string>
#include <vector>

#include <mingdan/result.h>

#include "pipeline/collector.h"
#include "pipeline/dataset_choice.h"

namespace mingdan {

/// Writes dataset/*.csv and dataset/datapackage.json below a folder, one fragment in memory at a time. Rows stand in
/// the order of the documents' ids. Gives the names below the folder.
Result<std::vector<std::string>> write_dataset_csv(const std::string& folder, std::span<const Fragment> fragments,
                                                   const DatasetChoice& choice);

}  // namespace mingdan
