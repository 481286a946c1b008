#include "extract/html_story.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "model/utf8.h"
#include "wrap/text.h"

namespace mingdan::html {

namespace {

constexpr std::string_view kWhite = " \t\r\n\f";

/// Two columns of layout spaces: no text of a wrapped line begins so.
bool is_indented(std::string_view line) {
    std::uint32_t columns = 0;
    for (std::size_t at = 0; at < line.size() && columns < 2;) {
        const char32_t c = utf8::next(line, at);
        if (!text::is_space(c)) {
            break;
        }
        columns += c == 0x3000 || c == '\t' ? 2 : 1;
    }
    return columns >= 2;
}

bool is_blank(const Line& line) {
    return line.field.weight == 0 && text::trim(line.field.text).empty();
}

bool begins_paragraph(const Line& before, const Line& line) {
    return before.end == LineEnd::paragraph || is_blank(before) || is_blank(line) || is_indented(line.field.text);
}

}  // namespace

StoryBuilder::StoryBuilder(Document& document, SourceBreak source_break)
    : document_(document), source_break_(source_break) {
    part_ = static_cast<std::uint16_t>(std::min<std::size_t>(document.parts.size(), UINT16_MAX));
    containers_.emplace_back(source_break_).place.part = part_;
}

Origin StoryBuilder::place() const {
    Origin origin = containers_.back().place;
    origin.paragraph = paragraphs_ + 1;
    return origin;
}

/// The container with a paragraph open, which begins now if it has not.
StoryBuilder::Container& StoryBuilder::writable() {
    Container& container = top();
    if (!container.open) {
        container.open = true;
        container.context = context;
        container.starts_page = std::exchange(container.next_starts_page, false);
        container.line_place = {};
    }
    if (container.line_place.text == 0) {
        container.line_place = place();
        container.line_place.text = ++document_.texts;
    }
    piece_open_ = false;
    return container;
}

void StoryBuilder::text(std::string_view text) {
    if (context.left_out) {
        leave(*context.left_out, text, count_characters(text));
        return;
    }
    if (!context.stands) {
        if (top().open || text.find_first_not_of(kWhite) != std::string_view::npos) {
            Container& container = text.find_first_not_of(kWhite) == std::string_view::npos ? top() : writable();
            container.line.append(text);
        }
        return;
    }
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
        if (end > 0) {
            writable().line.append_as_is(text.substr(0, end));
        }
        if (end < text.size()) {
            line_break();
            text.remove_prefix(text.substr(end).starts_with("\r\n") ? 1 : 0);
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

void StoryBuilder::generated(std::string_view text) {
    if (!context.left_out) {
        writable().line.append_generated(text);
    }
}

void StoryBuilder::end_line(Container& container, LineEnd end) {
    Line& line = container.lines.emplace_back();
    line.field.origin = container.line_place;
    const std::uint32_t generated = container.line.generated();
    line.field.text = container.line.take();
    line.field.weight = count_characters(line.field.text) - generated;
    line.end = end;
    container.line_place = {};
}

void StoryBuilder::line_break() {
    if (!context.left_out) {
        end_line(writable(), context.soft && !context.stands ? LineEnd::soft_break : LineEnd::unknown);
    }
}

void StoryBuilder::picture() {
    if (!context.left_out) {
        ++writable().pictures;
    }
}

void StoryBuilder::end_paragraph() {
    Container& container = top();
    if (!container.open) {
        return;
    }
    if (!container.line.empty() || container.lines.empty()) {
        writable();  // gives the line its place
        end_line(container, LineEnd::paragraph);
    } else {
        container.line.take();
        container.lines.back().end = LineEnd::paragraph;  // a break that ends a block makes no line
    }
    emit(container);
    container.lines.clear();
    container.pictures = 0;
    container.open = container.starts_page = false;
    container.line_place = {};
}

void StoryBuilder::end_item() {
    end_paragraph();
    if (!top().number.empty()) {
        writable();
        end_paragraph();
    }
}

void StoryBuilder::emit_to_cell(Container& container) {
    for (std::size_t i = 1; i < container.lines.size(); ++i) {
        if (begins_paragraph(container.lines[i - 1], container.lines[i])) {
            container.lines[i - 1].end = LineEnd::paragraph;
        }
    }
    ++paragraphs_;
    Cell& cell = container.cell;
    std::move(container.lines.begin(), container.lines.end(), std::back_inserter(cell.lines));
    cell.pictures += container.pictures;
}

void StoryBuilder::emit(Container& container) {
    container.lines.front().number = std::exchange(container.number, {});
    if (container.is_cell) {
        emit_to_cell(container);
        return;
    }
    Paragraph* paragraph = nullptr;
    for (Line& line : container.lines) {
        if (paragraph == nullptr || paragraph->lines.back().end == LineEnd::unknown ||
            begins_paragraph(paragraph->lines.back(), line)) {
            container.blocks.push_back(Block{Paragraph{}});
            paragraph = &std::get<Paragraph>(container.blocks.back().is);
            paragraph->alignment = container.context.alignment;
            paragraph->outline = container.context.outline;
            paragraph->pictures = std::exchange(container.pictures, 0);
            paragraph->starts_page = std::exchange(container.starts_page, false);
            ++paragraphs_;
        }
        line.field.origin.paragraph = paragraphs_;
        paragraph->lines.push_back(std::move(line));
    }
}

void StoryBuilder::leave(Reason reason, std::string_view text, std::uint32_t characters) {
    if (characters == 0) {
        return;
    }
    auto& pieces = document_.left_out;
    if (piece_open_ && pieces.back().reason == reason) {
        pieces.back().text += reason == Reason::page_furniture ? " " : "";
        pieces.back().text += text;
        pieces.back().characters += characters;
        return;
    }
    Origin origin = place();
    origin.text = ++document_.texts;
    pieces.push_back({reason, std::string(text), characters, origin});
    piece_open_ = true;
}

void StoryBuilder::add(Block block) {
    end_paragraph();
    top().next_starts_page = false;
    piece_open_ = false;
    top().blocks.push_back(std::move(block));
}

void StoryBuilder::begin_cell(const Origin& place) {
    Container& container = containers_.emplace_back(source_break_);
    container.is_cell = true;
    container.place = place;
}

Cell StoryBuilder::end_cell() {
    end_item();
    if (top().cell.lines.empty()) {
        writable();
        end_paragraph();
    }
    Cell cell = std::move(top().cell);
    cell.children = std::move(top().blocks);
    containers_.pop_back();
    return cell;
}

void StoryBuilder::begin_aside() {
    Container& container = containers_.emplace_back(source_break_);
    container.place.part = part_;
}

std::vector<Block> StoryBuilder::end_aside() {
    end_item();
    std::vector<Block> blocks = std::move(top().blocks);
    containers_.pop_back();
    return blocks;
}

std::vector<Block> StoryBuilder::take_body() {
    end_item();
    return std::move(top().blocks);
}

}  // namespace mingdan::html
