// Lists: the number that a browser shows before an <li> (HTML 4.4.5 to 4.4.8).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "extract/html_tree.h"

namespace mingdan::html {

class List {
public:
    /// A list that is not ordered has no numbers.
    static List of(const Tree& tree, NodeId list);

    /// The next item's number as shown ("3.", "iii."); "" where none is.
    std::string next(const Tree& tree, NodeId item);

private:
    std::int64_t value_ = 1;
    std::int64_t step_ = 1;
    std::string_view format_;  ///< as in w:numFmt/@w:val; "" for no number
    std::string_view behind_;  ///< what stands behind the number
};

}  // namespace mingdan::html
