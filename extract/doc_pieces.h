// The piece table: which characters stand where in the file ([MS-DOC] 2.4.1, 2.9.38). A file that was saved fast has
// many pieces, out of order, and properties of its own on each.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <mingdan/options.h>
#include <mingdan/result.h>

#include "extract/doc_file.h"

namespace mingdan::doc {

struct Piece {
    std::uint32_t begin = 0;  ///< character positions
    std::uint32_t end = 0;
    std::uint32_t offset = 0;     ///< in the main stream, in bytes
    bool compressed = false;      ///< one byte a character
    std::uint8_t short_code = 0;  ///< a property by its ordinal (Prm0) …
    std::uint8_t short_value = 0;
    std::string_view properties;  ///< … or a list of them (Prm1)

    std::uint32_t offset_of(std::uint32_t position) const {
        return offset + (position - begin) * (compressed ? 1u : 2u);
    }
    std::uint32_t position_of(std::uint32_t at) const { return begin + (at - offset) / (compressed ? 1u : 2u); }
};

struct Pieces {
    std::vector<Piece> list;    ///< without gaps, in order of position; none reads beyond the file
    std::uint32_t missing = 0;  ///< characters that would stand beyond the file's end

    /// The piece that holds a position, or the one after it.
    std::size_t find(std::uint32_t position) const;
    std::uint32_t end() const { return list.empty() ? 0 : list.back().end; }
};

/// Fails where there is no text, or more than the limit. REQUIRES: the file outlives the result.
Result<Pieces> read_pieces(const File& file, const Limits& limits);

/// The character of a compressed byte: Latin-1 but for 0x82-0x9F (2.9.73).
char16_t uncompressed(std::uint8_t byte);

}  // namespace mingdan::doc
