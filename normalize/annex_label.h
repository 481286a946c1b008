// Annex labels: 附件, 附件1, 附 件：, 附件一：…名单, 附表2, 附：
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "normalize/draft.h"

namespace mingdan {

struct AnnexLabel {
    std::string label;            ///< layout spaces and colon removed: 附件, 附件一
    std::size_t label_bytes = 0;  ///< of the text, colon and spaces behind it included
    std::size_t mark_begin = 0;   ///< [mark_begin, label_bytes): the colon and spaces
};

/// The annex label that a text begins with. A title may follow it; running text (附件中的…) is none.
std::optional<AnnexLabel> annex_label(std::string_view text);

/// Takes the label off a text: the label as a field; what follows it stays in `text` (maybe nothing).
Field take_label(Draft& draft, Field& text, const AnnexLabel& label);

}  // namespace mingdan
