// Digests, by nettle.
#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace mingdan {

/// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::span<const std::byte> bytes);

}  // namespace mingdan
