// A document as text for people, before any interpretation: paragraphs line by line, tables drawn with their merges,
// and a label in brackets for all that text alone does not show. A nested table is drawn after the one that it stands
// in, where its cell names it; so is a table in a cell's text box.
#include <utility>

#include <fmt/format.h>

#include <mingdan/mingdan.h>

#include "pipeline/table_drawing.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

std::string pictures_label(std::uint32_t pictures) {
    return pictures == 1 ? "[picture]" : fmt::format("[{} pictures]", pictures);
}

std::string_view story_label(StoryKind kind) {
    constexpr std::string_view kLabels[] = {"header", "footer", "footnote", "endnote", "comment"};
    return kLabels[static_cast<std::size_t>(kind)];
}

std::string place_of(const Origin& origin) {
    if (origin.table > 0) {
        return fmt::format("table {}, row {}, column {}", origin.table, origin.row, origin.column);
    }
    return origin.paragraph > 0 ? fmt::format("paragraph {}", origin.paragraph) : std::string();
}

std::string table_label(const Table& table) {
    std::string label = fmt::format("[table {}: {} rows, {} columns", table.origin.table, table.rows, table.columns);
    if (table.origin.row > 0) {
        label += fmt::format("; inside row {}, column {}", table.origin.row, table.origin.column);
    }
    std::size_t headers = 0;
    while (headers < table.header_rows.size() && table.header_rows[headers]) {
        ++headers;
    }
    if (headers > 0) {
        label += fmt::format("; {} repeated as header", headers == 1 ? "row 1" : fmt::format("rows 1 to {}", headers));
    }
    return label + (table.spans_lost ? "; merges not known]" : "]");
}

class Page {
public:
    void draw(const std::vector<Block>& blocks) {
        for (const Block& block : blocks) {
            std::visit([this](const auto& is) { draw(is); }, block.is);
        }
    }
    void draw(const Story& story) {
        const std::string place = place_of(story.anchor);
        part();
        line(fmt::format("[{}{}{}]", story_label(story.kind), place.empty() ? "" : " to ", place));
        draw(story.blocks);
    }
    std::string take() {
        while (out_.ends_with("\n\n")) {
            out_.pop_back();
        }
        return std::move(out_);
    }

private:
    void line(std::string_view text) {
        out_ += text;
        out_ += '\n';
    }
    /// One empty line, however many blank paragraphs stand there.
    void part() {
        if (!out_.empty() && !out_.ends_with("\n\n")) {
            out_ += '\n';
        }
    }

    void draw(const Paragraph& paragraph) {
        if (paragraph.starts_page && !out_.empty()) {
            part();
            line("[new page]");
        }
        for (const Line& text : paragraph.lines) {
            const std::string seen = visible(text);
            seen.empty() ? part() : line(seen);
        }
        if (paragraph.pictures > 0) {
            line(pictures_label(paragraph.pictures));
        }
    }

    void draw(const TextBox& box) {
        line("[text box]");
        draw(box.blocks);
        line("[end of text box]");
    }

    void draw(const Table& table) {
        std::vector<std::vector<std::string>> contents;
        std::vector<const Table*> inner;
        contents.reserve(table.cells.size());
        for (const Cell& cell : table.cells) {
            contents.push_back(contents_of(cell, inner));
        }
        part();
        line(table_label(table));
        draw_table(out_, table, contents);
        out_ += '\n';
        for (const Table* nested : inner) {
            draw(*nested);
        }
    }

    static std::vector<std::string> contents_of(const Cell& cell, std::vector<const Table*>& inner) {
        std::vector<std::string> lines;
        for (const Line& text : cell.lines) {
            lines.push_back(visible(text));
        }
        if (cell.pictures > 0) {
            lines.push_back(pictures_label(cell.pictures));
        }
        add_children(lines, cell.children, inner);
        return lines;
    }

    static void add_children(std::vector<std::string>& lines, const std::vector<Block>& blocks,
                             std::vector<const Table*>& inner) {
        for (const Block& block : blocks) {
            if (const auto* table = std::get_if<Table>(&block.is)) {
                lines.push_back(fmt::format("[table {}]", table->origin.table));
                inner.push_back(table);
            } else if (const auto* box = std::get_if<TextBox>(&block.is)) {
                lines.emplace_back("[text box]");
                add_children(lines, box->blocks, inner);
            } else {
                for (const Line& text : std::get<Paragraph>(block.is).lines) {
                    lines.push_back(visible(text));
                }
            }
        }
    }

    std::string out_;
};

}  // namespace

std::string draw(const Document& document) {
    Page page;
    page.draw(document.body);
    for (const Story& story : document.stories) {
        page.draw(story);
    }
    return page.take();
}

std::size_t display_width(std::string_view text) {
    return static_cast<std::size_t>(text::display_width(text));
}

}  // namespace mingdan
