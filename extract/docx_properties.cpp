// Properties that decide what becomes of a text: of paragraphs (17.3.1) and their marks, of runs (17.3.2), and of
// content controls (17.5.2), whose placeholders are no content and whose check boxes show a mark.
#include "extract/docx_body.h"

namespace mingdan::docx {

using namespace ooxml;

void BodyHandler::read_paragraph_property(xml::Token token, const xml::Attributes& attributes) {
    ParagraphProperties& properties = builder_.properties();
    switch (token) {
        case w_pStyle:
            if (const Style* style = reading_.styles.find(attributes.text(w, "val"))) {
                properties.style = style;
            }
            return;
        case w_jc:
            properties.alignment = to_alignment(attributes.find(w, "val").value_or("left"));
            return;
        case w_outlineLvl:
            properties.outline = outline_level(attributes);
            return;
        case w_pageBreakBefore:
            properties.page_break_before = on_off(attributes);
            return;
        case w_sectPr:
            section_continues_ = false;
            properties.ends_section = true;
            return;
        default:
            return;
    }
}

/// The paragraph mark's own properties: w:pPr/w:rPr.
void BodyHandler::read_mark_property(xml::Token token, const xml::Attributes& attributes) {
    ParagraphProperties& properties = builder_.properties();
    switch (token) {
        case w_del:
            ++reading_.deletions;
            properties.mark_deleted = true;
            return;
        case w_moveFrom:
            ++reading_.moves;
            properties.mark_deleted = true;
            return;
        case w_ins:
            ++reading_.insertions;
            return;
        case w_vanish:
            properties.mark_hidden = on_off(attributes);
            return;
        case w_specVanish:
            properties.mark_joins = on_off(attributes);
            return;
        default:
            return;
    }
}

void BodyHandler::read_run_property(xml::Token token, const xml::Attributes& attributes) {
    if (token == w_vanish || token == w_webHidden || token == w_specVanish) {
        run().hidden = run().hidden.value_or(false) || on_off(attributes);
    } else if (token == w_rStyle && reading_.styles.any_hidden()) {
        run().style = reading_.styles.find(attributes.text(w, "val"));
    }
}

void BodyHandler::read_sdt_property(xml::Token token, const xml::Attributes& attributes) {
    const std::uint32_t sdt = parser().depth() - 2;
    if (token == w_showingPlcHdr && on_off(attributes) && placeholder_depth_ == 0) {
        placeholder_depth_ = sdt;
    } else if (token == w14_checkbox) {
        checkbox_ = {sdt, false, false};
    } else if (token == w14_checked) {
        const auto value = attributes.find(w14, "val");
        checkbox_.checked = !(value == "0" || value == "false");
    }
}

void BodyHandler::end_sdt() {
    const std::uint32_t depth = parser().depth();
    if (checkbox_.depth == depth) {
        if (!checkbox_.has_text) {
            generate(checkbox_.checked ? "☑" : "☐");
        }
        checkbox_ = {};
    }
    if (placeholder_depth_ == depth) {
        placeholder_depth_ = 0;
    }
}

}  // namespace mingdan::docx
