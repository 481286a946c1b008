// A story taking shape: paragraphs, tables, cells, text boxes and notes inside each other become blocks.
//
// The stack of containers mirrors the open elements; each remembers the depth of the element that began it. What stands
// where it should not (a paragraph in a paragraph, text outside of any) closes or opens a paragraph instead of being
// lost.
#pragma once

#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

#include "extract/odf_paragraph.h"
#include "extract/odf_table.h"

namespace mingdan::odf {

/// What holds blocks.
struct Container {
    enum class Kind : std::uint8_t { story, cell, box, note };

    Kind kind = Kind::story;
    std::uint32_t depth = 0;  ///< of the element that began it
    std::vector<Block> blocks;
    CellDraft cell;
    Origin place;
    ParagraphDraft paragraph;
    StoryKind story{};  ///< of a note
    bool next_starts_page = false;
    std::size_t lists = 0;  ///< open lists when it began; for the reader of lists
};

class StoryBuilder {
public:
    /// `part` is an index into Document::parts, plus 1.
    StoryBuilder(Reading& reading, std::uint16_t part);

    // the structure; depth is that of the element
    void begin_paragraph(ParagraphStart start);
    void end_paragraph() { close_paragraph(top()); }
    void begin_table(std::uint32_t depth, bool sheet);
    void begin_row(std::uint32_t depth, std::uint32_t repeated, bool hidden, std::string cell_style);
    /// `draft` says what the element's attributes say.
    void begin_cell(std::uint32_t depth, CellDraft draft);
    void begin_box(std::uint32_t depth);
    void begin_note(std::uint32_t depth, StoryKind kind);
    /// Ends what the closing element began, if it began something.
    void end_cell(std::uint32_t depth);
    void end_row(std::uint32_t depth);
    Result<void> end_table(std::uint32_t depth);
    void end_box(std::uint32_t depth);
    void end_note(std::uint32_t depth);
    /// A paragraph that is left out: it counts, but makes no block.
    void pass_paragraph() { ++paragraphs_; }
    /// All blocks so far; the builder begins anew.
    std::vector<Block> take();

    // the text
    void append(std::string_view text) { writable().append(text, reading_); }
    void append_generated(std::string_view text) { writable().append_generated(text, reading_); }
    void soft_break() { writable().end_line(LineEnd::soft_break, reading_); }
    void add_picture();
    void hide_paragraph() { writable().hidden = true; }

    Container& top() { return containers_[level_]; }
    const ParagraphDraft& paragraph() { return top().paragraph; }
    /// The table whose rows stand directly in the top container, or nullptr.
    TableDraft* table() { return !tables_.empty() && tables_.back().owner() == level_ ? &tables_.back() : nullptr; }
    bool in_cell() const { return containers_[level_].kind == Container::Kind::cell; }
    bool in_any_table() const { return !tables_.empty(); }
    Origin place() const;

private:
    ParagraphDraft& writable();
    Container& push(Container::Kind kind, std::uint32_t depth, const Origin& place);
    void close_paragraph(Container& container);
    void hide(ParagraphDraft& draft);
    Paragraph to_paragraph(Container& container);
    void emit_to_cell(Container& container);

    Reading& reading_;
    std::deque<Container> containers_;  ///< reused; those above level_ are idle
    std::size_t level_ = 0;
    std::deque<TableDraft> tables_;
    std::uint32_t paragraphs_ = 0;
};

}  // namespace mingdan::odf
