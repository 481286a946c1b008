// Reads one zone: its title, its headings, its tables, and which tables are one roster.
#pragma once

#include "normalize/draft.h"
#include "normalize/zones.h"

namespace mingdan {

/// Appends the zone's rosters to draft.rosters; what it uses of the flow is taken.
void read_zone_tables(Draft& draft, Zone& zone);

/// The annex's title from its first paragraphs: how many of `lines` (indices into the flow) are lines of the title.
std::size_t count_title_lines(const Draft& draft, const Zone& zone, const std::vector<std::size_t>& lines);

/// Those lines as one field; they are taken.
Field take_title(Draft& draft, const std::vector<std::size_t>& lines, std::size_t count);

}  // namespace mingdan
