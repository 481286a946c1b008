// Which cell of a row speaks for the whole row: a section's label, a note, a count.
#pragma once

#include <cstdint>

#include "normalize/draft.h"
#include "normalize/sheet.h"
#include "normalize/table_header.h"

namespace mingdan {

/// The cell that is a label, a note or a count for the row's whole width: it spans the row, or its row holds nothing
/// else and its numbering or count shows that it is no record. nullptr for a record or a total. What the row says
/// twice, and a numeral in the cell before the label, are left out.
Cell* find_row_label(Draft& draft, Sheet& sheet, const Header& header, std::uint32_t row);

}  // namespace mingdan
