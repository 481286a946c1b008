// The description of a dataset's CSV: datapackage.json after Frictionless' Data Package, Tabular Data Resource and
// Table Schema (v1). No time stamps: equal data, equal bytes.
#pragma once

#include <cstdint>
#include <span>
#include <string>

#include "emit/dataset_tables.h"

namespace mingdan {

/// What a table's file came out as.
struct DataResource {
    std::uint64_t bytes = 0;
    std::string sha256;
};

/// REQUIRES: one resource a table, in their order.
std::string data_package_json(std::span<const DataResource> resources);

}  // namespace mingdan
