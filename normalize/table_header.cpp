// Evidence, strongest first: the row that Word repeats on each page (w:tblHeader), words that head columns (序号,
// 单位), an index that begins below, short texts without digits over rows that look different. A row that is none of
// these is a record, and the table has no header.
#include "normalize/table_header.h"

#include <algorithm>

#include "model/utf8.h"
#include "normalize/index_number.h"
#include "normalize/lexicon.h"
#include "normalize/spaces.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

struct RowLook {
    std::uint32_t texts = 0;   ///< cells that hold text
    std::uint32_t words = 0;   ///< of them header words
    std::uint32_t digits = 0;  ///< of them mostly digits
    std::uint32_t longs = 0;   ///< of them longer than a header word is
    bool index_word = false;   ///< the first is 序号
    bool index_value = false;  ///< the first is a number
    bool marked = false;       ///< w:tblHeader
};

bool is_mostly_digits(std::string_view text) {
    std::size_t digits = 0;
    std::size_t others = 0;
    for (std::size_t at = 0; at < text.size();) {
        (text::digit_value(utf8::next(text, at)) >= 0 ? digits : others) += 1;
    }
    return digits > 0 && digits >= others;
}

RowLook look_at(Sheet& sheet, std::uint32_t row) {
    RowLook look;
    look.marked = sheet.is_header_row(row);
    std::string storage;
    for (const Cell& cell : sheet.starting_in(row)) {
        const std::string text = header_text(flat_text(cell, storage));
        if (text.empty()) {
            continue;
        }
        const Role role = lexicon::role_of(text);
        if (look.texts == 0) {
            look.index_word = role == Role::index;
            look.index_value = read_index(text).has_value();
        }
        ++look.texts;
        look.words += role != Role::other || lexicon::is_header_word(text);
        look.digits += is_mostly_digits(text);
        look.longs += utf8::length(text) > 14;
    }
    return look;
}

/// The first row below `row` that has text, or the end.
std::uint32_t next_row(const Sheet& sheet, std::uint32_t row) {
    do {
        ++row;
    } while (row < sheet.rows() && sheet.is_blank(row));
    return row;
}

bool index_begins_below(Sheet& sheet, std::uint32_t row) {
    for (std::uint32_t below = next_row(sheet, row); below < sheet.rows(); below = next_row(sheet, below)) {
        if (sheet.full_cell(below) != nullptr) {
            continue;
        }
        const auto cells = sheet.starting_in(below);
        return !cells.empty() && read_index(flat_text(cells.front())) == 1;
    }
    return false;
}

/// A value, however much it ends like a name of a column: 甲县求是学校 over 乙县滨河学校.
bool ends_like_those_below(Sheet& sheet, std::uint32_t row) {
    const auto ending = [](std::string_view text) {
        std::size_t begin = text.size();
        for (int i = 0; i < 2 && begin > 0; ++i) {
            utf8::previous(text, begin);
        }
        return std::string(text.substr(begin));
    };
    for (const Cell& cell : sheet.starting_in(row)) {
        const std::string text = flat_text(cell);
        if (utf8::length(text) < 7 || cell.row_span > 1 || cell.column_span > 1) {
            continue;
        }
        std::uint32_t below = row;
        for (int i = 0; i < 3 && (below = next_row(sheet, below)) < sheet.rows(); ++i) {
            const Cell* other = sheet.at(below, cell.column);
            if (other != nullptr && other->column == cell.column && ending(flat_text(*other)) == ending(text)) {
                return true;
            }
        }
    }
    return false;
}

enum class Verdict { header, guess, record };

Verdict judge(Sheet& sheet, std::uint32_t row) {
    const RowLook look = look_at(sheet, row);
    if (look.texts == 0 || look.index_value) {
        return Verdict::record;
    }
    if (look.index_word || (look.marked && look.words > 0)) {
        return Verdict::header;
    }
    if (ends_like_those_below(sheet, row)) {
        return Verdict::record;
    }
    const bool mostly_words = look.words * 2 >= look.texts;
    if (mostly_words && look.digits == 0 && look.longs == 0) {
        return Verdict::header;
    }
    if (index_begins_below(sheet, row)) {
        return Verdict::header;
    }
    if (look.marked) {
        return look.digits == 0 ? Verdict::header : Verdict::guess;
    }
    if (look.words > 0 && look.digits == 0) {
        return Verdict::guess;
    }
    return Verdict::record;
}

/// True if a cell of the header's last row groups several columns whose names stand in the row below it.
bool has_level_below(Sheet& sheet, std::uint32_t begin, std::uint32_t last) {
    if (last + 1 >= sheet.rows() || sheet.is_blank(last + 1) || sheet.full_cell(last + 1) != nullptr) {
        return false;
    }
    bool group = false;
    std::string storage;
    for (std::uint32_t column = 0; column < sheet.columns();) {
        const Cell* cell = sheet.at(last, column);
        const std::uint32_t span = cell == nullptr ? 1 : cell->column + cell->column_span - column;
        const bool reaches = cell != nullptr && cell->row + cell->row_span > last + 1;
        const bool wide = cell != nullptr && cell->column_span > 1 && !reaches && has_text(*cell);
        for (std::uint32_t c = column; c < column + span && c < sheet.columns(); ++c) {
            const Cell* below = sheet.at(last + 1, c);
            if (below == nullptr || reaches || below->row != last + 1) {
                continue;
            }
            const bool text = has_text(*below);
            if (wide) {
                // sub-names are words: a number or an index below means that records begin
                if (text && (is_mostly_digits(flat_text(*below, storage)) || below->column_span >= cell->column_span)) {
                    return false;
                }
                group = group || text;
            } else if (text && cell != nullptr && has_text(*cell)) {
                return false;  // a value stands below a name that needs no second level
            }
        }
        column += std::max<std::uint32_t>(span, 1);
    }
    return group && begin <= last;
}

/// Columns whose header cell is the same are one, unless some row has several texts within it.
bool splits_within(const Sheet& sheet, std::uint32_t row, std::uint32_t begin, std::uint32_t end) {
    for (; row < sheet.rows(); ++row) {
        const Cell* text = nullptr;
        for (std::uint32_t column = begin; column < end; ++column) {
            const Cell* cell = sheet.at(row, column);
            if (cell == nullptr || cell->column < begin || cell->column + cell->column_span > end || !has_text(*cell)) {
                continue;
            }
            if (text != nullptr && text != cell) {
                return true;
            }
            text = cell;
        }
    }
    return false;
}

bool column_has_text(const Sheet& sheet, std::uint32_t row, std::uint32_t column) {
    for (; row < sheet.rows(); ++row) {
        const Cell* cell = sheet.at(row, column);
        if (cell != nullptr && cell->column == column && has_text(*cell) &&
            cell->column_span < std::max(2u, sheet.columns() - 1)) {
            return true;
        }
    }
    return false;
}

void name_columns(Sheet& sheet, Header& header) {
    for (std::uint32_t column = 0; column < sheet.columns();) {
        const Cell* leaf = sheet.at(header.end - 1, column);
        std::uint32_t end = column + 1;
        if (leaf != nullptr) {
            end = std::max(end, std::min(leaf->column + leaf->column_span, sheet.columns()));
        }
        const bool named = leaf != nullptr && has_text(*leaf);
        const bool parts = end - column > 1 && splits_within(sheet, header.end, column, end);
        const std::uint32_t step = parts ? 1 : end - column;
        for (; column < end; column += step) {
            HeaderColumn& one = header.columns.emplace_back();
            one.grid_begin = column;
            one.grid_end = column + step;
            for (std::uint32_t row = header.begin; row < header.end; ++row) {
                Cell* cell = sheet.at(row, column);
                if (cell != nullptr && has_text(*cell) && (one.levels.empty() || one.levels.back() != cell)) {
                    one.levels.push_back(cell);
                    one.key += (one.key.empty() ? "" : "/") + text::compare_key(flat_text(*cell));
                }
            }
            if (!named && one.levels.empty() && !column_has_text(sheet, header.end, column)) {
                header.columns.pop_back();  // a ghost column: nothing stands in it, header included
            }
        }
    }
}

}  // namespace

std::vector<std::string> Header::keys() const {
    std::vector<std::string> keys;
    if (begin < end) {
        for (const HeaderColumn& column : columns) {
            keys.push_back(column.key);
        }
    }
    return keys;
}

bool reads_like_header(Sheet& sheet, std::uint32_t row) {
    const RowLook look = look_at(sheet, row);
    return look.texts >= 2 && look.digits == 0 && look.longs == 0 && !look.index_value &&
           (look.index_word ? look.words >= 2 : look.words == look.texts);
}

Header without_header(const Sheet& sheet, std::uint32_t row) {
    Header header;
    header.begin = header.end = row;
    for (std::uint32_t column = 0; column < sheet.columns(); ++column) {
        if (column_has_text(sheet, row, column)) {
            header.columns.push_back({column, column + 1, {}, {}});
        } else if (!header.columns.empty() && header.columns.back().grid_end == column) {
            bool spanned = false;  // grid lines that no text ever uses belong to the column before them
            for (std::uint32_t r = row; r < sheet.rows() && !spanned; ++r) {
                const Cell* cell = sheet.at(r, column);
                spanned = cell != nullptr && cell->column < column && has_text(*cell);
            }
            if (spanned) {
                header.columns.back().grid_end = column + 1;
            }
        }
    }
    return header;
}

Header find_header(Sheet& sheet, std::uint32_t row) {
    while (row < sheet.rows() && sheet.is_blank(row)) {
        ++row;
    }
    if (row >= sheet.rows()) {
        return without_header(sheet, sheet.rows());
    }
    const Verdict verdict = judge(sheet, row);
    if (verdict == Verdict::record) {
        return without_header(sheet, row);
    }
    Header header;
    header.guessed = verdict == Verdict::guess;
    header.begin = row;
    std::uint32_t last = row;
    for (const Cell& cell : sheet.starting_in(row)) {
        if (has_text(cell) && cell.row_span > 1) {
            last = std::max(last, std::min(cell.row + cell.row_span, sheet.rows()) - 1);
        }
    }
    // A tall cell that has no group beside it is a merged record column only if records go on below it.
    while (has_level_below(sheet, header.begin, last)) {
        ++last;
    }
    header.end = last + 1;
    for (std::uint32_t r = header.begin; r < header.end; ++r) {
        auto& keys = header.row_keys.emplace_back(sheet.columns());
        for (const Cell& cell : sheet.starting_in(r)) {
            keys[cell.column] = text::compare_key(flat_text(cell));
        }
    }
    name_columns(sheet, header);
    return header;
}

bool repeats_header(Sheet& sheet, std::uint32_t row, const Header& header) {
    std::string storage;
    for (const auto& keys : header.row_keys) {
        std::uint32_t same = 0;
        bool differs = false;
        for (const Cell& cell : sheet.starting_in(row)) {
            if (!has_text(cell)) {
                continue;
            }
            if (text::compare_key(flat_text(cell, storage)) != keys[cell.column]) {
                differs = true;
                break;
            }
            ++same;
        }
        if (!differs && same >= std::min<std::size_t>(2, header.columns.size())) {
            return true;
        }
    }
    return false;
}

}  // namespace mingdan
