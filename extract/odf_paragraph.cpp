#include "extract/odf_paragraph.h"

#include <algorithm>
#include <utility>

namespace mingdan::odf {

namespace {

bool is_space(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

}  // namespace

void ParagraphDraft::begin(const Origin& place, ParagraphStart begun) {
    start = std::move(begun);
    open = true;
    hidden = space_ = false;
    at_start_ = true;
    line_.begin(place);
}

void ParagraphDraft::release_space(Reading& reading) {
    if (std::exchange(space_, false)) {
        line_.append(" ", reading);
    }
    at_start_ = false;
}

void ParagraphDraft::append(std::string_view text, Reading& reading) {
    while (!text.empty()) {
        const auto word = static_cast<std::size_t>(std::find_if(text.begin(), text.end(), is_space) - text.begin());
        if (word > 0) {
            release_space(reading);
            line_.append(text.substr(0, word), reading);
            text.remove_prefix(word);
        }
        const auto space =
            static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), is_space) - text.begin());
        space_ = space_ || (space > 0 && !at_start_);
        text.remove_prefix(space);
    }
}

void ParagraphDraft::append_generated(std::string_view text, Reading& reading) {
    release_space(reading);
    line_.append_generated(text, reading);
}

void ParagraphDraft::end_line(LineEnd end, Reading& reading) {
    if (end == LineEnd::soft_break) {
        release_space(reading);
    }
    lines.push_back(line_.end(end, reading));
}

void ParagraphDraft::clear() {
    start = {};
    lines.clear();
    boxes.clear();
    line_.clear();
    pictures = 0;
    open = hidden = space_ = false;
    at_start_ = true;
}

}  // namespace mingdan::odf
