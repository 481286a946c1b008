#include "model/over_limit.h"

#include <fmt/format.h>

namespace mingdan {

Error over_limit(std::string_view limit, std::uint64_t allowed, std::string_view what) {
    return fail(ErrorCode::over_limit, fmt::format("{} {} (limit {})", what, allowed, limit),
                fmt::format("--limit {}=N with a greater N, if the file is to be trusted", limit));
}

}  // namespace mingdan
