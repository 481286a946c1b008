#include "extract/edge_table.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "model/try.h"

namespace mingdan {

namespace {

constexpr std::int32_t kSameEdge = 30;  // twips
constexpr std::int32_t kSameMargin = 200;

bool has_all_edges(const std::vector<EdgeRow>& rows) {
    return std::all_of(rows.begin(), rows.end(), [](const EdgeRow& row) {
        return std::all_of(row.cells.begin(), row.cells.end(), [](const EdgeCell& cell) { return cell.has_edge; });
    });
}

/// Edges that run backwards lie where the one before them lies.
void straighten(std::vector<EdgeRow>& rows) {
    for (EdgeRow& row : rows) {
        std::int32_t edge = row.left;
        for (EdgeCell& cell : row.cells) {
            edge = cell.right = std::max(edge, cell.right);
        }
    }
}

/// Rows that begin, or end, nearly together do so.
void align_margins(std::vector<EdgeRow>& rows) {
    std::int32_t left = rows.front().left;
    std::int32_t right = INT32_MIN;
    for (const EdgeRow& row : rows) {
        left = std::min(left, row.left);
        right = row.cells.empty() ? right : std::max(right, row.cells.back().right);
    }
    for (EdgeRow& row : rows) {
        if (std::int64_t{row.left} - left <= kSameMargin) {
            row.left = left;
        }
        if (row.cells.empty()) {
            continue;
        }
        EdgeCell& last = row.cells.back();
        const std::int32_t before = row.cells.size() > 1 ? row.cells[row.cells.size() - 2].right : row.left;
        if (std::int64_t{right} - last.right <= kSameMargin && std::int64_t{last.right} - before > kSameMargin) {
            last.right = right;
        }
    }
}

std::vector<std::int64_t> grid_lines(const std::vector<EdgeRow>& rows, std::int64_t tolerance) {
    std::vector<std::int64_t> edges;
    for (const EdgeRow& row : rows) {
        edges.push_back(row.left);
        for (const EdgeCell& cell : row.cells) {
            edges.push_back(cell.right);
        }
    }
    std::sort(edges.begin(), edges.end());
    std::vector<std::int64_t> lines;
    for (const std::int64_t edge : edges) {
        if (lines.empty() || edge - lines.back() > tolerance) {
            lines.push_back(edge);
        }
    }
    return lines;
}

std::uint32_t line_of(const std::vector<std::int64_t>& lines, std::int64_t edge) {
    return static_cast<std::uint32_t>(std::upper_bound(lines.begin(), lines.end(), edge) - lines.begin()) - 1;
}

/// The greatest tolerance at which each cell is a column wide; no lines where even exact edges do not part the cells.
std::vector<std::int64_t> find_lines(std::vector<EdgeRow>& rows) {
    if (!has_all_edges(rows)) {
        return {};
    }
    straighten(rows);
    align_margins(rows);
    for (const std::int64_t tolerance : {kSameEdge, kSameEdge / 2, 0}) {
        std::vector<std::int64_t> lines = grid_lines(rows, tolerance);
        const bool parted = std::all_of(rows.begin(), rows.end(), [&](const EdgeRow& row) {
            std::uint32_t before = line_of(lines, row.left);
            return std::all_of(row.cells.begin(), row.cells.end(), [&](const EdgeCell& cell) {
                const std::uint32_t start = std::exchange(before, line_of(lines, cell.right));
                return before > start;
            });
        });
        if (parted) {
            return lines;
        }
    }
    return {};
}

void place_blocks(std::vector<Block>& blocks, const Origin& place);

void place_lines(std::vector<Line>& lines, const Origin& place) {
    for (Line& line : lines) {
        line.field.origin.table = place.table;
        line.field.origin.row = place.row;
        line.field.origin.column = place.column;
    }
}

/// Text boxes stand in the cell; nested tables have cells of their own.
void place_blocks(std::vector<Block>& blocks, const Origin& place) {
    for (Block& block : blocks) {
        if (auto* paragraph = std::get_if<Paragraph>(&block.is)) {
            place_lines(paragraph->lines, place);
        } else if (auto* box = std::get_if<TextBox>(&block.is)) {
            place_blocks(box->blocks, place);
        } else {
            Origin& origin = std::get<Table>(block.is).origin;
            origin.row = place.row;
            origin.column = place.column;
        }
    }
}

/// Pieces that were left out follow the cell whose paragraphs they stood in.
class LeftOutPlaces {
public:
    LeftOutPlaces(std::vector<LeftOut>& pieces, std::size_t from) : pieces_(pieces), next_(from) {}

    void place(const EdgeCell& cell, const Origin& place) {
        while (next_ < pieces_.size() && pieces_[next_].origin.paragraph < cell.first_paragraph) {
            ++next_;
        }
        for (; next_ < pieces_.size() && pieces_[next_].origin.paragraph <= cell.last_paragraph; ++next_) {
            Origin& origin = pieces_[next_].origin;
            if (origin.table == 0) {
                origin.table = place.table;
                origin.row = place.row;
                origin.column = place.column;
            }
        }
    }

private:
    std::vector<LeftOut>& pieces_;
    std::size_t next_;
};

}  // namespace

Result<std::optional<Table>> build_edge_table(std::vector<EdgeRow> rows, const Origin& origin, GridBudget& budget,
                                              Document& document, std::size_t left_out_from) {
    if (rows.empty()) {
        return std::optional<Table>{};
    }
    const std::vector<std::int64_t> lines = find_lines(rows);
    TableGrid grid(budget, origin);
    LeftOutPlaces left_out(document.left_out, left_out_from);
    for (EdgeRow& row : rows) {
        std::uint32_t start = lines.empty() ? 0 : line_of(lines, row.left);
        grid.begin_row({start, 0});
        for (EdgeCell& cell : row.cells) {
            const std::uint32_t end = lines.empty() ? start + 1 : line_of(lines, cell.right);
            Origin place = origin;
            place.row = grid.row() + 1;
            place.column = static_cast<std::uint16_t>(grid.next_column() + 1);
            place_lines(cell.content.lines, place);
            place_blocks(cell.content.children, place);
            left_out.place(cell, place);
            TRY(grid.add_cell({end - start, 0, cell.vertical, cell.horizontal, std::move(cell.content)}));
            start = end;
        }
        grid.end_row({}, row.header);
    }
    TRY_ASSIGN(GriddedTable gridded, std::move(grid).finish());
    std::move(gridded.findings.begin(), gridded.findings.end(), std::back_inserter(document.findings));
    return std::optional(std::move(gridded.table));
}

}  // namespace mingdan
