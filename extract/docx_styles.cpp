#include "extract/docx_styles.h"

#include <algorithm>
#include <utility>

namespace mingdan::docx {

using namespace ooxml;

namespace {

constexpr int kLongestChain = 32;

template <class T>
void inherit(std::optional<T>& own, const std::optional<T>& inherited) {
    if (!own) {
        own = inherited;
    }
}

void inherit(Border& own, Border inherited) {
    if (own == Border::unsaid) {
        own = inherited;
    }
}

void inherit_all(Style& own, const Style& base) {
    inherit(own.alignment, base.alignment);
    inherit(own.outline, base.outline);
    inherit(own.page_break_before, base.page_break_before);
    inherit(own.hidden, base.hidden);
    inherit(own.numbering.number, base.numbering.number);
    inherit(own.numbering.level, base.numbering.level);
    inherit(own.borders.top, base.borders.top);
    inherit(own.borders.bottom, base.borders.bottom);
    inherit(own.borders.inside, base.borders.inside);
}

/// "heading 3" -> 3: built-in headings that do not say their level.
std::optional<std::uint8_t> heading_by_name(std::string_view name) {
    constexpr std::string_view kHeading = "heading ";
    if (name.size() == kHeading.size() + 1 && name.starts_with(kHeading) && name.back() >= '1' && name.back() <= '9') {
        return static_cast<std::uint8_t>(name.back() - '0');
    }
    return std::nullopt;
}

}  // namespace

bool read_numbering(xml::Token token, const xml::Attributes& attributes, NumberingReference& numbering) {
    if (token != w_numId && token != w_ilvl) {
        return false;
    }
    const auto value =
        static_cast<std::int32_t>(std::clamp<std::int64_t>(integer_value(attributes).value_or(0), 0, 1 << 30));
    (token == w_numId ? numbering.number : numbering.level) = value;
    return true;
}

void read_border(xml::Token token, const xml::Attributes& attributes, Borders& borders) {
    Border* side = token == w_top       ? &borders.top
                   : token == w_bottom  ? &borders.bottom
                   : token == w_insideH ? &borders.inside
                                        : nullptr;
    if (side != nullptr) {
        *side = to_border(attributes.find(w, "val").value_or("single"));
    }
}

std::uint8_t outline_level(const xml::Attributes& attributes) {
    const std::int64_t level = integer_value(attributes).value_or(9);
    return level >= 0 && level < 9 ? static_cast<std::uint8_t>(level + 1) : std::uint8_t{0};
}

const Style* Styles::find(std::string_view id) const {
    const auto at = by_id_.find(id);
    return at == by_id_.end() ? nullptr : &styles_[at->second];
}

bool Styles::is_based_on(const Style& style, std::string_view id) const {
    const Style* at = &style;
    for (int steps = 0; at != nullptr && steps < kLongestChain; ++steps) {
        if (at->id == id) {
            return true;
        }
        at = find(at->based_on);
    }
    return false;
}

/// Hands down what the styles say, from own to base; each style asks its declared ancestors in turn.
void Styles::resolve() {
    for (std::size_t i = 0; i < styles_.size(); ++i) {
        by_id_.emplace(styles_[i].id, i);
    }
    const std::vector<Style> declared = styles_;
    for (Style& style : styles_) {
        std::string_view base = style.based_on;
        for (int steps = 0; !base.empty() && steps < kLongestChain; ++steps) {
            const auto at = by_id_.find(base);
            if (at == by_id_.end()) {
                break;
            }
            inherit_all(style, declared[at->second]);
            base = declared[at->second].based_on;
        }
        inherit(style.alignment, default_paragraph_.alignment);  // w:docDefaults
        any_hidden_ = any_hidden_ || style.hidden.value_or(false);
    }
    any_hidden_ = any_hidden_ || default_paragraph_.hidden.value_or(false);
    if (const Style* named = find(default_paragraph_id_); named != nullptr) {
        default_paragraph_ = *named;
    }
}

void StylesHandler::start_style(const xml::Attributes& attributes) {
    style_ = {};
    in_style_ = true;
    style_.id = attributes.text(w, "styleId");
    const auto type = attributes.find(w, "type");
    const auto is_default = attributes.find(w, "default");
    is_default_paragraph_ =
        (!type || *type == "paragraph") && is_default && *is_default != "0" && *is_default != "false";
}

void StylesHandler::read_paragraph_property(xml::Token token, const xml::Attributes& attributes) {
    Style& style = in_style_ ? style_ : styles_.default_paragraph_;
    switch (token) {
        case w_jc:
            style.alignment = to_alignment(attributes.find(w, "val").value_or("left"));
            break;
        case w_outlineLvl:
            style.outline = outline_level(attributes);
            break;
        case w_pageBreakBefore:
            style.page_break_before = on_off(attributes);
            break;
        default:
            break;
    }
}

void StylesHandler::start(xml::Token token, const xml::Attributes& attributes) {
    switch (token) {
        case w_style:
            start_style(attributes);
            return;
        case w_name:
            style_.name = parser().above() == w_style ? attributes.text(w, "val") : style_.name;
            return;
        case w_basedOn:
            style_.based_on = attributes.text(w, "val");
            return;
        case w_latentStyles:
        case w_pPrChange:
        case w_rPrChange:
            parser().skip();
            return;
        default:
            break;
    }
    const xml::Token parent = parser().above();
    Style& style = in_style_ ? style_ : styles_.default_paragraph_;
    if (parent == w_pPr) {
        read_paragraph_property(token, attributes);
    } else if (parent == w_numPr) {
        read_numbering(token, attributes, style.numbering);
    } else if (parent == w_rPr && (token == w_vanish || token == w_webHidden || token == w_specVanish)) {
        style.hidden = style.hidden.value_or(false) || on_off(attributes);
    } else if (parent == w_tblBorders && parser().above(3) == w_style) {  // not of conditional parts (w:tblStylePr)
        read_border(token, attributes, style.borders);
    }
}

void StylesHandler::end(xml::Token token) {
    if (token == w_style) {
        in_style_ = false;
        if (!style_.outline) {
            style_.outline = heading_by_name(style_.name);
        }
        if (is_default_paragraph_) {
            styles_.default_paragraph_id_ = style_.id;
        }
        styles_.styles_.push_back(std::move(style_));
        style_ = {};
    } else if (token == w_styles) {
        styles_.resolve();
    }
}

}  // namespace mingdan::docx
