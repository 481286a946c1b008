// The title of one attachment in a list: where it ends when several stand on a line, and what is noise about the file.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "normalize/draft.h"

namespace mingdan {

/// Where the item numbered `number` + 1 begins in the rest of the line, or its size.
std::size_t next_item(std::string_view rest, std::uint64_t number);
/// Where a title without numbering ends: at a ； or layout space behind which another title stands, or its size.
std::size_t end_of_unnumbered(std::string_view rest);
/// The title is complete by its ending (名单, 汇总表.xls).
bool ends_attachment_title(std::string_view title);
/// Takes off closing marks, file suffixes and remarks such as （分发）; folds spaces.
void clean_attachment_title(Draft& draft, Field& title);

}  // namespace mingdan
