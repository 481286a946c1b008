// The tail of a notice: body, list of attachments, sign-off, and what closes it; behind them the annexes begin.
#pragma once

#include <cstddef>
#include <string_view>

#include "normalize/draft.h"

namespace mingdan {

/// Labels everything from flow[from] on. `title` is the notice's, without spaces, or empty.
void label_tail(Draft& draft, std::size_t from, std::string_view title);

/// Labels page numbers wherever they stand and the imprint (抄送, 印发) at the document's end; returns where that
/// begins.
std::size_t label_imprint(Draft& draft);

}  // namespace mingdan
