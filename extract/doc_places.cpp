#include "extract/doc_places.h"

#include <algorithm>

#include "extract/doc_sprm.h"
#include "extract/little_endian.h"

namespace mingdan::doc {

using bytes::u16;
using bytes::u32;
using bytes::u8;

namespace {

constexpr std::size_t kSection = 12;
constexpr std::size_t kCommentMark = 30;
constexpr std::size_t kBox = 22;
constexpr std::size_t kShape = 26;

/// SBkc: 0 goes on, 1 is a new column, the others begin a page.
bool begins_page(std::string_view properties) {
    PropertyReader reader(properties);
    bool begins = true;
    for (Property property; reader.next(property);) {
        if (property.code == SBkc) {
            begins = u8(property.operand, 0) != 0;
        }
    }
    return begins;
}

void add_marks(std::vector<Mark>& marks, const Places& places, StoryKind kind) {
    for (std::size_t i = 0; i < places.count(); ++i) {
        const bool custom = kind != StoryKind::comment && u16(places.description(i), 0) == 0;
        marks.push_back({places.position(i), kind, static_cast<std::uint32_t>(i), custom});
    }
}

}  // namespace

std::uint32_t Places::position(std::size_t index) const {
    return u32(table_, 4 * index);
}

std::string_view Places::description(std::size_t index) const {
    return bytes::part(table_, 4 * (count_ + 1) + size_ * index, size_);
}

Range range_of(const File& file, Part part, std::uint32_t end) {
    std::uint64_t begin = 0;
    for (std::size_t i = 0; i < static_cast<std::size_t>(part); ++i) {
        begin += file.lengths[i];
    }
    const std::uint64_t behind = begin + file.lengths[static_cast<std::size_t>(part)];
    return {static_cast<std::uint32_t>(std::min<std::uint64_t>(begin, end)),
            static_cast<std::uint32_t>(std::min<std::uint64_t>(behind, end))};
}

std::vector<Range> divide(std::string_view positions, const Range& part) {
    std::vector<Range> ranges;
    const std::uint32_t length = part.end - part.begin;
    std::uint32_t from = 0;
    for (std::size_t i = 0; i + 8 <= positions.size(); i += 4) {
        from = std::max(from, std::min(u32(positions, i), length));
        const std::uint32_t to = std::max(from, std::min(u32(positions, i + 4), length));
        ranges.push_back({part.begin + from, part.begin + to});
    }
    return ranges;
}

std::vector<SectionEnd> read_sections(const File& file) {
    const Places places(file.block(Entry::sections), kSection);
    std::vector<SectionEnd> sections;
    for (std::size_t i = 0; i < places.count(); ++i) {
        const std::uint32_t at = u32(places.description(i), 2);
        const std::string_view properties =
            at == UINT32_MAX ? std::string_view{} : bytes::part(file.word, std::size_t{at} + 2, u16(file.word, at));
        sections.push_back({places.position(i + 1), begins_page(properties)});
    }
    return sections;
}

std::vector<Mark> read_marks(const File& file) {
    std::vector<Mark> marks;
    add_marks(marks, Places(file.block(Entry::footnote_marks), 2), StoryKind::footnote);
    add_marks(marks, Places(file.block(Entry::endnote_marks), 2), StoryKind::endnote);
    add_marks(marks, Places(file.block(Entry::comment_marks), kCommentMark), StoryKind::comment);
    std::sort(marks.begin(), marks.end(), [](const Mark& a, const Mark& b) { return a.position < b.position; });
    return marks;
}

std::vector<Box> read_boxes(const File& file, Entry entry, const Range& part) {
    const Places places(file.block(entry), kBox);
    const std::vector<Range> ranges = divide(bytes::part(file.block(entry), 0, 4 * (places.count() + 1)), part);
    std::vector<Box> boxes;
    for (std::size_t i = 0; i < ranges.size() && i < places.count(); ++i) {
        if (ranges[i].end - ranges[i].begin > 1) {  // else a paragraph mark alone: the last one always is
            boxes.push_back({ranges[i], u32(places.description(i), 14)});
        }
    }
    return boxes;
}

std::vector<Anchor> read_anchors(std::string_view table, std::uint32_t from) {
    const Places places(table, kShape);
    std::vector<Anchor> anchors;
    for (std::size_t i = 0; i < places.count(); ++i) {
        anchors.push_back({from + std::min(places.position(i), UINT32_MAX - from), u32(places.description(i), 0)});
    }
    std::stable_sort(anchors.begin(), anchors.end(),
                     [](const Anchor& a, const Anchor& b) { return a.position < b.position; });
    return anchors;
}

}  // namespace mingdan::doc
