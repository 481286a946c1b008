// Tables and rosters as text, so that tests of passes read like the tables they speak of.
#pragma once

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include <mingdan/mingdan.h>

namespace mingdan::test {

/// A table from rows of cells: "序号|区县|单位". `^` goes on with the cell above, `<` with the cell to the left, `\`
/// begins a new paragraph in a cell, `~` a soft break; a row with fewer cells ends early. A cell that begins with `_`
/// has no border above it.
Block table(std::initializer_list<std::string_view> rows);
/// The same as a text dump has it: spans are lost, a row of one cell is full-width.
Block dumped_table(std::initializer_list<std::string_view> rows);
Block paragraph(std::string_view text);

/// A document of these blocks; ordinals and weights are filled in.
Document document(std::vector<Block> blocks);
/// What the passes make of it.
Notice understood(std::vector<Block> blocks);

/// Each roster as lines: "# annex / title / heading", the columns, the records, "= totals", "* notes". Lists as [a;b].
std::string text_of(const Notice& notice);
/// The printed codes of the findings, in order, parted by spaces.
std::string findings_of(const Notice& notice);
/// True if read == kept + left out and no character is unplaced.
bool accounts(const Notice& notice);

}  // namespace mingdan::test
