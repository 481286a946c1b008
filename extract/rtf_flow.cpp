#include "extract/rtf_flow.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "model/over_limit.h"
#include "model/try.h"

namespace mingdan::rtf {

namespace {

constexpr std::uint32_t kDeepest = 24;  // tables in tables

bool has_text(const Cell& cell) {
    return std::any_of(cell.lines.begin(), cell.lines.end(), [](const Line& line) { return line.field.weight > 0; }) ||
           !cell.children.empty() || cell.pictures > 0;
}

}  // namespace

docx::ParagraphDraft& Flow::writable() {
    if (!draft_.open) {
        Origin origin;
        origin.part = 1;
        origin.paragraph = ++paragraphs_;
        draft_.begin(origin, reading_.styles.default_paragraph());
    }
    return draft_;
}

Origin Flow::place() const {
    Origin origin;
    origin.part = 1;
    origin.paragraph = draft_.open ? draft_.place().paragraph : paragraphs_ + 1;
    return origin;
}

// --- paragraphs ------------------------------------------------------------------------------------------------------

bool Flow::is_held(const ParagraphState& state) const {
    return row_open_ && !definition_.empty() && state.table_level() == 0;
}

Paragraph Flow::to_paragraph(const ParagraphState& state) {
    Paragraph paragraph;
    paragraph.alignment = state.alignment;
    paragraph.outline = state.outline;
    paragraph.pictures = draft_.pictures;
    const bool begins = std::exchange(next_starts_page_, false) || std::exchange(section_begins_, false);
    paragraph.starts_page = draft_.starts_page || begins || (!draft_.numbered && state.page_before);
    std::move(draft_.lines.begin(), draft_.lines.end(), std::back_inserter(paragraph.lines));
    return paragraph;
}

std::vector<Block> Flow::to_blocks(const ParagraphState& state) {
    std::vector<Block> blocks;
    blocks.push_back(Block{to_paragraph(state)});
    std::move(draft_.boxes.begin(), draft_.boxes.end(), std::back_inserter(blocks));
    return blocks;
}

/// Makes a block, or a cell's lines, of what the paragraph holds; the paragraph goes on empty.
Result<void> Flow::emit_part(const ParagraphState& state) {
    draft_.end_line(LineEnd::paragraph, reading_);
    const bool only_contents =
        draft_.had_contents && draft_.pictures == 0 && draft_.boxes.empty() &&
        std::all_of(draft_.lines.begin(), draft_.lines.end(), [](const Line& line) { return line.field.weight == 0; });
    if (!only_contents) {
        if (!draft_.numbered) {
            draft_.lines.front().number = std::exchange(number_, {});
        }
        const bool held = is_held(state);
        if (!held) {
            TRY(stand_at(state.table_level()));
        }
        if (!held && !levels_.empty()) {
            emit_to_cell();
        } else {
            std::vector<Block> blocks = to_blocks(state);
            std::move(blocks.begin(), blocks.end(), std::back_inserter(held ? held_ : blocks_));
        }
    }
    draft_.numbered = true;
    draft_.lines.clear();
    draft_.boxes.clear();
    draft_.pictures = 0;
    draft_.starts_page = draft_.had_contents = false;
    return {};
}

Result<void> Flow::emit(const ParagraphState& state) {
    const bool breaks_page = draft_.breaks_page;
    if (!draft_.numbered || draft_.has_anything()) {  // else a page break stood at its end, and its text is out already
        TRY(emit_part(state));
    }
    draft_.clear();
    number_.clear();
    next_starts_page_ = next_starts_page_ || breaks_page;
    return {};
}

Result<void> Flow::end_paragraph(const ParagraphState& state, bool mark_deleted) {
    writable();
    if (mark_deleted) {
        return {};  // it goes on in the next one
    }
    return emit(state);
}

Result<void> Flow::page_break(const ParagraphState& state) {
    writable();
    if (state.table_level() > 0 || is_held(state)) {
        if (!draft_.line_empty()) {
            soft_break();
        }
        return {};
    }
    if (draft_.has_text()) {
        const Origin place = draft_.place();
        TRY(emit_part(state));
        draft_.begin(place, reading_.styles.default_paragraph());
        draft_.numbered = true;
    }
    draft_.breaks_page = true;
    return {};
}

Result<void> Flow::end_section(const ParagraphState& state) {
    if (draft_.open || !number_.empty()) {
        writable();
        TRY(emit(state));
    }
    section_begins_ = true;
    return {};
}

/// The tables that a paragraph of this level stands in are open, and no deeper ones.
Result<void> Flow::stand_at(std::uint32_t level) {
    open_to(level);
    if (level == 0) {
        TRY(release_held());
    }
    TRY(close_to(level));
    if (level > 0) {
        held_to_cell();
    }
    return {};
}

// --- cells and rows --------------------------------------------------------------------------------------------------

Flow::CellDraft& Flow::open_cell() {
    CellDraft& draft = levels_.back().cell;
    if (!draft.open) {
        draft = {};
        draft.open = true;
        draft.cell.first_paragraph = draft_.open ? draft_.place().paragraph : paragraphs_;
    }
    return draft;
}

void Flow::emit_to_cell() {
    CellDraft& draft = open_cell();
    Cell& cell = draft.cell.content;
    if (cell.lines.size() == 1 && cell.lines.capacity() == 1) {
        cell.lines.reserve(8);
    }
    std::move(draft_.lines.begin(), draft_.lines.end(), std::back_inserter(cell.lines));
    std::move(draft_.boxes.begin(), draft_.boxes.end(), std::back_inserter(cell.children));
    cell.pictures += draft_.pictures;
    section_begins_ = next_starts_page_ = false;
}

/// They were no cell's: \trowd came again, or the text ends.
Result<void> Flow::release_held() {
    if (!held_.empty()) {
        TRY(close_to(0));
        std::move(held_.begin(), held_.end(), std::back_inserter(blocks_));
        held_.clear();
    }
    return {};
}

void Flow::held_to_cell() {
    if (held_.empty()) {
        return;
    }
    Cell& cell = open_cell().cell.content;
    for (Block& block : held_) {
        if (auto* paragraph = std::get_if<Paragraph>(&block.is)) {
            std::move(paragraph->lines.begin(), paragraph->lines.end(), std::back_inserter(cell.lines));
            cell.pictures += paragraph->pictures;
        } else {
            cell.children.push_back(std::move(block));
        }
    }
    held_.clear();
}

Result<void> Flow::end_cell(const ParagraphState& state, std::uint32_t level, bool mark_deleted) {
    writable();
    ParagraphState here = state;
    here.in_table = true;
    here.level = static_cast<std::uint8_t>(level);
    TRY(stand_at(level));
    TRY(emit(here));
    return close_cell(mark_deleted);
}

Result<void> Flow::close_cell(bool mark_deleted) {
    if (++cells_ > reading_.limits.cells) {
        return over_limit("cells", reading_.limits.cells, "the tables have more cells than");
    }
    CellDraft& draft = open_cell();
    draft.cell.last_paragraph = paragraphs_;
    draft.mark_deleted = mark_deleted;
    levels_.back().row.push_back(std::move(draft));
    levels_.back().cell = {};
    return {};
}

/// A row whose cells' marks are all deleted is gone, unless text was kept in it.
void Flow::close_row(const RowDefinition& definition) {
    Level& level = levels_.back();
    if (level.row.empty()) {
        return;
    }
    const bool deleted = std::all_of(level.row.begin(), level.row.end(), [](const CellDraft& draft) {
        return draft.mark_deleted && !has_text(draft.cell.content);
    });
    if (deleted) {
        ++reading_.deletions;
    } else {
        EdgeRow row;
        for (CellDraft& draft : level.row) {
            row.cells.push_back(std::move(draft.cell));
        }
        definition.apply(row, level.rows.empty());
        level.rows.push_back(std::move(row));
    }
    level.row.clear();
}

Result<void> Flow::end_row(const ParagraphState& state, bool nested) {
    const std::uint32_t level = nested ? std::max<std::uint32_t>(2, static_cast<std::uint32_t>(levels_.size())) : 1;
    if (levels_.size() < level) {
        return {};
    }
    TRY(close_to(level));
    held_to_cell();
    if (draft_.open && draft_.has_anything()) {
        TRY(end_cell(state, level, false));
    } else {
        draft_.clear();
        number_.clear();
    }
    if (levels_.back().cell.open) {  // its \cell is missing
        TRY(close_cell(false));
    }
    close_row(nested ? nested_definition_ : definition_);
    row_open_ = row_open_ && nested;
    return {};
}

Result<void> Flow::read_definition(const Token& token, bool nested) {
    if (!(nested ? nested_definition_ : definition_).read(token)) {
        return {};
    }
    if (!nested && token.word == Word::trowd) {
        const bool in_row = !levels_.empty() && (!levels_.front().row.empty() || levels_.front().cell.open);
        if (!in_row) {
            TRY(release_held());
        }
        row_open_ = true;
    }
    return {};
}

// --- tables ----------------------------------------------------------------------------------------------------------

void Flow::open_to(std::uint32_t level) {
    while (levels_.size() < std::min(level, kDeepest)) {
        if (!levels_.empty()) {
            open_cell();
        }
        Level& opened = levels_.emplace_back();
        opened.origin.part = 1;
        opened.origin.table = reading_.next_table();
        opened.left_out_from = reading_.document.left_out.size();
    }
}

Result<void> Flow::close_to(std::uint32_t level) {
    while (levels_.size() > level) {
        if (levels_.back().cell.open) {
            TRY(close_cell(false));
        }
        close_row(levels_.size() > 1 ? nested_definition_ : definition_);
        Level closed = std::move(levels_.back());
        levels_.pop_back();
        TRY_ASSIGN(std::optional<Table> table, build_edge_table(std::move(closed.rows), closed.origin, reading_.budget,
                                                                reading_.document, closed.left_out_from));
        if (table) {
            auto& blocks = levels_.empty() ? blocks_ : open_cell().cell.content.children;
            blocks.push_back(Block{std::move(*table)});
        }
    }
    return {};
}

Result<std::vector<Block>> Flow::finish(const ParagraphState& state) {
    if (draft_.has_anything()) {
        TRY(emit(state));
    }
    draft_.clear();
    TRY(release_held());
    TRY(close_to(0));
    return std::exchange(blocks_, {});
}

}  // namespace mingdan::rtf
