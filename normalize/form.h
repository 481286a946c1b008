// Tables that list nothing: empty forms, layout frames.
#pragma once

#include "normalize/sheet.h"
#include "normalize/table_header.h"

namespace mingdan {

/// True if the table holds no records: nothing below its header, or a form to fill in (姓名 | | 性别 | ).
bool is_form(Sheet& sheet, const Header& header);

}  // namespace mingdan
