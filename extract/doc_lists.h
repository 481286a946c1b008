// Automatic numbering: lists (PlfLst, [MS-DOC] 2.9.201) and what paragraphs refer to (PlfLfo, 2.9.200), brought into
// the definitions that the counters of Word files know.
#pragma once

#include <string_view>

#include "extract/doc_file.h"
#include "extract/docx_numbering.h"

namespace mingdan::doc {

void read_lists(const File& file, docx::Numbering& numbering);

}  // namespace mingdan::doc
