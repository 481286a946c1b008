// A table as text: box characters around the cells that are there, so that a merged cell is seen as one.
#pragma once

#include <string>
#include <vector>

#include <mingdan/document.h>

namespace mingdan {

/// One line as a person is to see it: a computed number before it, tabs as spaces, control characters and marks that
/// turn the direction of text made visible (a terminal would obey them).
std::string visible(const Line& line);

/// REQUIRES: `contents` has the lines of each of the table's cells, in their order. Appends to `out`.
void draw_table(std::string& out, const Table& table, const std::vector<std::vector<std::string>>& contents);

}  // namespace mingdan
