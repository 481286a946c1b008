// The text of a page taking shape: lines, paragraphs and cells become blocks. A paragraph begins with its first text
// and ends where a block begins or ends.
//
// <br> inside a paragraph element is a soft break. Elsewhere it is all that parts lines (editors of many sites write
// nothing else), and so each line is a paragraph; in a cell its end is unknown. A blank line, and a line that begins
// with an indent, begin a paragraph everywhere.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <mingdan/document.h>

#include "extract/html_line.h"

namespace mingdan::html {

/// What the open elements say of the text in them.
struct Context {
    Alignment alignment = Alignment::unknown;
    std::uint8_t outline = 0;
    bool stands = false;  ///< white space as it is written
    bool soft = false;    ///< in an element that is a paragraph
    std::optional<Reason> left_out;
};

class StoryBuilder {
public:
    /// REQUIRES: the page is the last of the document's parts.
    StoryBuilder(Document& document, SourceBreak source_break);

    Context context;

    void text(std::string_view text);
    void generated(std::string_view text);
    void line_break();
    void picture();
    void page_break() { top().next_starts_page = true; }
    /// Ends the paragraph if one is open. A number that waits for one stays.
    void end_paragraph();
    /// The automatic number of the paragraph that begins next.
    void set_number(std::string number) { top().number = std::move(number); }
    /// A list item ends: a number without text makes a blank paragraph.
    void end_item();
    /// Leaves text out; it joins the piece before it if nothing was kept in between.
    void leave(Reason reason, std::string_view text, std::uint32_t characters);
    void add(Block block);

    void begin_cell(const Origin& place);
    Cell end_cell();
    /// Blocks that stand beside the body.
    void begin_aside();
    std::vector<Block> end_aside();
    std::vector<Block> take_body();

    bool in_cell() const { return containers_.back().is_cell; }
    /// The place of the line being filled, which begins now if it has not.
    const Origin& here() { return writable().line_place; }
    /// The place of what comes next, its ordinal excepted.
    Origin place() const;

private:
    struct Container {
        bool is_cell = false;
        Origin place;
        std::vector<Block> blocks;
        Cell cell;
        LineDraft line;
        std::vector<Line> lines;  ///< of the open paragraph
        Origin line_place;
        Context context;  ///< as it was when the paragraph began
        std::string number;
        std::uint32_t pictures = 0;
        bool open = false;
        bool starts_page = false;
        bool next_starts_page = false;

        explicit Container(SourceBreak source_break) : line(source_break) {}
    };

    Container& top() { return containers_.back(); }
    Container& writable();
    void end_line(Container& container, LineEnd end);
    void emit(Container& container);
    void emit_to_cell(Container& container);

    Document& document_;
    SourceBreak source_break_;
    std::vector<Container> containers_;
    std::uint16_t part_ = 1;
    std::uint32_t paragraphs_ = 0;
    bool piece_open_ = false;
};

}  // namespace mingdan::html
