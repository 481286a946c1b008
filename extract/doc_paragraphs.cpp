#include "extract/doc_paragraphs.h"

#include <algorithm>

#include "extract/little_endian.h"

namespace mingdan::doc {

namespace {

constexpr char16_t kCellMark = 0x07;
constexpr char16_t kPageMark = 0x0C;
constexpr char16_t kParagraphMark = 0x0D;
constexpr char16_t kFieldBegin = 0x13;
constexpr char16_t kFieldEnd = 0x15;

class Divider {
public:
    Divider(const Division& division, const Range& range) : division_(division), begin_(range.begin) {}

    Paragraphs divide(const Range& range) {
        const auto& pieces = division_.pieces.list;
        for (std::size_t i = division_.pieces.find(range.begin); i < pieces.size() && pieces[i].begin < range.end;
             ++i) {
            scan(pieces[i], std::max(range.begin, pieces[i].begin), std::min(range.end, pieces[i].end));
        }
        if (begin_ < range.end) {
            const std::size_t last = division_.pieces.find(range.end - 1);
            if (last < pieces.size() && pieces[last].begin < range.end) {
                add(pieces[last], range.end - 1, 0, 0);
            }
        }
        result_.lost_fields = std::move(open_fields_);
        return std::move(result_);
    }

private:
    void scan(const Piece& piece, std::uint32_t from, std::uint32_t to) {
        const std::string_view word = division_.file.word;
        std::uint32_t offset = piece.offset_of(from);
        for (std::uint32_t at = from; at < to; ++at, offset += piece.compressed ? 1 : 2) {
            const char16_t c =
                piece.compressed ? bytes::u8(word, offset) : static_cast<char16_t>(bytes::u16(word, offset));
            if (c <= kFieldEnd) {
                meet(piece, at, c);
            }
        }
    }

    void meet(const Piece& piece, std::uint32_t at, char16_t c) {
        switch (c) {
            case kCellMark:
            case kParagraphMark:
                add(piece, at, c, 0);
                break;
            case kPageMark:
                if (const std::uint32_t section = section_ending(at + 1); section != 0) {
                    add(piece, at, c, section);
                }
                break;
            case kFieldBegin:
                open_fields_.push_back(at);
                break;
            case kFieldEnd:
                if (!open_fields_.empty()) {
                    open_fields_.pop_back();
                }
                break;
            default:
                break;
        }
    }

    std::uint32_t section_ending(std::uint32_t position) const {
        const auto at =
            std::lower_bound(division_.sections.begin(), division_.sections.end(), position,
                             [](const SectionEnd& section, std::uint32_t end) { return section.position < end; });
        return at == division_.sections.end() || at->position != position
                   ? 0
                   : static_cast<std::uint32_t>(at - division_.sections.begin()) + 1;
    }

    void add(const Piece& piece, std::uint32_t at, char16_t mark, std::uint32_t section) {
        ParagraphPlace& place = result_.list.emplace_back();
        place.begin = begin_;
        place.end = begin_ = at + 1;
        place.mark = mark;
        place.section = section;
        const Run& run = division_.formats.at(piece.offset_of(at));
        place.format.style = run.style;
        place.format.properties = run.properties;
        place.format.apply(run.properties, division_.file.data);
        apply_piece(place.format, piece, division_.file.data);
        if (place.format.ends_row && place.format.depth == 0) {
            place.format.depth = 1;
        }
    }

    const Division& division_;
    std::uint32_t begin_;
    Paragraphs result_;
    std::vector<std::uint32_t> open_fields_;
};

}  // namespace

Paragraphs divide_paragraphs(const Division& division, const Range& range) {
    return Divider(division, range).divide(range);
}

std::vector<std::uint32_t> row_ends(const std::vector<ParagraphPlace>& paragraphs, std::uint8_t depth) {
    std::vector<std::uint32_t> ends(paragraphs.size(), kNoRow);
    std::uint32_t end = kNoRow;
    for (std::size_t i = paragraphs.size(); i > 0; --i) {
        const ParagraphFormat& format = paragraphs[i - 1].format;
        if (format.depth < depth) {
            end = kNoRow;
        } else if (format.depth == depth && format.ends_row) {
            end = static_cast<std::uint32_t>(i - 1);
        }
        ends[i - 1] = end;
    }
    return ends;
}

}  // namespace mingdan::doc
