#include "extract/docx_story.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "model/try.h"

namespace mingdan::docx {

StoryBuilder::StoryBuilder(Reading& reading, std::uint16_t part) : reading_(reading) {
    containers_.emplace_back().place.part = part;
}

Container& StoryBuilder::push(Container::Kind kind, std::uint32_t depth, const Origin& place) {
    if (++level_ == containers_.size()) {
        containers_.emplace_back();
    }
    Container& container = top();
    container.kind = kind;
    container.depth = depth;
    container.place = place;
    container.cell = {};
    container.blocks.clear();
    container.paragraph.clear();
    container.next_starts_page = container.carries = false;
    return container;
}

Origin StoryBuilder::place() const {
    Origin origin = containers_[level_].place;
    origin.paragraph = paragraphs_;
    return origin;
}

/// The paragraph that text goes to; text outside of any begins one.
ParagraphDraft& StoryBuilder::writable() {
    ParagraphDraft& paragraph = top().paragraph;
    if (!paragraph.open) {
        paragraph.begin(place(), reading_.styles.default_paragraph());
    }
    return paragraph;
}

void StoryBuilder::begin_paragraph() {
    Container& container = top();
    close_paragraph(container);
    ++paragraphs_;
    container.paragraph.begin(place(), reading_.styles.default_paragraph());
}

void StoryBuilder::end_paragraph() {
    close_paragraph(top());
}

void StoryBuilder::close_paragraph(Container& container) {
    ParagraphDraft& paragraph = container.paragraph;
    if (!paragraph.open) {
        return;
    }
    if (paragraph.properties.mark_deleted || paragraph.properties.mark_joins) {
        container.carries = true;
        paragraph.open = false;
        return;
    }
    emit(container);
}

/// Nothing follows that a carried text could go on in.
void StoryBuilder::settle_carried(Container& container) {
    if (std::exchange(container.carries, false)) {
        if (container.paragraph.has_anything()) {
            emit(container);
        }
        container.paragraph.clear();
    }
}

/// The paragraph's automatic number. Text boxes are a story of their own; covered cells and hidden paragraphs do not
/// count.
std::string StoryBuilder::number_of(const Container& container, const ParagraphDraft& paragraph) {
    const ParagraphProperties& properties = paragraph.properties;
    if (properties.shown_number) {
        return *properties.shown_number;
    }
    const Style* style = properties.style;
    const bool by_style = !properties.numbering.number && style != nullptr;
    const std::int32_t number = (by_style ? style->numbering.number : properties.numbering.number).value_or(0);
    if (number == 0) {
        return {};
    }
    const bool blank = std::all_of(paragraph.lines.begin(), paragraph.lines.end(),
                                   [](const Line& line) { return line.field.text.empty(); });
    const bool covered = container.kind == Container::Kind::cell && container.cell.cell.vertical == Merge::continues;
    if (blank && (covered || properties.mark_hidden)) {
        return {};
    }
    const std::int32_t level = properties.numbering.level ? *properties.numbering.level
                               : by_style                 ? level_of_style(reading_.numbering, reading_.styles, *style)
                                                          : 0;
    std::string unknown_format;
    NumberCounters& counters = boxes_open_ > 0 ? box_counters_ : counters_;
    std::string text = counters.next(reading_.numbering, reading_.styles, number, level, unknown_format);
    if (!unknown_format.empty()) {
        reading_.find_once(
            FindingCode::unknown_numbering, unknown_format,
            fmt::format("automatic numbers of the format “{}” are not known; decimal was used", unknown_format),
            paragraph.lines.front().field.origin);
    }
    return text;
}

Paragraph StoryBuilder::to_paragraph(Container& container) {
    ParagraphDraft& draft = container.paragraph;
    const Style* style = draft.properties.style;
    Paragraph paragraph;
    paragraph.alignment = draft.properties.alignment.value_or(style->alignment.value_or(Alignment::unknown));
    paragraph.outline = draft.properties.outline.value_or(style->outline.value_or(0));
    paragraph.pictures = draft.pictures;
    paragraph.starts_page =
        draft.starts_page || std::exchange(container.next_starts_page, false) ||
        (!draft.numbered && draft.properties.page_break_before.value_or(style->page_break_before.value_or(false)));
    paragraph.lines.reserve(draft.lines.size());
    std::move(draft.lines.begin(), draft.lines.end(), std::back_inserter(paragraph.lines));
    return paragraph;
}

void StoryBuilder::emit_to_cell(Container& container) {
    Cell& cell = container.cell.cell.content;
    ParagraphDraft& draft = container.paragraph;
    if (cell.lines.size() == 1 && cell.lines.capacity() == 1) {
        cell.lines.reserve(8);  // a cell with a second paragraph holds a list
    }
    std::move(draft.lines.begin(), draft.lines.end(), std::back_inserter(cell.lines));
    cell.pictures += draft.pictures;
}

/// Makes a block (or a cell's lines) of what the paragraph holds; the paragraph goes on empty.
void StoryBuilder::emit_part(Container& container) {
    ParagraphDraft& draft = container.paragraph;
    draft.end_line(LineEnd::paragraph, reading_);
    const bool only_contents =
        draft.had_contents && draft.pictures == 0 && draft.boxes.empty() &&
        std::all_of(draft.lines.begin(), draft.lines.end(), [](const Line& line) { return line.field.weight == 0; });
    if (!only_contents) {
        if (!draft.numbered) {
            draft.lines.front().number = number_of(container, draft);
        }
        if (container.kind == Container::Kind::cell) {
            emit_to_cell(container);
        } else {
            container.blocks.push_back(Block{to_paragraph(container)});
        }
        std::move(draft.boxes.begin(), draft.boxes.end(), std::back_inserter(container.blocks));
    }
    draft.numbered = true;
    draft.lines.clear();
    draft.boxes.clear();
    draft.pictures = 0;
    draft.starts_page = draft.had_contents = false;
}

void StoryBuilder::emit(Container& container) {
    ParagraphDraft& draft = container.paragraph;
    const bool breaks_page = draft.breaks_page;
    const bool ends_section = draft.properties.ends_section;
    if (!draft.numbered || draft.has_anything()) {  // else a page break stood at its end, and its text is out already
        emit_part(container);
    }
    container.carries = false;
    draft.clear();
    container.next_starts_page = breaks_page;
    if (ends_section && level_ == 0) {
        section_first_ = container.blocks.size();
    }
}

/// What comes before the break and what comes after it are two paragraphs to the eye.
void StoryBuilder::page_break() {
    ParagraphDraft& draft = writable();
    if (in_cell()) {
        if (!draft.line_empty()) {
            soft_break();
        }
        return;
    }
    if (draft.has_text()) {
        const Origin place = this->place();
        emit_part(top());
        const ParagraphProperties properties = draft.properties;
        draft.begin(place, properties.style);
        draft.properties = properties;
        draft.numbered = true;
    }
    draft.breaks_page = true;
}

void StoryBuilder::end_section(bool began_page) {
    Container& story = containers_.front();
    if (!began_page || section_first_ == SIZE_MAX) {
        return;
    }
    if (section_first_ < story.blocks.size()) {
        if (auto* paragraph = std::get_if<Paragraph>(&story.blocks[section_first_].is)) {
            paragraph->starts_page = true;
        }
    } else if (story.paragraph.open) {
        story.paragraph.starts_page = true;
    }
}

void StoryBuilder::begin_table(std::uint32_t depth) {
    Container& container = top();
    close_paragraph(container);
    settle_carried(container);
    container.next_starts_page = false;
    Origin origin = container.place;
    origin.table = reading_.next_table();
    origin.row = origin.column = 0;
    if (in_cell()) {
        origin.row = container.place.row;
        origin.column = container.place.column;
    }
    tables_.emplace_back(reading_, origin, depth, level_);
}

void StoryBuilder::begin_row(std::uint32_t depth) {
    if (TableDraft* open = table(); open != nullptr && open->row_depth() == 0) {
        open->begin_row(depth);
    }
}

void StoryBuilder::begin_cell(std::uint32_t depth) {
    if (TableDraft* open = table(); open != nullptr && open->row_depth() != 0) {
        push(Container::Kind::cell, depth, open->cell_origin());
    }
}

Result<void> StoryBuilder::end_cell(std::uint32_t depth) {
    Container& container = top();
    if (container.kind != Container::Kind::cell || container.depth != depth) {
        return {};
    }
    close_paragraph(container);
    settle_carried(container);
    --level_;
    if (container.cell.deleted) {
        return {};
    }
    container.cell.cell.content.children = std::move(container.blocks);
    return tables_.back().add_cell(std::move(container.cell));
}

void StoryBuilder::end_row(std::uint32_t depth) {
    if (TableDraft* open = table(); open != nullptr && open->row_depth() == depth) {
        open->end_row();
    }
}

Result<void> StoryBuilder::end_table(std::uint32_t depth) {
    if (table() == nullptr || tables_.back().depth() != depth) {
        return {};
    }
    close_paragraph(top());
    settle_carried(top());
    TRY_ASSIGN(std::optional<Table> finished, std::move(tables_.back()).finish(reading_));
    tables_.pop_back();
    if (finished) {
        top().blocks.push_back(Block{std::move(*finished)});
    }
    return {};
}

void StoryBuilder::begin_box(std::uint32_t depth) {
    writable();
    push(Container::Kind::box, depth, top().place);
    ++boxes_open_;
}

void StoryBuilder::end_box(std::uint32_t depth) {
    Container& container = top();
    if (container.kind != Container::Kind::box || container.depth != depth) {
        return;
    }
    close_paragraph(container);
    settle_carried(container);
    --level_;
    --boxes_open_;
    if (!container.blocks.empty()) {
        writable().boxes.push_back(Block{TextBox{std::move(container.blocks)}});
    }
}

std::vector<Block> StoryBuilder::take() {
    Container& container = top();
    close_paragraph(container);
    settle_carried(container);
    section_first_ = SIZE_MAX;
    return std::exchange(container.blocks, {});
}

}  // namespace mingdan::docx
