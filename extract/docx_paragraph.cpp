#include "extract/docx_paragraph.h"

#include <utility>

namespace mingdan::docx {

void ParagraphDraft::begin(const Origin& place, const Style* style) {
    properties = {};
    properties.style = style;
    open = true;
    numbered = false;
    if (text_.empty()) {
        origin_ = place;
    }
}

const Origin& ParagraphDraft::here(Reading& reading) {
    if (origin_.text == 0) {
        origin_.text = reading.next_text();
    }
    return origin_;
}

void ParagraphDraft::append(std::string_view text, Reading& reading) {
    here(reading);
    starts_page = starts_page || breaks_page;
    breaks_page = false;
    text_ += text;
    reading.end_piece();
}

void ParagraphDraft::append_generated(std::string_view text, Reading& reading) {
    generated_ += count_characters(text);
    append(text, reading);
}

void ParagraphDraft::end_line(LineEnd end, Reading& reading) {
    Line& line = lines.emplace_back();
    line.field.origin = here(reading);
    line.field.text = text_;
    line.field.weight = count_characters(text_) - generated_;
    line.end = end;
    text_.clear();
    generated_ = 0;
    origin_.text = 0;
}

void ParagraphDraft::clear() {
    properties = {};
    lines.clear();
    boxes.clear();
    text_.clear();
    origin_ = {};
    generated_ = 0;
    pictures = 0;
    open = starts_page = breaks_page = had_contents = numbered = false;
}

}  // namespace mingdan::docx
