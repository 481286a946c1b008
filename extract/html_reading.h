// One page -> blocks of a Document, for the readers of pages (html) and of pages in one file with their pictures (mht).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <mingdan/document.h>
#include <mingdan/options.h>
#include <mingdan/result.h>

#include "model/table_grid.h"

namespace mingdan::html {

/// Whether the bytes begin as a page or a piece of one does, in any encoding.
bool looks_like_page(std::string_view bytes);

/// Reads a page, the last of the document's parts, into `document`, behind what it holds. `label`: the encoding that
/// the page's carrier names, or "".
Result<void> read_page(std::string_view bytes, std::string_view label, const Limits& limits, GridBudget& budget,
                       Document& document);

/// The addresses of a frameset's frames and of an Excel workbook's sheets, in order; none if the page is none.
std::vector<std::string> frames_of(std::string_view bytes, const Limits& limits);

}  // namespace mingdan::html
