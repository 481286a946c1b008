#include "extract/doc_story.h"

#include <algorithm>
#include <utility>

#include "extract/doc_lists.h"
#include "extract/doc_tables.h"
#include "model/try.h"

namespace mingdan::doc {

namespace {

constexpr char16_t kCellMark = 0x07;
enum ElementKind : std::uint32_t { table_element, row_element, cell_element, box_element };

}  // namespace

Context::Context(const File& file_, Pieces pieces_, const Limits& limits, Document& document)
    : file(file_),
      pieces(std::move(pieces_)),
      paragraph_runs(file.word, file.block(Entry::paragraph_pages), Runs::Of::paragraphs),
      character_runs(file.word, file.block(Entry::character_pages), Runs::Of::characters),
      sections(read_sections(file)),
      marks(read_marks(file)),
      drawings(read_drawings(file.block(Entry::drawings))),
      reading(limits, document) {
    styles.read(file.block(Entry::styles), file.data);
    fonts = read_fonts(file.block(Entry::fonts));
    read_lists(file, reading.numbering);
}

void Context::set_boxes(std::vector<Box> found) {
    boxes = std::move(found);
    boxes_by_shape.resize(boxes.size());
    for (std::size_t i = 0; i < boxes.size(); ++i) {
        const auto group = drawings.group.find(boxes[i].shape);
        boxes[i].shape = group == drawings.group.end() ? boxes[i].shape : group->second;
        boxes_by_shape[i] = i;
    }
    std::stable_sort(boxes_by_shape.begin(), boxes_by_shape.end(),
                     [&](std::size_t a, std::size_t b) { return boxes[a].shape < boxes[b].shape; });
}

StoryReader::StoryReader(Context& context, std::uint16_t part)
    : context_(context),
      reading_(context.reading),
      builder_(context.reading, part),
      fields_(context.reading, builder_, [this] { return !why_left_out(); }) {}

void StoryReader::check(Result<void> result) {
    if (!result && !error_) {
        error_ = std::move(result.error());
    }
}

/// A number for each open table, row, cell and box that is unlike those around it.
std::uint32_t StoryReader::key(const Passage& passage, std::uint32_t kind) const {
    return 1 + kind + 4 * (static_cast<std::uint32_t>(passage.tables.size()) + (kDeepest + 1u) * passage.level);
}

Result<void> StoryReader::read(const Range& range, bool guarded) {
    if (range.empty()) {
        return {};
    }
    Passage passage;
    passage.level = boxes_open_;
    const Division division{context_.file, context_.pieces, context_.paragraph_runs, context_.sections};
    passage.paragraphs = divide_paragraphs(division, range);
    auto& list = passage.paragraphs.list;
    if (guarded && list.size() > 1 && list.back().end - list.back().begin == 1 && list.back().format.depth == 0) {
        list.pop_back();
    }
    std::uint8_t deepest = 0;
    for (const ParagraphPlace& place : list) {
        deepest = std::max(deepest, place.format.depth);
    }
    passage.row_ends.resize(std::size_t{deepest} + 1);
    for (std::uint8_t depth = 1; depth <= deepest; ++depth) {
        passage.row_ends[depth] = row_ends(passage.paragraphs.list, depth);
    }
    const auto* outer = std::exchange(lost_fields_, &passage.paragraphs.lost_fields);
    auto result = read_passage(passage);
    lost_fields_ = outer;
    return result;
}

Result<void> StoryReader::pass(const Range& range, Reason reason) {
    forced_ = reason;
    for (std::uint32_t at = range.begin; at < range.end;) {
        const std::uint32_t end = std::min(range.end, at + 0x10000);
        read_characters({at, end});
        at = end;
    }
    forced_.reset();
    reading_.end_piece();
    return {};
}

Result<void> StoryReader::read_passage(Passage& passage) {
    const auto& list = passage.paragraphs.list;
    for (std::uint32_t i = 0; i < list.size(); ++i) {
        const ParagraphPlace& place = list[i];
        const std::size_t depth = place.format.depth;
        TRY(close_tables(passage, depth));
        if (place.format.ends_row && place.end - place.begin == 1) {
            if (passage.tables.size() == depth) {
                TRY(close_row(passage));
            }
            continue;
        }
        if (const std::uint32_t deleted = open_cells(passage, i, depth); deleted != kNoRow) {
            for (; i < deleted; ++i) {
                builder_.pass_paragraph();
                TRY(pass({list[i].begin, list[i].end}, Reason::deleted));
            }
            TRY(close_tables(passage, list[i].format.depth));
            TRY(close_row(passage));
            continue;
        }
        read_paragraph(place);
        if (error_) {
            return std::move(*error_);
        }
        const bool ends_cell = place.mark == kCellMark || (depth > 1 && place.format.ends_inner_cell);
        if (depth > 0 && ends_cell) {
            TRY(close_cell(passage));
        }
    }
    return close_tables(passage, 0);
}

Result<void> StoryReader::close_cell(Passage& passage) {
    OpenTable& table = passage.tables.back();
    if (std::exchange(table.cell_open, false)) {
        fields_.end_all(builder_.top().fields);
        ++table.cell;
        TRY(builder_.end_cell(key(passage, cell_element)));
    }
    return {};
}

Result<void> StoryReader::close_row(Passage& passage) {
    if (passage.tables.empty()) {
        return {};
    }
    TRY(close_cell(passage));
    OpenTable& table = passage.tables.back();
    if (std::exchange(table.row_open, false)) {
        builder_.end_row(key(passage, row_element));
        ++table.row;
    }
    return {};
}

Result<void> StoryReader::close_tables(Passage& passage, std::size_t down_to) {
    while (passage.tables.size() > down_to) {
        TRY(close_row(passage));
        TRY(builder_.end_table(key(passage, table_element)));
        passage.tables.pop_back();
    }
    return {};
}

/// Opens the table that a paragraph begins, with all its rows described.
void StoryReader::open_table(Passage& passage, std::uint32_t at) {
    const std::size_t depth = passage.tables.size() + 1;
    const auto& list = passage.paragraphs.list;
    const auto& ends = passage.row_ends[depth];
    OpenTable& table = passage.tables.emplace_back();
    for (std::size_t i = at; i < list.size() && ends[i] != kNoRow; i = std::size_t{ends[i]} + 1) {
        Row& row = table.rows.emplace_back(read_row(list[ends[i]].format.properties, context_.file.data));
        settle_borders(row, context_.styles);
    }
    builder_.begin_table(key(passage, table_element));
    for (const std::int32_t width : set_on_grid(table.rows)) {
        builder_.table()->declare_column(width);
    }
}

/// False if the row was deleted: with all its marks. That of the row itself does not tell, LibreOffice gives it the
/// properties of the text behind it.
bool StoryReader::open_row(Passage& passage, std::uint32_t at) {
    OpenTable& table = passage.tables.back();
    const Row* row = table.row < table.rows.size() ? &table.rows[table.row] : nullptr;
    table.row_open = true;
    table.cell = 0;
    builder_.begin_row(key(passage, row_element));
    if (row != nullptr) {
        builder_.table()->describe_row(row->before, row->after, row->header, row->borders);
    }
    const std::uint32_t end = passage.row_ends[passage.tables.size()][at];
    if (end == kNoRow || end == at) {
        return true;
    }
    for (std::uint32_t i = at; i < end; ++i) {
        if (!mark_is_deleted(passage.paragraphs.list[i])) {
            return true;
        }
    }
    ++reading_.deletions;
    return !builder_.table()->delete_row();
}

bool StoryReader::mark_is_deleted(const ParagraphPlace& place) {
    const std::size_t piece = context_.pieces.find(place.end - 1);
    return piece < context_.pieces.list.size() &&
           format_at(context_.pieces.list[piece], context_.pieces.list[piece].offset_of(place.end - 1)).deleted;
}

void StoryReader::open_cell(Passage& passage) {
    OpenTable& table = passage.tables.back();
    builder_.begin_cell(key(passage, cell_element));
    builder_.top().fields = fields_.open().size();
    table.cell_open = true;
    if (table.row < table.rows.size()) {
        describe_cell(builder_.top().cell, table.rows[table.row], table.cell);
    }
}

std::uint32_t StoryReader::open_cells(Passage& passage, std::uint32_t at, std::size_t depth) {
    for (std::size_t open = 1; open <= depth; ++open) {
        if (passage.tables.size() < open) {
            open_table(passage, at);
        }
        if (passage.tables.size() > open) {
            continue;
        }
        OpenTable& table = passage.tables.back();
        if (!table.row_open && !open_row(passage, at)) {
            return passage.row_ends[open][at];
        }
        if (!table.cell_open) {
            open_cell(passage);
        }
    }
    return kNoRow;
}

void StoryReader::read_paragraph(const ParagraphPlace& place) {
    builder_.begin_paragraph();
    docx::ParagraphProperties& properties = builder_.properties();
    const ParagraphFormat& format = place.format;
    properties.style = context_.styles.paragraph(format.style);
    properties.alignment = format.alignment;
    properties.outline = format.outline;
    properties.page_break_before = format.page_break_before;
    const docx::NumberingReference& by_style = properties.style->numbering;
    properties.numbering.number = format.list ? format.list : by_style.number.value_or(0);
    properties.numbering.level = format.level ? format.level : by_style.level.value_or(0);
    paragraph_style_ = format.style;
    read_characters({place.begin, place.mark == 0 ? place.end : place.end - 1});
    if (place.mark != 0) {
        read_mark_character(place);
    }
    fields_.release_held_text();
    if (place.section != 0) {
        builder_.properties().ends_section = true;
        builder_.end_section(context_.sections[place.section - 1].began_page);
    }
    builder_.end_paragraph();
}

void StoryReader::read_box(Box& box) {
    box.read = true;
    const std::uint32_t depth = 0x10000 + boxes_open_;
    const std::uint16_t style = paragraph_style_;
    builder_.begin_box(depth);
    builder_.top().fields = fields_.open().size();
    ++boxes_open_;
    check(read(box.range, true));
    --boxes_open_;
    fields_.end_all(builder_.top().fields);
    builder_.end_box(depth);
    paragraph_style_ = style;
}

Result<void> StoryReader::read_other_boxes() {
    for (Box& box : context_.boxes) {
        if (!box.read && !box.range.empty()) {
            builder_.begin_paragraph();
            read_box(box);
            builder_.end_paragraph();
        }
    }
    if (error_) {
        return std::move(*error_);
    }
    return {};
}

std::vector<Block> StoryReader::take() {
    fields_.end_all(0);
    return builder_.take();
}

}  // namespace mingdan::doc
