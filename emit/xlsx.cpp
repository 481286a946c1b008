// A workbook a notice: 名单 for people; 记录 with a record a row and 成员 with a list item a row, for each roster;
// 通知, what the head says; 问题, the findings. Texts stay texts, whatever they look like; numbers are numeric cells
// where Excel shows the same digits. A text over a cell's 32,767 characters goes on in the row below, which is a
// finding.
#include "emit/xlsx.h"

#include <algorithm>
#include <set>

#include <fmt/format.h>

#include "emit/emitter.h"
#include "emit/sheet_rows.h"
#include "emit/xlsx_layout.h"
#include "model/texts.h"
#include "model/try.h"
#include "model/utf8.h"

namespace mingdan {

namespace {

bool is_numeric(const Column& column) {
    return column.type == ColumnType::integer || column.type == ColumnType::number;
}

std::string joined(const std::vector<Field>& items, std::string_view separator) {
    std::string text;
    for (const Field& item : items) {
        text += &item == &items.front() ? "" : separator;
        text += item.text;
    }
    return text;
}

std::string number_of(std::size_t index) {
    return std::to_string(index + 1);
}

class NoticeBook {
public:
    NoticeBook(const Notice& notice, const EmitOptions& options, workbook::Workbook& book, std::vector<Finding>* found)
        : notice_(notice), options_(options), book_(book), found_(found) {}

    Result<void> write() {
        TRY(write_layout(book_, notice_, [this](const At& at) { note_cut(at); }));
        for (std::uint32_t i = 0; i < notice_.rosters.size(); ++i) {
            records(i);
        }
        for (std::uint32_t i = 0; i < notice_.rosters.size(); ++i) {
            members(i);
        }
        head();
        findings();
        return {};
    }

private:
    std::string sheet_of(std::string_view name, std::uint32_t roster) const {
        return std::string(name) + (notice_.rosters.size() > 1 ? number_of(roster) : "");
    }

    /// Several sheets may hold the same value; one finding speaks of it.
    void note_cut(const At& at) {
        const auto known = [&](const Finding& finding) { return finding.at == at; };
        if (std::none_of(cuts_.begin(), cuts_.end(), known)) {
            cuts_.push_back(make_finding(FindingCode::long_text,
                                         "a cell of a workbook holds 32767 characters; this text goes on below", at));
        }
    }

    void put(SheetRows& rows, const Column& column, std::string_view text, const At& at) {
        if (is_numeric(column) ? rows.digits(text) : rows.text(text)) {
            note_cut(at);
        }
    }

    void records(std::uint32_t index) {
        const Roster& roster = notice_.rosters[index];
        std::vector<std::string> header;
        for (const Column& column : roster.columns) {
            header.push_back(column.name.text);
        }
        SheetRows rows(book_, sheet_of("记录", index), std::move(header));
        for (std::uint32_t i = 0; i < roster.records.size(); ++i) {
            for (std::size_t c = 0; c < roster.columns.size(); ++c) {
                const Column& column = roster.columns[c];
                const Value& value = roster.records[i].values[c];
                const At at{index, i, column.name.text, {}};
                column.type == ColumnType::list ? put(rows, column, joined(value.items, options_.list_separator), at)
                                                : put(rows, column, value.text(), at);
            }
            rows.end_row();
        }
    }

    /// Beside each item stands what the record says outside of its lists, so that a filter has all it needs.
    void members(std::uint32_t index) {
        const Roster& roster = notice_.rosters[index];
        const auto is_list = [](const Column& column) { return column.type == ColumnType::list; };
        if (std::none_of(roster.columns.begin(), roster.columns.end(), is_list)) {
            return;
        }
        std::vector<std::string> header{"记录"};
        for (const Column& column : roster.columns) {
            if (!is_list(column)) {
                header.push_back(column.name.text);
            }
        }
        header.insert(header.end(), {"列", "次序", "成员"});
        SheetRows rows(book_, sheet_of("成员", index), std::move(header));
        for (std::uint32_t i = 0; i < roster.records.size(); ++i) {
            for (std::size_t c = 0; c < roster.columns.size(); ++c) {
                for (std::size_t item = 0;
                     is_list(roster.columns[c]) && item < roster.records[i].values[c].items.size(); ++item) {
                    member(rows, index, i, c, item);
                }
            }
        }
    }

    void member(SheetRows& rows, std::uint32_t index, std::uint32_t record, std::size_t list, std::size_t item) {
        const Roster& roster = notice_.rosters[index];
        const std::vector<Value>& values = roster.records[record].values;
        rows.digits(number_of(record));
        for (std::size_t c = 0; c < roster.columns.size(); ++c) {
            if (roster.columns[c].type != ColumnType::list) {
                put(rows, roster.columns[c], values[c].text(), {index, record, roster.columns[c].name.text, ""});
            }
        }
        const Column& column = roster.columns[list];
        rows.text(column.name.text);
        rows.digits(number_of(item));
        put(rows, column, values[list].items[item].text, {index, record, column.name.text, ""});
        rows.end_row();
    }

    void head() {
        SheetRows rows(book_, "通知", {"项目", "内容"});
        const auto row = [&](std::string_view label, std::string_view text, const char* field) {
            if (text.empty()) {
                return;
            }
            rows.text(label);
            if (rows.text(text)) {
                note_cut(At{{}, {}, {}, field});
            }
            rows.end_row();
        };
        const auto optional = [&](std::string_view label, const std::optional<Field>& field, const char* name) {
            row(label, field ? std::string_view(field->text) : std::string_view{}, name);
        };
        optional("标题", notice_.title, "title");
        optional("文号", notice_.number, "number");
        for (const Field& issuer : notice_.issuers) {
            row("发文机关", issuer.text, "issuers");
        }
        optional("日期", notice_.date, "date");
        for (const Field& addressee : notice_.addressees) {
            row("主送机关", addressee.text, "addressees");
        }
        row("状态", notice_.status ? status_name(*notice_.status) : std::string_view{}, "status");
        for (const Attachment& attachment : notice_.attachments) {
            const bool both = !attachment.label.text.empty() && !attachment.title.text.empty();
            row("附件", attachment.label.text + (both ? "：" : "") + attachment.title.text, "attachments");
        }
        for (const Reference& reference : notice_.references) {
            std::string text = reference.title ? "《" + reference.title->text + "》" : "";
            text +=
                reference.number ? (text.empty() ? reference.number->text : "（" + reference.number->text + "）") : "";
            row("引用文件", text, "references");
        }
        row("来源", notice_.source.name, "source");
        row("SHA-256", notice_.source.sha256, "source");
    }

    /// Those of the notice, and of this workbook itself.
    void findings() {
        SheetRows rows(book_, "问题", {"程度", "代码", "说明", "名单", "记录", "列", "栏目", "出处"});
        std::vector<Finding> all = notice_.findings;
        all.insert(all.end(), cuts_.begin(), cuts_.end());
        const auto place = [&](const std::optional<std::uint32_t>& index) {
            index ? static_cast<void>(rows.digits(number_of(*index))) : rows.empty();
        };
        for (const Finding& finding : all) {
            rows.text(severity_name(finding.severity));
            rows.text(finding_name(finding.code));
            rows.text(finding.message);
            place(finding.at.roster);
            place(finding.at.record);
            rows.text(finding.at.column);
            rows.text(finding.at.field);
            rows.text(describe(notice_, finding.origin));
            rows.end_row();
        }
        if (found_ != nullptr) {
            found_->insert(found_->end(), cuts_.begin(), cuts_.end());
        }
    }

    const Notice& notice_;
    const EmitOptions& options_;
    workbook::Workbook& book_;
    std::vector<Finding>* found_;
    std::vector<Finding> cuts_;
};

/// The members' sheet has four columns more than the roster.
Result<void> check_columns(const Notice& notice) {
    constexpr std::size_t kMost = workbook::kColumnLimit - 4;
    for (const Roster& roster : notice.rosters) {
        if (roster.columns.size() > kMost) {
            return fail(ErrorCode::over_limit,
                        fmt::format("a roster has {} columns, and a sheet holds {}", roster.columns.size(), kMost),
                        "another form, such as csv");
        }
    }
    return {};
}

/// No byte that is no text gets as far as the library.
Result<void> check_texts(const Notice& notice) {
    if (const Field* damaged = find_damaged(notice)) {
        return fail(ErrorCode::output_text,
                    fmt::format("a text is no valid UTF-8: {}", utf8::replace_invalid(damaged->text)),
                    "this is a fault of mingdan or of the program that made the notice; report it with the input");
    }
    return {};
}

Result<void> write(const Notice& notice, const EmitOptions& options, Output& out, std::vector<Finding>* found) {
    TRY_ASSIGN(const std::string bytes, make_workbook(notice, options, found));
    out << bytes;
    return {};
}

}  // namespace

Result<std::string> make_workbook(const Notice& notice, const EmitOptions& options, std::vector<Finding>* found,
                                  const workbook::Settings& settings) {
    TRY(check_columns(notice));
    TRY(check_texts(notice));
    TRY_ASSIGN(workbook::Workbook book, workbook::Workbook::open(settings));
    TRY(NoticeBook(notice, options, book, found).write());
    return book.finish();
}

extern const Emitter xlsx_emitter{"xlsx", "xlsx", "a workbook: laid out for people, and as plain rows",
                                  false,  write,  true};

}  // namespace mingdan
