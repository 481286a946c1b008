// Blocks side by side (序号 姓名 | 序号 姓名) become one sequence. The index tells the order: down the left block
// first, or across row by row; without an index it is row by row.
#include <utility>

#include "normalize/fill.h"
#include "normalize/index_number.h"
#include "normalize/lexicon.h"
#include "normalize/pass.h"
#include "normalize/roster_draft.h"

namespace mingdan {

namespace {

/// The width of one block: the shortest period of the header, or its whole width.
std::size_t block_width(const RosterDraft& roster) {
    const auto& keys = roster.header_key;
    for (std::size_t width = 1; width * 2 <= keys.size(); ++width) {
        if (keys.size() % width != 0 || keys[0].empty()) {
            continue;
        }
        bool periodic = true;
        for (std::size_t i = width; i < keys.size() && periodic; ++i) {
            periodic = keys[i] == keys[i - width];
        }
        if (periodic) {
            return width;
        }
    }
    return keys.size();
}

std::optional<std::uint64_t> index_of(const DraftRow& row, std::size_t column) {
    const auto& lines = row.values[column].lines;
    if (lines.size() != 1) {
        return std::nullopt;
    }
    const Line& line = lines.front();
    return read_index(line.field.text.empty() ? line.number : line.field.text);
}

struct Run {
    std::size_t begin, end;  ///< rows of one section
};

/// True if the index of the first row goes on in the next block rather than in the next row.
bool runs_across(const std::vector<DraftRow>& rows, const Run& run, std::size_t width, std::size_t index) {
    const auto here = index_of(rows[run.begin], index);
    const auto beside = index_of(rows[run.begin], width + index);
    const auto below = run.end - run.begin > 1 ? index_of(rows[run.begin + 1], index) : std::nullopt;
    if (here && below && *below == *here + 1) {
        return false;
    }
    return !(here && beside) || *beside == *here + 1 || !below;
}

/// A new section, or a new page on which the left block does not go on from the page before.
bool begins_run(const std::vector<DraftRow>& rows, std::size_t row, std::size_t index, std::size_t width) {
    const DraftRow& above = rows[row - 1];
    const DraftRow& here = rows[row];
    if (here.section != above.section) {
        return true;
    }
    if (index == width || !(here.begins_page || here.origin.table != above.origin.table)) {
        return false;
    }
    const auto last = index_of(above, index);
    const auto next = index_of(here, index);
    return !last || !next || *next != *last + 1;
}

bool is_empty(const DraftRow& row) {
    for (const DraftValue& value : row.values) {
        if (!value.empty()) {
            return false;
        }
    }
    return true;
}

/// Rows of a table that covers several blocks cannot point above themselves once they are taken apart.
void copy_covered(std::vector<DraftRow>& rows) {
    for (std::size_t i = 1; i < rows.size(); ++i) {
        for (std::size_t column = 0; column < rows[i].values.size(); ++column) {
            DraftValue& value = rows[i].values[column];
            if (!value.covered || !value.empty()) {
                continue;
            }
            copy_value(rows[i - 1].values[column], value, Derivation::merged, Fix::fill_merged);
        }
    }
}

void unfold_run(std::vector<DraftRow>& rows, const Run& run, std::size_t width, bool across,
                std::vector<DraftRow>& out) {
    const std::size_t blocks = rows[run.begin].values.size() / width;
    const std::size_t height = run.end - run.begin;
    for (std::size_t i = 0; i < blocks * height; ++i) {
        const std::size_t block = across ? i % blocks : i / height;
        DraftRow& row = rows[run.begin + (across ? i / blocks : i % height)];
        DraftRow one;
        one.section = row.section;
        one.ragged = row.ragged;
        one.origin = row.origin;
        one.begins_page = row.begins_page;
        const auto first = row.values.begin() + static_cast<std::ptrdiff_t>(block * width);
        one.values.assign(std::make_move_iterator(first),
                          std::make_move_iterator(first + static_cast<std::ptrdiff_t>(width)));
        if (!is_empty(one)) {
            out.push_back(std::move(one));
        }
    }
}

void unfold(Draft& draft, RosterDraft& roster) {
    const std::size_t width = block_width(roster);
    if (roster.header_key.empty() || width == roster.columns.size() || roster.rows.empty()) {
        return;
    }
    copy_covered(roster.rows);
    std::size_t index = width;
    for (std::size_t i = 0; i < width && index == width; ++i) {
        if (lexicon::role_of(roster.columns[i].name.text) == Role::index) {
            index = i;
        }
    }
    std::vector<DraftRow> rows;
    rows.reserve(roster.rows.size() * (roster.columns.size() / width));
    for (std::size_t begin = 0; begin < roster.rows.size();) {
        std::size_t end = begin + 1;
        while (end < roster.rows.size() && !begins_run(roster.rows, end, index, width)) {
            ++end;
        }
        const Run run{begin, end};
        unfold_run(roster.rows, run, width, index == width || runs_across(roster.rows, run, width, index), rows);
        begin = end;
    }
    roster.rows = std::move(rows);
    for (std::size_t i = width; i < roster.columns.size(); ++i) {
        for (Field& level : roster.header_levels[i]) {
            draft.leave(std::move(level), Reason::repeated_header);
        }
    }
    roster.columns.resize(width);
    roster.header_levels.resize(width);
    roster.header_key.resize(width);
    for (DraftTotal& total : roster.totals) {
        for (std::size_t i = width; i < total.values.size(); ++i) {
            for (Line& line : total.values[i].lines) {
                draft.leave(std::move(line.field), Reason::unplaced);
            }
        }
        total.values.resize(width);
    }
}

void run(Draft& draft) {
    for (RosterDraft& roster : draft.rosters) {
        unfold(draft, roster);
    }
}

}  // namespace

extern const Pass unfold_blocks_pass{"unfold-blocks", "brings blocks that stand side by side into one sequence", run};

}  // namespace mingdan
