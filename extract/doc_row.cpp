#include "extract/doc_row.h"

#include <algorithm>

#include "extract/doc_properties.h"
#include "extract/doc_sprm.h"

namespace mingdan::doc {

using bytes::i16;
using bytes::u16;
using bytes::u32;
using bytes::u8;
using docx::Border;
using docx::Borders;

namespace {

constexpr std::int32_t kSameEdge = 30;  // twips, as in the grid
constexpr std::size_t kMostCells = 255;
constexpr std::size_t kCellSize = 20;  // TC80
constexpr std::int32_t kWidest = 31680;

/// A Brc80: 0xFFFFFFFF is no line; no kind of line leaves it to the table.
Border old_border(std::uint32_t value, Border nothing) {
    if (value == 0xFFFFFFFF) {
        return Border::absent;
    }
    return (value >> 8 & 0xFF) == 0 ? nothing : Border::drawn;
}

/// A Brc of 8 bytes: the colour, then width and kind.
Border new_border(std::string_view brc, Border nothing) {
    return old_border(u32(brc, 4), nothing);
}

/// Top, left, bottom, right, inside horizontal, inside vertical.
Borders table_borders(std::string_view operand, bool old) {
    const auto side = [&](std::size_t index) {
        return old ? old_border(u32(operand, 4 * index), Border::absent)
                   : new_border(bytes::part(operand, 8 * index, 8), Border::absent);
    };
    return {side(0), side(2), side(4)};
}

Merge to_vertical(std::uint32_t flags) {
    return (flags & 2) != 0 ? Merge::restart : (flags & 1) != 0 ? Merge::continues : Merge::none;
}

/// TextFlow: 1 and 5 run from top to bottom, 3 from bottom to top.
bool is_turned(std::uint32_t flow) {
    return flow == 1 || flow == 3 || flow == 5;
}

void define(Row& row, std::string_view operand) {
    const std::size_t count = u8(operand, 0);
    row.left = i16(operand, 1);
    row.cells.assign(count, {});
    const std::size_t descriptors = 1 + 2 * (count + 1);
    for (std::size_t i = 0; i < count; ++i) {
        RowCell& cell = row.cells[i];
        cell.width = i16(operand, 3 + 2 * i) - i16(operand, 1 + 2 * i);
        const std::string_view tc = bytes::part(operand, descriptors + kCellSize * i, kCellSize);
        if (tc.size() < kCellSize) {
            continue;  // cells without a descriptor have its defaults
        }
        const std::uint16_t flags = u16(tc, 0);
        cell.horizontal = flags & 3;
        cell.turned = is_turned(flags >> 2 & 7);
        cell.vertical = to_vertical(flags >> 5 & 3);
        cell.borders.top = old_border(u32(tc, 4), Border::unsaid);
        cell.borders.bottom = old_border(u32(tc, 12), Border::unsaid);
    }
}

struct Range {
    std::size_t first = 0;
    std::size_t limit = 0;
};

Range range_of(const Row& row, std::string_view operand) {
    const std::size_t limit = std::min<std::size_t>(u8(operand, 1), row.cells.size());
    return {std::min<std::size_t>(u8(operand, 0), limit), limit};
}

void insert_cells(Row& row, std::string_view operand) {
    const std::size_t at = u8(operand, 0);
    const std::size_t count = u8(operand, 1);
    RowCell cell;
    cell.width = i16(operand, 2);
    if (row.cells.size() + count <= kMostCells) {
        row.cells.resize(std::max(row.cells.size(), at), cell);
        row.cells.insert(row.cells.begin() + static_cast<std::ptrdiff_t>(at), count, cell);
    }
}

/// TSetBrc and TSetBrc80: a line on some sides of some cells.
void set_borders(Row& row, std::string_view operand, bool old) {
    const Range range = range_of(row, operand);
    const std::uint8_t sides = u8(operand, 2);
    const Border border =
        old ? old_border(u32(operand, 3), Border::absent) : new_border(bytes::part(operand, 3, 8), Border::absent);
    for (std::size_t i = range.first; i < range.limit; ++i) {
        if ((sides & 1) != 0) {
            row.cells[i].borders.top = border;
        }
        if ((sides & 4) != 0) {
            row.cells[i].borders.bottom = border;
        }
    }
}

void change_cells(Row& row, const Property& property) {
    const Range range = range_of(row, property.operand);
    const auto first = row.cells.begin() + static_cast<std::ptrdiff_t>(range.first);
    const auto limit = row.cells.begin() + static_cast<std::ptrdiff_t>(range.limit);
    switch (property.code) {
        case TDelete:
            row.cells.erase(first, limit);
            break;
        case TMerge:
            std::for_each(first, limit, [](RowCell& cell) { cell.horizontal = 1; });
            if (first != limit) {
                first->horizontal = 2;
            }
            break;
        case TSplit:
            std::for_each(first, limit, [](RowCell& cell) { cell.horizontal = 0; });
            break;
        case TDxaCol:
            std::for_each(first, limit, [&](RowCell& cell) { cell.width = i16(property.operand, 2); });
            break;
        case TTextFlow:
            std::for_each(first, limit, [&](RowCell& cell) { cell.turned = is_turned(u16(property.operand, 2) & 7); });
            break;
        default:
            break;
    }
}

void apply(Row& row, std::string_view properties, std::string_view data, bool may_follow) {
    PropertyReader reader(properties);
    std::int32_t gap = 0;
    for (Property property; reader.next(property);) {
        const std::string_view operand = property.operand;
        switch (property.code) {
            case PTableProps:
                if (may_follow) {
                    apply(row, properties_in_data(data, u32(operand, 0)), data, false);
                }
                break;
            case TDefTable:
                define(row, operand);
                break;
            case TInsert:
                insert_cells(row, operand);
                break;
            case TVertMerge:
                if (u8(operand, 0) < row.cells.size()) {
                    row.cells[u8(operand, 0)].vertical = to_vertical(u8(operand, 1));
                }
                break;
            case TTableHeader:
                row.header = property.on();
                break;
            case TIstd:
                row.style = u16(operand, 0);
                break;
            case TDxaGapHalf:
                gap = i16(operand, 0);
                break;
            case TDxaLeft:
                row.left = i16(operand, 0) - gap;
                break;
            case TTableBorders80:
            case TTableBorders:
                row.borders = table_borders(operand, property.code == TTableBorders80);
                break;
            case TSetBrc80:
            case TSetBrc:
                set_borders(row, operand, property.code == TSetBrc80);
                break;
            default:
                change_cells(row, property);
                break;
        }
    }
}

/// Which of merged cells begin: the specification has 1 go on and 2 or 3 begin, older writers have 1 begin. The first
/// of a group tells, since a group cannot begin with one that goes on.
void settle_merges(Row& row) {
    std::uint8_t begins = 0;
    for (RowCell& cell : row.cells) {
        if (cell.horizontal == 0) {
            begins = 0;
            continue;
        }
        const bool first = begins == 0 || cell.horizontal == begins || cell.horizontal == 3;
        begins = begins == 0 ? cell.horizontal : begins;
        cell.joined = first ? Merge::restart : Merge::continues;
    }
}

/// The edges of a row, each cell wide enough to be told from a line.
std::vector<std::int32_t> edges_of(const Row& row) {
    std::vector<std::int32_t> edges{std::clamp(row.left, -kWidest, kWidest)};
    for (const RowCell& cell : row.cells) {
        edges.push_back(edges.back() + std::clamp(cell.width, kSameEdge + 1, kWidest));
    }
    return edges;
}

std::uint32_t line_of(const std::vector<std::int32_t>& lines, std::int32_t edge) {
    return static_cast<std::uint32_t>(std::upper_bound(lines.begin(), lines.end(), edge) - lines.begin()) - 1;
}

std::vector<std::int32_t> grid_lines(std::vector<std::int32_t> edges) {
    std::sort(edges.begin(), edges.end());
    std::vector<std::int32_t> lines;
    for (const std::int32_t edge : edges) {
        if (lines.empty() || edge - lines.back() > kSameEdge) {
            lines.push_back(edge);
        }
    }
    return lines;
}

}  // namespace

Borders borders_of(std::string_view properties) {
    Row row;
    apply(row, properties, {}, false);
    return row.borders;
}

Row read_row(std::string_view properties, std::string_view data) {
    Row row;
    apply(row, properties, data, true);
    settle_merges(row);
    return row;
}

std::vector<std::int32_t> set_on_grid(std::vector<Row>& rows) {
    std::vector<std::int32_t> all;
    for (const Row& row : rows) {
        const std::vector<std::int32_t> edges = edges_of(row);
        if (!row.cells.empty()) {
            all.insert(all.end(), edges.begin(), edges.end());
        }
    }
    const std::vector<std::int32_t> lines = grid_lines(std::move(all));
    std::vector<std::int32_t> widths;
    for (std::size_t i = 1; i < lines.size(); ++i) {
        widths.push_back(lines[i] - lines[i - 1]);
    }
    for (Row& row : rows) {
        if (row.cells.empty()) {
            continue;
        }
        const std::vector<std::int32_t> edges = edges_of(row);
        const std::uint32_t first = line_of(lines, edges.front());
        row.before = {first, lines[first] - lines.front()};
        for (std::size_t i = 0; i + 1 < edges.size(); ++i) {
            row.spans.push_back(line_of(lines, edges[i + 1]) - line_of(lines, edges[i]));
        }
        const std::uint32_t last = line_of(lines, edges.back());
        row.after = {static_cast<std::uint32_t>(lines.size()) - 1 - last, lines.back() - lines[last]};
    }
    return widths;
}

}  // namespace mingdan::doc
