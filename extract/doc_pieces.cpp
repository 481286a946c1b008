#include "extract/doc_pieces.h"

#include <algorithm>

#include "extract/little_endian.h"
#include "model/over_limit.h"

namespace mingdan::doc {

using bytes::u16;
using bytes::u32;
using bytes::u8;

namespace {

constexpr std::uint32_t kCompressed = 0x40000000;

/// The lists of properties that pieces refer to, and the table of pieces behind them.
struct Clx {
    std::vector<std::string_view> lists;
    std::string_view pieces;
};

Clx split(std::string_view clx) {
    Clx parts;
    std::size_t at = 0;
    while (u8(clx, at) == 1) {
        const std::size_t size = u16(clx, at + 1);
        parts.lists.push_back(bytes::part(clx, at + 3, size));
        at += 3 + size;
    }
    if (u8(clx, at) == 2) {
        parts.pieces = bytes::part(clx, at + 5, u32(clx, at + 1));
    }
    return parts;
}

void read_modifier(Piece& piece, std::uint16_t prm, const std::vector<std::string_view>& lists) {
    if ((prm & 1) == 0) {
        piece.short_code = static_cast<std::uint8_t>(prm >> 1 & 0x7F);
        piece.short_value = static_cast<std::uint8_t>(prm >> 8);
    } else if ((prm >> 1) < static_cast<int>(lists.size())) {
        piece.properties = lists[prm >> 1];
    }
}

/// How many characters of the piece stand in the file.
std::uint32_t there(const Piece& piece, std::size_t file_size) {
    if (piece.offset >= file_size) {
        return 0;
    }
    const std::size_t characters = (file_size - piece.offset) / (piece.compressed ? 1 : 2);
    return static_cast<std::uint32_t>(std::min<std::size_t>(characters, piece.end - piece.begin));
}

}  // namespace

char16_t uncompressed(std::uint8_t byte) {
    constexpr char16_t kSpecial[] = {0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039,
                                     0x0152, 0x8D,   0x8E,   0x8F,   0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
                                     0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x9D,   0x9E,   0x0178};
    return byte >= 0x82 && byte <= 0x9F ? kSpecial[byte - 0x82] : byte;
}

std::size_t Pieces::find(std::uint32_t position) const {
    const auto after =
        std::partition_point(list.begin(), list.end(), [&](const Piece& piece) { return piece.end <= position; });
    return static_cast<std::size_t>(after - list.begin());
}

Result<Pieces> read_pieces(const File& file, const Limits& limits) {
    const Clx clx = split(file.block(Entry::text));
    const std::size_t count = clx.pieces.size() < 16 ? 0 : (clx.pieces.size() - 4) / 12;
    Pieces pieces;
    std::uint64_t characters = 0;
    for (std::size_t i = 0; i < count; ++i) {
        Piece piece;
        piece.begin = u32(clx.pieces, 4 * i);
        piece.end = u32(clx.pieces, 4 * i + 4);
        if (piece.begin != pieces.end() || piece.end <= piece.begin) {
            if (piece.end == piece.begin && piece.begin == pieces.end()) {
                continue;
            }
            break;  // positions have to rise without a gap
        }
        const std::size_t descriptor = 4 * (count + 1) + 8 * i;
        const std::uint32_t place = u32(clx.pieces, descriptor + 2);
        piece.compressed = (place & kCompressed) != 0;
        piece.offset = piece.compressed ? (place & ~kCompressed) / 2 : place & ~kCompressed;
        read_modifier(piece, u16(clx.pieces, descriptor + 6), clx.lists);
        const std::uint32_t held = there(piece, file.word.size());
        pieces.missing = piece.end - piece.begin - held;
        characters += held;
        if (characters > limits.text_bytes) {
            return over_limit("text-bytes", limits.text_bytes, "the document's text has more characters than");
        }
        piece.end = piece.begin + held;
        if (held > 0) {
            pieces.list.push_back(piece);
        }
        if (pieces.missing > 0) {
            break;  // what comes behind a cut is not sure to be what it seems
        }
    }
    if (pieces.list.empty()) {
        return fail(ErrorCode::damaged_file, "the Word document is damaged: the places of its text are missing",
                    "fetch the file again, or open it in Word or WPS and save it anew");
    }
    return pieces;
}

}  // namespace mingdan::doc
