#include "extract/docx_paragraph.h"

#include <utility>

namespace mingdan::docx {

void ParagraphDraft::begin(const Origin& place, const Style* style) {
    properties = {};
    properties.style = style;
    open = true;
    numbered = false;
    line_.begin(place);
}

void ParagraphDraft::append(std::string_view text, Reading& reading) {
    starts_page = starts_page || std::exchange(breaks_page, false);
    line_.append(text, reading);
}

void ParagraphDraft::append_generated(std::string_view text, Reading& reading) {
    starts_page = starts_page || std::exchange(breaks_page, false);
    line_.append_generated(text, reading);
}

void ParagraphDraft::end_line(LineEnd end, Reading& reading) {
    lines.push_back(line_.end(end, reading));
}

void ParagraphDraft::clear() {
    properties = {};
    lines.clear();
    boxes.clear();
    line_.clear();
    pictures = 0;
    open = starts_page = breaks_page = had_contents = numbered = false;
}

}  // namespace mingdan::docx
