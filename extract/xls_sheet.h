// One sheet of an Excel 97-2003 workbook: its records become a Worksheet.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "extract/cell_format.h"
#include "extract/worksheet.h"
#include "extract/xls_records.h"

namespace mingdan::xls {

/// A cell format (XF, 2.4.353): the number format's id, and the borders.
struct CellStyle {
    std::uint16_t format = 0;
    Borders borders;
};

/// What the globals say (2.1.7.20.3).
struct Globals {
    std::vector<std::string> strings;
    std::vector<CellStyle> styles;
    std::map<std::uint16_t, std::string> formats;
    DateSystem dates = DateSystem::from_1900;
};

/// Reads the substream that begins at `at` with its BOF; charts inside it are passed over.
Result<void> read_sheet(std::string_view stream, std::size_t at, const Globals& globals, WorkbookBuilder& builder,
                        Worksheet& sheet);

}  // namespace mingdan::xls
