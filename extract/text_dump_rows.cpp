// The cuts are found by a small dynamic program over the candidates (blank lines behind cells). Prices, in the order of
// what is believed: a whole row 0; one cell 2; a short row 4; a blank line inside a cell 7, or 5 if the cell is padded
// above as well; too many cells 16 and more. Extra pays a short row that begins like a whole one (a number, an empty
// cell), and, without an index column, one that does not begin like a total, section or note. Extra pays a blank line
// inside a row before a cell that does. At most 16 blank lines are ignored within one row, which keeps it linear.
#include "extract/text_dump_rows.h"

#include <algorithm>
#include <map>

#include "model/utf8.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

using Cost = std::int64_t;
constexpr Cost kSingle = 2;
constexpr Cost kShort = 4;
constexpr Cost kIgnored = 7;
constexpr Cost kIgnoredPadded = 5;
constexpr Cost kLooksWhole = 8;
constexpr Cost kBeginsEmpty = 4;
constexpr Cost kNoIndex = 4;
constexpr Cost kUnproven = 3;
constexpr Cost kIgnoredBeforeOpening = 6;
constexpr std::size_t kReach = 17;        ///< candidates looked back at
constexpr std::uint32_t kWindow = 2'000;  ///< cells that decide the width
constexpr std::size_t kWidths = 8;        ///< widths tried

/// A candidate: so many cells lie before it.
struct Node {
    std::uint32_t cells = 0;
    Cost cost = 0;
    std::uint32_t previous = 0;
};

class Divider {
public:
    Divider(std::span<const TextLine> lines, std::span<const CellLines> cells) : lines_(lines), cells_(cells) {
        choose_width();
    }

    RowDivision divide();

private:
    /// The row that ends at a cell by the cheapest way to cut, and whether it could go on behind it.
    struct Row {
        std::uint32_t begin = 0;
        std::uint32_t count = 0;
        bool goes_on = false;
    };
    struct End {
        bool is = false;
        std::uint32_t last_line = 0;
        std::uint32_t next_line = 0;
    };

    struct Census {
        std::uint32_t whole_header = 0;  ///< width of the first row of two cells and more without an empty one
        std::uint32_t any_header = 0;    ///< width of the first row of two cells and more
        std::uint32_t indexed = 0;       ///< rows that begin with a number
        std::uint32_t plain = 0;         ///< rows that begin with other text
        std::uint32_t until = 0;         ///< cells counted
        std::map<std::uint32_t, std::uint32_t> widths;

        void add(std::uint32_t count, bool whole, const CellLines& first);
    };

    bool may_end_row(std::uint32_t cell) const {
        return cells_[cell].trailing > 0 || cells_[cell].wide_gap > 0 || cell + 1 == cells_.size();
    }
    std::uint32_t naive_width(std::uint32_t from) const;
    Census count_rows() const;
    void choose_width();
    Cost row_cost(std::uint32_t begin, std::uint32_t count, Cost ignored) const;
    Node best_node(const std::vector<Node>& nodes, std::uint32_t count) const;
    Cost total_cost(std::uint32_t width, std::uint32_t until);
    bool can_be_completed(const std::vector<Node>& nodes, std::uint32_t cell) const;
    bool next_row_goes_on(std::uint32_t next) const;
    End end_at_text(std::uint32_t cell, const Row& row);
    End end_before_cell(std::uint32_t cell, const Row& row);
    End end_at(std::uint32_t cell, const Row& row);
    void judge(RowDivision& division) const;
    bool lists_something(const RowDivision& division) const;
    bool reads_like_prose(std::uint32_t cell) const;

    std::span<const TextLine> lines_;
    std::span<const CellLines> cells_;
    std::uint32_t width_ = 1;
    bool has_index_ = false;
    std::vector<std::uint32_t> doubtful_;
};

/// Cells up to the next candidate, as if each were a row's end; 0 behind the last.
std::uint32_t Divider::naive_width(std::uint32_t from) const {
    const std::uint32_t limit = width_ + 64;
    for (std::uint32_t i = from; i < cells_.size() && i - from < limit; ++i) {
        if (may_end_row(i) || cells_[i].gap > 0) {
            return i - from + 1;
        }
    }
    return from < cells_.size() ? limit : 0;
}

/// Counts the rows as every blank line would cut them, as far as the table surely reaches.
Divider::Census Divider::count_rows() const {
    Census census;
    std::uint32_t rows = 0;
    for (std::uint32_t begin = 0; begin < cells_.size() && begin < kWindow; begin = census.until) {
        std::uint32_t end = begin;
        bool whole = true;
        do {
            whole = whole && !cells_[end].empty;
            ++end;
        } while (end < cells_.size() && !may_end_row(end - 1) && cells_[end - 1].gap == 0);
        census.add(end - begin, whole, cells_[begin]);
        census.until = end;
        const CellLines& last = cells_[end - 1];
        if (++rows >= 2 && (last.wide_gap > 0 || last.trailing > 2 || (last.gap > 0 && last.trailing == 0))) {
            break;  // the table may end here
        }
    }
    return census;
}

void Divider::Census::add(std::uint32_t count, bool whole, const CellLines& first) {
    ++widths[count];
    if (count < 2) {
        return;
    }
    whole_header = whole_header == 0 && whole ? count : whole_header;
    any_header = any_header == 0 ? count : any_header;
    indexed += first.index;
    plain += !first.index && !first.empty;
}

/// The first row with two cells and more, none of them empty, is the header; a wider row that occurs below may show
/// that the header is one of two levels and has lost cells. The width that divides best is taken.
void Divider::choose_width() {
    const Census census = count_rows();
    const std::uint32_t header = census.whole_header == 0 ? census.any_header : census.whole_header;
    has_index_ = census.indexed >= 2 && census.indexed * 2 >= census.plain;
    if (header == 0) {
        return;
    }
    std::vector<std::pair<std::uint32_t, std::uint32_t>> wider(census.widths.upper_bound(header), census.widths.end());
    std::stable_sort(wider.begin(), wider.end(), [](const auto& a, const auto& b) { return a.second > b.second; });
    wider.resize(std::min(wider.size(), kWidths));
    std::uint32_t best = header;
    Cost lowest = total_cost(header, census.until);
    for (const auto& [width, occurs] : wider) {
        if (const Cost cost = total_cost(width, census.until); cost < lowest) {
            lowest = cost;
            best = width;
        }
    }
    width_ = best;
}

Cost Divider::row_cost(std::uint32_t begin, std::uint32_t count, Cost ignored) const {
    const CellLines& first = cells_[begin];
    if (count == width_) {
        const bool other = first.opens || (has_index_ && !first.index && !first.empty);
        return ignored > 0 && other ? ignored + kNoIndex : ignored;
    }
    if (count > width_) {
        return ignored + 16 + 4 * static_cast<Cost>(count - width_);
    }
    Cost cost = ignored + (count == 1 ? kSingle : kShort);
    cost += has_index_ && first.index ? kLooksWhole : 0;
    cost += first.empty ? kBeginsEmpty : 0;
    cost += !has_index_ && !first.opens ? kUnproven : 0;
    return cost;
}

/// The cheapest way to let a row end behind `count` cells.
Node Divider::best_node(const std::vector<Node>& nodes, std::uint32_t count) const {
    Node best{count, INT64_MAX, 0};
    Cost ignored = 0;
    const std::size_t oldest = nodes.size() > kReach ? nodes.size() - kReach : 0;
    for (std::size_t i = nodes.size(); i-- > oldest;) {
        const Node& from = nodes[i];
        const std::uint32_t length = count - from.cells;
        if (length > width_ && i + 1 < nodes.size()) {
            break;
        }
        const Cost cost = from.cost + row_cost(from.cells, length, ignored);
        if (cost < best.cost) {
            best = {count, cost, static_cast<std::uint32_t>(i)};
        }
        if (from.cells > 0) {
            ignored += cells_[from.cells - 1].padded ? kIgnoredPadded : kIgnored;
            ignored += cells_[from.cells].opens ? kIgnoredBeforeOpening : 0;
        }
    }
    return best;
}

Cost Divider::total_cost(std::uint32_t width, std::uint32_t until) {
    width_ = width;
    std::vector<Node> nodes = {Node{}};
    for (std::uint32_t i = 0; i < until; ++i) {
        if (may_end_row(i) || i + 1 == until) {
            nodes.push_back(best_node(nodes, i + 1));
        }
    }
    return nodes.back().cost;
}

/// A row that is short at `cell` may be a whole one whose cell holds blank lines: then it began at some candidate, and
/// its missing cells follow and end at one.
bool Divider::can_be_completed(const std::vector<Node>& nodes, std::uint32_t cell) const {
    const std::size_t oldest = nodes.size() > kReach ? nodes.size() - kReach : 0;
    for (std::size_t i = nodes.size(); i-- > oldest;) {
        const std::uint32_t begin = nodes[i].cells;
        const std::uint32_t last = begin + width_ - 1;
        if (last <= cell) {
            break;
        }
        const CellLines& first = cells_[begin];
        const bool blank_above = first.empty || first.padded;
        const bool several = begin < cell || cells_[cell].wide_gap == 0;
        const bool begins_whole = has_index_ ? first.index || blank_above : !first.opens && (several || blank_above);
        if (begins_whole && last < cells_.size() && may_end_row(last)) {
            return true;
        }
    }
    return false;
}

/// The next cells look like one more row of the same table, or like a section row and one more.
bool Divider::next_row_goes_on(std::uint32_t next) const {
    const std::uint32_t count = naive_width(next);
    if (!has_index_ || next >= cells_.size() || count > width_) {
        return false;
    }
    return cells_[next].index || (count == 1 && next + 1 < cells_.size() && cells_[next + 1].index);
}

/// A cell is followed by blank lines and text: more of the cell, or paragraphs behind the table?
Divider::End Divider::end_at_text(std::uint32_t cell, const Row& row) {
    const CellLines& here = cells_[cell];
    const bool last = cell + 1 == cells_.size();
    const bool wide = here.wide_gap > 0;
    const std::uint32_t gap = wide ? here.wide_gap : here.gap;
    const End end{true, gap, gap + (wide ? 2u : 1u)};
    if (row.goes_on) {
        return {};
    }
    if (!last && here.trailing == 0) {
        return end;  // no row can end behind that text
    }
    if (wide && (last || row.count != width_)) {
        return end;
    }
    const std::uint32_t number = lines_[gap].number;
    if (wide) {
        const bool unproven = here.empty && !has_index_ && naive_width(cell + 1) <= width_;
        const bool goes_on = next_row_goes_on(cell + 1) || (unproven && naive_width(cell + 1) == width_);
        if (goes_on || unproven) {
            doubtful_.push_back(number);
        }
        return goes_on ? End{} : end;
    }
    const bool next_is_other = !last && has_index_ && !cells_[cell + 1].index && !cells_[cell + 1].empty &&
                               naive_width(cell + 1) >= 2 && row.count == width_;
    if (last || next_is_other) {  // the dump's blank lines were thinned out
        doubtful_.push_back(number);
        return end;
    }
    return {};
}

/// Blank lines and at once another cell: one more row, or another table?
Divider::End Divider::end_before_cell(std::uint32_t cell, const Row& row) {
    const CellLines& here = cells_[cell];
    if (here.trailing < 2 || row.goes_on) {
        return {};
    }
    const End end{true, here.end - here.trailing, here.end - here.trailing + 2};
    const std::uint32_t next = cell + 1;
    const std::uint32_t width = naive_width(next);
    const std::uint32_t second = next + width;
    const bool first_row = row.begin == 0 && row.count == 1;
    if (first_row && here.trailing >= 3) {
        return end;  // an indented paragraph above a table
    }
    if (width >= 2 && width != width_ && naive_width(second) == width && (width > width_ || here.trailing >= 3)) {
        doubtful_.push_back(lines_[cells_[next].begin].number);
        return end;
    }
    const bool new_header = has_index_ && width == width_ && !cells_[next].index && !cells_[next].empty &&
                            second < cells_.size() && cells_[second].index;
    return new_header && here.trailing >= 3 ? end : End{};
}

Divider::End Divider::end_at(std::uint32_t cell, const Row& row) {
    const CellLines& here = cells_[cell];
    if (here.gap > 0) {
        if (const End end = end_at_text(cell, row); end.is) {
            return end;
        }
    }
    if (cell + 1 == cells_.size()) {
        const std::uint32_t last = here.end - here.trailing;
        return {true, last, std::min(last + 2, here.end)};
    }
    return end_before_cell(cell, row);
}

bool Divider::reads_like_prose(std::uint32_t cell) const {
    constexpr std::u32string_view kStops = U"。；：";
    const CellLines& here = cells_[cell];
    for (std::uint32_t i = here.end; i-- > here.begin;) {
        if (const std::string_view text = text::trim(lines_[i].text); !text.empty()) {
            return text.size() > 240 || kStops.find(utf8::last(text)) != std::u32string_view::npos;
        }
    }
    return false;
}

/// Indented paragraphs and list items begin with a TAB as well. A table has two rows and two columns; one of a single
/// column only if it is no running text.
bool Divider::lists_something(const RowDivision& division) const {
    const std::size_t rows = division.row_begin.size() - 1;
    if (rows < 2) {
        return false;
    }
    std::size_t prose = 0;
    for (std::uint32_t i = 0; i < division.cells; ++i) {
        prose += reads_like_prose(i);
    }
    std::uint32_t widest = 0;
    std::size_t odd = 0;
    for (std::size_t i = 0; i < rows; ++i) {
        const std::uint32_t count = division.row_begin[i + 1] - division.row_begin[i];
        widest = std::max(widest, count);
        odd += count != width_;
    }
    if (widest < 2) {
        return prose == 0 && rows > 2;
    }
    return prose * 3 <= division.cells || odd * 4 <= rows;
}

void Divider::judge(RowDivision& division) const {
    const std::size_t rows = division.row_begin.size() - 1;
    const auto count = [&](std::size_t row) { return division.row_begin[row + 1] - division.row_begin[row]; };
    bool header_seen = false;
    std::size_t whole = 0;
    std::vector<std::uint32_t> shorts;
    for (std::size_t row = 0; row < rows; ++row) {
        const std::uint32_t cells = count(row);
        const CellLines& first = cells_[division.row_begin[row]];
        const std::uint32_t number = lines_[first.begin].number;
        whole += cells == width_;
        if (cells > width_) {
            division.uneven.push_back(number);
        } else if (cells < width_ && header_seen) {
            const bool pair = row + 1 < rows && count(row + 1) < width_ && cells + count(row + 1) == width_;
            const bool proven = first.opens || (has_index_ && !first.index && !first.empty);
            if ((has_index_ && cells > 1 && !proven) || (pair && !proven)) {
                division.uneven.push_back(number);
            } else if (cells > 1) {
                shorts.push_back(number);
            }
        }
        header_seen = header_seen || cells == width_;
    }
    if (shorts.size() > 2 && shorts.size() > whole / 2) {
        division.uneven.insert(division.uneven.end(), shorts.begin(), shorts.end());
        std::sort(division.uneven.begin(), division.uneven.end());
    }
}

RowDivision Divider::divide() {
    RowDivision division;
    std::vector<Node> nodes = {Node{}};
    for (std::uint32_t i = 0; i < cells_.size(); ++i) {
        const bool candidate = may_end_row(i) || cells_[i].gap > 0;
        if (!candidate) {
            continue;
        }
        const Node node = best_node(nodes, i + 1);
        const std::uint32_t begin = nodes[node.previous].cells;
        const std::uint32_t count = i + 1 - begin;
        const End end = end_at(i, {begin, count, count < width_ && can_be_completed(nodes, i)});
        if (end.is || cells_[i].trailing > 0) {
            nodes.push_back(node);
        }
        if (end.is) {
            division.cells = i + 1;
            division.last_line = end.last_line;
            division.next_line = end.next_line;
            break;
        }
    }
    for (std::size_t at = nodes.size() - 1; at > 0; at = nodes[at].previous) {
        division.row_begin.push_back(nodes[at].cells);
    }
    division.row_begin.push_back(0);
    std::reverse(division.row_begin.begin(), division.row_begin.end());
    division.width = width_;
    division.is_table = lists_something(division);
    if (division.is_table) {
        judge(division);
        division.doubtful = std::move(doubtful_);
    }
    return division;
}

}  // namespace

RowDivision divide_rows(std::span<const TextLine> lines, std::span<const CellLines> cells) {
    return Divider(lines, cells).divide();
}

}  // namespace mingdan
