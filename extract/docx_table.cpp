#include "extract/docx_table.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "model/try.h"

namespace mingdan::docx {

using namespace ooxml;

namespace {

/// w:vMerge and w:hMerge: without a value they continue (17.18.57).
Merge to_merge(const xml::Attributes& attributes, std::string_view name = "val") {
    const auto value = attributes.find(w, name);
    return value == "restart" || value == "rest" ? Merge::restart : Merge::continues;
}

bool is_vertical(std::string_view direction) {
    constexpr std::string_view kVertical[] = {"tbRl", "tbRlV", "btLr",  "tbLrV", "rl",     "rlV",
                                              "lr",   "lrV",   "tb-rl", "bt-lr", "tb-rl-v"};
    return std::find(std::begin(kVertical), std::end(kVertical), direction) != std::end(kVertical);
}

std::uint32_t gap_columns(const xml::Attributes& attributes) {
    return static_cast<std::uint32_t>(std::clamp<std::int64_t>(integer_value(attributes).value_or(0), 0, UINT32_MAX));
}

/// Columns moved when widths decided: the lines' places follow their cells.
void move_origins(Table& table, std::vector<LeftOut>& left_out, std::size_t from) {
    std::vector<std::pair<std::uint64_t, std::uint16_t>> moved;
    for (Cell& cell : table.cells) {
        for (Line& line : cell.lines) {
            if (line.field.origin.row == cell.row + 1) {
                line.field.origin.column = static_cast<std::uint16_t>(cell.column + 1);
                moved.emplace_back(std::uint64_t{line.field.origin.part} << 32 | line.field.origin.paragraph,
                                   line.field.origin.column);
            }
        }
    }
    std::sort(moved.begin(), moved.end());
    for (std::size_t i = from; i < left_out.size(); ++i) {
        Origin& origin = left_out[i].origin;
        const std::uint64_t key = std::uint64_t{origin.part} << 32 | origin.paragraph;
        const auto at = std::lower_bound(moved.begin(), moved.end(), std::pair{key, std::uint16_t{0}});
        if (at != moved.end() && at->first == key && origin.table == table.origin.table) {
            origin.column = at->second;
        }
    }
}

}  // namespace

void read_cell_property(xml::Token token, const xml::Attributes& attributes, CellDraft& draft, Reading& reading) {
    GridCell& cell = draft.cell;
    switch (token) {
        case w_gridSpan:
            cell.column_span = integer_value(attributes).value_or(0);
            break;
        case w_vMerge:
            cell.vertical = to_merge(attributes);
            break;
        case w_hMerge:
            cell.horizontal = to_merge(attributes);
            break;
        case w_tcW:
            cell.width = twips(attributes);
            break;
        case w_textDirection:
            cell.content.vertical = is_vertical(attributes.find(w, "val").value_or(""));
            break;
        case w_cellDel:
            draft.deleted = true;
            ++reading.deletions;
            break;
        case w_cellIns:
            ++reading.insertions;
            break;
        case w_cellMerge:
            if (attributes.find(w, "vMerge")) {
                cell.vertical = to_merge(attributes, "vMerge");
            }
            ++reading.insertions;
            break;
        default:
            break;
    }
}

void TableDraft::begin_row(std::uint32_t depth) {
    row_depth_ = depth;
    row_begun_ = row_deleted_ = header_ = false;
    before_ = after_ = {};
    exception_ = {};
}

void TableDraft::describe_row(GridGap before, GridGap after, bool header, const Borders& borders) {
    before_ = before;
    after_ = after;
    header_ = header;
    exception_ = borders;
}

void TableDraft::ensure_row() {
    if (!row_begun_) {
        grid_.begin_row(before_);
        row_begun_ = true;
    }
}

void TableDraft::end_row() {
    if (!row_deleted_) {
        ensure_row();
        grid_.end_row(after_, header_);
        ++rows_;
    }
    row_depth_ = 0;
}

Origin TableDraft::cell_origin() {
    ensure_row();
    Origin origin = origin_;
    origin.row = grid_.row() + 1;
    origin.column = static_cast<std::uint16_t>(grid_.next_column() + 1);
    return origin;
}

/// True if no line is drawn there: the cell says so, or neither the cell nor the row, the table or its style draws one.
bool TableDraft::open_side(Border own, Border table_side) const {
    return own == Border::unsaid ? table_side != Border::drawn : own == Border::absent;
}

Result<void> TableDraft::add_cell(CellDraft draft) {
    const auto said = [&](Border Borders::*side) {
        for (const Borders* borders : {static_cast<const Borders*>(&exception_), static_cast<const Borders*>(&borders_),
                                       style_ == nullptr ? nullptr : &style_->borders}) {
            if (borders != nullptr && borders->*side != Border::unsaid) {
                return borders->*side;
            }
        }
        return Border::unsaid;
    };
    draft.cell.content.open_top = open_side(draft.borders.top, said(rows_ == 0 ? &Borders::top : &Borders::inside));
    draft.cell.content.open_bottom = open_side(draft.borders.bottom, said(&Borders::inside));
    return grid_.add_cell(std::move(draft.cell));
}

Result<std::optional<Table>> TableDraft::finish(Reading& reading) && {
    if (rows_ == 0) {
        return std::optional<Table>{};
    }
    TRY_ASSIGN(GriddedTable gridded, std::move(grid_).finish());
    if (gridded.moved) {
        move_origins(gridded.table, reading.document.left_out, left_out_from_);
    }
    std::move(gridded.findings.begin(), gridded.findings.end(), std::back_inserter(reading.document.findings));
    return std::optional(std::move(gridded.table));
}

void TableDraft::read_row_property(xml::Token token, const xml::Attributes& attributes) {
    switch (token) {
        case w_gridBefore:
            before_.columns = gap_columns(attributes);
            break;
        case w_gridAfter:
            after_.columns = gap_columns(attributes);
            break;
        case w_wBefore:
            before_.width = twips(attributes);
            break;
        case w_wAfter:
            after_.width = twips(attributes);
            break;
        case w_tblHeader:
            header_ = on_off(attributes);
            break;
        default:
            break;
    }
}

void TableDraft::read_property(xml::Token token, const xml::Attributes& attributes, const xml::Parser& parser,
                               const Styles& styles) {
    const xml::Token parent = parser.above();
    if (parent == w_trPr) {
        read_row_property(token, attributes);
    } else if (parent == w_tblBorders) {
        read_border(token, attributes, parser.above(2) == w_tblPrEx ? exception_ : borders_);
    } else if (token == w_gridCol) {
        grid_.declare_column(twips(attributes));
    } else if (token == w_tblStyle) {
        style_ = styles.find(attributes.text(w, "val"));
    }
}

}  // namespace mingdan::docx
