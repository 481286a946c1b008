// The text divided into paragraphs, each with its format ([MS-DOC] 2.4.2): marks of paragraphs, cells, rows and
// sections end them; page breaks do not.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/doc_pieces.h"
#include "extract/doc_places.h"
#include "extract/doc_properties.h"
#include "extract/doc_runs.h"

namespace mingdan::doc {

struct ParagraphPlace {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;      ///< behind its mark
    std::uint32_t section = 0;  ///< 1-based, of the one that ends with it; 0: none
    char16_t mark = 0;          ///< 0 where the text ends without one
    ParagraphFormat format;
};

struct Paragraphs {
    std::vector<ParagraphPlace> list;
    std::vector<std::uint32_t> lost_fields;  ///< positions of field begins that no end belongs to
};

/// What dividing needs to know.
struct Division {
    const File& file;
    const Pieces& pieces;
    Runs& formats;
    const std::vector<SectionEnd>& sections;
};

Paragraphs divide_paragraphs(const Division& division, const Range& range);

/// For each paragraph the one that ends the row it stands in, at one depth of tables; kNoRow where none does.
constexpr std::uint32_t kNoRow = static_cast<std::uint32_t>(-1);
std::vector<std::uint32_t> row_ends(const std::vector<ParagraphPlace>& paragraphs, std::uint8_t depth);

}  // namespace mingdan::doc
