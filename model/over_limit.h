// The one wording of "over a limit": which limit, how much it allows, how it is raised.
#pragma once

#include <cstdint>
#include <string_view>

#include <mingdan/result.h>

namespace mingdan {

/// `limit` is the name in Limits with dashes ("part-bytes"), `what` the subject ("the part inflates to more than").
Error over_limit(std::string_view limit, std::uint64_t allowed, std::string_view what);

}  // namespace mingdan
