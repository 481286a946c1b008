// Shapes that float beside the text (OfficeArtContent, [MS-DOC] 2.9.172; [MS-ODRAW] 2.2): which are pictures, and which
// stand in a group. Nothing else of them is read.
#pragma once

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

namespace mingdan::doc {

struct Drawings {
    std::unordered_map<std::uint32_t, std::uint32_t> group;  ///< of a shape: the outermost group it stands in
    std::unordered_set<std::uint32_t> pictures;              ///< shapes with a picture, or groups with such
};

Drawings read_drawings(std::string_view content);

}  // namespace mingdan::doc
