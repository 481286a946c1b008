// The control words that stand in text: characters, fonts, what \plain and \pard reset, the ends of paragraphs, cells
// and rows (RTF 1.9.1, "Document Area").
#include <algorithm>
#include <utility>

#include "extract/rtf_reader.h"
#include "model/try.h"

namespace mingdan::rtf {

namespace {

constexpr std::int32_t kChinese = 2052;

/// The character that a word stands for; 0: none.
char32_t character_of(Word word) {
    switch (word) {
        case Word::emdash:
            return U'—';
        case Word::endash:
            return U'–';
        case Word::lquote:
            return U'‘';
        case Word::rquote:
            return U'’';
        case Word::ldblquote:
            return U'“';
        case Word::rdblquote:
            return U'”';
        case Word::bullet:
            return U'•';
        case Word::emspace:
            return U'\u2003';
        case Word::enspace:
            return U'\u2002';
        case Word::qmspace:
            return U'\u2005';
        case Word::zwj:
            return U'\u200D';
        case Word::zwnj:
            return U'\u200C';
        default:
            return 0;
    }
}

}  // namespace

Result<void> RtfReader::read_symbol(char symbol) {
    star_ = false;
    if (passes_over()) {
        return {};
    }
    if (symbol == '~') {
        characters_.add_character(U'\u00A0');
    } else if (symbol == '_') {
        return generate("\u2011");
    }
    return {};  // \- shows nothing where the line does not end; \: and \| belong to indexes
}

Result<void> RtfReader::read_word(const Token& token) {
    const Word word = token.word;
    if (word == Word::unknown && !star_) {
        skip_ = 0;
        return {};
    }
    if (read_character(word)) {
        return {};
    }
    skip_ = 0;
    if (word == Word::u) {
        characters_.add_scalar(token.number);
        skip_ = group().fallbacks;
        return {};
    }
    if (begin_destination(token) || read_font(token) || read_encoding(token)) {
        return {};
    }
    return read_structure(token);
}

bool RtfReader::read_character(Word word) {
    const char32_t c = character_of(word);
    if (c == 0) {
        return false;
    }
    if (!passes_over()) {
        characters_.add_character(c);
    }
    return true;
}

bool RtfReader::read_encoding(const Token& token) {
    switch (token.word) {
        case Word::ansicpg:
            characters_.ansi_page = static_cast<std::uint32_t>(std::max(token.number, 0));
            return true;
        case Word::mac:
            characters_.ansi_page = 10000;
            return true;
        case Word::deflang:
        case Word::deflangfe:
            characters_.chinese_by_default = characters_.chinese_by_default || token.number == kChinese;
            return true;
        case Word::uc:
            group().fallbacks = static_cast<std::uint16_t>(std::clamp(token.number, 0, 255));
            return true;
        case Word::deff:
            default_font_ = token.number;
            group().font = token.number;
            return true;
        case Word::fcharset:
            characters_.fonts[described_font_].charset = token.number;
            return true;
        case Word::cpg:
            characters_.fonts[described_font_].code_page = std::max(token.number, 0);
            return true;
        default:
            return false;
    }
}

bool RtfReader::read_font(const Token& token) {
    if (token.word == Word::dbch) {
        group().east_asian_next = true;
        return true;
    }
    if (token.word != Word::f && token.word != Word::af) {
        return false;
    }
    if (group().sink == Sink::font) {
        if (token.word == Word::f) {
            described_font_ = token.number;
            characters_.fonts[described_font_] = {};
        }
        return true;
    }
    if (std::exchange(group().east_asian_next, false)) {
        group().east_asian = token.number;
    }
    if (token.word == Word::f) {
        group().font = token.number;
    }
    characters_.set_font(group().font, group().east_asian);
    return true;
}

/// Text before the change is of the old state.
Result<void> RtfReader::set_flag(bool& flag, bool value, std::uint32_t* count) {
    if (flag == value) {
        return {};
    }
    TRY(flush());
    flag = value;
    if (value && count != nullptr) {
        ++*count;
    }
    return {};
}

Result<void> RtfReader::read_run(const Token& token) {
    const bool on = !token.has_number || token.number != 0;
    switch (token.word) {
        case Word::plain:
            TRY(set_flag(group().hidden, false, nullptr));
            TRY(set_flag(group().deleted, false, nullptr));
            group().font = default_font_;
            characters_.set_font(group().font, group().east_asian);
            return {};
        case Word::v:
        case Word::webhidden:
            return set_flag(group().hidden, on, nullptr);
        case Word::deleted:
            return set_flag(group().deleted, on, &reading_.deletions);
        case Word::mvf:
            return set_flag(group().deleted, on, &reading_.moves);
        case Word::revised:
            reading_.insertions += on;
            return {};
        case Word::mvt:
            reading_.moves += on;
            return {};
        case Word::ftnalt:
            flows_.back().kind = StoryKind::endnote;
            return {};
        case Word::ffres:
            if (docx::FieldCode* field = fields_.in_instruction()) {
                field->chosen = token.number;
            }
            return {};
        default:
            return flow().read_definition(token, group().nested_row);
    }
}

bool RtfReader::read_paragraph(const Token& token) {
    ParagraphState& paragraph = group().paragraph;
    switch (token.word) {
        case Word::pard:
            paragraph = {};
            return true;
        case Word::ql:
            paragraph.alignment = Alignment::left;
            return true;
        case Word::qc:
            paragraph.alignment = Alignment::center;
            return true;
        case Word::qr:
            paragraph.alignment = Alignment::right;
            return true;
        case Word::qj:
        case Word::qd:
            paragraph.alignment = Alignment::both;
            return true;
        case Word::outlinelevel:
            paragraph.outline = static_cast<std::uint8_t>(token.number >= 0 && token.number < 9 ? token.number + 1 : 0);
            return true;
        case Word::pagebb:
            paragraph.page_before = !token.has_number || token.number != 0;
            return true;
        case Word::intbl:
            paragraph.in_table = true;
            return true;
        case Word::itap:
            paragraph.level = static_cast<std::uint8_t>(std::clamp(token.number, 0, 64));
            paragraph.in_table = paragraph.in_table && token.number > 0;
            return true;
        default:
            return false;
    }
}

Result<void> RtfReader::read_structure(const Token& token) {
    switch (token.word) {
        case Word::tab:
            return generate("\t");
        case Word::sectd:
            return {};
        case Word::sbknone:
        case Word::sbkcol:
            flow().continue_section();
            return {};
        case Word::par:
        case Word::line:
        case Word::lbr:
        case Word::page:
        case Word::column:
        case Word::sect:
        case Word::cell:
        case Word::nestcell:
        case Word::row:
        case Word::nestrow:
            return read_break(token);
        default:
            return read_paragraph(token) ? Result<void>{} : read_run(token);
    }
}

/// The ends of lines, paragraphs, cells and rows; none of them in a text that is left out or kept for something else.
Result<void> RtfReader::read_break(const Token& token) {
    TRY(flush());
    if (group().sink == Sink::leave) {
        leave(group().reason, "\n", 0);
    }
    if (group().sink != Sink::text) {
        return {};
    }
    const ParagraphState& paragraph = group().paragraph;
    const bool shown = shows_text();
    switch (token.word) {
        case Word::line:
        case Word::lbr:
            if (shown) {
                flow().soft_break();
            }
            return {};
        case Word::page:
        case Word::column:
            return shown ? flow().page_break(paragraph) : Result<void>{};
        case Word::par:
            return flow().end_paragraph(paragraph, group().deleted);
        case Word::sect:
            return flow().end_section(paragraph);
        case Word::cell:
            return flow().end_cell(paragraph, 1, group().deleted);
        case Word::nestcell:
            return flow().end_cell(paragraph, std::max<std::uint32_t>(2, paragraph.level), group().deleted);
        default:
            return flow().end_row(paragraph, token.word == Word::nestrow);
    }
}

}  // namespace mingdan::rtf
