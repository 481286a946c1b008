// Reads a list that stands in plain paragraphs.
#pragma once

#include <cstddef>
#include <vector>

#include "normalize/roster_draft.h"
#include "normalize/zones.h"

namespace mingdan {

/// 一、…, （一）…, …（5名）, …： - a line over a list. A number in digits may as well number an item.
bool heads_list(const Piece& piece);

/// Reads an annex without tables as one roster, if its title or its headings say that it lists something and it is no
/// running text.
void read_annex_list(Draft& draft, Zone& zone);

/// Reads those lines (indices into the flow), of which the first is a heading, as a roster of their own.
RosterDraft& read_headed_list(Draft& draft, Zone& zone, std::vector<std::size_t> lines);

}  // namespace mingdan
