#include "extract/odf_table.h"

#include <algorithm>
#include <utility>

#include "extract/odf_table_build.h"

namespace mingdan::odf {

namespace {

constexpr std::uint32_t kMostBlankRows = 100;  // in a run; more tell nothing
constexpr std::uint32_t kMostRepeats = 1000;   // of a row or a cell that is filled

std::uint32_t sum(std::uint32_t one, std::uint32_t other) {
    return one > UINT32_MAX - other ? UINT32_MAX : one + other;
}

}  // namespace

bool CellDraft::filled() const {
    return content.pictures > 0 || !content.children.empty() ||
           std::any_of(content.lines.begin(), content.lines.end(), [](const Line& line) {
               return line.field.weight > 0 || !line.number.empty() || count_characters(line.field.text) > 0;
           });
}

TableDraft::TableDraft(Reading& reading, const Origin& origin, std::uint32_t depth, std::size_t owner, bool sheet)
    : reading_(reading),
      origin_(origin),
      depth_(depth),
      owner_(owner),
      left_out_from_(reading.document.left_out.size()),
      stories_from_(reading.document.stories.size()),
      sheet_(sheet) {}

void TableDraft::add_columns(std::uint32_t repeated, bool hidden, std::string cell_style) {
    const std::uint32_t from = columns_.empty() ? 0 : columns_.back().end;
    columns_.push_back({sum(from, repeated), hidden, std::move(cell_style)});
}

const TableDraft::Columns* TableDraft::columns_at(std::uint32_t column) const {
    const auto at = std::upper_bound(columns_.begin(), columns_.end(), column,
                                     [](std::uint32_t wanted, const Columns& one) { return wanted < one.end; });
    return at == columns_.end() ? nullptr : &*at;
}

void TableDraft::begin_row(std::uint32_t depth, std::uint32_t repeated, bool hidden, std::string cell_style) {
    row_depth_ = depth;
    row_hidden_ = hidden;
    row_style_ = std::move(cell_style);
    column_ = 0;
    open_ = {sum(row_, std::min(blanks_, kMostBlankRows)), repeated, header_, {}};
}

std::string_view TableDraft::default_cell_style() const {
    const Columns* columns = row_style_.empty() ? columns_at(column_) : nullptr;
    return columns == nullptr ? std::string_view(row_style_) : std::string_view(columns->cell_style);
}

Origin TableDraft::cell_origin() const {
    Origin origin = origin_;
    origin.row = sum(open_.row, 1);
    origin.column = static_cast<std::uint16_t>(std::min<std::uint32_t>(sum(column_, 1), UINT16_MAX));
    return origin;
}

void TableDraft::add_cell(CellDraft cell) {
    cell.column = column_;
    column_ = sum(column_, cell.repeated);
    const bool filled = cell.filled();
    if (sheet_ && !filled) {
        return;
    }
    if (filled && cell.repeated > kMostRepeats) {
        cell.repeated = kMostRepeats;
        shortened_ = true;
    }
    const Columns* columns = columns_at(cell.column);
    if (filled && !hidden_ && (row_hidden_ || (columns != nullptr && columns->hidden))) {
        ++reading_.hidden_cells;
    }
    open_.cells.push_back(std::move(cell));
}

void TableDraft::end_row() {
    row_depth_ = 0;
    const bool blank =
        std::none_of(open_.cells.begin(), open_.cells.end(), [](const CellDraft& cell) { return cell.filled(); });
    if (blank && sheet_) {
        blanks_ = sum(blanks_, open_.repeated);
        return;
    }
    shortened_ = shortened_ || blanks_ > kMostBlankRows;
    blanks_ = 0;
    const std::uint32_t most = blank ? kMostBlankRows : kMostRepeats;
    if (open_.repeated > most) {
        open_.repeated = most;
        shortened_ = true;
    }
    row_ = sum(open_.row, open_.repeated);
    rows_.push_back(std::move(open_));
}

/// A hidden sheet: lists for choosing from, a program's own notes. Nobody sees it.
void TableDraft::leave() {
    for (const Row& row : rows_) {
        for (const CellDraft& cell : row.cells) {
            for (const Line& line : cell.content.lines) {
                reading_.leave(Reason::hidden, line.field.text, line.field.weight, line.field.origin);
            }
        }
    }
}

Result<std::optional<Table>> TableDraft::finish() && {
    if (rows_.empty()) {
        return std::optional<Table>{};
    }
    if (hidden_) {
        leave();
        return std::optional<Table>{};
    }
    return TableBuild(*this).build();
}

}  // namespace mingdan::odf
