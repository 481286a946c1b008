#include "extract/odf_story.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "model/try.h"

namespace mingdan::odf {

namespace {

/// A shape's box that holds nothing: every drawn line has one.
bool is_empty(const std::vector<Block>& blocks) {
    return std::all_of(blocks.begin(), blocks.end(), [](const Block& block) {
        const auto* paragraph = std::get_if<Paragraph>(&block.is);
        return paragraph != nullptr && paragraph->pictures == 0 &&
               std::all_of(paragraph->lines.begin(), paragraph->lines.end(),
                           [](const Line& line) { return line.field.text.empty() && line.number.empty(); });
    });
}

}  // namespace

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
    container.next_starts_page = false;
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
        paragraph.begin(place(), {&reading_.styles.find(Family::paragraph, ""), {}, 0});
    }
    return paragraph;
}

void StoryBuilder::begin_paragraph(ParagraphStart start) {
    Container& container = top();
    close_paragraph(container);
    ++paragraphs_;
    container.paragraph.begin(place(), std::move(start));
}

/// text:hidden-paragraph: what came in is left out after all.
void StoryBuilder::hide(ParagraphDraft& draft) {
    for (Line& line : draft.lines) {
        reading_.leave(Reason::hidden, line.field.text, line.field.weight, line.field.origin);
        reading_.end_piece();
        line.field.text.clear();
        line.field.weight = 0;
        line.number.clear();
    }
    draft.lines.resize(1);
}

Paragraph StoryBuilder::to_paragraph(Container& container) {
    ParagraphDraft& draft = container.paragraph;
    const Style& style = *draft.start.style;
    const bool first = container.kind == Container::Kind::story && container.blocks.empty();
    Paragraph paragraph;
    paragraph.alignment = style.alignment.value_or(Alignment::unknown);
    paragraph.outline = draft.start.outline;
    paragraph.pictures = draft.pictures;
    paragraph.starts_page = std::exchange(container.next_starts_page, style.breaks_after.value_or(false)) ||
                            style.breaks_before.value_or(false) || (!first && style.begins_master.value_or(false));
    paragraph.lines.reserve(draft.lines.size());
    std::move(draft.lines.begin(), draft.lines.end(), std::back_inserter(paragraph.lines));
    return paragraph;
}

void StoryBuilder::emit_to_cell(Container& container) {
    Cell& cell = container.cell.content;
    ParagraphDraft& draft = container.paragraph;
    if (cell.lines.size() == 1 && cell.lines.capacity() == 1) {
        cell.lines.reserve(8);  // a cell with a second paragraph holds a list
    }
    std::move(draft.lines.begin(), draft.lines.end(), std::back_inserter(cell.lines));
    cell.pictures += draft.pictures;
}

void StoryBuilder::close_paragraph(Container& container) {
    ParagraphDraft& draft = container.paragraph;
    if (!draft.open) {
        return;
    }
    draft.end_line(LineEnd::paragraph, reading_);
    draft.lines.front().number = std::move(draft.start.number);
    if (draft.hidden) {
        hide(draft);
    }
    if (container.kind == Container::Kind::cell) {
        emit_to_cell(container);
    } else {
        container.blocks.push_back(Block{to_paragraph(container)});
    }
    std::move(draft.boxes.begin(), draft.boxes.end(), std::back_inserter(container.blocks));
    draft.clear();
}

void StoryBuilder::add_picture() {
    Container& container = top();
    if (container.kind == Container::Kind::cell && !container.paragraph.open) {
        ++container.cell.content.pictures;
    } else {
        ++writable().pictures;
    }
}

void StoryBuilder::begin_table(std::uint32_t depth, bool sheet) {
    close_paragraph(top());
    top().next_starts_page = false;
    Origin origin = top().place;
    origin.table = reading_.next_table();
    if (!in_cell()) {
        origin.row = origin.column = 0;
    }
    tables_.emplace_back(reading_, origin, depth, level_, sheet);
}

void StoryBuilder::begin_row(std::uint32_t depth, std::uint32_t repeated, bool hidden, std::string cell_style) {
    if (TableDraft* open = table(); open != nullptr && open->row_depth() == 0) {
        open->begin_row(depth, repeated, hidden, std::move(cell_style));
    }
}

void StoryBuilder::begin_cell(std::uint32_t depth, CellDraft draft) {
    if (TableDraft* open = table(); open != nullptr && open->row_depth() != 0) {
        push(Container::Kind::cell, depth, open->cell_origin()).cell = std::move(draft);
    }
}

void StoryBuilder::end_cell(std::uint32_t depth) {
    Container& container = top();
    if (container.kind != Container::Kind::cell || container.depth != depth) {
        return;
    }
    close_paragraph(container);
    --level_;
    container.cell.content.children = std::move(container.blocks);
    tables_.back().add_cell(std::move(container.cell));
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
    TRY_ASSIGN(std::optional<Table> finished, std::move(tables_.back()).finish());
    tables_.pop_back();
    if (finished) {
        top().blocks.push_back(Block{std::move(*finished)});
    }
    return {};
}

void StoryBuilder::begin_box(std::uint32_t depth) {
    push(Container::Kind::box, depth, top().place);
}

/// A box anchored in a paragraph follows it; one that is anchored to the page stands where it stands.
void StoryBuilder::end_box(std::uint32_t depth) {
    Container& container = top();
    if (container.kind != Container::Kind::box || container.depth != depth) {
        return;
    }
    close_paragraph(container);
    --level_;
    if (!is_empty(container.blocks)) {
        auto& target = top().paragraph.open ? top().paragraph.boxes : top().blocks;
        target.push_back(Block{TextBox{std::move(container.blocks)}});
    }
}

void StoryBuilder::begin_note(std::uint32_t depth, StoryKind kind) {
    const Origin anchor = top().paragraph.open ? top().paragraph.here(reading_) : place();
    Container& note = push(Container::Kind::note, depth, anchor);
    note.story = kind;
    note.place.text = 0;
}

void StoryBuilder::end_note(std::uint32_t depth) {
    Container& container = top();
    if (container.kind != Container::Kind::note || container.depth != depth) {
        return;
    }
    close_paragraph(container);
    --level_;
    if (!container.blocks.empty()) {
        const Origin anchor = top().paragraph.open ? top().paragraph.here(reading_) : container.place;
        reading_.document.stories.push_back({container.story, std::move(container.blocks), anchor});
    }
}

std::vector<Block> StoryBuilder::take() {
    close_paragraph(containers_.front());
    return std::exchange(containers_.front().blocks, {});
}

}  // namespace mingdan::odf
