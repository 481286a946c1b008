// Where each piece of text goes, and the fields, whose results are text and whose instructions are not.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <utility>

#include "extract/docx_equation.h"
#include "extract/docx_symbols.h"
#include "extract/rtf_reader.h"
#include "model/over_limit.h"
#include "model/try.h"
#include "model/utf8.h"

namespace mingdan::rtf {

namespace {

constexpr std::int64_t kSymbolEntries = -1;  // marks a SYMBOL field, which is no list

/// `SYMBOL 254 \f "Wingdings" \s 12`: the character it shows; "" if that is not clear.
std::string symbol_of(std::string_view instruction, bool& is_known) {
    const std::size_t digits = std::min(instruction.find_first_of("0123456789"), instruction.size());
    std::uint32_t code = 0;
    std::from_chars(instruction.data() + digits, instruction.data() + instruction.size(), code);
    const std::size_t quote = instruction.find('"');
    std::string_view font;
    if (quote != instruction.npos) {
        font = instruction.substr(quote + 1, instruction.find('"', quote + 1) - quote - 1);
    }
    if (code < 0x20 || code > 0xFFFF || (code >= 0xD800 && code <= 0xDFFF)) {
        return {};
    }
    const auto known = docx::symbol_character(font, code);
    is_known = known.has_value();
    std::string text;
    utf8::append(text, known.value_or(code <= 0xFF ? 0xF000 + code : code));
    return text;
}

}  // namespace

/// Whether a character is one of those that older readers would show instead of a \u.
bool RtfReader::passes_over() {
    if (skip_ > 0) {
        --skip_;
        return true;
    }
    return false;
}

Result<void> RtfReader::flush() {
    return characters_.empty() ? Result<void>{} : put(characters_.take());
}

void RtfReader::leave(Reason reason, std::string_view text, std::uint32_t characters) {
    reading_.leave(reason, text, characters, flow().place());
}

/// Why the text of the current group is no text of the document; nullopt if it is.
std::optional<Reason> RtfReader::why_left_out() {
    if (group().deleted) {
        return Reason::deleted;
    }
    if (fields_.in_contents()) {
        flow().writable().had_contents = true;
        return Reason::contents;
    }
    return group().hidden ? std::optional(Reason::hidden) : std::nullopt;
}

bool RtfReader::shows_text() {
    return group().sink == Sink::text && fields_.in_instruction() == nullptr && !why_left_out();
}

/// `; ` ends a font's name in the font table.
void RtfReader::put_font(std::string_view text) {
    std::string& name = characters_.fonts[described_font_].name;
    name += text;
    characters_.invalid = 0;  // a name in bytes is no text of the document
    characters_.guessed = false;
    if (const std::size_t end = name.find(';'); end != name.npos) {
        name.resize(end);
    }
}

Result<void> RtfReader::put(std::string_view text) {
    switch (group().sink) {
        case Sink::none:
            return {};
        case Sink::font:
            put_font(text);
            return {};
        case Sink::number:
        case Sink::object_class:
        case Sink::entry:
            collected_ += text;
            return {};
        default:
            break;
    }
    reading_.text_bytes += text.size();
    if (reading_.text_bytes > reading_.limits.text_bytes) {
        return over_limit("text-bytes", reading_.limits.text_bytes, "the document's text has more bytes than");
    }
    const std::uint32_t characters = count_characters(text);
    reading_.document.read += characters;
    docx::FieldCode* const field = fields_.in_instruction();
    if (group().sink == Sink::leave) {
        leave(group().reason, text, characters);
    } else if (group().sink == Sink::instruction && field != nullptr) {
        field->instruction += text;
    } else if (group().sink == Sink::instruction) {
        leave(Reason::field_code, text, characters);
    } else if (const auto reason = why_left_out()) {
        leave(*reason, text, characters);
    } else if (field != nullptr) {
        field->held += text;
    } else {
        flow().writable().append(text, reading_);
    }
    return {};
}

/// Text that stands for a control word and is no character of the source: a tab, a hyphen.
Result<void> RtfReader::generate(std::string_view text) {
    TRY(flush());
    if (group().sink == Sink::number || group().sink == Sink::instruction) {
        return put(text);
    }
    if (group().sink == Sink::leave) {
        leave(group().reason, text, 0);
    } else if (shows_text()) {
        flow().writable().append_generated(text, reading_);
    }
    return {};
}

/// The instruction is complete: its result follows, or its end.
void RtfReader::settle_instruction() {
    docx::FieldCode& field = fields_.top();
    field.in_result = true;
    const std::string name = docx::field_name(field.instruction);
    std::uint32_t code = count_characters(field.instruction);
    const bool shown = fields_.in_instruction() == nullptr && !why_left_out();
    if (shown && name == "EQ") {
        if (const std::string composed = docx::compose_equation(field.instruction); !composed.empty()) {
            docx::ParagraphDraft& draft = flow().writable();
            draft.append(composed, reading_);
            code -= std::min(code, count_characters(composed));
            reading_.document.findings.push_back(
                make_finding(FindingCode::composed_character,
                             fmt::format("“{}” was composed by the field {}", composed, field.instruction), {},
                             draft.here(reading_)));
        }
    } else if (shown && name == "SYMBOL") {
        bool known = false;
        if (const std::string symbol = symbol_of(field.instruction, known); !symbol.empty()) {
            field.form_value = symbol;  // unless its result shows it
            field.entries = kSymbolEntries;
            field.chosen = static_cast<std::int64_t>(reading_.document.read);
            if (!known) {
                reading_.find_once(
                    FindingCode::symbol_font, field.instruction,
                    fmt::format("a character of a symbol font was kept as a private code:{}", field.instruction),
                    flow().place());
            }
        }
    }
    leave(Reason::field_code, field.instruction, code);
    leave(Reason::field_code, field.held, count_characters(field.held));
    reading_.end_piece();
    field.contents = name == "TOC";
    field.held.clear();
}

void RtfReader::end_field() {
    if (fields_.size() == 0) {
        return;
    }
    if (!fields_.top().in_result) {
        settle_instruction();
    }
    const bool shown_already = fields_.top().entries == kSymbolEntries &&
                               fields_.top().chosen != static_cast<std::int64_t>(reading_.document.read);
    const std::string form_value = shown_already ? std::string{} : std::move(fields_.top().form_value);
    fields_.pop();
    if (!form_value.empty() && shows_text()) {
        flow().writable().append_generated(form_value, reading_);
    }
}

}  // namespace mingdan::rtf
