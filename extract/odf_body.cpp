#include "extract/odf_body.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

namespace mingdan::odf {

namespace {

/// Whether character data directly under an element is text of a paragraph; nullopt: as in the element around it.
std::optional<bool> inline_mode(xml::Token token) {
    switch (token) {
        case text_p:
        case text_h:
        case text_number:
        case text_note_citation:
        case text_ruby_base:
        case text_ruby_text:
            return true;
        case text_note:
        case text_ruby:
        case office_annotation:
        case draw_frame:
        case draw_g:
        case draw_custom_shape:
        case draw_rect:
        case draw_ellipse:
        case draw_circle:
        case draw_line:
        case draw_polyline:
        case draw_polygon:
        case draw_regular_polygon:
        case draw_path:
        case draw_connector:
        case draw_caption:
        case draw_measure:
        case dr3d_scene:
            return false;
        default:
            return std::nullopt;
    }
}

bool is_shape(xml::Token token) {
    return token == draw_text_box || (token != draw_frame && token != draw_g && token != dr3d_scene &&
                                      token >= draw_a && token <= draw_text_box && inline_mode(token) == false);
}

}  // namespace

void BodyHandler::check(Result<void> result) {
    if (!result) {
        parser().stop(std::move(result.error()));
    }
}

bool BodyHandler::check_root(xml::Token token) {
    begun_ = true;
    if (token != office_document_content && token != office_document_styles) {
        parser().stop(fail(ErrorCode::no_document, "its first element is not that of an OpenDocument part",
                           "the file that holds the notice itself, saved anew"));
        return false;
    }
    return true;
}

void BodyHandler::leave_out(Reason reason) {
    left_out_depth_ = parser().depth();
    left_out_reason_ = reason;
}

void BodyHandler::start(xml::Token token, const xml::Attributes& attributes) {
    if (!begun_) {
        check_root(token);
        return;
    }
    if (token == unknown) {
        return;
    }
    if (definitions_depth_ != 0) {
        style_reader_.start(token, attributes, automatic_);
        return;
    }
    if (body_depth_ == 0) {
        start_outside(token, attributes);
        return;
    }
    if (skips(token, attributes)) {
        parser().skip();
        return;
    }
    if (const auto mode = inline_mode(token)) {
        enter(*mode);
    }
    if (left_out_depth_ != 0) {
        start_left_out(token);
    } else {
        start_content(token, attributes);
    }
}

void BodyHandler::start_outside(xml::Token token, const xml::Attributes& attributes) {
    switch (token) {
        case office_styles:
        case office_automatic_styles:
            definitions_depth_ = parser().depth();
            automatic_ = token == office_automatic_styles;
            return;
        case style_header:
        case style_header_left:
        case style_header_first:
        case style_footer:
        case style_footer_left:
        case style_footer_first:
            start_header(token, attributes);
            return;
        default:
            break;
    }
    if (parser().above() != office_body) {
        return;
    }
    if (token == (kind_ == Kind::text ? office_text : office_spreadsheet)) {
        body_depth_ = parser().depth();
    } else {
        parser().stop(fail(ErrorCode::no_document, "what it holds is not of the kind that its media type says",
                           "the file that holds the notice itself, saved anew"));
    }
}

/// One that is not shown repeats the text of another, or is left over.
void BodyHandler::start_header(xml::Token token, const xml::Attributes& attributes) {
    const bool above = token == style_header || token == style_header_left || token == style_header_first;
    header_ = above ? StoryKind::header : StoryKind::footer;
    body_depth_ = parser().depth();
    if (attributes.find(n_style, "display") == "false") {
        leave_out(Reason::page_furniture);
    }
}

/// Subtrees without text of the document; what may hold text that is not read is named.
bool BodyHandler::skips(xml::Token token, const xml::Attributes& attributes) {
    switch (token) {
        case dc_creator:
        case dc_date:
        case meta_creator_initials:
        case meta_date_string:
        case loext_sender_initials:
        case svg_title:
        case svg_desc:
        case office_binary_data:
        case office_event_listeners:
        case office_forms:
        case office_scripts:
        case table_content_validations:
        case table_dde_links:
        case draw_page_thumbnail:
        case draw_enhanced_geometry:
        case draw_image_map:
        case draw_glue_point:
        case text_notes_configuration:
        case text_linenumbering_configuration:
            return true;
        case draw_object:
        case draw_object_ole:
        case draw_plugin:
        case draw_applet:
        case draw_floating_frame:
        case draw_control:
        case math_math:
            break;
        default:
            return false;
    }
    const char* kind = token == draw_control ? "a form control"
                       : token == math_math  ? "a formula"
                                             : "an embedded object";
    const std::string target = attributes.text(none, "href");
    reading_.find_once(FindingCode::embedded_object, fmt::format("{}{}{}", kind, target, builder_.place().paragraph),
                       fmt::format("{} was not read{}{}", kind, target.empty() ? "" : ": ", target), builder_.place());
    return true;
}

/// Inside a subtree that is left out only text counts, and the paragraphs that it stands in.
void BodyHandler::start_left_out(xml::Token token) {
    switch (token) {
        case text_p:
        case text_h:
            builder_.pass_paragraph();
            return;
        case text_tab:
        case text_line_break:
        case text_s:
            leave(left_out_reason_, token == text_tab ? "\t" : token == text_s ? " " : "\n", 0);
            return;
        case table_insertion:
        case table_deletion:
        case table_movement:
        case table_cell_content_change:
            start_change(token);
            return;
        default:
            return;
    }
}

void BodyHandler::start_change(xml::Token token) {
    if (token == text_deletion || token == table_deletion) {
        ++reading_.deletions;
    } else if (token == table_movement) {
        ++reading_.moves;
    } else {
        ++reading_.insertions;
    }
}

std::optional<Reason> BodyHandler::why_left_out(xml::Token token, const xml::Attributes& attributes) {
    switch (token) {
        case text_deletion:
        case table_tracked_changes:
            return Reason::deleted;
        case text_ruby_text:
            return Reason::ruby;
        case text_number:
        case text_note_citation:
            return Reason::numbering;
        case text_table_of_content:
            return Reason::contents;
        case text_placeholder:
            return Reason::placeholder;
        case text_script:
            return Reason::field_code;
        case text_section:
            return attributes.find(n_text, "display") == "none" ? std::optional(Reason::hidden) : std::nullopt;
        case text_hidden_text:
            return attributes.find(n_text, "is-hidden") == "true" ? std::optional(Reason::hidden) : std::nullopt;
        default:
            return std::nullopt;
    }
}

void BodyHandler::start_content(xml::Token token, const xml::Attributes& attributes) {
    if (const auto reason = why_left_out(token, attributes)) {
        if (token == text_deletion) {
            start_change(token);
        }
        leave_out(*reason);
        return;
    }
    if (start_inline(token, attributes) || start_table_part(token, attributes) || start_shape(token, attributes)) {
        return;
    }
    switch (token) {
        case text_list:
            start_list(attributes);
            return;
        case text_list_item:
        case text_list_header:
            start_list_item(token, attributes);
            return;
        case text_numbered_paragraph:
            start_numbered(attributes);
            return;
        case text_insertion:
            start_change(token);
            return;
        case text_note:
            notes_.push_back(attributes.find(n_text, "note-class") == "endnote" ? StoryKind::endnote
                                                                                : StoryKind::footnote);
            return;
        case text_note_body:
        case office_annotation:
            builder_.begin_note(parser().depth(), token == office_annotation ? StoryKind::comment
                                                  : notes_.empty()           ? StoryKind::footnote
                                                                             : notes_.back());
            builder_.top().lists = lists_.size();
            return;
        default:
            return;
    }
}

/// Pictures in several forms (SVG, PNG) stand in one frame.
bool BodyHandler::start_shape(xml::Token token, const xml::Attributes&) {
    if (token == draw_frame) {
        ++frame_;
        return true;
    }
    if (token == draw_image) {
        if (parser().above() != draw_frame || pictured_ != frame_) {
            builder_.add_picture();
        }
        pictured_ = frame_;
        return true;
    }
    if (is_shape(token)) {
        builder_.begin_box(parser().depth());
        builder_.top().lists = lists_.size();
        return true;
    }
    return false;
}

void BodyHandler::end(xml::Token token) {
    const std::uint32_t depth = parser().depth();
    if (definitions_depth_ != 0) {
        style_reader_.end(token);
        definitions_depth_ = depth == definitions_depth_ ? 0 : definitions_depth_;
        return;
    }
    if (body_depth_ == 0) {
        return;
    }
    if (!modes_.empty() && modes_.back().depth == depth) {
        modes_.pop_back();
    }
    if (left_out_depth_ != 0) {
        if (depth > left_out_depth_) {
            return;
        }
        left_out_depth_ = 0;
        reading_.end_piece();
    } else {
        end_content(token);
    }
    if (depth == body_depth_) {
        end_body();
    }
}

void BodyHandler::end_content(xml::Token token) {
    const std::uint32_t depth = parser().depth();
    hidden_depth_ = hidden_depth_ == depth ? 0 : hidden_depth_;
    switch (token) {
        case text_p:
        case text_h:
            builder_.end_paragraph();
            return;
        case text_list:
        case text_numbered_paragraph:
            if (!lists_.empty() && lists_.back().depth == depth) {
                lists_.pop_back();
            }
            return;
        case text_list_item:
        case text_list_header:
            if (!lists_.empty() && lists_.back().depth + 1 == depth) {
                lists_.back().in_item = false;
            }
            return;
        case text_note:
            if (!notes_.empty()) {
                notes_.pop_back();
            }
            return;
        case text_note_body:
        case office_annotation:
            builder_.end_note(depth);
            return;
        case table_table_cell:
        case table_covered_table_cell:
            supply_value();
            builder_.end_cell(depth);
            return;
        case table_table_row:
            builder_.end_row(depth);
            return;
        case table_table_header_rows:
            if (TableDraft* table = builder_.table()) {
                table->set_header(false);
            }
            return;
        case table_table:
            check(builder_.end_table(depth));
            return;
        default:
            if (is_shape(token)) {
                builder_.end_box(depth);
            }
    }
}

void BodyHandler::end_body() {
    body_depth_ = 0;
    std::vector<Block> blocks = builder_.take();
    if (!header_) {
        std::move(blocks.begin(), blocks.end(), std::back_inserter(reading_.document.body));
    } else if (!blocks.empty()) {
        reading_.document.stories.push_back({*header_, std::move(blocks), {}});
    }
    header_.reset();
}

}  // namespace mingdan::odf
