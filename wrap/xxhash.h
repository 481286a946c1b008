// XXH3, 64 bits, by libxxhash: the same number on every machine and in every version, which std::hash does not promise.
#pragma once

#include <cstdint>
#include <string_view>

namespace mingdan {

std::uint64_t xxh3_64(std::string_view bytes);

}  // namespace mingdan
