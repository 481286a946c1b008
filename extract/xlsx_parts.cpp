#include "extract/xlsx_parts.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "extract/xlsx_names.h"
#include "model/utf8.h"

namespace mingdan::xlsx {

using namespace ooxml;

namespace {

std::uint32_t number_of(std::optional<std::string_view> text, std::uint32_t otherwise) {
    std::uint32_t value = otherwise;
    if (text) {
        std::from_chars(text->data(), text->data() + text->size(), value);
    }
    return value;
}

bool is_true(std::optional<std::string_view> text) {
    return text == "1" || text == "true" || text == "on";
}

}  // namespace

void WorkbookHandler::start(xml::Token token, const xml::Attributes& attributes) {
    if (token == x_sheet) {
        const auto state = attributes.find(none, "state");
        sheets.push_back(
            {attributes.text(none, "name"), attributes.text(r, "id"), state == "hidden" || state == "veryHidden"});
    } else if (token == x_workbookPr && is_true(attributes.find(none, "date1904"))) {
        dates = DateSystem::from_1904;
    }
}

void StylesHandler::start(xml::Token token, const xml::Attributes& attributes) {
    const auto line = [&] {
        const auto style = attributes.find(none, "style");
        return style && style != "none";
    };
    switch (token) {
        case x_numFmt:
            codes_[number_of(attributes.find(none, "numFmtId"), 0)] = attributes.text(none, "formatCode");
            break;
        case x_border:
            if (parser().above() == x_borders) {
                borders_.emplace_back();
            }
            break;
        case x_left:
        case x_start:
        case x_right:
        case x_end:
        case x_top:
        case x_bottom:
            if (parser().above() == x_border && !borders_.empty()) {
                Borders& sides = borders_.back();
                bool& side = token == x_top                        ? sides.top
                             : token == x_bottom                   ? sides.bottom
                             : token == x_left || token == x_start ? sides.left
                                                                   : sides.right;
                side = line();
            }
            break;
        case x_xf:
            if (parser().above() == x_cellXfs) {
                formats_.push_back(
                    {number_of(attributes.find(none, "numFmtId"), 0), number_of(attributes.find(none, "borderId"), 0)});
            }
            break;
        default:
            break;
    }
}

std::vector<CellStyle> StylesHandler::take() {
    std::vector<CellStyle> styles;
    for (const Format& format : formats_) {
        CellStyle& style = styles.emplace_back();
        const auto code = codes_.find(format.number);
        style.format = code != codes_.end() ? code->second : std::string(built_in_format(format.number));
        if (format.border < borders_.size()) {
            style.borders = borders_[format.border];
        }
    }
    return styles;
}

void StringText::begin() {
    text_.clear();
    in_text_ = false;
    in_phonetic_ = false;
}

void StringText::start(xml::Token token) {
    in_phonetic_ = in_phonetic_ || token == x_rPh;
    in_text_ = in_text_ || token == x_t;
}

void StringText::end(xml::Token token) {
    if (token == x_rPh) {
        in_phonetic_ = false;
    } else if (token == x_t) {
        in_text_ = false;
    }
}

void StringText::add(std::string_view piece) {
    if (in_text_) {
        (in_phonetic_ ? phonetic_text_ : text_) += piece;
    }
}

std::string StringText::take() {
    return without_escapes(std::exchange(text_, {}));
}

std::string without_escapes(std::string text) {
    std::size_t at = text.find("_x");
    while (at != std::string::npos) {
        std::uint32_t code = 0;
        const char* digits = text.data() + at + 2;
        if (at + 7 > text.size() || text[at + 6] != '_' ||
            std::from_chars(digits, digits + 4, code, 16).ptr != digits + 4) {
            at = text.find("_x", at + 2);
            continue;
        }
        std::string character;
        if (code == '\t' || code == '\n' || (code >= 0x20 && (code < 0xD800 || code > 0xDFFF) && code < 0xFFFE)) {
            utf8::append(character, code);  // what is no text (a carriage return) goes
        }
        text.replace(at, 7, character);
        at = text.find("_x", at + character.size());  // _x005F_x000D_ is _x000D_ and no return
    }
    return text;
}

void SharedStringsHandler::start(xml::Token token, const xml::Attributes&) {
    if (token == x_si) {
        item_.begin();
    } else {
        item_.start(token);
    }
}

void SharedStringsHandler::end(xml::Token token) {
    if (token == x_si) {
        strings_.push_back(item_.take());
        builder_.leave(Reason::ruby, item_.take_phonetic(), 0);
    } else {
        item_.end(token);
    }
}

void SharedStringsHandler::text(std::string_view text) {
    item_.add(text);
    if (auto charged = builder_.charge_text(text.size()); !charged) {
        parser().stop(std::move(charged.error()));
    }
}

void BesideHandler::start(xml::Token token, const xml::Attributes&) {
    switch (token) {
        case a_blip:
            ++sheet_.pictures;
            break;
        case a_p:
            box_ += box_.empty() ? "" : "\n";
            break;
        case a_t:
            in_text_ = true;
            break;
        case a_br:
            box_ += '\n';
            break;
        case x_text:
            comment_.begin();
            break;
        default:
            comment_.start(token);
    }
}

void BesideHandler::end(xml::Token token) {
    switch (token) {
        case a_t:
            in_text_ = false;
            break;
        case a_txBody:
            break;
        case x_text:
            sheet_.comments.push_back(comment_.take());
            break;
        default:
            comment_.end(token);
    }
    if (parser().depth() == 2 && !box_.empty()) {  // an anchor of the drawing ends
        sheet_.boxes.push_back(std::exchange(box_, {}));
    }
}

void BesideHandler::text(std::string_view text) {
    if (in_text_) {
        box_ += text;
    }
    comment_.add(text);
}

}  // namespace mingdan::xlsx
