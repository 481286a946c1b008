// Zones: the stretches of the flow in which lists may stand - each annex, and the tables of the body.
#pragma once

#include <optional>
#include <vector>

#include "normalize/draft.h"

namespace mingdan {

struct Zone {
    std::optional<Field> annex;       ///< its label
    std::vector<std::size_t> pieces;  ///< indices into Draft::flow, in order; blank and taken ones left out
    bool in_body = false;
    bool has_table = false;
    bool used = false;           ///< its label stands in a roster
    std::uint32_t pictures = 0;  ///< in its paragraphs and tables
    std::size_t first = 0;       ///< where it begins in the flow, its label included
};

}  // namespace mingdan
