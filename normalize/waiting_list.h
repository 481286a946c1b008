// Paragraphs between tables may be headings of the next table, or a list of their own: what tells one from the other.
#pragma once

#include <cstddef>
#include <span>

#include "normalize/draft.h"

namespace mingdan {

/// Where among `lines` (indices into the flow, all that stand above a table) those begin that head the table: its
/// headings, or the line that is one more than the list above it counts.
std::size_t headings_begin(const Draft& draft, std::span<const std::size_t> lines);

/// True if the lines are headings with items below them and nothing else.
bool is_headed_list(const Draft& draft, std::span<const std::size_t> lines);

}  // namespace mingdan
