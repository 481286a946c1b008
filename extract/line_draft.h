// A line of text while its pieces come in: where it stands, and how much of it was read rather than made.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "extract/intake.h"

namespace mingdan {

class LineDraft {
public:
    /// The next line stands at `place`; text that is there already stays where it is.
    void begin(const Origin& place) {
        if (text_.empty()) {
            origin_ = place;
        }
    }
    void append(std::string_view text, Intake& intake) {
        here(intake);
        text_ += text;
        intake.end_piece();
    }
    /// Text that no text element of the source holds: a tab, a symbol, a hyphen.
    void append_generated(std::string_view text, Intake& intake) {
        generated_ += count_characters(text);
        append(text, intake);
    }
    Line end(LineEnd end, Intake& intake) {
        Line line;
        line.field.origin = here(intake);
        line.field.text = text_;
        line.field.weight = count_characters(text_) - generated_;
        line.end = end;
        text_.clear();
        generated_ = 0;
        origin_.text = 0;
        return line;
    }
    /// The place of the line, which begins now if it has not.
    const Origin& here(Intake& intake) {
        if (origin_.text == 0) {
            origin_.text = intake.next_text();
        }
        return origin_;
    }
    /// The place it began at; Origin::text is 0 before the line has one.
    const Origin& place() const { return origin_; }
    bool empty() const { return text_.empty(); }
    void clear() {
        text_.clear();
        generated_ = 0;
        origin_ = {};
    }

private:
    std::string text_;
    std::uint32_t generated_ = 0;  ///< non-space characters of text_ that were not read
    Origin origin_;
};

}  // namespace mingdan
