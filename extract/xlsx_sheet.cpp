// A sheet's cells (18.3.1.4): a shared string, an inline one, a formula's text, a boolean, an error, or a number, which
// is shown by its format. Rows and cells may leave out where they stand: then they follow the one before.
#include <algorithm>
#include <charconv>
#include <utility>

#include "extract/xlsx_names.h"
#include "extract/xlsx_parts.h"

namespace mingdan::xlsx {

using namespace ooxml;

namespace {

constexpr std::uint32_t kRows = 1'048'576;
constexpr std::uint32_t kColumns = 16'384;

}  // namespace

std::optional<CellPlace> read_place(std::string_view text) {
    std::uint64_t column = 0;
    std::uint64_t row = 0;
    std::size_t at = 0;
    const auto skip_dollar = [&] { at += at < text.size() && text[at] == '$'; };
    skip_dollar();
    for (; at < text.size() && ((text[at] | 0x20) >= 'a' && (text[at] | 0x20) <= 'z') && column <= kColumns; ++at) {
        column = column * 26 + static_cast<std::uint64_t>((text[at] | 0x20) - 'a' + 1);
    }
    skip_dollar();
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && row <= kRows; ++at) {
        row = row * 10 + static_cast<std::uint64_t>(text[at] - '0');
    }
    if (at != text.size() || column == 0 || column > kColumns || row == 0 || row > kRows) {
        return std::nullopt;
    }
    return CellPlace{static_cast<std::uint32_t>(row - 1), static_cast<std::uint32_t>(column - 1)};
}

std::optional<CellRange> read_range(std::string_view text) {
    const std::size_t colon = text.find(':');
    const auto first = read_place(text.substr(0, colon));
    const auto last = colon == text.npos ? first : read_place(text.substr(colon + 1));
    if (!first || !last || last->row < first->row || last->column < first->column) {
        return std::nullopt;
    }
    return CellRange{first->row, first->column, last->row, last->column};
}

void SheetHandler::start(xml::Token token, const xml::Attributes& attributes) {
    switch (token) {
        case x_row:
            begin_row(attributes);
            break;
        case x_c:
            begin_cell(attributes);
            break;
        case x_v:
            in_value_ = true;
            has_value_ = true;
            break;
        case x_f:
            has_formula_ = true;
            break;
        case x_is:
            inline_.begin();
            break;
        case x_oddHeader:
        case x_oddFooter:
            in_furniture_ = true;
            sheet_.furniture.emplace_back();
            break;
        case x_mergeCell:
            if (const auto range = read_range(attributes.text(none, "ref"))) {
                sheet_.merges.push_back(*range);
            }
            break;
        case x_col:
            if (attributes.find(none, "hidden") == "1" || attributes.find(none, "hidden") == "true") {
                const auto number = [&](std::string_view name) {
                    std::uint32_t value = 1;
                    const auto text = attributes.find(none, name).value_or("1");
                    std::from_chars(text.data(), text.data() + text.size(), value);
                    return std::max(1u, value) - 1;
                };
                sheet_.hidden_columns.push_back({0, number("min"), 0, number("max")});
            }
            break;
        default:
            inline_.start(token);
    }
}

void SheetHandler::begin_row(const xml::Attributes& attributes) {
    if (const auto text = attributes.find(none, "r")) {
        std::uint32_t number = 0;
        std::from_chars(text->data(), text->data() + text->size(), number);
        row_ = number > 0 && number <= kRows ? number - 1 : row_;
    }
    column_ = 0;
    const auto hidden = attributes.find(none, "hidden");
    if (hidden == "1" || hidden == "true") {
        sheet_.hidden_rows.push_back(row_);
    }
}

void SheetHandler::begin_cell(const xml::Attributes& attributes) {
    if (const auto place = read_place(attributes.find(none, "r").value_or(""))) {
        row_ = place->row;
        column_ = place->column;
    }
    type_ = attributes.find(none, "t").value_or("n");
    style_ = 0;
    if (const auto style = attributes.find(none, "s")) {
        std::from_chars(style->data(), style->data() + style->size(), style_);
    }
    value_.clear();
    inline_.begin();
    has_value_ = false;
    has_formula_ = false;
}

void SheetHandler::end(xml::Token token) {
    switch (token) {
        case x_row:
            ++row_;
            break;
        case x_c:
            end_cell();
            ++column_;
            break;
        case x_v:
            in_value_ = false;
            break;
        case x_oddHeader:
        case x_oddFooter:
            in_furniture_ = false;
            break;
        default:
            inline_.end(token);
    }
}

void SheetHandler::text(std::string_view text) {
    if (in_value_) {
        value_ += text;
    } else if (in_furniture_) {
        sheet_.furniture.back() += text;
    }
    inline_.add(text);
}

void SheetHandler::end_cell() {
    SheetCell cell;
    cell.row = row_;
    cell.column = column_;
    if (style_ < parts_.styles.size()) {
        cell.borders = parts_.styles[style_].borders;
    }
    sheet_.values_missing += (has_formula_ && !has_value_) || type_ == "e";
    if (type_ == "s") {
        std::size_t index = parts_.strings.size();
        std::from_chars(value_.data(), value_.data() + value_.size(), index);
        cell.text = has_value_ && index < parts_.strings.size() ? parts_.strings[index] : "";
    } else if (type_ == "inlineStr") {
        cell.text = inline_.take();
        builder_.leave(Reason::ruby, inline_.take_phonetic(), 0);
    } else if (type_ == "b") {
        cell.text = value_ == "1" ? "TRUE" : value_.empty() ? "" : "FALSE";
    } else if (type_ == "n") {
        cell.text = shown_number(value_, cell);
    } else {
        cell.text = without_escapes(std::move(value_));  // str, e, d
    }
    if (!cell.text.empty() || cell.borders.any()) {
        if (auto charged = builder_.charge_text(cell.text.size()); !charged) {
            parser().stop(std::move(charged.error()));
            return;
        }
        sheet_.cells.push_back(std::move(cell));
    }
}

std::string SheetHandler::shown_number(const std::string& stored, SheetCell& cell) {
    double value = 0;
    const auto read = std::from_chars(stored.data(), stored.data() + stored.size(), value);
    if (stored.empty() || read.ec != std::errc() || read.ptr != stored.data() + stored.size()) {
        return stored;
    }
    cell.is_number = true;
    const std::string_view code = style_ < parts_.styles.size() ? parts_.styles[style_].format : std::string_view{};
    if (code.empty()) {
        return format_general(value);
    }
    if (auto shown = format_cell(code, value, parts_.dates)) {
        return std::move(*shown);
    }
    ++sheet_.formats_unknown;
    return stored;
}

}  // namespace mingdan::xlsx
