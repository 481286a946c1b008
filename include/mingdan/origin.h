// Where a text stood in its source.
#pragma once

#include <cstdint>

namespace mingdan {

/// The place of a text in its source. Numbers count from 1; 0 means "does not apply" or "unknown", never a guess.
/// Any number of threads may read a value, one may change it (true of every type in include/mingdan).
struct Origin {
    std::uint32_t text = 0;  ///< ordinal of the line of text in the document, in reading order; 0: computed, not read
    std::uint32_t paragraph = 0;  ///< paragraph in its part (DOCX: every w:p counts); in text files the line number
    std::uint32_t table = 0;      ///< table in the document, nested ones counted after the one they stand in
    std::uint32_t row = 0;        ///< row of that table's grid
    std::uint16_t column = 0;     ///< column of that table's grid
    std::uint16_t part = 0;       ///< index into Document::parts, plus 1

    friend bool operator==(const Origin&, const Origin&) = default;
};

}  // namespace mingdan
