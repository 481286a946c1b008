// A paragraph while its runs come in: finished lines, the line being filled, and what w:pPr says of it.
#pragma once

#include <string_view>
#include <vector>

#include "extract/docx_reading.h"
#include "extract/line_draft.h"

namespace mingdan::docx {

/// w:pPr as far as it is read.
struct ParagraphProperties {
    const Style* style = nullptr;
    std::optional<Alignment> alignment;
    std::optional<std::uint8_t> outline;
    std::optional<bool> page_break_before;
    NumberingReference numbering;
    std::optional<std::string> shown_number;  ///< the number itself, where the file writes it out (WordML)
    bool mark_deleted = false;                ///< w:rPr/w:del: the paragraph goes on in the next one
    bool mark_hidden = false;                 ///< w:rPr/w:vanish
    bool mark_joins = false;                  ///< w:rPr/w:specVanish: a style separator, the same in effect
    bool ends_section = false;
};

class ParagraphDraft {
public:
    ParagraphProperties properties;
    std::vector<Line> lines;
    std::vector<Block> boxes;  ///< text boxes anchored here
    std::uint32_t pictures = 0;
    bool open = false;  ///< between its start and its end
    bool starts_page = false;
    bool breaks_page = false;   ///< a page break came, and no text since
    bool had_contents = false;  ///< held a table of contents' text, which was left out
    bool numbered = false;      ///< its number was given to an earlier part of it

    /// Begins at `place`, whose paragraph number is set; text that a deleted mark carried over stays.
    void begin(const Origin& place, const Style* style);
    void append(std::string_view text, Reading& reading);
    /// Text that no text element of the source holds: a tab, a symbol, a hyphen.
    void append_generated(std::string_view text, Reading& reading);
    void end_line(LineEnd end, Reading& reading);
    /// The place of the line being filled, which begins now if it has not.
    const Origin& here(Reading& reading) { return line_.here(reading); }

    /// The place it began at; Origin::text is 0 before the line has one.
    const Origin& place() const { return line_.place(); }
    bool line_empty() const { return line_.empty(); }
    bool has_text() const { return !line_.empty() || !lines.empty(); }
    bool has_anything() const { return has_text() || pictures > 0 || !boxes.empty(); }
    void clear();

private:
    LineDraft line_;
};

}  // namespace mingdan::docx
