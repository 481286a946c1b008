#include "normalize/form.h"

#include <algorithm>

#include "normalize/lexicon.h"
#include "normalize/spaces.h"

namespace mingdan {

namespace {

/// A row of a form names what is to be filled in and leaves room for it: 姓名 | (blank) | 性别 | (blank).
bool asks(Sheet& sheet, std::uint32_t row) {
    const auto cells = sheet.starting_in(row);
    const auto blanks = std::count_if(cells.begin(), cells.end(), [](const Cell& cell) { return !has_text(cell); });
    if (blanks == 0 || static_cast<std::size_t>(blanks) == cells.size()) {
        return false;  // most rows: nothing is left open
    }
    return std::all_of(cells.begin(), cells.end(), [](const Cell& cell) {
        return !has_text(cell) || lexicon::is_header_word(header_text(flat_text(cell)));
    });
}

}  // namespace

bool is_form(Sheet& sheet, const Header& header) {
    if (header.columns.empty()) {
        return true;
    }
    std::uint32_t records = 0;
    std::uint32_t texts = 0;
    std::uint32_t asking = 0;
    constexpr std::uint32_t kLook = 40;  // a form shows itself early
    for (std::uint32_t row = header.end; row < sheet.rows() && records < kLook; ++row) {
        if (sheet.is_blank(row)) {
            continue;
        }
        ++records;
        asking += asks(sheet, row);
        for (const Cell& cell : sheet.starting_in(row)) {
            texts += has_text(cell);
        }
    }
    if (records == 0) {
        return true;
    }
    // Only serial numbers are filled in: 1 | | | , 2 | | |
    if (sheet.columns() >= 3 && texts <= records && header.begin < header.end) {
        bool all_single = true;
        for (std::uint32_t row = header.end; row < sheet.rows() && all_single; ++row) {
            all_single = sheet.is_blank(row) || sheet.full_cell(row) == nullptr;
        }
        if (all_single) {
            return true;
        }
    }
    const bool asks_above = header.begin < header.end && asks(sheet, header.begin);
    return (asks_above && asking > 0) || (asking >= 2 && asking * 2 >= records);
}

}  // namespace mingdan
