// Headings and section rows become labels of the outline: one way for tables, rows and plain lists.
#pragma once

#include <string_view>
#include <vector>

#include "normalize/draft.h"
#include "normalize/outline.h"

namespace mingdan {

/// How a label is numbered: in its text, or by an automatic number before it.
Numbering label_kind(std::string_view text, std::string_view number);

/// Cleans a label's text and opens it in the outline; a bracketed remark of it goes to `notes`.
void open_label(Draft& draft, Outline& outline, Field text, std::string_view number, std::uint32_t level,
                std::vector<Field>& notes);

/// Labels that no record followed: left out, and reported unless they say so themselves (空缺).
void missing_lists(Draft& draft, std::vector<Outline::Entry> labels);

}  // namespace mingdan
