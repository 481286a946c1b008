// The dataset as a database: dataset/mingdan.sqlite. What is in force stands in the dataset's tables, what was replaced
// in their histories (docs/dataset.md).
#pragma once

#include <span>
#include <string>
#include <string_view>

#include <mingdan/result.h>

#include "pipeline/collector.h"
#include "pipeline/dataset_choice.h"

namespace mingdan {

/// Below a batch's output folder.
inline constexpr std::string_view kDatasetDatabase = "dataset/mingdan.sqlite";

/// Brings the database up to date, or makes it. All work is done on a copy beside it, which takes its name in one step:
/// a kill at any moment leaves the former one. Gives its name below the folder.
Result<std::string> write_dataset_sqlite(const std::string& folder, std::span<const Fragment> fragments,
                                         const DatasetChoice& choice);

}  // namespace mingdan
