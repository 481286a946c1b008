// The notice for reading (contract section 5): its title, a table of what the head says, and a GFM table for each
// roster with its totals in bold and its notes below. The body is not repeated.
#include "emit/emitter.h"
#include "emit/escape.h"

namespace mingdan {

namespace {

constexpr std::string_view kItemEnd = "<br>";

bool is_right_aligned(ColumnType type) {
    return type == ColumnType::integer || type == ColumnType::number;
}

/// The two-column table of the head. Its own head is written with its first row, so that an empty one is not there.
class HeadTable {
public:
    explicit HeadTable(Output& out) : out_(out) {}

    void row(std::string_view label, const std::optional<Field>& field) {
        if (field) {
            begin_row(label);
            append_markdown_text(out_.buffer(), field->text);
            end_row();
        }
    }
    void row(std::string_view label, std::string_view text) {
        if (!text.empty()) {
            begin_row(label);
            append_markdown_text(out_.buffer(), text);
            end_row();
        }
    }
    /// A row of several lines; `append` writes the one at an index.
    template <class Append>
    void rows(std::string_view label, std::size_t count, Append append) {
        if (count == 0) {
            return;
        }
        begin_row(label);
        for (std::size_t i = 0; i < count; ++i) {
            out_ << (i > 0 ? kItemEnd : "");
            append(out_.buffer(), i);
        }
        end_row();
    }
    void row(std::string_view label, const std::vector<Field>& fields) {
        rows(label, fields.size(), [&](std::string& out, std::size_t i) { append_markdown_text(out, fields[i].text); });
    }
    void end() { out_ << (begun_ ? "\n" : ""); }

private:
    void begin_row(std::string_view label) {
        if (!begun_) {
            out_ << "| 项目 | 内容 |\n| --- | --- |\n";
            begun_ = true;
        }
        out_ << "| " << label << " | ";
    }
    void end_row() { out_ << " |\n"; }

    Output& out_;
    bool begun_ = false;
};

void append_labelled(std::string& out, std::string_view label, std::string_view title) {
    append_markdown_text(out, label);
    out += label.empty() || title.empty() ? "" : "：";
    append_markdown_text(out, title);
}

void append_reference(std::string& out, const Reference& reference) {
    if (reference.title) {
        out += "《";
        append_markdown_text(out, reference.title->text);
        out += "》";
    }
    if (reference.number) {
        out += reference.title ? "（" : "";
        append_markdown_text(out, reference.number->text);
        out += reference.title ? "）" : "";
    }
}

void write_head(Output& out, const Notice& notice) {
    if (notice.title) {
        out << "# ";
        append_markdown_heading(out.buffer(), notice.title->text);
        out << "\n\n";
    }
    HeadTable table(out);
    table.row("文号", notice.number);
    table.row("发文机关", notice.issuers);
    table.row("日期", notice.date);
    table.row("主送机关", notice.addressees);
    table.row("状态", notice.status ? status_name(*notice.status) : std::string_view{});
    table.rows("附件", notice.attachments.size(), [&](std::string& text, std::size_t i) {
        append_labelled(text, notice.attachments[i].label.text, notice.attachments[i].title.text);
    });
    table.rows("引用文件", notice.references.size(),
               [&](std::string& text, std::size_t i) { append_reference(text, notice.references[i]); });
    table.row("来源", notice.source.name);
    table.end();
}

void write_headings(Output& out, const Roster& roster) {
    std::string heading = roster.annex ? roster.annex->text : "";
    if (roster.title) {
        heading += heading.empty() ? "" : "：";
        heading += roster.title->text;
    }
    std::string_view mark = "## ";
    for (const std::string& text : {heading, roster.heading ? roster.heading->text : std::string{}}) {
        if (!text.empty()) {
            out << mark;
            append_markdown_heading(out.buffer(), text);
            out << "\n\n";
            mark = "### ";
        }
    }
}

void append_items(std::string& out, const std::vector<Field>& items) {
    for (const Field& item : items) {
        out += &item == &items.front() ? std::string_view{} : kItemEnd;
        append_markdown_text(out, item.text);
    }
}

void write_rows(Output& out, const std::vector<Record>& records, std::string_view emphasis) {
    for (const Record& record : records) {
        out << '|';
        for (const Value& value : record.values) {
            if (!value.empty()) {
                out << ' ' << emphasis;
                append_items(out.buffer(), value.items);
                out << emphasis;
            }
            out << " |";
        }
        out << '\n';
        out.spill();
    }
}

void write_table(Output& out, const Roster& roster) {
    if (roster.columns.empty()) {
        return;
    }
    out << '|';
    for (const Column& column : roster.columns) {
        out << ' ';
        append_markdown_text(out.buffer(), column.name.text);
        out << " |";
    }
    out << "\n|";
    for (const Column& column : roster.columns) {
        out << (is_right_aligned(column.type) ? " ---: |" : " --- |");
    }
    out << '\n';
    write_rows(out, roster.records, "");
    write_rows(out, roster.totals, "**");
    out << '\n';
}

Result<void> write(const Notice& notice, const EmitOptions&, Output& out, std::vector<Finding>*) {
    write_head(out, notice);
    for (const Roster& roster : notice.rosters) {
        write_headings(out, roster);
        write_table(out, roster);
        for (const Field& note : roster.notes) {
            append_markdown_paragraph(out.buffer(), note.text);
            out << "\n\n";
        }
    }
    return {};
}

}  // namespace

extern const Emitter markdown_emitter{"markdown", "md", "for reading: title, head, one table a roster", false, write};

}  // namespace mingdan
