// HTML 4 (the elements), 14 (rendering); Word's mso- properties and LibreOffice's class names as met in their pages.
#include "extract/html_body.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

#include "extract/html_style.h"
#include "extract/html_table.h"
#include "model/try.h"
#include "wrap/text.h"

namespace mingdan::html {

namespace {

struct Left {
    Element element;
    Reason reason;
};

/// Elements whose text is none of the notice. What a script would show or a form offer is not shown.
constexpr Left kLeft[] = {
    {Element::title, Reason::page_furniture},
    {Element::button, Reason::page_furniture},
    {Element::select, Reason::page_furniture},
    {Element::option, Reason::page_furniture},
    {Element::optgroup, Reason::page_furniture},
    {Element::datalist, Reason::page_furniture},
    {Element::textarea, Reason::page_furniture},
    {Element::noscript, Reason::fallback_copy},
    {Element::noframes, Reason::fallback_copy},
    {Element::audio, Reason::fallback_copy},
    {Element::video, Reason::fallback_copy},
    {Element::template_, Reason::placeholder},
    {Element::xml, Reason::artifact},
    {Element::svg, Reason::artifact},
    {Element::rt, Reason::ruby},
    {Element::rp, Reason::ruby},
    {Element::rtc, Reason::ruby},
    {Element::comment, Reason::comment},
};

std::uint8_t outline_of(Element element) {
    return element >= Element::h1 && element <= Element::h6
               ? static_cast<std::uint8_t>(1 + static_cast<int>(element) - static_cast<int>(Element::h1))
               : 0;
}

/// Elements that are a paragraph, so that <br> in them is a soft break.
bool is_paragraph(Element element) {
    return element == Element::p || outline_of(element) > 0 || element == Element::dt || element == Element::caption;
}

/// Pixels; 0 where it is not said.
int pixels(std::string_view value) {
    int number = 0;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return number;
}

bool has_class(const Tree& tree, NodeId node, std::string_view name) {
    return contains_word(tree.get(node, Attribute::class_), name);
}

}  // namespace

Result<void> BodyReader::read() {
    if (!page_.title.empty()) {
        story_.generated(page_.title);
        story_.end_paragraph();
    }
    TRY(visit(0));
    std::vector<Block> blocks = story_.take_body();
    std::move(blocks.begin(), blocks.end(), std::back_inserter(document_.body));
    report();
    return {};
}

Result<void> BodyReader::visit_children(NodeId node) {
    for (NodeId child = tree_.first_child(node); child != kNoNode; child = tree_.next(child)) {
        TRY(visit(child));
    }
    return {};
}

Result<void> BodyReader::visit(NodeId node) {
    const Fate fate = page_.fate(node);
    if (fate == Fate::furniture) {
        leave(node, Reason::page_furniture);
        return {};
    }
    const Element element = tree_.element(node);
    if (element == Element::text) {
        story_.text(tree_.text(node));
        return {};
    }
    if (fate == Fate::path) {  // scripts show what a saved page hides there
        return visit_block(node);
    }
    // WeChat's pages hide their text until a script shows it, and so the article itself is never hidden.
    const NodeId parent = tree_.parent(node);
    const bool article = parent != kNoNode && page_.fate(parent) == Fate::path;
    if (!article && is_hidden(tree_, node)) {
        leave(node, Reason::hidden);
        return {};
    }
    switch (reading_of(element)) {
        case Reading::leave: {
            const auto* const left = std::find_if(std::begin(kLeft), std::end(kLeft),
                                                  [&](const Left& each) { return each.element == element; });
            leave(node, left == std::end(kLeft) ? Reason::page_furniture : left->reason);
            return {};
        }
        case Reading::special:
            return visit_special(node);
        case Reading::block:
        case Reading::part:  // of no table
            return visit_block(node);
        case Reading::inline_:
            if (equal_word(tree_.get(node, Attribute::id), "shlink")) {
                name_embedded(node, tree_.get(node, Attribute::href), "sheet");
            }
            return visit_children(node);
    }
    return {};
}

Result<void> BodyReader::visit_block(NodeId node) {
    StoryKind kind{};
    if (is_aside(node, kind)) {
        return read_aside(node, kind);
    }
    story_.end_paragraph();
    const Context outer = story_.context;
    const Element element = tree_.element(node);
    const Alignment alignment = alignment_of(tree_, node);
    if (alignment != Alignment::unknown) {
        story_.context.alignment = alignment;
    }
    if (outline_of(element) > 0) {
        story_.context.outline = outline_of(element);
    }
    const WhiteSpace white = white_space_of(tree_, node);
    story_.context.stands = white == WhiteSpace::unsaid ? outer.stands : white == WhiteSpace::stands;
    story_.context.soft = is_paragraph(element);
    if (begins_page(tree_, node)) {
        story_.page_break();
    }
    TRY(visit_children(node));
    if (story_.context.soft) {
        story_.end_item();  // Word writes numbers into paragraphs that hold nothing else
    } else {
        story_.end_paragraph();
    }
    story_.context = outer;
    return {};
}

Result<void> BodyReader::visit_special(NodeId node) {
    switch (tree_.element(node)) {
        case Element::br:
            read_break(node);
            return {};
        case Element::img:
            read_picture(node);
            return {};
        case Element::input:
            read_input(node);
            return {};
        case Element::del:
            ++deletions_;
            leave(node, Reason::deleted);
            return {};
        case Element::iframe:
        case Element::frame:
            name_embedded(node, tree_.get(node, Attribute::src), "page");
            leave(node, Reason::fallback_copy);
            return {};
        case Element::embed:
            name_embedded(node, tree_.get(node, Attribute::src), "object");
            return {};
        case Element::object:
            name_embedded(node, tree_.get(node, Attribute::data), "object");
            return visit_children(node);
        case Element::table:
            return TableReader(*this, node).read();
        case Element::a:
            return visit_anchor(node);
        case Element::span:
            return visit_span(node);
        case Element::li: {
            story_.end_paragraph();
            const Context outer = story_.context;
            if (const Alignment alignment = alignment_of(tree_, node); alignment != Alignment::unknown) {
                story_.context.alignment = alignment;
            }
            story_.context.soft = true;
            story_.set_number(lists_.empty() ? std::string() : lists_.back().next(tree_, node));
            TRY(visit_children(node));
            story_.end_item();
            story_.context = outer;
            return {};
        }
        default:
            return visit_list(node);
    }
}

Result<void> BodyReader::visit_list(NodeId list) {
    story_.end_paragraph();
    const Context outer = story_.context;
    story_.context.soft = false;
    lists_.push_back(List::of(tree_, list));
    TRY(visit_children(list));
    lists_.pop_back();
    story_.end_paragraph();
    story_.context = outer;
    return {};
}

/// The mark that refers to a note is none of the text it stands in.
Result<void> BodyReader::visit_anchor(NodeId node) {
    const std::string_view style = tree_.get(node, Attribute::style);
    const bool note = !declaration(style, "mso-footnote-id").empty() || !declaration(style, "mso-endnote-id").empty();
    const bool comment = has_class(tree_, node, "msocomanchor");
    const bool reference = has_class(tree_, node, "sdfootnoteanc") || has_class(tree_, node, "sdendnoteanc");
    const bool mark = has_class(tree_, node, "sdfootnotesym") || has_class(tree_, node, "sdendnotesym");
    if (!note && !comment && !reference && !mark) {
        return visit_children(node);
    }
    std::string_view target = tree_.get(node, Attribute::href);
    target = target.substr(std::min(target.find('#') + 1, target.size()));
    if (!mark) {
        anchors_.push_back({std::string(target), story_.here()});
    }
    leave(node, Reason::numbering);
    return {};
}

Result<void> BodyReader::visit_span(NodeId node) {
    const std::string_view style = tree_.get(node, Attribute::style);
    if (!style.empty()) {
        if (equal_word(declaration(style, "mso-list"), "ignore")) {
            story_.set_number(std::string(text::trim(text_of(node))));
            leave(node, Reason::numbering);
            return {};
        }
        const std::string_view part = declaration(style, "mso-element");
        if (equal_word(part, "field-begin")) {
            story_.context.left_out = Reason::field_code;
        } else if (equal_word(part, "field-separator") || equal_word(part, "field-end")) {
            story_.context.left_out.reset();
        }
        if (equal_word(declaration(style, "mso-element"), "comment-reference")) {
            leave(node, Reason::numbering);
            return {};
        }
    }
    const bool stood = story_.context.stands;
    const WhiteSpace white = white_space_of(tree_, node);
    story_.context.stands = white == WhiteSpace::unsaid ? stood : white == WhiteSpace::stands;
    TRY(visit_children(node));
    story_.context.stands = stood;
    return {};
}

/// Notes and running heads as Word and LibreOffice set them apart.
bool BodyReader::is_aside(NodeId node, StoryKind& kind) const {
    if (tree_.element(node) != Element::div) {
        return false;
    }
    const std::string_view element = declaration(tree_.get(node, Attribute::style), "mso-element");
    const std::string_view id = tree_.get(node, Attribute::id);
    const std::string_view title = tree_.get(node, Attribute::title);
    if (equal_word(element, "footnote") || (id.starts_with("sdfootnote") && page_.libreoffice)) {
        kind = StoryKind::footnote;
    } else if (equal_word(element, "endnote") || (id.starts_with("sdendnote") && page_.libreoffice)) {
        kind = StoryKind::endnote;
    } else if (equal_word(element, "comment")) {
        kind = StoryKind::comment;
    } else if (equal_word(element, "header") || (title == "header" && page_.libreoffice)) {
        kind = StoryKind::header;
    } else if (equal_word(element, "footer") || (title == "footer" && page_.libreoffice)) {
        kind = StoryKind::footer;
    } else {
        return false;
    }
    return true;
}

Result<void> BodyReader::read_aside(NodeId node, StoryKind kind) {
    story_.end_paragraph();
    const Context outer = std::exchange(story_.context, {});
    story_.begin_aside();
    TRY(visit_children(node));
    Story story;
    story.kind = kind;
    story.blocks = story_.end_aside();
    story_.context = outer;
    const std::string_view id = tree_.get(node, Attribute::id);
    for (const Anchor& anchor : anchors_) {
        if (!id.empty() &&
            (anchor.name == id || anchor.name == fmt::format("_{}", id) || anchor.name == fmt::format("{}sym", id))) {
            story.anchor = anchor.origin;
            break;
        }
    }
    if (!story.blocks.empty()) {
        document_.stories.push_back(std::move(story));
    }
    return {};
}

void BodyReader::read_break(NodeId node) {
    if (begins_page(tree_, node)) {
        story_.end_paragraph();
        story_.page_break();
        return;
    }
    story_.line_break();
}

/// Icons beside links and invisible pixels are no content.
void BodyReader::read_picture(NodeId node) {
    const int width = pixels(tree_.get(node, Attribute::width));
    const int height = pixels(tree_.get(node, Attribute::height));
    if ((width > 0 && width <= 32 && height <= 32) || (height > 0 && height <= 4)) {
        return;
    }
    story_.picture();
}

void BodyReader::read_input(NodeId node) {
    const std::string_view type = tree_.get(node, Attribute::type);
    if (equal_word(type, "checkbox") || equal_word(type, "radio")) {
        story_.generated(tree_.has(node, Attribute::checked) ? "☑" : "☐");
    }
}

void BodyReader::name_embedded(NodeId node, std::string_view address, std::string_view what) {
    const bool invisible = pixels(tree_.get(node, Attribute::width)) == 0 && tree_.has(node, Attribute::width) &&
                           tree_.get(node, Attribute::width).starts_with('0');
    if (!address.empty() && !invisible && !address.starts_with("about:") && !address.starts_with("javascript:")) {
        find(FindingCode::embedded_object, fmt::format("an embedded {} was not read: {}", what, address));
    }
}

void BodyReader::find(FindingCode code, std::string message) {
    document_.findings.push_back(make_finding(code, std::move(message), {}, story_.place()));
}

std::string BodyReader::text_of(NodeId node) const {
    LineDraft line(SourceBreak::nothing_between_wide);
    for (NodeId at = node; at != kNoNode;) {
        if (tree_.element(at) == Element::text) {
            line.append(tree_.text(at));
        } else if (reading_of(tree_.element(at)) != Reading::inline_ && at != node) {
            line.append(" ");
        }
        if (tree_.first_child(at) != kNoNode) {
            at = tree_.first_child(at);
            continue;
        }
        while (at != node && tree_.next(at) == kNoNode) {
            at = tree_.parent(at);
        }
        at = at == node ? kNoNode : tree_.next(at);
    }
    return line.take();
}

void BodyReader::leave(NodeId node, Reason reason) {
    const std::string text = text_of(node);
    story_.leave(reason, text, count_characters(text));
}

void BodyReader::report() {
    if (deletions_ > 0) {
        document_.findings.push_back(
            make_finding(FindingCode::tracked_changes,
                         fmt::format("the page holds {} deleted texts, which were left out", deletions_)));
    }
    std::uint64_t hidden = 0;
    for (const LeftOut& piece : document_.left_out) {
        hidden += piece.reason == Reason::hidden ? piece.characters : 0;
    }
    if (hidden > 0) {
        document_.findings.push_back(
            make_finding(FindingCode::hidden_text,
                         fmt::format("the page holds {} characters of hidden text, which was left out", hidden)));
    }
}

}  // namespace mingdan::html
