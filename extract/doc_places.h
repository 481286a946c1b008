// What stands at which character: ends of sections, marks of notes, anchors of text boxes. All are tables of positions
// with descriptions behind them (Plc, [MS-DOC] 2.2.2).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include <mingdan/document.h>

#include "extract/doc_file.h"

namespace mingdan::doc {

/// A Plc: count + 1 positions, then `count` descriptions of one size.
class Places {
public:
    Places(std::string_view table, std::size_t description)
        : table_(table), size_(description), count_(table.size() < 4 ? 0 : (table.size() - 4) / (4 + description)) {}

    std::size_t count() const { return count_; }
    std::uint32_t position(std::size_t index) const;
    std::string_view description(std::size_t index) const;

private:
    std::string_view table_;
    std::size_t size_;
    std::size_t count_;
};

/// Characters from `begin` on, `end` being the one behind.
struct Range {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;

    bool empty() const { return begin >= end; }
};

struct SectionEnd {
    std::uint32_t position = 0;  ///< behind its last character
    bool began_page = true;
};

/// Where the text refers to a note or comment.
struct Mark {
    std::uint32_t position = 0;
    StoryKind kind{};
    std::uint32_t number = 0;
    bool custom = false;  ///< the mark is a text of its own
};

struct Box {
    Range range;
    std::uint32_t shape = 0;
    bool read = false;
};

struct Anchor {
    std::uint32_t position = 0;
    std::uint32_t shape = 0;
};

/// The range of a part of the text; `end` is the last position that the file holds.
Range range_of(const File& file, Part part, std::uint32_t end);
/// The texts of a part that a table of positions divides.
std::vector<Range> divide(std::string_view positions, const Range& part);

std::vector<SectionEnd> read_sections(const File& file);
/// All marks of the body, in order.
std::vector<Mark> read_marks(const File& file);
std::vector<Box> read_boxes(const File& file, Entry entry, const Range& part);
std::vector<Anchor> read_anchors(std::string_view table, std::uint32_t from);

}  // namespace mingdan::doc
