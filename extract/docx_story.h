// A story taking shape: paragraphs, tables, cells and text boxes inside each other become blocks.
//
// The stack of containers (the story itself, a cell, a text box) mirrors the open elements; each remembers the depth of
// the element that began it. What stands where it should not (a table inside a paragraph, text outside of any) closes
// or opens a paragraph instead of being lost. Paragraphs whose mark was deleted go on in the next one.
#pragma once

#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

#include "extract/docx_paragraph.h"
#include "extract/docx_table.h"

namespace mingdan::docx {

/// What holds blocks.
struct Container {
    enum class Kind : std::uint8_t { story, cell, box };

    Kind kind = Kind::story;
    std::uint32_t depth = 0;  ///< of the element that began it
    std::vector<Block> blocks;
    CellDraft cell;
    Origin place;
    ParagraphDraft paragraph;
    bool next_starts_page = false;
    bool carries = false;    ///< the paragraph draft holds the text of a paragraph whose mark was deleted
    std::size_t fields = 0;  ///< open fields when it began; for the reader of fields

    /// Nothing has come into it yet.
    bool untouched() const {
        return blocks.empty() && cell.cell.content.lines.empty() && !paragraph.open && !paragraph.has_anything();
    }
};

class StoryBuilder {
public:
    /// `part` is an index into Document::parts, plus 1.
    StoryBuilder(Reading& reading, std::uint16_t part);

    // the structure; depth is that of the element
    void begin_paragraph();
    void end_paragraph();
    void begin_table(std::uint32_t depth);
    void begin_row(std::uint32_t depth);
    void begin_cell(std::uint32_t depth);
    void begin_box(std::uint32_t depth);
    /// Ends the cell, row, table or box that the closing element began, if it began one.
    Result<void> end_table(std::uint32_t depth);
    void end_row(std::uint32_t depth);
    Result<void> end_cell(std::uint32_t depth);
    void end_box(std::uint32_t depth);
    /// A w:p that is left out: it counts, but makes no block.
    void pass_paragraph() { ++paragraphs_; }
    /// w:sectPr: the section that ends here began on a new page, or it did not.
    void end_section(bool began_page);
    /// All blocks so far; the builder begins anew.
    std::vector<Block> take();

    // the text
    void append(std::string_view text) { writable().append(text, reading_); }
    void append_generated(std::string_view text) { writable().append_generated(text, reading_); }
    void soft_break() { writable().end_line(LineEnd::soft_break, reading_); }
    void page_break();
    void add_picture() { ++writable().pictures; }
    void mark_contents() { writable().had_contents = true; }

    Container& top() { return containers_[level_]; }
    ParagraphProperties& properties() { return top().paragraph.properties; }
    /// The table whose rows stand directly in the top container, or nullptr.
    TableDraft* table() { return !tables_.empty() && tables_.back().owner() == level_ ? &tables_.back() : nullptr; }
    /// The table that the top container is a cell of, or nullptr.
    bool in_cell() const { return containers_[level_].kind == Container::Kind::cell; }
    /// The place of the line being filled, which begins now if it has not; for what is left out beside it see place().
    const Origin& here() { return writable().here(reading_); }
    Origin place() const;

private:
    ParagraphDraft& writable();
    Container& push(Container::Kind kind, std::uint32_t depth, const Origin& place);
    void close_paragraph(Container& container);
    void settle_carried(Container& container);
    void emit(Container& container);
    void emit_part(Container& container);
    void emit_to_cell(Container& container);
    std::string number_of(const Container& container, const ParagraphDraft& paragraph);
    Paragraph to_paragraph(Container& container);

    Reading& reading_;
    std::deque<Container> containers_;  ///< reused; those above level_ are idle
    std::size_t level_ = 0;
    std::vector<TableDraft> tables_;
    NumberCounters counters_;
    NumberCounters box_counters_;
    std::uint32_t boxes_open_ = 0;
    std::uint32_t paragraphs_ = 0;
    std::size_t section_first_ = SIZE_MAX;  ///< the block that the open section began with; SIZE_MAX: the first section
};

}  // namespace mingdan::docx
