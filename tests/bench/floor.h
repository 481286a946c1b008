// The floor: what reading a Word file costs when nothing is done with it. libzip inflates and libxml2 parses every part
// that the reader opens, by SAX2 push with empty callbacks, in the same chunks as the reader's. No reader that sits on
// these two libraries can be faster, so times are reported as multiples of it.
#pragma once

#include <cstddef>
#include <span>
#include <string>

namespace mingdan::bench {

/// Inflates and parses; returns the number of XML bytes, or 0 if the file cannot be read.
std::size_t run_floor(std::span<const std::byte> archive);

}  // namespace mingdan::bench
