#include "extract/rtf_reader.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "extract/rtf_anchors.h"
#include "extract/shown_number.h"
#include "model/over_limit.h"
#include "model/try.h"

namespace mingdan::rtf {

namespace {

/// Destinations that stand without \* and hold no text of the document.
bool holds_no_text(Word word) {
    switch (word) {
        case Word::colortbl:
        case Word::stylesheet:
        case Word::info:
        case Word::filetbl:
        case Word::nonshppict:
        case Word::pntxta:
        case Word::pntxtb:
        case Word::tc:
        case Word::xe:
        case Word::rxe:
            return true;
        default:
            return false;
    }
}

}  // namespace

Result<void> RtfReader::read() {
    flows_.emplace_back(reading_, paragraphs_);
    groups_.emplace_back();
    for (Token token = tokens_.next(); token.kind != Token::Kind::end; token = tokens_.next()) {
        TRY(take(token));
        if (groups_.size() == 1 && token.kind == Token::Kind::close) {
            return finish();
        }
    }
    reading_.document.findings.push_back(make_finding(
        FindingCode::cut_short,
        fmt::format("the file ends inside {} open groups; what stands before was read", groups_.size() - 1)));
    while (groups_.size() > 1) {
        const ParagraphState last = group().paragraph;
        const bool ends_flow = group().ends == Ends::box || group().ends == Ends::story;
        TRY(close_group());
        if (!ends_flow) {
            group().paragraph = last;  // the open paragraph stands where the file broke off
        }
    }
    return finish();
}

Result<void> RtfReader::finish() {
    TRY(flush());
    TRY_ASSIGN(reading_.document.body, flow().finish(group().paragraph));
    if (characters_.invalid > 0) {
        reading_.document.findings.push_back(
            make_finding(FindingCode::invalid_bytes,
                         fmt::format("{} places are no text in the code page of their font; U+FFFD stands for each",
                                     characters_.invalid)));
    }
    if (characters_.guessed) {
        reading_.document.findings.push_back(
            make_finding(FindingCode::decoded_by_guess,
                         "text in fonts that are declared Western was read in the code page of the file"));
    }
    settle_anchors(reading_.document);
    reading_.report();
    return {};
}

Result<void> RtfReader::take(const Token& token) {
    const bool first = std::exchange(first_, false);
    switch (token.kind) {
        case Token::Kind::open:
            skip_ = 0;
            return open_group();
        case Token::Kind::close:
            skip_ = 0;
            return groups_.size() > 1 ? close_group() : Result<void>{};
        case Token::Kind::word:
            return read_word(token);
        case Token::Kind::symbol:
            star_ = token.symbol == '*' && first;
            return token.symbol == '*' ? Result<void>{} : read_symbol(token.symbol);
        case Token::Kind::byte:
            if (!passes_over()) {
                characters_.add_byte(static_cast<unsigned char>(token.number));
            }
            return {};
        case Token::Kind::text: {
            const auto passed = std::min(static_cast<std::size_t>(skip_), token.text.size());
            skip_ -= static_cast<std::int32_t>(passed);
            if (passed < token.text.size()) {
                characters_.add_text(token.text.substr(passed));
            }
            return {};
        }
        case Token::Kind::end:
            return {};
    }
    return {};
}

// --- groups ----------------------------------------------------------------------------------------------------------

Result<void> RtfReader::open_group() {
    TRY(flush());
    if (groups_.size() > reading_.limits.xml_depth) {
        return over_limit("xml-depth", reading_.limits.xml_depth, "the groups nest deeper than");
    }
    const bool skipped = group().alternatives;
    groups_.push_back(group());
    group().ends = Ends::nothing;
    group().alternatives = false;
    if (skipped) {  // \upr: only its \*\ud is read
        const Token star = tokens_.next();
        const Token word = star.kind == Token::Kind::symbol ? tokens_.next() : star;
        if (word.word != Word::ud && word.kind != Token::Kind::close) {
            tokens_.skip_group();
        } else if (word.kind == Token::Kind::close) {
            groups_.pop_back();
        }
        return {};
    }
    first_ = true;
    return {};
}

Result<void> RtfReader::close_group() {
    star_ = false;
    TRY(flush());
    const Group closed = group();
    TRY(end_of(closed));
    groups_.pop_back();
    characters_.set_font(group().font, group().east_asian);
    return {};
}

/// REQUIRES: the closed group is still on the stack.
Result<void> RtfReader::end_of(const Group& closed) {
    switch (closed.ends) {
        case Ends::nothing:
            return {};
        case Ends::field:
            end_field();
            return {};
        case Ends::instruction:
            if (fields_.size() > 0 && !fields_.top().in_result) {
                settle_instruction();
            }
            return {};
        case Ends::number:
            flow().set_number(shown_number(std::exchange(collected_, {})));
            return {};
        case Ends::entry:
            if (docx::FieldCode* field = fields_.in_instruction();
                field != nullptr && field->entries++ == field->chosen) {
                field->form_value = std::exchange(collected_, {});
            }
            collected_.clear();
            return {};
        case Ends::object_class: {
            const std::string name = std::exchange(collected_, {});
            reading_.find_once(FindingCode::embedded_object, name,
                               fmt::format("an embedded object of {} was not read", name), flow().place());
            return {};
        }
        case Ends::box: {
            TRY_ASSIGN(std::vector<Block> blocks, flow().finish(closed.paragraph));
            flows_.pop_back();
            if (!blocks.empty()) {
                flow().writable().boxes.push_back(Block{TextBox{std::move(blocks)}});
            }
            return {};
        }
        case Ends::story: {
            TRY_ASSIGN(std::vector<Block> blocks, flow().finish(closed.paragraph));
            if (!blocks.empty()) {
                reading_.document.stories.push_back({flows_.back().kind, std::move(blocks), flows_.back().anchor});
            }
            flows_.pop_back();
            return {};
        }
    }
    return {};
}

void RtfReader::begin_story(StoryKind kind) {
    Origin anchor;
    if (kind == StoryKind::footnote || kind == StoryKind::comment) {
        anchor = flow().writable().here(reading_);
    }
    OpenFlow& opened = flows_.emplace_back(reading_, paragraphs_);
    opened.kind = kind;
    opened.anchor = anchor;
    group().ends = Ends::story;
    group().sink = Sink::text;
    group().paragraph = {};
    group().hidden = group().deleted = false;
}

void RtfReader::begin_box() {
    flow().open_tables(group().paragraph);
    flow().writable();
    flows_.emplace_back(reading_, paragraphs_);
    group().ends = Ends::box;
    group().sink = Sink::text;
    group().paragraph = {};
    group().hidden = group().deleted = false;
}

// --- destinations ----------------------------------------------------------------------------------------------------

/// Destinations whose text is none of the document's, or is left out. True if the word begins one.
bool RtfReader::begin_passed_over(Word word) {
    if (holds_no_text(word)) {
        tokens_.skip_group();
        return true;
    }
    switch (word) {
        case Word::pict:
            if (group().sink != Sink::leave) {
                ++flow().writable().pictures;
            }
            tokens_.skip_group();
            return true;
        case Word::ftnsep:
        case Word::ftnsepc:
        case Word::ftncn:
        case Word::aftnsep:
        case Word::aftnsepc:
        case Word::aftncn:
            group().reason = Reason::separator;  // the rule above the notes, with or without words
            group().sink = Sink::leave;
            return true;
        case Word::shprslt:
        case Word::nonesttables:
            group().reason = Reason::fallback_copy;
            group().sink = Sink::leave;
            return true;
        case Word::shpinst:
        case Word::do_:
        case Word::sp:
        case Word::formfield:
            group().sink = Sink::none;
            return true;
        case Word::shppict:
        case Word::object:
        case Word::ud:
            return true;
        case Word::nesttableprops:
            group().nested_row = true;
            return true;
        case Word::upr:
            group().alternatives = true;
            return true;
        default:
            return false;
    }
}

/// Destinations whose text is text, or is kept for something. True if the word begins one.
bool RtfReader::begin_part(Word word) {
    switch (word) {
        case Word::header:
        case Word::headerl:
        case Word::headerr:
        case Word::headerf:
            begin_story(StoryKind::header);
            return true;
        case Word::footer:
        case Word::footerl:
        case Word::footerr:
        case Word::footerf:
            begin_story(StoryKind::footer);
            return true;
        case Word::footnote:
            begin_story(StoryKind::footnote);
            return true;
        case Word::annotation:
            begin_story(StoryKind::comment);
            return true;
        case Word::shptxt:
        case Word::dptxbxtext:
            begin_box();
            return true;
        case Word::field:
            fields_.begin();
            group().ends = Ends::field;
            return true;
        case Word::fldinst:
            group().sink = Sink::instruction;
            group().ends = Ends::instruction;
            return true;
        case Word::fldrslt:
            if (fields_.size() > 0 && !fields_.top().in_result) {
                settle_instruction();
            }
            group().sink = Sink::text;
            return true;
        case Word::listtext:
        case Word::pntext:
            group().sink = Sink::number;
            group().ends = Ends::number;
            return true;
        case Word::objclass:
            group().sink = Sink::object_class;
            group().ends = Ends::object_class;
            return true;
        case Word::ffl:
            group().sink = Sink::entry;
            group().ends = Ends::entry;
            return true;
        case Word::fonttbl:
            group().sink = Sink::font;
            return true;
        default:
            return false;
    }
}

/// True if the word begins a destination. Inside one that is left out all text is left out.
bool RtfReader::begin_destination(const Token& token) {
    const bool star = std::exchange(star_, false);
    if (token.word == Word::unknown) {
        if (star) {
            tokens_.skip_group();
        }
        return true;
    }
    if (group().sink == Sink::leave) {
        if (token.word == Word::pict || token.word == Word::sp || holds_no_text(token.word)) {
            tokens_.skip_group();
        }
        return false;
    }
    if (groups_.size() == 1) {
        return false;  // outside of all groups nothing begins, since nothing would end it
    }
    return begin_passed_over(token.word) || (group().ends == Ends::nothing && begin_part(token.word));
}

}  // namespace mingdan::rtf
