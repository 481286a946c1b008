// Where in a page the notice stands. Sites put navigation, share bars, related links and footers round it; all that is
// page furniture: left out, and accounted for.
//
// The order of belief: an element whose id or class names the text on government sites (html_names.cpp), if hardly any
// running text and no list stands beside it; else the whole page without what is furniture by its element, its name,
// its words or its links. Pages that office programs saved have no furniture. Where it is doubtful, text is kept.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/html_tree.h"

namespace mingdan::html {

/// What becomes of a node.
enum class Fate : std::uint8_t {
    kept,
    path,       ///< holds something kept, and is nothing but a box round it
    furniture,  ///< left out with all that stands in it
};

struct Page {
    std::vector<Fate> fates;   ///< by node
    std::string title;         ///< of the site's meta elements, where no text in the page shows it; else ""
    bool libreoffice = false;  ///< saved by it

    Fate fate(NodeId node) const { return fates[node]; }
};

Page find_notice(const Tree& tree);

}  // namespace mingdan::html
