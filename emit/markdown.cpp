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

/// Blocks of a page, a blank line between any two.
class Page {
public:
    explicit Page(Output& out) : out_(out) {}

    /// Begins a block; the caller writes it with its last line end.
    Output& block() {
        out_ << (begun_ ? "\n" : "");
        begun_ = true;
        return out_;
    }
    void heading(std::string_view mark, std::string_view text) {
        if (!text.empty()) {
            append_markdown_heading((block() << mark).buffer(), text);
            out_ << '\n';
        }
    }
    void paragraph(std::string_view text) {
        append_markdown_paragraph(block().buffer(), text);
        out_ << '\n';
    }

private:
    Output& out_;
    bool begun_ = false;
};

std::string_view text_of(const std::optional<Field>& field) {
    return field ? std::string_view(field->text) : std::string_view{};
}

/// The two-column table of the head. Its own head is written with its first row, so that an empty one is not there.
class HeadTable {
public:
    explicit HeadTable(Page& page) : page_(page) {}

    void row(std::string_view label, std::string_view text) {
        rows(label, text.empty() ? 0 : 1, [&](std::string& out, std::size_t) { append_markdown_text(out, text); });
    }
    /// A row of several lines; `append` writes the one at an index.
    template <class Append>
    void rows(std::string_view label, std::size_t count, Append append) {
        if (count == 0) {
            return;
        }
        Output& out = begin_row(label);
        for (std::size_t i = 0; i < count; ++i) {
            out << (i > 0 ? kItemEnd : "");
            append(out.buffer(), i);
        }
        out << " |\n";
    }
    void row(std::string_view label, const std::vector<Field>& fields) {
        rows(label, fields.size(), [&](std::string& out, std::size_t i) { append_markdown_text(out, fields[i].text); });
    }

private:
    Output& begin_row(std::string_view label) {
        if (out_ == nullptr) {
            out_ = &(page_.block() << "| 项目 | 内容 |\n| --- | --- |\n");
        }
        return *out_ << "| " << label << " | ";
    }

    Page& page_;
    Output* out_ = nullptr;
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

void write_head(Page& page, const Notice& notice) {
    page.heading("# ", text_of(notice.title));
    HeadTable table(page);
    table.row("文号", text_of(notice.number));
    table.row("发文机关", notice.issuers);
    table.row("日期", text_of(notice.date));
    table.row("主送机关", notice.addressees);
    table.row("状态", notice.status ? status_name(*notice.status) : std::string_view{});
    table.rows("附件", notice.attachments.size(), [&](std::string& text, std::size_t i) {
        append_labelled(text, notice.attachments[i].label.text, notice.attachments[i].title.text);
    });
    table.rows("引用文件", notice.references.size(),
               [&](std::string& text, std::size_t i) { append_reference(text, notice.references[i]); });
    table.row("来源", notice.source.name);
}

void write_headings(Page& page, const Roster& roster) {
    std::string title(text_of(roster.annex));
    title += roster.annex && roster.title ? "：" : "";
    title += text_of(roster.title);
    page.heading("## ", title);
    page.heading(title.empty() ? "## " : "### ", text_of(roster.heading));
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

void write_table(Page& page, const Roster& roster) {
    if (roster.columns.empty()) {
        return;
    }
    Output& out = page.block();
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
}

Result<void> write(const Notice& notice, const EmitOptions&, Output& out, std::vector<Finding>*) {
    Page page(out);
    write_head(page, notice);
    for (const Roster& roster : notice.rosters) {
        write_headings(page, roster);
        write_table(page, roster);
        for (const Field& note : roster.notes) {
            page.paragraph(note.text);
        }
    }
    return {};
}

}  // namespace

extern const Emitter markdown_emitter{"markdown", "md", "for reading: title, head, one table a roster", false, write};

}  // namespace mingdan
