// Where the notes and comments of an RTF file are referred to.
#pragma once

#include <mingdan/document.h>

namespace mingdan::rtf {

/// Gives each story's anchor the place of the line with its ordinal, now that tables are known.
void settle_anchors(Document& document);

}  // namespace mingdan::rtf
