#include "extract/doc_drawings.h"

#include "extract/little_endian.h"

namespace mingdan::doc {

using bytes::u16;
using bytes::u32;

namespace {

constexpr int kDeepest = 32;
constexpr std::size_t kHeader = 8;
constexpr std::uint16_t kDrawing = 0xF002;
constexpr std::uint16_t kGroup = 0xF003;
constexpr std::uint16_t kShape = 0xF004;
constexpr std::uint16_t kIdentity = 0xF00A;
constexpr std::uint16_t kOptions = 0xF00B;
constexpr std::uint16_t kPicture = 0x0104;  ///< pib: the number of a picture

struct Record {
    std::uint16_t instance = 0;
    std::uint16_t type = 0;
    std::string_view content;
};

/// The next record; the rest moves behind it.
bool next(std::string_view& rest, Record& record) {
    if (rest.size() < kHeader) {
        return false;
    }
    record = {static_cast<std::uint16_t>(u16(rest, 0) >> 4), u16(rest, 2), bytes::part(rest, kHeader, u32(rest, 4))};
    rest.remove_prefix(kHeader + record.content.size());
    return true;
}

struct Shape {
    std::uint32_t id = 0;
    bool is_picture = false;
};

Shape read_shape(std::string_view rest) {
    Shape shape;
    for (Record record; next(rest, record);) {
        if (record.type == kIdentity) {
            shape.id = u32(record.content, 0);
        } else if (record.type == kOptions) {
            for (std::size_t i = 0; i < record.instance && 6 * i + 6 <= record.content.size(); ++i) {
                const bool is_picture = (u16(record.content, 6 * i) & 0x3FFF) == kPicture;
                shape.is_picture = shape.is_picture || (is_picture && u32(record.content, 6 * i + 2) != 0);
            }
        }
    }
    return shape;
}

void read_group(Drawings& drawings, std::string_view rest, std::uint32_t outermost, int depth) {
    bool first = true;  // the first shape is the group itself
    for (Record record; next(rest, record); first = false) {
        if (record.type == kShape) {
            const Shape shape = read_shape(record.content);
            if (depth == 1 && first) {
                outermost = shape.id;
            }
            const std::uint32_t owner = outermost != 0 ? outermost : shape.id;
            drawings.group.emplace(shape.id, owner);
            if (shape.is_picture) {
                drawings.pictures.insert(owner);
            }
        } else if (record.type == kGroup && depth < kDeepest) {
            read_group(drawings, record.content, outermost, depth + 1);
        }
    }
}

}  // namespace

Drawings read_drawings(std::string_view content) {
    Drawings drawings;
    Record all;
    next(content, all);  // what all drawings share
    while (content.size() > 1) {
        content.remove_prefix(1);  // whether the drawing is that of the body or of the headers
        Record drawing;
        if (!next(content, drawing) || drawing.type != kDrawing) {
            break;
        }
        std::string_view rest = drawing.content;
        for (Record record; next(rest, record);) {
            if (record.type == kGroup) {
                read_group(drawings, record.content, 0, 0);
            }
        }
    }
    return drawings;
}

}  // namespace mingdan::doc
