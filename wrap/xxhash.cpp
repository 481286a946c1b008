#include "wrap/xxhash.h"

#include <xxhash.h>

namespace mingdan {

std::uint64_t xxh3_64(std::string_view bytes) {
    return XXH3_64bits(bytes.data(), bytes.size());
}

}  // namespace mingdan
