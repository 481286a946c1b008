#include "normalize/row_label.h"

#include <optional>

#include "model/utf8.h"
#include "normalize/index_number.h"
#include "normalize/lexicon.h"
#include "normalize/section_label.h"
#include "normalize/table_rows.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

/// The cells of one row that hold text.
struct Texts {
    Cell* first = nullptr;
    Cell* second = nullptr;
    std::size_t count = 0;
};

Texts texts_of(Sheet& sheet, std::uint32_t row) {
    Texts texts;
    for (Cell& cell : sheet.starting_in(row)) {
        if (has_text(cell)) {
            (texts.count == 0 ? texts.first : texts.second) = &cell;
            ++texts.count;
        }
    }
    return texts;
}

/// A row whose cells all say the same, the last one perhaps aside: a section row written out cell by cell.
Cell* same_but_last(Draft& draft, Sheet& sheet, std::uint32_t row) {
    const auto cells = sheet.starting_in(row);
    if (cells.size() < 3 || !has_text(cells[0])) {
        return nullptr;
    }
    std::string storage;
    const std::string first = flat_text(cells[0]);
    for (std::size_t i = 1; i < cells.size(); ++i) {
        const std::string_view text = flat_text(cells[i], storage);
        const bool last = i + 1 == cells.size();
        if (text != first && !(last && text.empty())) {
            return nullptr;
        }
    }
    for (std::size_t i = 1; i < cells.size(); ++i) {
        for (Line& line : cells[i].lines) {
            draft.leave(std::move(line.field), Reason::repeated_text);
        }
        cells[i].lines.clear();
    }
    return &cells[0];
}

bool is_numbered(const NumberPrefix& numbering) {
    return numbering.kind == Numbering::han || numbering.kind == Numbering::han_bracket;
}

/// The only text of its row, not merged over it.
bool is_label(const Cell& cell, const Sheet& sheet, const Header& header, std::string_view text) {
    const LabelParts parts = label_parts(text);
    if (!(parts.count || is_numbered(parts.numbering)) || parts.label_end <= parts.numbering.bytes) {
        return false;
    }
    // in a later column only where every other cell of the row is there and empty
    return cell.column == 0 || sheet.starting_in(cell.row).size() == header.columns.size();
}

/// The next row's first cell holds an index in digits.
bool digits_follow(const Sheet& sheet, std::uint32_t row) {
    for (std::uint32_t next = row + 1; next < sheet.rows(); ++next) {
        if (!sheet.is_blank(next)) {
            const auto cells = sheet.starting_in(next);
            return !cells.empty() && text::digit_value(utf8::first(flat_text(cells.front()))) >= 0;
        }
    }
    return false;
}

/// 一 | 重点项目 | | : the numeral stands in the index column, the label in the next, and the records below are counted
/// in digits. The numeral becomes the label's numbering.
Cell* numbered_beside(Draft& draft, Sheet& sheet, const Header& header, std::uint32_t row, const Texts& texts) {
    const std::size_t columns = header.columns.size();
    if (columns < 3 || texts.first->column != 0 || texts.second->column != texts.first->column + 1 ||
        sheet.starting_in(row).size() + texts.second->column_span - 1 != columns || texts.first->lines.size() != 1) {
        return nullptr;
    }
    std::string numeral = flat_text(*texts.first);
    if (!text::is_han(utf8::first(numeral)) || !read_index(numeral) || !digits_follow(sheet, row)) {
        return nullptr;
    }
    Line& line = texts.first->lines.front();
    draft.leave(std::move(line.field), Reason::numbering);
    texts.first->lines.clear();
    texts.second->lines.front().number = numeral + "、";
    return texts.second;
}

}  // namespace

Cell* find_row_label(Draft& draft, Sheet& sheet, const Header& header, std::uint32_t row) {
    std::string storage;
    if (header.columns.size() > 1) {
        if (Cell* cell = sheet.full_cell(row)) {
            return lexicon::total_word(flat_text(*cell, storage)) == lexicon::Total::none ? cell : nullptr;
        }
    }
    const Texts texts = texts_of(sheet, row);
    if (texts.count == 2) {
        if (Cell* label = numbered_beside(draft, sheet, header, row, texts)) {
            return label;
        }
    }
    if (texts.count != 1 || texts.first->row_span > 1) {
        return same_but_last(draft, sheet, row);
    }
    const std::string_view text = flat_text(*texts.first, storage);
    const FullText kind = classify_full(text);
    if (kind == FullText::note || kind == FullText::continuation || kind == FullText::count) {
        return texts.first;
    }
    return is_label(*texts.first, sheet, header, text) ? texts.first : nullptr;
}

}  // namespace mingdan
