// What stands in a run (17.3.3): text and the marks between it, fields, references, symbols; and where each text goes.
#include <fmt/format.h>

#include <charconv>

#include "extract/docx_body.h"
#include "extract/docx_symbols.h"
#include "model/utf8.h"

namespace mingdan::docx {

using namespace ooxml;

void BodyHandler::start_run_content(xml::Token token, const xml::Attributes& attributes) {
    switch (token) {
        case w_tab:
        case w_ptab:
            generate("\t");
            return;
        case w_br:
            line_break(attributes);
            return;
        case w_cr:
        case a_br:
            soft_break();
            return;
        case w_noBreakHyphen:
            generate("\u2011");
            return;
        case w_sym:
            symbol(attributes);
            return;
        case w_rt:
            leave_out(Reason::ruby);
            return;
        case w_fldChar:
            start_field(attributes);
            return;
        case w_fldSimple:
            if (field_name(attributes.text(w, "instr")) == "TOC") {
                leave_out(Reason::contents);
            }
            return;
        case w_footnoteReference:
            refer(StoryKind::footnote, attributes);
            return;
        case w_endnoteReference:
            refer(StoryKind::endnote, attributes);
            return;
        case w_commentReference:
            refer(StoryKind::comment, attributes);
            return;
        default:
            return;
    }
}

void BodyHandler::refer(StoryKind kind, const xml::Attributes& attributes) {
    reading_.anchors.push_back({kind, integer_value(attributes, "id").value_or(-1), builder_.here()});
    if (const auto custom = attributes.find(w, "customMarkFollows"); custom && *custom != "0" && *custom != "false") {
        run().custom_mark = true;
    }
}

bool BodyHandler::run_is_hidden() {
    if (run().hidden || !reading_.styles.any_hidden()) {
        return run().hidden.value_or(false);
    }
    if (run().style != nullptr && run().style->hidden) {
        return *run().style->hidden;
    }
    const Style* style = builder_.properties().style;
    return style != nullptr && style->hidden.value_or(false);
}

/// Why the text of the current run is no text of the document; nullopt if it is.
std::optional<Reason> BodyHandler::why_left_out() {
    if (placeholder_depth_ != 0) {
        return Reason::placeholder;
    }
    if (fields_.open().in_contents()) {
        builder_.mark_contents();
        return Reason::contents;
    }
    if (run_is_hidden()) {
        return Reason::hidden;
    }
    return run().custom_mark ? std::optional(Reason::numbering) : std::nullopt;
}

void BodyHandler::leave(Reason reason, std::string_view text, std::uint32_t characters) {
    reading_.leave(reason, text, characters, builder_.place());
}

void BodyHandler::generate(std::string_view text) {
    if (fields_.open().in_instruction() == nullptr && !why_left_out()) {
        builder_.append_generated(text);
        checkbox_.has_text = true;
    }
}

void BodyHandler::soft_break() {
    if (fields_.open().in_instruction() == nullptr && !why_left_out()) {
        builder_.soft_break();
    }
}

void BodyHandler::line_break(const xml::Attributes& attributes) {
    const auto type = attributes.find(w, "type");
    if (type != "page" && type != "column") {
        soft_break();
    } else if (fields_.open().in_instruction() == nullptr && !why_left_out()) {
        builder_.page_break();
    }
}

void BodyHandler::symbol(const xml::Attributes& attributes) {
    const auto digits = attributes.find(w, "char").value_or("");
    std::uint32_t code = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), code, 16);
    if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) {
        return;
    }
    const std::string font = attributes.text(w, "font");
    const auto known = symbol_character(font, code);
    const char32_t kept = known.value_or(code <= 0xFF ? 0xF000 + code : code);
    std::string text;
    utf8::append(text, kept);
    generate(text);
    if (!known) {
        const auto number = static_cast<std::uint32_t>(kept);
        reading_.find_once(
            FindingCode::symbol_font, fmt::format("{}:{:X}", font, number),
            fmt::format("a character of the font {} was kept as the private code U+{:04X}", font, number),
            builder_.place());
    }
}

void BodyHandler::text(std::string_view text) {
    if (kind_ == TextKind::none) {
        return;
    }
    if (auto charged = reading_.charge_text(text.size()); !charged) {
        parser().stop(std::move(charged.error()));
        return;
    }
    const std::uint32_t characters = count_characters(text);
    reading_.document.read += characters;
    if (left_out_depth_ != 0) {
        leave(left_out_reason_, text, characters);
        return;
    }
    if (kind_ == TextKind::deleted) {
        leave(Reason::deleted, text, characters);
        return;
    }
    FieldCode* field = fields_.open().in_instruction();
    if (kind_ == TextKind::code) {
        if (field != nullptr) {
            field->instruction += text;
        } else {
            leave(Reason::field_code, text, characters);
        }
        return;
    }
    if (const auto reason = why_left_out()) {
        leave(*reason, text, characters);
    } else if (field != nullptr) {
        field->held += text;
    } else {
        builder_.append(text);
        checkbox_.has_text = true;
    }
}

void BodyHandler::start_field(const xml::Attributes& attributes) {
    const auto type = attributes.find(w, "fldCharType");
    if (type == "begin") {
        fields_.begin();
    } else if (type == "separate") {
        fields_.separate();
    } else if (type == "end") {
        fields_.end();
    }
}

/// w:ffData of a drop-down list: its field has no result, what it shows is the chosen entry.
void BodyHandler::read_drop_down(xml::Token token, const xml::Attributes& attributes) {
    FieldCode* field = fields_.open().in_instruction();
    if (field == nullptr) {
        return;
    }
    if (token == w_result) {
        field->chosen = integer_value(attributes).value_or(0);
    } else if (token == w_listEntry && field->entries++ == field->chosen) {
        field->form_value = attributes.text(w, "val");
    }
}

}  // namespace mingdan::docx
