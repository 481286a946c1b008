// Document: what a file SAYS, before any interpretation. Every reader fills this one shape.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <mingdan/field.h>
#include <mingdan/finding.h>

namespace mingdan {

/// Why a line of text ended. A paragraph may be a new item; a soft break or a geometric wrap is not.
enum class LineEnd : std::uint8_t {
    paragraph,   ///< w:p, or a line end that can only be one
    soft_break,  ///< w:br, w:cr
    wrap,        ///< the page's geometry
    unknown,     ///< a text dump writes paragraphs and breaks alike
};

/// One line of text. Its field's weight is the number of its non-space characters.
struct Line {
    Field field;
    std::string number;  ///< the automatic number before it, computed ("1.", "（一）"); never part of field.text
    LineEnd end = LineEnd::paragraph;

    friend bool operator==(const Line&, const Line&) = default;
};

enum class Alignment : std::uint8_t { unknown, left, center, right, both };

/// Where a paragraph's place on the page begins anew.
struct Paragraph {
    std::vector<Line> lines;  ///< never empty text lines dropped: a blank paragraph has one line with empty text
    Alignment alignment = Alignment::unknown;
    bool starts_page = false;    ///< a page or section break stands before it
    std::uint8_t outline = 0;    ///< heading level 1-9 by style or outlineLvl, 0: none
    std::uint32_t pictures = 0;  ///< drawings and pictures anchored here

    friend bool operator==(const Paragraph&, const Paragraph&) = default;
};

struct Block;

/// A cell where it begins; the grid positions that its spans cover hold no cell of their own.
struct Cell {
    std::uint32_t row = 0;  ///< grid coordinates count from 0
    std::uint32_t column = 0;
    std::uint32_t row_span = 1;
    std::uint32_t column_span = 1;
    std::vector<Line> lines;
    std::vector<Block> children;  ///< nested tables and text boxes, after the cell's own lines
    std::uint32_t pictures = 0;
    bool vertical = false;     ///< text set from top to bottom
    bool open_top = false;     ///< no border above (explicitly nil or none)
    bool open_bottom = false;  ///< no border below
    bool resumes = false;      ///< goes on with a merge of its column that another row interrupts (a repeated header)

    friend bool operator==(const Cell&, const Cell&) = default;
};

/// A table as a grid on which each position is the origin of one cell, covered by one, or vacant (short rows).
struct Table {
    std::uint32_t rows = 0;
    std::uint32_t columns = 0;
    std::vector<Cell> cells;               ///< in order of row, then column
    std::vector<std::uint32_t> row_begin;  ///< rows + 1 indices into cells
    std::vector<bool> header_rows;         ///< per row: marked as repeated header (w:tblHeader); may be empty
    bool spans_lost = false;               ///< from a text dump: spans are unknown, an empty cell may be a merged one
    Origin origin;                         ///< table number; row and column if nested

    friend bool operator==(const Table&, const Table&) = default;
};

/// A text box (w:txbxContent) at its anchor.
struct TextBox {
    std::vector<Block> blocks;

    friend bool operator==(const TextBox&, const TextBox&) = default;
};

struct Block {
    std::variant<Paragraph, Table, TextBox> is;

    friend bool operator==(const Block&, const Block&) = default;
};

/// Why a text was left out (contract section 6, a closed list).
enum class Reason : std::uint8_t {
#define REASON(id, name) id,
#include <mingdan/reasons.def>
#undef REASON
};
std::string_view reason_name(Reason reason);  ///< "page-furniture"

/// A piece of the source's text that stands in no value.
struct LeftOut {
    Reason reason{};
    std::string text;
    std::uint32_t characters = 0;  ///< non-space characters of it
    Origin origin;

    friend bool operator==(const LeftOut&, const LeftOut&) = default;
};

enum class StoryKind : std::uint8_t { header, footer, footnote, endnote, comment };

/// Text that stands beside the body: a header, a footer, one note, one comment.
struct Story {
    StoryKind kind{};
    std::vector<Block> blocks;
    Origin anchor;  ///< notes: the line that refers to it

    friend bool operator==(const Story&, const Story&) = default;
};

struct Document {
    std::string format;              ///< the reader's name, "docx", "text"
    std::vector<std::string> parts;  ///< "word/document.xml", …; text files have one, ""
    std::vector<Block> body;
    std::vector<Story> stories;
    std::vector<LeftOut> left_out;  ///< deleted, hidden, field codes, fallback copies …: never interpreted
    std::vector<Finding> findings;
    /// Non-space characters of all text elements met, counted as they came in and not from the fields above.
    std::uint64_t read = 0;
    std::uint32_t texts = 0;   ///< the greatest Origin::text given
    std::uint32_t tables = 0;  ///< the greatest Origin::table given

    friend bool operator==(const Document&, const Document&) = default;
};

/// Non-space characters of UTF-8 text, as the accounting counts them: every scalar value but White_Space ones.
/// Zero-width marks count. REQUIRES: valid UTF-8.
std::uint32_t count_characters(std::string_view text);

}  // namespace mingdan
