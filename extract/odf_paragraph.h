// A paragraph while its text comes in, with white space as OpenDocument has it (1.3 part 3, 6.1.2): a run of blanks and
// line ends is one blank, at the paragraph's beginning and end it is none; text:s and the like are what they say.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/line_draft.h"
#include "extract/odf_reading.h"

namespace mingdan::odf {

/// What is known of a paragraph when it begins.
struct ParagraphStart {
    const Style* style = nullptr;
    std::string number;
    std::uint8_t outline = 0;
};

class ParagraphDraft {
public:
    ParagraphStart start;
    std::vector<Line> lines;
    std::vector<Block> boxes;  ///< anchored here
    std::uint32_t pictures = 0;
    bool open = false;
    bool hidden = false;  ///< a text:hidden-paragraph stands in it

    void begin(const Origin& place, ParagraphStart begun);
    void append(std::string_view text, Reading& reading);
    /// Text that no text element of the source holds: a tab, blanks.
    void append_generated(std::string_view text, Reading& reading);
    void end_line(LineEnd end, Reading& reading);
    const Origin& here(Reading& reading) { return line_.here(reading); }
    void clear();

private:
    void release_space(Reading& reading);

    LineDraft line_;
    bool at_start_ = true;  ///< nothing came yet: white space is none
    bool space_ = false;    ///< white space came, and nothing since
};

}  // namespace mingdan::odf
