// Numbers that a text states about lists: “…”等40个, 认定8家企业, 其中小学组5项, 共117家.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace mingdan {

/// How sure it is that a number speaks of the notice's own list.
enum class ClaimKind : std::uint8_t {
    listed,   ///< …等N个: the list's first names stand before it
    decided,  ///< 认定N家, 对N个…予以: what the notice decides on
    part,     ///< 一等奖39件, 小学组5项: a label stands before it
};

struct ScannedClaim {
    ClaimKind kind{};
    std::uint64_t stated = 0;
    std::string_view text;    ///< from the label or name before it to the noun behind it
    std::string_view before;  ///< all of the sentence before the number (等 left away)
    std::string_view quoted;  ///< the quoted name before 等, or empty
    bool sums = false;  ///< 共评出N项: it speaks of whole lists; `before` is its noun, which may be a group's label
};

/// The claims of one paragraph, in order. Numbers of years, days, sections and demands are none.
std::vector<ScannedClaim> scan_claims(std::string_view text);

}  // namespace mingdan
