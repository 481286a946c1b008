// What a column is called: the texts of its header cells.
#pragma once

#include <vector>

#include <mingdan/notice.h>

#include "normalize/table_header.h"

namespace mingdan {

/// A column's name: the levels' texts without layout spaces, joined by a slash. A cell over several columns lends its
/// characters to the first. `levels` gets each level as it was printed.
Column name_column(HeaderColumn& header, std::vector<Field>& levels);

}  // namespace mingdan
