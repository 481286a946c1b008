// A row is looked at once. Most are records; what is special shows in its first text or in its only cell.
#include "normalize/table_rows.h"

#include <iterator>
#include <utility>

#include <fmt/format.h>

#include "model/utf8.h"
#include "normalize/annex_label.h"
#include "normalize/frame_words.h"
#include "normalize/index_number.h"
#include "normalize/lexicon.h"
#include "normalize/open_label.h"
#include "normalize/row_label.h"
#include "normalize/section_label.h"
#include "normalize/spaces.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

constexpr std::uint32_t kRowLevel = 1;  ///< in the outline: labels of rows stand below those of paragraphs

bool is_bracketed(std::string_view text) {
    const char32_t first = utf8::first(text);
    const char32_t last = utf8::last(text);
    return (first == U'（' || first == U'(') && (last == U'）' || last == U')');
}

bool is_sentence(std::string_view text) {
    const char32_t last = utf8::last(text);
    return (last == U'。' || last == U'；') && utf8::length(text) > 12;
}

class RowReader {
public:
    RowReader(Draft& draft, Sheet& sheet, const Header& header, Outline& outline, RosterDraft& roster)
        : draft_(draft), sheet_(sheet), header_(header), outline_(outline), roster_(roster) {}

    std::uint32_t read() {
        std::uint32_t row = header_.end;
        for (; row < sheet_.rows(); ++row) {
            if (sheet_.is_blank(row)) {
                continue;
            }
            if (row > header_.end && (opens_other_header(row) || opens_annex(row))) {
                break;
            }
            read_row(row);
        }
        close_notes();
        return row;
    }

private:
    void read_row(std::uint32_t row) {
        if (Cell* cell = find_row_label(draft_, sheet_, header_, row)) {
            read_full(*cell);
            return;
        }
        if (header_.begin < header_.end && starts_like_header(row) && repeats_header(sheet_, row, header_)) {
            leave_rows(draft_, sheet_, row, row + 1, Reason::repeated_header);
            new_page_ = true;
            return;
        }
        close_pending();
        const Cell* first = first_text(row);
        if (is_imprint(row)) {
            leave_rows(draft_, sheet_, row, row + 1, Reason::page_furniture);  // 抄送：… glued to a dump's table
            return;
        }
        const lexicon::Total total =
            first == nullptr ? lexicon::Total::none : lexicon::total_word(flat_text(*first, storage_));
        if (total != lexicon::Total::none) {
            read_total(row, total);
        } else {
            read_record(row);
        }
    }

    /// One of the last rows, narrower than the header.
    bool is_imprint(std::uint32_t row) {
        constexpr std::uint32_t kLongest = 4;  // 主题词, 抄送, the office and its date, the number of copies
        const auto cells = sheet_.starting_in(row);
        return row + kLongest >= sheet_.rows() && !cells.empty() && cells.size() < header_.columns.size() &&
               (words::is_imprint_line(text::without_spaces(flat_text(cells.front(), storage_))) ||
                words::is_imprint_line(text::without_spaces(flat_text(cells.back(), storage_))));
    }

    /// The cheap half of repeats_header: the first texts begin alike.
    bool starts_like_header(std::uint32_t row) {
        const Cell* first = first_text(row);
        const char32_t begin = first == nullptr ? U'\0' : utf8::first(flat_text(*first, storage_));
        for (const auto& keys : header_.row_keys) {
            if (first != nullptr && utf8::first(keys[first->column]) == begin) {
                return true;
            }
        }
        return false;
    }

    bool opens_other_header(std::uint32_t row) {
        if (header_.begin == header_.end || sheet_.full_cell(row) != nullptr) {
            return false;
        }
        const Cell* first = first_text(row);
        const std::string_view text = first == nullptr ? std::string_view{} : flat_text(*first, storage_);
        if (text.empty() || text::digit_value(utf8::first(text)) >= 0) {
            return false;  // most rows begin with their serial number
        }
        return lexicon::is_header_word(header_text(text)) && reads_like_header(sheet_, row) &&
               !repeats_header(sheet_, row, header_);
    }

    /// 附件2 over the whole width: the next annex goes on in the same table.
    bool opens_annex(std::uint32_t row) {
        const Cell* cell = roster_.annex ? sheet_.full_cell(row) : nullptr;
        if (cell == nullptr) {
            return false;
        }
        const std::string_view text = flat_text(*cell, storage_);
        const auto label = annex_label(text);
        return label && label->label_bytes == text.size() &&
               text::compare_key(text) != text::compare_key(roster_.annex->text) && row + 1 < sheet_.rows();
    }

    const Cell* first_text(std::uint32_t row) const {
        for (const Cell& cell : sheet_.starting_in(row)) {
            if (has_text(cell)) {
                return &cell;
            }
        }
        return nullptr;
    }

    void read_full(Cell& cell) {
        const std::string number = cell.lines.front().number;
        Field text = take_text(cell, Fix::join_label);
        switch (classify_full(text.text)) {
            case FullText::continuation:
            case FullText::annex_label:
            case FullText::count:
                set_aside(draft_, std::move(text), roster_.claims);
                return;
            case FullText::note:
                roster_.notes.push_back(std::move(text));
                in_notes_ = true;
                return;
            case FullText::label:
                break;
        }
        if (roster_.title && text::compare_key(roster_.title->text) == text::compare_key(text.text)) {
            draft_.leave(std::move(text), Reason::repeated_text);  // the title again, on the next page
            return;
        }
        if (in_notes_ && goes_on_note(text.text)) {
            roster_.notes.push_back(std::move(text));  // 2.… below 注：1.…
            return;
        }
        close_pending();
        pending_ = std::move(text);
        pending_number_ = number;
    }

    /// A label opens its section when a record follows it; at the end of the table it was a note.
    void close_pending() {
        in_notes_ = false;
        if (!pending_) {
            return;
        }
        Field text = std::move(*pending_);
        pending_.reset();
        open_section(std::move(text), pending_number_);
    }

    void open_section(Field text, std::string_view number) {
        open_label(draft_, outline_, std::move(text), number, kRowLevel, roster_.notes);
        opened_ = true;
    }

    void close_notes() {
        if (!pending_) {
            return;
        }
        const LabelParts parts = label_parts(pending_->text);
        if (parts.count || parts.declared_empty || parts.numbering.kind == Numbering::han ||
            parts.numbering.kind == Numbering::han_bracket) {
            close_pending();
        } else {
            roster_.notes.push_back(std::move(*pending_));
            pending_.reset();
        }
    }

    /// The section of the next record; labels are used when records stand below them.
    std::uint32_t section() {
        if (std::exchange(opened_, false)) {
            section_ = 0;
            if (!outline_.empty()) {
                DraftSection next = outline_.section();
                if (roster_.sections.size() < 2 || !roster_.sections.back().is_same(next)) {  // else over a page
                    roster_.sections.push_back(std::move(next));
                }
                section_ = static_cast<std::uint32_t>(roster_.sections.size() - 1);
            }
        }
        return section_;
    }

    void read_record(std::uint32_t row) {
        DraftRow& record = roster_.rows.emplace_back();
        record.section = section();
        record.begins_page = std::exchange(new_page_, false);
        record.values.resize(header_.columns.size());
        std::size_t vacant = 0;
        if (is_misaligned(row)) {
            fill_by_order(record.values, row);
        }
        for (std::size_t i = 0; i < header_.columns.size(); ++i) {
            const bool present = fill_value(record.values[i], header_.columns[i], row);
            vacant += !present && !header_.columns[i].levels.empty();
        }
        record.origin = row_origin(row);
        record.ragged = raggedness(record, vacant);
    }

    /// Borders that were drawn by hand: a cell begins in one column and ends in the middle of another, though the row
    /// has as many cells as the header.
    bool is_misaligned(std::uint32_t row) const {
        const auto cells = sheet_.starting_in(row);
        if (cells.size() != header_.columns.size() || sheet_.columns() == header_.columns.size()) {
            return false;
        }
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const HeaderColumn& column = header_.columns[i];
            if (cells[i].column != column.grid_begin || cells[i].column + cells[i].column_span != column.grid_end) {
                return cells[i].row_span == 1;
            }
        }
        return false;
    }

    void fill_by_order(std::vector<DraftValue>& values, std::uint32_t row) {
        const auto cells = sheet_.starting_in(row);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            values[i].open_top = cells[i].open_top;
            values[i].open_bottom = cells[i].open_bottom;
            values[i].lines = std::move(cells[i].lines);
            cells[i].lines.clear();
        }
    }

    Origin row_origin(std::uint32_t row) const {
        return {0, 0, sheet_.table().origin.table, row + 1, 0, sheet_.table().origin.part};
    }

    Ragged raggedness(const DraftRow& record, std::size_t vacant) {
        if (header_.begin == header_.end) {
            return Ragged::no;
        }
        for (std::size_t i = 0; i < header_.columns.size(); ++i) {
            if (header_.columns[i].levels.empty() && !record.values[i].empty() &&
                sheet_.at(header_.end - 1, header_.columns[i].grid_begin) == nullptr) {
                return Ragged::longer;
            }
        }
        return vacant > 0 && !sheet_.spans_lost() ? Ragged::shorter : Ragged::no;
    }

    /// False where the row ends before this column.
    bool fill_value(DraftValue& value, const HeaderColumn& column, std::uint32_t row) {
        bool any = false;
        for (std::uint32_t c = column.grid_begin; c < column.grid_end; ++c) {
            Cell* cell = sheet_.at(row, c);
            if (cell == nullptr) {
                continue;
            }
            any = true;
            if (cell->column < column.grid_begin && c == column.grid_begin &&
                cell->column + cell->column_span >= column.grid_end) {
                return true;  // a wide cell's value stands in its first column only
            }
            if (cell->row < row) {
                value.covered = value.covered || cell->row >= header_.end;
                continue;
            }
            if (cell->column != c) {
                continue;
            }
            value.open_top = cell->open_top;
            value.open_bottom = cell->open_bottom;
            value.vertical = cell->vertical;
            value.resumes = cell->resumes;
            if (value.lines.empty()) {
                value.lines.swap(cell->lines);
            } else {
                std::move(cell->lines.begin(), cell->lines.end(), std::back_inserter(value.lines));
                cell->lines.clear();
            }
        }
        return any;
    }

    void read_total(std::uint32_t row, lexicon::Total kind) {
        DraftTotal& total = roster_.totals.emplace_back();
        total.of_section = kind == lexicon::Total::section;
        total.section = section();
        total.after = static_cast<std::uint32_t>(roster_.rows.size());
        total.origin = row_origin(row);
        total.values.resize(header_.columns.size());
        const auto cells = sheet_.starting_in(row);
        if (sheet_.spans_lost() && cells.size() < header_.columns.size()) {
            align_right(total, cells);
            return;
        }
        for (std::size_t i = 0; i < header_.columns.size(); ++i) {
            fill_value(total.values[i], header_.columns[i], row);
            total.values[i].covered = total.values[i].covered && total.of_section;
        }
    }

    /// A dump has lost how many columns the word spanned: the figures stand at the right.
    void align_right(DraftTotal& total, std::span<Cell> cells) {
        const std::size_t shift = header_.columns.size() - cells.size();
        for (std::size_t i = 0; i < cells.size(); ++i) {
            total.values[i == 0 ? 0 : i + shift].lines = std::move(cells[i].lines);
            cells[i].lines.clear();
        }
    }

    Draft& draft_;
    Sheet& sheet_;
    const Header& header_;
    Outline& outline_;
    RosterDraft& roster_;
    std::uint32_t section_ = 0;
    bool opened_ = true;
    std::optional<Field> pending_;
    std::string pending_number_;
    bool in_notes_ = false;
    bool new_page_ = false;  ///< the header was just repeated
    std::string storage_;
};

}  // namespace

FullText classify_full(std::string_view text) {
    const std::string key = text::without_spaces(text);
    if (lexicon::is_continuation_mark(text) || words::is_page_number(key) || words::is_imprint_line(key) ||
        (is_bracketed(key) && words::is_closing_line(key))) {
        return FullText::continuation;  // of the page, not of the list
    }
    if (lexicon::begins_note(text) || lexicon::is_unit_line(text) || is_sentence(text)) {
        return FullText::note;
    }
    if (bare_count(text)) {
        return FullText::count;
    }
    if (is_bracketed(text) && number_prefix(text).kind == Numbering::none) {
        return FullText::note;
    }
    if (const auto label = annex_label(text); label && label->label_bytes == text.size()) {
        return FullText::annex_label;
    }
    return FullText::label;
}

void set_aside(Draft& draft, Field text, std::vector<DraftClaim>& claims) {
    const auto count = classify_full(text.text) == FullText::count ? bare_count(text.text) : std::nullopt;
    if (count) {
        claims.push_back({*count, text.text, text.origin});
    }
    draft.leave(std::move(text), count ? Reason::claim_count : Reason::page_furniture);
}

void leave_cell(Draft& draft, Cell& cell, Reason reason) {
    for (Line& line : cell.lines) {
        draft.leave(std::move(line.field), reason);
    }
    cell.lines.clear();
}

bool goes_on_note(std::string_view text) {
    const LabelParts parts = label_parts(text);
    return parts.numbering.kind != Numbering::none && parts.numbering.kind != Numbering::han &&
           parts.numbering.kind != Numbering::han_bracket && !parts.count;
}

Field take_text(Cell& cell, Fix fix) {
    Field text;
    bool first = true;
    for (Line& line : cell.lines) {
        if (first) {
            text = std::move(line.field);
            first = false;
        } else {
            const std::string_view between = between_lines(text.text, line.field.text);
            join(text, std::move(line.field), between, fix);
        }
    }
    cell.lines.clear();
    return text;
}

std::uint32_t read_rows(Draft& draft, Sheet& sheet, const Header& header, Outline& outline, RosterDraft& roster) {
    return RowReader(draft, sheet, header, outline, roster).read();
}

void leave_rows(Draft& draft, Sheet& sheet, std::uint32_t begin, std::uint32_t end, Reason reason) {
    for (std::uint32_t row = begin; row < end; ++row) {
        for (Cell& cell : sheet.starting_in(row)) {
            leave_cell(draft, cell, reason);
        }
    }
}

}  // namespace mingdan
