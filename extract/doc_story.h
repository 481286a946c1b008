// A part of the text becoming blocks: its paragraphs in order, tables opened and closed as their depth rises and falls,
// and in them the characters, run by run.
//
// What a row is like stands behind it, so the marks of a table's rows are read before its first cell. Text is counted
// as it comes, before it is known where it goes.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "extract/doc_drawings.h"
#include "extract/doc_paragraphs.h"
#include "extract/doc_places.h"
#include "extract/doc_row.h"
#include "extract/doc_styles.h"
#include "extract/docx_fields.h"
#include "extract/docx_story.h"

namespace mingdan::doc {

/// All of one file that its stories share. REQUIRES: the file outlives it.
struct Context {
    Context(const File& file_, Pieces pieces_, const Limits& limits, Document& document);

    const File& file;
    Pieces pieces;
    Runs paragraph_runs;
    Runs character_runs;
    Styles styles;
    std::vector<std::string> fonts;
    std::vector<SectionEnd> sections;
    std::vector<Mark> marks;
    std::vector<Box> boxes;
    std::vector<std::size_t> boxes_by_shape;  ///< indices into boxes, in order of what their anchors name
    std::vector<Anchor> anchors;
    Drawings drawings;
    docx::Reading reading;

    /// The boxes of a part of the text; each is named by its shape, or by the group that the shape stands in.
    void set_boxes(std::vector<Box> found);
};

class StoryReader {
public:
    /// `part` is an index into Document::parts, plus 1.
    StoryReader(Context& context, std::uint16_t part);

    /// `guarded`: a blank paragraph at the end is none of it.
    Result<void> read(const Range& range, bool guarded = false);
    /// Text that is no text of the document, whatever stands in it: the rules above notes.
    Result<void> pass(const Range& range, Reason reason);
    /// The text boxes that no anchor of this story named, as blocks behind it.
    Result<void> read_other_boxes();
    void end_section(const SectionEnd& section) { builder_.end_section(section.began_page); }
    std::vector<Block> take();

private:
    /// A table that is open, and its rows as their marks describe them.
    struct OpenTable {
        std::vector<Row> rows;
        std::vector<std::uint32_t> ends;  ///< for each paragraph the mark of its row
        std::size_t row = 0;
        std::size_t cell = 0;
        bool row_open = false;
        bool cell_open = false;
    };
    /// One range while it is read; a text box is read inside another.
    struct Passage {
        Paragraphs paragraphs;
        std::vector<std::vector<std::uint32_t>> row_ends;  ///< by depth, the first one empty
        std::vector<OpenTable> tables;
        std::uint32_t level = 0;  ///< how many text boxes around
    };

    Result<void> read_passage(Passage& passage);
    Result<void> close_tables(Passage& passage, std::size_t down_to);
    Result<void> close_cell(Passage& passage);
    Result<void> close_row(Passage& passage);
    void open_table(Passage& passage, std::uint32_t at);
    /// Opens what a paragraph of that depth stands in; the mark of a deleted row, if it stands in one.
    std::uint32_t open_cells(Passage& passage, std::uint32_t at, std::size_t depth);
    bool open_row(Passage& passage, std::uint32_t at);
    bool mark_is_deleted(const ParagraphPlace& place);
    void open_cell(Passage& passage);
    void read_paragraph(const ParagraphPlace& place);
    std::uint32_t key(const Passage& passage, std::uint32_t kind) const;

    void read_characters(const Range& range);
    void read_chunk(const Piece& piece, std::uint32_t from, std::uint32_t to);
    template <bool compressed>
    void read_units(const Piece& piece, std::uint32_t from, std::uint32_t to);
    void take_unit(char16_t unit);
    void take_control(char16_t unit, std::uint32_t position);
    void read_mark_character(const ParagraphPlace& place);
    const CharacterFormat& format_at(const Piece& piece, std::uint32_t offset);
    void count_revision(const CharacterFormat& format, const Run& run);
    void flush();
    void settle_half();
    void place_text(std::string_view text);
    std::optional<Reason> why_left_out();
    bool is_hidden() const;
    bool is_text();
    void generate(std::string_view text);
    char32_t glyph(std::uint16_t font_number, char16_t code);
    void symbol();
    void field(char16_t unit, std::uint32_t position);
    void refer(std::uint32_t position);
    void take_drawing(std::uint32_t position);
    const Mark* custom_mark(std::uint32_t from, std::uint32_t to) const;
    void read_box(Box& box);
    void check(Result<void> result);

    Context& context_;
    docx::Reading& reading_;
    docx::StoryBuilder builder_;
    docx::FieldReader fields_;
    std::string text_;
    char16_t half_ = 0;  ///< the first half of a surrogate pair
    CharacterFormat format_;
    std::uint32_t format_run_ = UINT32_MAX;
    const Piece* format_piece_ = nullptr;
    std::uint16_t paragraph_style_ = 0;
    std::uint32_t revision_run_ = UINT32_MAX;
    const std::vector<std::uint32_t>* lost_fields_ = nullptr;
    std::optional<Reason> forced_;
    bool custom_mark_ = false;
    std::uint32_t boxes_open_ = 0;
    std::optional<Error> error_;
};

}  // namespace mingdan::doc
