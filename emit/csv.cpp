// One roster as CSV, RFC 4180 (contract section 5). Totals and notes are no records and stand in the JSON only.
//
// Shape long: one row a list item, as SQL's UNNEST gives them. Other values are repeated; several list columns go side
// by side, each item once, and the shorter lists end in empty fields; a record whose lists are all empty keeps a row.
//
// With `excel`, a cell that a spreadsheet would run begins with an apostrophe. That alters data, so each one is a
// finding.
#include <algorithm>

#include <fmt/format.h>

#include "emit/emitter.h"
#include "emit/escape.h"
#include "model/try.h"

namespace mingdan {

namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kLineEnd = "\r\n";

class CsvWriter {
public:
    CsvWriter(const Roster& roster, const EmitOptions& options, Output& out, std::vector<Finding>* found)
        : roster_(roster), options_(options), out_(out), text_(out.buffer()), found_(found) {}

    void write() {
        if (options_.excel) {
            out_ << kByteOrderMark;
        }
        write_header();
        for (std::size_t i = 0; i < roster_.records.size(); ++i) {
            const std::size_t rows = options_.csv_shape == CsvShape::wide ? 1 : longest_list(roster_.records[i]);
            for (std::size_t item = 0; item < rows; ++item) {
                write_row(i, item);
                out_.spill();
            }
        }
    }

private:
    void write_header() {
        line_begin_ = text_.size();
        for (std::size_t i = 0; i < roster_.columns.size(); ++i) {
            const std::size_t begin = begin_cell(i);
            text_ += roster_.columns[i].name.text;
            end_cell(begin, i, {}, ColumnType::string);
        }
        end_line();
    }

    void write_row(std::size_t record, std::size_t item) {
        const std::vector<Value>& values = roster_.records[record].values;
        line_begin_ = text_.size();
        for (std::size_t i = 0; i < roster_.columns.size(); ++i) {
            const std::size_t begin = begin_cell(i);
            const ColumnType type = roster_.columns[i].type;
            if (type != ColumnType::list) {
                text_ += values[i].text();
            } else if (options_.csv_shape == CsvShape::wide) {
                append_joined(values[i].items, record, i);
            } else if (item < values[i].items.size()) {
                text_ += values[i].items[item].text;
            }
            end_cell(begin, i, record, type);
        }
        end_line();
    }

    std::size_t longest_list(const Record& record) const {
        std::size_t longest = 1;
        for (std::size_t i = 0; i < roster_.columns.size(); ++i) {
            if (roster_.columns[i].type == ColumnType::list) {
                longest = std::max(longest, record.values[i].items.size());
            }
        }
        return longest;
    }

    void append_joined(const std::vector<Field>& items, std::size_t record, std::size_t column) {
        bool ambiguous = false;
        for (const Field& item : items) {
            if (&item != &items.front()) {
                text_ += options_.list_separator;
            }
            text_ += item.text;
            ambiguous |= item.text.find(options_.list_separator) != std::string::npos;
        }
        if (ambiguous) {
            constexpr std::string_view kMessage = "an item of this list holds \"{}\", which joins the items in CSV";
            find(FindingCode::separator_in_item, fmt::format(kMessage, options_.list_separator), record, column);
        }
    }

    std::size_t begin_cell(std::size_t column) {
        if (column > 0) {
            text_ += ',';
        }
        return text_.size();
    }

    /// The cell's text stands in the buffer from `begin` on.
    void end_cell(std::size_t begin, std::size_t column, std::optional<std::size_t> record, ColumnType type) {
        const auto cell = std::string_view(text_).substr(begin);
        if (options_.excel && runs_as_formula(cell) && !is_plain_number(cell, type)) {
            constexpr std::string_view kMessage =
                "a spreadsheet would run \"{}\" as a formula; the CSV has ' before it";
            find(FindingCode::guarded_cell, fmt::format(kMessage, cell), record, column);
            text_.insert(begin, 1, '\'');
        }
        quote_csv_field(text_, begin);
    }

    static bool is_plain_number(std::string_view cell, ColumnType type) {
        return (type == ColumnType::integer || type == ColumnType::number) && is_json_number(cell);
    }

    void end_line() {
        if (text_.size() == line_begin_ && roster_.columns.size() == 1) {
            text_ += "\"\"";  // one empty field; a line without anything is none to most readers
        }
        text_ += kLineEnd;
    }

    void find(FindingCode code, std::string message, std::optional<std::size_t> record, std::size_t column) {
        if (found_ == nullptr) {
            return;
        }
        At at;
        at.roster = options_.roster;
        at.column = roster_.columns[column].name.text;
        if (record) {
            at.record = static_cast<std::uint32_t>(*record);
        }
        found_->push_back(make_finding(code, std::move(message), std::move(at)));
    }

    const Roster& roster_;
    const EmitOptions& options_;
    Output& out_;
    std::string& text_;
    std::vector<Finding>* found_;
    std::size_t line_begin_ = 0;
};

Result<void> check(const Notice& notice, const EmitOptions& options) {
    const std::size_t count = notice.rosters.size();
    if (count == 0) {
        return fail(ErrorCode::usage, "the notice has no roster that could be written as CSV",
                    "--to json, which has the notice itself and what was found");
    }
    if (options.roster >= count) {
        return fail(ErrorCode::usage,
                    fmt::format("the notice has no roster {}; it has {}", options.roster + 1ull, count));
    }
    if (options.list_separator.empty()) {
        return fail(ErrorCode::usage, "the separator between list items is empty", "--list-separator '；'");
    }
    return {};
}

Result<void> write(const Notice& notice, const EmitOptions& options, Output& out, std::vector<Finding>* found) {
    TRY(check(notice, options));
    CsvWriter(notice.rosters[options.roster], options, out, found).write();
    return {};
}

}  // namespace

extern const Emitter csv_emitter{"csv", "csv", "one table a roster, RFC 4180, lists joined", true, write};

}  // namespace mingdan
