// A text taking shape: the body, a header, a note or a text box of an RTF file. Paragraphs become blocks or lines of
// cells, cells rows, rows tables.
//
// RTF says at the end of a paragraph where it stands: \par with \intbl and \itap, \cell, \nestcell. Tables are open
// while paragraphs of their level come; the row's definition counts when it ends. Paragraphs between \trowd and \cell
// that do not say \intbl are held until \cell tells that they were a cell's.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "extract/docx_paragraph.h"
#include "extract/rtf_rows.h"

namespace mingdan::rtf {

/// What \pard resets.
struct ParagraphState {
    Alignment alignment = Alignment::unknown;
    std::uint8_t outline = 0;
    std::uint8_t level = 0;  ///< \itap
    bool page_before = false;
    bool in_table = false;

    std::uint32_t table_level() const { return in_table || level > 1 ? std::max<std::uint32_t>(level, 1) : 0; }
};

class Flow {
public:
    /// `paragraphs` counts those of the whole file.
    Flow(docx::Reading& reading, std::uint32_t& paragraphs) : reading_(reading), paragraphs_(paragraphs) {}

    /// The paragraph that text goes to, begun if none is.
    docx::ParagraphDraft& writable();
    Origin place() const;
    /// The automatic number of the paragraph that is open or comes.
    void set_number(std::string number) { number_ = std::move(number); }

    Result<void> end_paragraph(const ParagraphState& state, bool mark_deleted);
    Result<void> end_cell(const ParagraphState& state, std::uint32_t level, bool mark_deleted);
    Result<void> end_row(const ParagraphState& state, bool nested);
    void soft_break() { writable().end_line(LineEnd::soft_break, reading_); }
    Result<void> page_break(const ParagraphState& state);
    Result<void> end_section(const ParagraphState& state);
    /// What comes goes on with the page.
    void continue_section() { section_begins_ = false; }
    /// Before something that counts tables of its own: those it stands in are counted first.
    void open_tables(const ParagraphState& state) { open_to(state.table_level()); }
    Result<void> read_definition(const Token& token, bool nested);
    Result<std::vector<Block>> finish(const ParagraphState& state);

private:
    struct CellDraft {
        EdgeCell cell;
        bool open = false;
        bool mark_deleted = false;
    };
    struct Level {
        Origin origin;
        std::size_t left_out_from = 0;
        std::vector<EdgeRow> rows;
        std::vector<CellDraft> row;
        CellDraft cell;
    };

    bool is_held(const ParagraphState& state) const;
    Paragraph to_paragraph(const ParagraphState& state);
    std::vector<Block> to_blocks(const ParagraphState& state);
    Result<void> emit(const ParagraphState& state);
    Result<void> emit_part(const ParagraphState& state);
    void emit_to_cell();
    CellDraft& open_cell();
    Result<void> stand_at(std::uint32_t level);
    Result<void> release_held();
    void held_to_cell();
    Result<void> close_cell(bool mark_deleted);
    void close_row(const RowDefinition& definition);
    void open_to(std::uint32_t level);
    Result<void> close_to(std::uint32_t level);

    docx::Reading& reading_;
    std::uint32_t& paragraphs_;
    docx::ParagraphDraft draft_;
    std::string number_;
    std::vector<Block> blocks_;
    std::vector<Level> levels_;
    std::vector<Block> held_;
    RowDefinition definition_;
    RowDefinition nested_definition_;
    bool row_open_ = false;  ///< \trowd came, its \row has not
    bool next_starts_page_ = false;
    bool section_begins_ = false;
    std::uint64_t cells_ = 0;
};

}  // namespace mingdan::rtf
