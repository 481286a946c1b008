// The streams of a Word 97-2003 file and the block that says where everything stands in them ([MS-DOC] 2.5, the FIB).
// Its counts describe themselves, so files of every version are read alike; what a version lacks has size 0.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include <mingdan/result.h>

#include "extract/compound_file.h"

namespace mingdan::doc {

/// Pairs of offset and size by their place in FibRgFcLcb97 (2.5.6).
enum class Entry : std::uint8_t {
    styles = 1,            ///< STSH
    footnote_marks = 2,    ///< PlcffndRef
    footnote_texts = 3,    ///< PlcffndTxt
    comment_marks = 4,     ///< PlcfandRef
    comment_texts = 5,     ///< PlcfandTxt
    sections = 6,          ///< PlcfSed
    headers = 11,          ///< PlcfHdd
    character_pages = 12,  ///< PlcBteChpx
    paragraph_pages = 13,  ///< PlcBtePapx
    fonts = 15,            ///< SttbfFfn
    text = 33,             ///< Clx
    shapes = 40,           ///< PlcSpaMom
    header_shapes = 41,    ///< PlcSpaHdr
    endnote_marks = 46,    ///< PlcfendRef
    endnote_texts = 47,    ///< PlcfendTxt
    drawings = 50,         ///< OfficeArtContent
    boxes = 56,            ///< PlcftxbxTxt
    header_boxes = 58,     ///< PlcfHdrtxbxTxt
    lists = 73,            ///< PlfLst
    list_overrides = 74,   ///< PlfLfo
};

/// The parts of the text, one behind the other, in this order (2.3).
enum class Part : std::uint8_t { body, footnotes, headers, comments, endnotes, boxes, header_boxes };
constexpr std::size_t kParts = 7;

struct File {
    std::string word;                             ///< the stream WordDocument
    std::string table;                            ///< 0Table or 1Table
    std::string data;                             ///< Data; empty where there is none
    std::array<std::uint32_t, kParts> lengths{};  ///< of the parts, in characters
    std::size_t pairs_at = 0;
    std::size_t pairs = 0;

    /// The bytes of a block in the table stream, as far as they are there.
    std::string_view block(Entry which) const;
    /// Where the block begins in the table stream.
    std::size_t begin_of(Entry which) const;
};

/// Whether the container holds what Word 97 and later write.
bool is_word_file(const CompoundFile& container);
Result<File> open_file(CompoundFile& container);

}  // namespace mingdan::doc
