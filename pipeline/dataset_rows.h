// A notice as rows of the dataset's tables (docs/dataset.md), in the encoding of fragments.
#pragma once

#include <string>

#include <mingdan/notice.h>

namespace mingdan {

/// Appends the rows of all tables, parents before children. They depend on the notice and its id alone.
void append_data_rows(std::string& out, const Notice& notice, const std::string& id);

}  // namespace mingdan
