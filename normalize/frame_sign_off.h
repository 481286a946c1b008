// The sign-off: who signed, on which day. Finds its lines; the pass sign_off reads them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "normalize/draft.h"

namespace mingdan {

/// Where the lines of a sign-off stand in the flow.
struct SignOff {
    std::size_t begin = 0;  ///< its first line
    std::size_t end = 0;    ///< behind its last
    bool has_issuer = false;
};

/// The sign-off whose date stands at flow[index], if one does. Pieces that hold more than it are divided, which may
/// move what stands behind them. `from` is where the body begins, `to` where the document ends.
std::optional<SignOff> sign_off_at(Draft& draft, std::size_t index, std::size_t from, std::size_t to);

/// Gives the lines of a sign-off their parts.
void label_sign_off(Draft& draft, const SignOff& sign_off);

/// The issuers that a line names, as bytes of it: one, or several parted by layout spaces or 、. Empty if it names
/// none.
struct NameRange {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool goes_on = false;  ///< 委员会 alone: goes on from the name before it
};
std::vector<NameRange> issuers_in(std::string_view line);

}  // namespace mingdan
