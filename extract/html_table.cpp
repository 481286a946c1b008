#include "extract/html_table.h"

#include <algorithm>
#include <charconv>
#include <iterator>
#include <utility>

#include "extract/html_style.h"
#include "model/over_limit.h"
#include "model/try.h"
#include "wrap/text.h"

namespace mingdan::html {

namespace {

constexpr std::uint32_t kMostColumns = 1000;  // HTML caps the attributes there
constexpr std::uint32_t kMostRows = 65534;

/// HTML's rules for parsing non-negative integers: what follows the digits does not matter. `otherwise` for none.
std::uint32_t parse_span(std::string_view text, std::uint32_t otherwise, std::uint32_t most) {
    text.remove_prefix(std::min(text.find_first_not_of(" \t\r\n\f"), text.size()));
    text.remove_prefix(text.starts_with('+') ? 1 : 0);
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error == std::errc::result_out_of_range) {
        return most;
    }
    return error != std::errc{} ? otherwise : static_cast<std::uint32_t>(std::min<std::uint64_t>(value, most));
}

/// What a cell holds, for telling a table of data from one that lays the page out.
struct Contents {
    std::uint32_t characters = 0;
    std::uint32_t blocks = 0;
    std::uint32_t rows = 0;  ///< of tables inside
    std::uint32_t cells = 0;
    bool tables = false;
    bool pictures = false;

    bool live() const { return characters > 0 || pictures; }
    bool holds_data() const { return rows >= 2 && cells >= 2 * rows; }
};

Contents contents_of(const Tree& tree, NodeId cell) {
    Contents found;
    for (NodeId at = tree.first_child(cell); at != kNoNode;) {
        switch (tree.element(at)) {
            case Element::text:
                found.characters += count_characters(tree.text(at));
                break;
            case Element::table:
                found.tables = true;
                break;
            case Element::tr:
                ++found.rows;
                break;
            case Element::td:
            case Element::th:
                ++found.cells;
                break;
            case Element::img:
                found.pictures = true;
                break;
            default:
                found.blocks += reading_of(tree.element(at)) == Reading::block;
                break;
        }
        if (tree.first_child(at) != kNoNode) {
            at = tree.first_child(at);
            continue;
        }
        while (at != cell && tree.next(at) == kNoNode) {
            at = tree.parent(at);
        }
        at = at == cell ? kNoNode : tree.next(at);
    }
    return found;
}

/// Whether rows or cells of this table stand in the element (a form between a table and its rows).
bool holds_parts(const Tree& tree, NodeId node) {
    for (NodeId child = tree.first_child(node); child != kNoNode; child = tree.next(child)) {
        const Element element = tree.element(child);
        if (element == Element::tr || element == Element::td || element == Element::th || element == Element::tbody) {
            return true;
        }
        const bool deeper = element == Element::form || element == Element::unknown || element == Element::span;
        if (deeper && holds_parts(tree, child)) {
            return true;
        }
    }
    return false;
}

}  // namespace

bool TableReader::left_out(NodeId node) {
    if (body_.page_.fate(node) == Fate::furniture) {
        body_.leave(node, Reason::page_furniture);
        return true;
    }
    if (tree_.element(node) != Element::text && is_hidden(tree_, node)) {
        body_.leave(node, Reason::hidden);
        return true;
    }
    return false;
}

Result<void> TableReader::collect(NodeId node, Rows& rows, bool header) {
    for (NodeId child = tree_.first_child(node); child != kNoNode; child = tree_.next(child)) {
        if (!left_out(child)) {
            TRY(collect_child(child, rows, header));
        }
    }
    return {};
}

Result<void> TableReader::collect_section(NodeId section, Rows& rows, bool header) {
    ++group_;
    TRY(collect(section, rows, header));
    ++group_;
    return {};
}

Result<void> TableReader::collect_child(NodeId child, Rows& rows, bool header) {
    switch (tree_.element(child)) {
        case Element::thead:
            return collect_section(child, head_.empty() ? head_ : rows, true);
        case Element::tfoot:
            return collect_section(child, foot_.empty() ? foot_ : rows, false);
        case Element::tbody:
            return collect_section(child, rows, false);
        case Element::tr:
            rows.emplace_back().group = group_;
            rows.back().header = header;
            return collect_row(child, rows.back());
        case Element::td:
        case Element::th:  // the row was forgotten
            if (rows.empty() || rows.back().group != group_) {
                rows.emplace_back().group = group_;
            }
            collect_cell(child, rows.back());
            return {};
        case Element::col:
        case Element::colgroup:
            return {};
        default:
            return holds_parts(tree_, child) ? collect(child, rows, header) : body_.visit(child);
    }
}

void TableReader::collect_cell(NodeId node, HtmlRow& row) {
    HtmlCell& cell = row.cells.emplace_back();
    cell.node = node;
    cell.column_span = std::max(parse_span(tree_.get(node, Attribute::colspan), 1, kMostColumns), 1u);
    cell.row_span = parse_span(tree_.get(node, Attribute::rowspan), 1, kMostRows);
}

Result<void> TableReader::collect_row(NodeId node, HtmlRow& row) {
    for (NodeId child = tree_.first_child(node); child != kNoNode; child = tree_.next(child)) {
        const Element element = tree_.element(child);
        if (left_out(child)) {
            continue;
        }
        if (element == Element::td || element == Element::th) {
            collect_cell(child, row);
        } else if (holds_parts(tree_, child)) {
            TRY(collect_row(child, row));
        } else {
            TRY(body_.visit(child));  // browsers show it before the table
        }
    }
    return {};
}

bool TableReader::is_layout() const {
    std::vector<Contents> all;
    std::size_t widest = 0;
    std::uint32_t characters = 0;
    for (const HtmlRow& row : rows_) {
        widest = std::max(widest, row.cells.size());
        for (const HtmlCell& cell : row.cells) {
            all.push_back(contents_of(tree_, cell.node));
            characters += all.back().characters;
        }
    }
    const auto live = std::count_if(all.begin(), all.end(), [](const Contents& each) { return each.live(); });
    return all.size() == 1 || std::any_of(all.begin(), all.end(), [&](const Contents& each) {
               const bool most = each.characters * 5 >= characters * 3 && each.characters > 0;
               return (widest == 1 && (each.tables || (most && each.blocks >= 5))) ||
                      (live == 1 && each.live() && (each.tables || each.blocks >= 3)) ||
                      (widest <= 3 && most && each.tables && each.holds_data());
           });
}

Result<void> TableReader::unwrap() {
    for (const HtmlRow& row : rows_) {
        for (const HtmlCell& cell : row.cells) {
            TRY(body_.visit_block(cell.node));
        }
    }
    return {};
}

Result<void> TableReader::place() {
    std::vector<std::uint32_t> taken;  // by column: the row from which it is free again
    std::uint64_t area = 0;
    for (std::uint32_t row = 0, group_end = 0; row < rows_.size(); ++row) {
        while (group_end <= row || (group_end < rows_.size() && rows_[group_end].group == rows_[row].group)) {
            ++group_end;
        }
        std::uint32_t column = 0;
        for (HtmlCell& cell : rows_[row].cells) {
            while (column < taken.size() && taken[column] > row) {
                ++column;
            }
            if (column + cell.column_span > body_.limits_.columns) {
                return over_limit("columns", body_.limits_.columns, "a table has more columns than");
            }
            std::uint32_t span = 1;
            while (span < cell.column_span && (column + span >= taken.size() || taken[column + span] <= row)) {
                ++span;
            }
            area += span;
            if (area > body_.limits_.cells) {
                return over_limit("cells", body_.limits_.cells, "a table has more cells, spans counted, than");
            }
            const std::uint32_t rows = cell.row_span == 0 ? group_end - row : std::min(cell.row_span, group_end - row);
            taken.resize(std::max<std::size_t>(taken.size(), column + span));
            std::fill_n(taken.begin() + column, span, row + rows);
            cell.row = row;
            cell.column = column;
            cell.column_span = span;
            cell.row_span = rows;
            column += span;
        }
    }
    columns_ = static_cast<std::uint32_t>(taken.size());
    return {};
}

/// Columns and rows in which no cell begins.
void TableReader::drop_unused() {
    std::vector<std::uint32_t> column_at(columns_ + 1);
    std::vector<std::uint32_t> row_at(rows_.size() + 1);
    for (const HtmlRow& row : rows_) {
        for (const HtmlCell& cell : row.cells) {
            column_at[cell.column + 1] = row_at[cell.row + 1] = 1;
        }
    }
    for (std::size_t i = 1; i < column_at.size(); ++i) {
        column_at[i] += column_at[i - 1];
    }
    for (std::size_t i = 1; i < row_at.size(); ++i) {
        row_at[i] += row_at[i - 1];
    }
    std::erase_if(rows_, [](const HtmlRow& row) { return row.cells.empty(); });
    for (HtmlRow& row : rows_) {
        for (HtmlCell& cell : row.cells) {
            const std::uint32_t column_end = column_at[cell.column + cell.column_span];
            const std::uint32_t row_end = row_at[cell.row + cell.row_span];
            cell.column = column_at[cell.column];
            cell.row = row_at[cell.row];
            cell.column_span = column_end - cell.column;
            cell.row_span = row_end - cell.row;
        }
    }
    columns_ = column_at.back();
}

Origin TableReader::place_of(const TableGrid& grid) const {
    Origin place = origin_;
    place.row = grid.row() + 1;
    place.column = static_cast<std::uint16_t>(grid.next_column() + 1);
    return place;
}

Result<void> TableReader::add_cell(const HtmlCell& cell, TableGrid& grid) {
    body_.story_.begin_cell(place_of(grid));
    TRY(body_.visit_children(cell.node));
    GridCell added;
    added.content = body_.story_.end_cell();
    added.content.vertical = is_vertical(tree_, cell.node);
    added.column_span = cell.column_span;
    added.vertical = cell.row_span > 1 ? Merge::restart : Merge::none;
    return grid.add_cell(std::move(added));
}

/// A position that no cell takes, with others behind it in its row.
Result<void> TableReader::add_vacant(TableGrid& grid) {
    body_.story_.begin_cell(place_of(grid));
    GridCell vacant;
    vacant.content = body_.story_.end_cell();
    return grid.add_cell(std::move(vacant));
}

/// `open`: by column, the cell from above that still reaches down.
Result<void> TableReader::fill_row(std::uint32_t row, TableGrid& grid, std::vector<HtmlCell>& open) {
    const std::vector<HtmlCell>& cells = rows_[row].cells;
    const auto reaches = [&](std::uint32_t column) {
        return open[column].node != kNoNode && open[column].row + open[column].row_span > row;
    };
    std::uint32_t end = cells.back().column + 1;
    for (std::uint32_t column = columns_; column-- > end;) {
        if (reaches(column)) {
            end = column + 1;
        }
    }
    grid.begin_row();
    auto next = cells.begin();
    for (std::uint32_t column = 0; column < end;) {
        if (next != cells.end() && next->column == column) {
            TRY(add_cell(*next, grid));
            open[column] = *next;
            column += next->column_span;
            ++next;
        } else if (reaches(column)) {
            GridCell covered;
            covered.column_span = open[column].column_span;
            covered.vertical = Merge::continues;
            TRY(grid.add_cell(std::move(covered)));
            column += open[column].column_span;
        } else {
            TRY(add_vacant(grid));
            ++column;
        }
    }
    grid.end_row({}, rows_[row].header);
    return {};
}

Result<void> TableReader::fill() {
    if (std::uint64_t{columns_} * rows_.size() > body_.limits_.cells) {
        return over_limit("cells", body_.limits_.cells, "a table has more cells, vacant ones counted, than");
    }
    origin_ = body_.story_.place();
    origin_.paragraph = 0;
    origin_.table = ++body_.document_.tables;
    TableGrid grid(body_.budget_, origin_);
    Context outer = std::exchange(body_.story_.context, {});
    body_.story_.context.stands = outer.stands;
    body_.story_.context.left_out = outer.left_out;
    std::vector<HtmlCell> open(columns_);
    for (std::uint32_t row = 0; row < rows_.size(); ++row) {
        TRY(fill_row(row, grid, open));
    }
    body_.story_.context = outer;
    TRY_ASSIGN(GriddedTable gridded, std::move(grid).finish());
    std::move(gridded.findings.begin(), gridded.findings.end(), std::back_inserter(body_.document_.findings));
    body_.story_.add(Block{std::move(gridded.table)});
    return {};
}

Result<void> TableReader::read() {
    body_.story_.end_paragraph();
    TRY(collect(table_, rows_, false));
    body_.story_.end_paragraph();
    rows_.insert(rows_.begin(), std::make_move_iterator(head_.begin()), std::make_move_iterator(head_.end()));
    rows_.insert(rows_.end(), std::make_move_iterator(foot_.begin()), std::make_move_iterator(foot_.end()));
    if (is_layout()) {
        return unwrap();
    }
    TRY(place());
    drop_unused();
    return rows_.empty() ? Result<void>{} : fill();
}

}  // namespace mingdan::html
