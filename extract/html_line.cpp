#include "extract/html_line.h"

#include <algorithm>
#include <utility>

#include <mingdan/document.h>

#include "model/utf8.h"
#include "wrap/text.h"

namespace mingdan::html {

namespace {

constexpr std::string_view kWhite = " \t\r\n\f";

/// Marks that Chinese text shares with Western text are wide beside wide ones.
bool is_wide(char32_t c) {
    return text::display_width(c) == 2 || text::is_one_of(c, U"“”‘’…—·");
}

}  // namespace

void LineDraft::settle_space(std::string_view next) {
    if (std::exchange(space_, false) && !text_.empty()) {
        const bool joins = source_broke_ && source_break_ == SourceBreak::nothing_between_wide &&
                           is_wide(utf8::last(text_)) && is_wide(utf8::first(next));
        if (!joins) {
            text_ += ' ';
        }
    }
    source_broke_ = false;
}

void LineDraft::append(std::string_view text) {
    while (!text.empty()) {
        const std::size_t white = std::min(text.find_first_not_of(kWhite), text.size());
        if (white > 0) {
            space_ = true;
            source_broke_ = source_broke_ || text.substr(0, white).find_first_of("\r\n") != std::string_view::npos;
            text.remove_prefix(white);
            continue;
        }
        const std::size_t end = std::min(text.find_first_of(kWhite), text.size());
        settle_space(text.substr(0, end));
        text_.append(text, 0, end);
        text.remove_prefix(end);
    }
}

void LineDraft::append_as_is(std::string_view text) {
    if (!text.empty()) {
        settle_space(text);
        text_ += text;
    }
}

void LineDraft::append_generated(std::string_view text) {
    append_as_is(text);
    generated_ += count_characters(text);
}

std::string LineDraft::take() {
    space_ = source_broke_ = false;
    generated_ = 0;
    return std::exchange(text_, {});
}

}  // namespace mingdan::html
