// Automatic numbers of text:list and of headings: they stand nowhere in the text and are computed here.
//
// OpenDocument 1.3 part 3, 5.3 and 16.30. A list is a run of counters, one a level; continue-list and
// continue-numbering go on with the counters of an earlier list. As LibreOffice does it, a deeper level begins anew
// behind a number of a higher one and not where its text:list element begins, except from the second such element of
// one item on.
#pragma once

#include <array>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "extract/odf_styles.h"

namespace mingdan::odf {

/// The counters of one list.
struct ListCounters {
    std::string style;  ///< of the list's outermost element
    std::array<std::optional<std::int64_t>, kLevels> value;
};

/// Counts up at `level` (from 0), and gives the number as it is printed before the text; "" for bullets.
/// `unknown_format` is set to a format's name when one had to be written as decimal.
std::string next_number(ListCounters& counters, const ListStyle& style, std::size_t level,
                        std::optional<std::int64_t> start, std::string& unknown_format);

/// All lists of one document.
class Lists {
public:
    ListCounters& begin(const std::string& style);
    /// The counters of the list with that xml:id, or nullptr.
    ListCounters* find(const std::string& id);
    /// The latest list of that style, or nullptr.
    ListCounters* latest(const std::string& style);
    void name(const std::string& id, ListCounters& counters) { by_id_[id] = &counters; }
    ListCounters& headings() { return headings_; }

private:
    std::deque<ListCounters> lists_;  ///< addresses stay
    std::unordered_map<std::string, ListCounters*> by_id_;
    std::unordered_map<std::string, ListCounters*> by_style_;
    ListCounters headings_;
};

}  // namespace mingdan::odf
