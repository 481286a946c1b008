// Tables and what the attributes of their columns, rows and cells say (OpenDocument 1.3 part 3, 9.1).
#include <utility>

#include "extract/odf_body.h"
#include "extract/odf_values.h"

namespace mingdan::odf {

namespace {

bool is_collapsed(const xml::Attributes& attributes) {
    const auto visibility = attributes.find(n_table, "visibility");
    return visibility == "collapse" || visibility == "filter";
}

}  // namespace

bool BodyHandler::start_table_part(xml::Token token, const xml::Attributes& attributes) {
    const std::uint32_t depth = parser().depth();
    TableDraft* table = builder_.table();
    switch (token) {
        case table_table:
            builder_.begin_table(depth, kind_ == Kind::spreadsheet && !builder_.in_any_table() && !header_);
            if (!reading_.styles.find(Family::table, attributes.text(n_table, "style-name")).displayed.value_or(true)) {
                builder_.table()->hide();
            }
            return true;
        case table_table_column:
            if (table != nullptr) {
                table->add_columns(count(attributes, n_table, "number-columns-repeated"), is_collapsed(attributes),
                                   attributes.text(n_table, "default-cell-style-name"));
            }
            return true;
        case table_table_header_rows:
            if (table != nullptr) {
                table->set_header(true);
            }
            return true;
        case table_table_row:
            builder_.begin_row(depth, count(attributes, n_table, "number-rows-repeated"), is_collapsed(attributes),
                               attributes.text(n_table, "default-cell-style-name"));
            return true;
        case table_table_cell:
        case table_covered_table_cell:
            start_cell(token, attributes);
            return true;
        default:
            return false;
    }
}

void BodyHandler::start_cell(xml::Token token, const xml::Attributes& attributes) {
    const TableDraft* table = builder_.table();
    if (table == nullptr) {
        return;
    }
    CellDraft draft;
    draft.covered = token == table_covered_table_cell;
    draft.repeated = count(attributes, n_table, "number-columns-repeated");
    draft.column_span = count(attributes, n_table, "number-columns-spanned");
    draft.row_span = count(attributes, n_table, "number-rows-spanned");
    const auto type = attributes.find(n_office, "value-type");
    draft.is_text = !type || *type == "string";
    const auto name = attributes.find(n_table, "style-name");
    const Style& style = reading_.styles.find(Family::cell, name.value_or(table->default_cell_style()));
    draft.content.open_top = !style.line_above.value_or(false);
    draft.content.open_bottom = !style.line_below.value_or(false);
    draft.content.vertical = style.vertical.value_or(false);
    cell_value_.clear();
    for (const std::string_view value : {"string-value", "value", "date-value", "time-value", "boolean-value"}) {
        if (kind_ == Kind::spreadsheet && cell_value_.empty()) {
            cell_value_ = attributes.text(n_office, value);
        }
    }
    cell_has_formula_ = kind_ == Kind::spreadsheet && !type && attributes.find(n_table, "formula");
    builder_.begin_cell(parser().depth(), std::move(draft));
    builder_.top().lists = lists_.size();
}

/// A cell of a sheet that shows nothing by its text: its value, if it has one.
void BodyHandler::supply_value() {
    if (kind_ != Kind::spreadsheet || !builder_.in_cell() || builder_.top().depth != parser().depth() ||
        !builder_.top().cell.content.lines.empty() || builder_.paragraph().open) {
        return;
    }
    if (!cell_value_.empty()) {
        builder_.append_generated(cell_value_);
    } else if (cell_has_formula_ && reading_.formulas_bare++ == 0) {
        reading_.formula_at = builder_.place();
    }
}

}  // namespace mingdan::odf
