#include "extract/docx_body.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace mingdan::docx {

using namespace ooxml;

namespace {

/// Extensions that a mc:Choice may require and that are read here as well as their Fallback would be.
bool is_understood(std::string_view requires_list) {
    constexpr std::string_view kKnown[] = {"wps",   "wpg",    "wpc",    "wp14", "wp15",  "w14", "w15", "w16",
                                           "w16se", "w16cid", "w16cex", "a14",  "pic14", "w",   "wp",  "a",
                                           "pic",   "r",      "m",      "v",    "o",     "w10"};
    while (!requires_list.empty()) {
        const std::size_t end = std::min(requires_list.find(' '), requires_list.size());
        const std::string_view prefix = requires_list.substr(0, end);
        if (!prefix.empty() && std::find(std::begin(kKnown), std::end(kKnown), prefix) == std::end(kKnown)) {
            return false;
        }
        requires_list.remove_prefix(std::min(end + 1, requires_list.size()));
    }
    return true;
}

std::int64_t id_of(const xml::Attributes& attributes) {
    return integer_value(attributes, "id").value_or(-1);
}

}  // namespace

BodyHandler::BodyHandler(Reading& reading, const Relationships& relationships, std::uint16_t part, xml::Token root,
                         std::function<void(std::int64_t, std::vector<Block>)> story_done)
    : reading_(reading),
      relationships_(relationships),
      root_(root),
      story_done_(std::move(story_done)),
      builder_(reading, part),
      fields_(reading, builder_, [this] { return !why_left_out(); }),
      runs_(1) {
    runs_.reserve(16);
}

BodyHandler::Run& BodyHandler::run() {
    return runs_.back();
}

void BodyHandler::check(Result<void> result) {
    if (!result) {
        parser().stop(std::move(result.error()));
    }
}

bool BodyHandler::check_root(xml::Token token) {
    const xml::Token wanted = std::exchange(root_, unknown);
    if (token != wanted) {
        parser().stop(fail(ErrorCode::no_document, "its first element is not that of a Word document's part",
                           "the file that holds the notice itself, saved as .docx"));
    }
    return token == wanted;
}

void BodyHandler::leave_out(Reason reason) {
    left_out_depth_ = parser().depth();
    left_out_reason_ = reason;
}

void BodyHandler::start(xml::Token token, const xml::Attributes& attributes) {
    if (root_ != unknown && !check_root(token)) {
        return;
    }
    if (token == unknown) {
        return;
    }
    if (left_out_depth_ != 0) {
        start_left_out(token);
        return;
    }
    switch (token) {
        case w_r:
            runs_.emplace_back();
            return;
        case w_t:
        case m_t:
        case a_t:
            kind_ = TextKind::plain;
            return;
        case w_delText:
        case w_delInstrText:
            kind_ = TextKind::deleted;
            return;
        case w_instrText:
            kind_ = TextKind::code;
            return;
        case w_tabs:
        case w_pPrChange:
        case w_rPrChange:
        case w_sectPrChange:
        case w_tblPrChange:
        case w_tblPrExChange:
        case w_tblGridChange:
        case w_trPrChange:
        case w_tcPrChange:
        case w_numberingChange:
            parser().skip();
            return;
        default:
            break;
    }
    switch (parser().above()) {
        case w_pPr:
            read_paragraph_property(token, attributes);
            return;
        case w_numPr:
            read_numbering(token, attributes, builder_.properties().numbering);
            return;
        case w_rPr:
            if (parser().above(2) == w_r) {
                read_run_property(token, attributes);
            } else if (parser().above(2) == w_pPr) {
                read_mark_property(token, attributes);
            }
            return;
        case w_tcPr:
            if (builder_.in_cell()) {
                start_cell_property(token, attributes);
            }
            return;
        case w_tcBorders:
            read_border(token, attributes, builder_.top().cell.borders);
            return;
        case w_trPr:
        case w_tblPr:
        case w_tblGrid:
        case w_tblBorders:
            if (TableDraft* table = builder_.table()) {
                table->read_property(token, attributes, parser(), reading_.styles);
                if (parser().above() == w_trPr) {
                    start_revision(token);
                }
            }
            return;
        case w_sdtPr:
        case w14_checkbox:
            read_sdt_property(token, attributes);
            return;
        case w_ddList:
            read_drop_down(token, attributes);
            return;
        case w_sectPr:
            section_continues_ = section_continues_ || (token == w_type && attributes.find(w, "val") == "continuous");
            return;
        default:
            start_block(token, attributes);
    }
}

void BodyHandler::start_cell_property(xml::Token token, const xml::Attributes& attributes) {
    Container& container = builder_.top();
    read_cell_property(token, attributes, container.cell, reading_);
    if (!container.cell.deleted) {
        return;
    }
    // where w:tcPr stands behind text or deeper than it may, the text is kept rather than lost track of
    container.cell.deleted = container.untouched() && container.depth + 2 == parser().depth();
    if (container.cell.deleted) {
        left_out_depth_ = container.depth;
        left_out_reason_ = Reason::deleted;
    }
}

/// Inside a subtree that is left out only text counts, and the paragraphs that it stands in.
void BodyHandler::start_left_out(xml::Token token) {
    switch (token) {
        case w_t:
        case m_t:
        case a_t:
        case w_delText:
        case w_instrText:
        case w_delInstrText:
            kind_ = TextKind::deleted;
            return;
        case w_p:
        case a_p:
            builder_.pass_paragraph();
            return;
        case w_tab:
        case w_br:
        case w_cr:
            leave(left_out_reason_, token == w_tab ? "\t" : "\n", 0);
            return;
        default:
            return;
    }
}

void BodyHandler::start_block(xml::Token token, const xml::Attributes& attributes) {
    const std::uint32_t depth = parser().depth();
    switch (token) {
        case w_p:
        case a_p:
            builder_.begin_paragraph();
            return;
        case w_tbl:
            builder_.begin_table(depth);
            return;
        case w_tr:
            builder_.begin_row(depth);
            return;
        case w_tc:
        case w_txbxContent:
        case a_txBody:
            if (token == w_tc) {
                builder_.begin_cell(depth);
            } else {
                builder_.begin_box(depth);
            }
            if (builder_.top().depth == depth) {
                builder_.top().fields = fields_.open().size();
            }
            return;
        case w_ins:
        case w_del:
        case w_moveFrom:
        case w_moveTo:
            start_revision(token);
            return;
        case mc_AlternateContent:
        case mc_Choice:
        case mc_Fallback:
            start_alternative(token, attributes);
            return;
        case w_footnote:
        case w_endnote:
        case w_comment:
            start_note(token, attributes);
            return;
        case w_sectPr:
            section_continues_ = false;
            return;
        case w_altChunk:
        case w_subDoc:
        case w_control:
        case o_OLEObject:
        case c_chart:
        case dgm_relIds:
            start_object(token, attributes);
            return;
        case a_blip:
        case v_imagedata:
            builder_.add_picture();
            return;
        default:
            start_run_content(token, attributes);
    }
}

/// w:ins, w:del, w:moveFrom, w:moveTo round runs, or in w:trPr for the whole row (17.13.5). The accepted text is read.
void BodyHandler::start_revision(xml::Token token) {
    const bool row = parser().above() == w_trPr;
    switch (token) {
        case w_ins:
            ++reading_.insertions;
            return;
        case w_moveTo:
            ++reading_.moves;
            return;
        case w_del:
            ++reading_.deletions;
            break;
        case w_moveFrom:
            ++reading_.moves;
            break;
        default:
            return;
    }
    if (!row) {
        leave_out(Reason::deleted);
    } else if (TableDraft* table = builder_.table();
               table->row_depth() + 2 == parser().depth() && table->delete_row()) {
        left_out_depth_ = table->row_depth();
        left_out_reason_ = Reason::deleted;
    }
}

/// The first Choice that is understood, else the Fallback; never both: each text box stands in the file twice.
void BodyHandler::start_alternative(xml::Token token, const xml::Attributes& attributes) {
    if (token == mc_AlternateContent) {
        choice_taken_.push_back(false);
        return;
    }
    if (choice_taken_.empty()) {
        return;
    }
    if (!choice_taken_.back() &&
        (token == mc_Fallback || is_understood(attributes.find(none, "Requires").value_or("")))) {
        choice_taken_.back() = true;
    } else {
        leave_out(Reason::fallback_copy);
    }
}

void BodyHandler::start_note(xml::Token token, const xml::Attributes& attributes) {
    note_ = id_of(attributes);
    const auto type = attributes.find(w, "type");
    if (token != w_comment && type && *type != "normal") {
        leave_out(Reason::separator);  // the rule above the notes, with or without words
    }
}

/// Objects and parts that hold text which is not read: named, so that a person can look.
void BodyHandler::start_object(xml::Token token, const xml::Attributes& attributes) {
    const char* kind = token == w_altChunk   ? "an embedded document"
                       : token == w_subDoc   ? "a subdocument"
                       : token == w_control  ? "a form control"
                       : token == c_chart    ? "a chart"
                       : token == dgm_relIds ? "a SmartArt diagram"
                                             : "an embedded object";
    const std::string id = attributes.text(r, token == dgm_relIds ? "dm" : "id");
    const Relationship* relationship = relationships_.by_id(id);
    const std::string target = relationship == nullptr ? id : relationship->target;
    const std::string program = token == o_OLEObject ? attributes.text(none, "ProgID") : std::string{};
    reading_.find_once(FindingCode::embedded_object, target,
                       fmt::format("{}{}{} was not read: {}", kind, program.empty() ? "" : " of ", program, target),
                       builder_.place());
}

void BodyHandler::end(xml::Token token) {
    kind_ = TextKind::none;
    if (left_out_depth_ != 0) {
        if (parser().depth() > left_out_depth_) {
            return;
        }
        left_out_depth_ = 0;
        reading_.end_piece();
    }
    if (token != unknown) {
        end_block(token);
    }
}

void BodyHandler::end_block(xml::Token token) {
    const std::uint32_t depth = parser().depth();
    switch (token) {
        case w_r:
            if (runs_.size() > 1) {
                runs_.pop_back();
            }
            return;
        case w_p:
        case a_p:
            fields_.release_held_text();
            builder_.end_paragraph();
            return;
        case w_tc:
        case w_txbxContent:
        case a_txBody:
            if (builder_.top().depth == depth) {
                fields_.end_all(builder_.top().fields);
            }
            if (token == w_tc) {
                check(builder_.end_cell(depth));
            } else {
                builder_.end_box(depth);
            }
            return;
        case w_tr:
            builder_.end_row(depth);
            return;
        case w_tbl:
            check(builder_.end_table(depth));
            return;
        case w_sdt:
            end_sdt();
            return;
        case w_sectPr:
            builder_.end_section(!section_continues_);
            return;
        case mc_AlternateContent:
            if (!choice_taken_.empty()) {
                choice_taken_.pop_back();
            }
            return;
        case w_body:
        case w_hdr:
        case w_ftr:
        case w_footnote:
        case w_endnote:
        case w_comment:
            fields_.end_all(0);
            story_done_(note_, builder_.take());
            return;
        case w_document:
        case w_footnotes:
        case w_endnotes:
        case w_comments:
            fields_.end_all(0);
            if (std::vector<Block> rest = builder_.take(); !rest.empty()) {  // text outside of any story
                story_done_(-1, std::move(rest));
            }
            return;
        default:
            return;
    }
}

}  // namespace mingdan::docx
