#include "emit/sheet_rows.h"

#include <algorithm>
#include <utility>

#include "model/utf8.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

constexpr workbook::Style kHeader{.bold = true, .shaded = true};
constexpr workbook::Style kPlain{};
constexpr double kNarrowest = 6;
constexpr double kWidest = 60;

}  // namespace

double fitting_width(std::string_view text, double widest) {
    constexpr double kMargin = 2;
    double width = kMargin;
    double line = kMargin;
    for (std::size_t at = 0; at < text.size() && width < widest;) {
        const char32_t c = utf8::next(text, at);
        line = c == U'\n' ? kMargin : line + text::display_width(c);
        width = std::max(width, line);
    }
    return std::min(width, widest);
}

SheetRows::SheetRows(workbook::Workbook& book, std::string name, std::vector<std::string> header)
    : book_(book),
      name_(std::move(name)),
      header_(std::move(header)),
      sheet_(book.add_sheet(name_)),
      widths_(header_.size(), kNarrowest) {
    begin_sheet();
}

SheetRows::~SheetRows() {
    set_widths();
}

void SheetRows::set_widths() {
    for (std::uint32_t i = 0; i < widths_.size(); ++i) {
        sheet_.width(i, widths_[i]);
    }
}

void SheetRows::begin_sheet() {
    row_ = 0;
    column_ = 0;
    row_begun_ = true;
    for (const std::string& name : header_) {
        put(name, kHeader);
    }
    end_row();
    sheet_.freeze(row_);
}

void SheetRows::begin_row() {
    if (std::exchange(row_begun_, true) || row_ < book_.row_limit()) {
        return;
    }
    set_widths();
    sheet_ = book_.add_sheet(name_);
    const std::uint32_t column = column_;
    const std::vector<Rest> rests = std::exchange(rests_, {});
    begin_sheet();
    column_ = column;
    rests_ = rests;
    row_begun_ = true;
}

void SheetRows::note_width(std::string_view text) {
    if (widths_[column_] < kWidest) {
        widths_[column_] = std::max(widths_[column_], fitting_width(text, kWidest));
    }
}

bool SheetRows::put(std::string_view text, const workbook::Style& style) {
    begin_row();
    const std::size_t fits = workbook::fitting(text);
    if (!text.empty()) {
        note_width(text.substr(0, fits));
        sheet_.text(row_, column_, text.substr(0, fits), style);
    }
    if (fits < text.size()) {
        rests_.push_back({column_, std::string(text.substr(fits))});
    }
    column_ += 1;
    return fits < text.size();
}

bool SheetRows::text(std::string_view text) {
    return put(text, kPlain);
}

bool SheetRows::digits(std::string_view digits) {
    if (!workbook::keeps_digits(digits)) {
        return put(digits, kPlain);
    }
    begin_row();
    note_width(digits);
    sheet_.number(row_, column_, digits, kPlain);
    column_ += 1;
    return false;
}

void SheetRows::end_row() {
    begin_row();
    row_ += 1;
    column_ = 0;
    row_begun_ = false;
    while (!rests_.empty()) {
        for (const Rest& rest : std::exchange(rests_, {})) {
            column_ = rest.column;
            put(rest.text, kPlain);
        }
        row_ += 1;
        column_ = 0;
        row_begun_ = false;
    }
}

}  // namespace mingdan
