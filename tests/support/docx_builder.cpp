#include "tests/support/docx_builder.h"

#include <fmt/format.h>
#include <gtest/gtest.h>
#include <zip.h>

#include <cstdlib>

#include "extract/reader.h"
#include "model/conservation.h"

namespace mingdan {
extern const Reader docx_reader;
}

namespace mingdan::test {

namespace {

constexpr std::string_view kOffice = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
constexpr std::string_view kStrictOffice = "http://purl.oclc.org/ooxml/officeDocument/relationships";
constexpr std::string_view kWord = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
constexpr std::string_view kStrictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";

std::string part_xml(std::string_view root, std::string_view content, bool strict) {
    return fmt::format(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<{0} xmlns:w=\"{2}\" xmlns:r=\"{3}\""
        " xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\""
        " xmlns:wps=\"http://schemas.microsoft.com/office/word/2010/wordprocessingShape\""
        " xmlns:w14=\"http://schemas.microsoft.com/office/word/2010/wordml\""
        " xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\""
        " xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\""
        " xmlns:dgm=\"http://schemas.openxmlformats.org/drawingml/2006/diagram\""
        " xmlns:m=\"http://schemas.openxmlformats.org/officeDocument/2006/math\""
        " xmlns:v=\"urn:schemas-microsoft-com:vml\" xmlns:o=\"urn:schemas-microsoft-com:office:office\">{1}</{0}>",
        root, content, strict ? kStrictWord : kWord, strict ? kStrictOffice : kOffice);
}

std::string relationships_xml(std::string_view list) {
    return fmt::format(
        "<?xml version=\"1.0\"?><Relationships "
        "xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}"
        "</Relationships>",
        list);
}

/// The blocks as text; see show().
class Shown {
public:
    std::string text;

    void blocks(const std::vector<Block>& list, int indent) {
        for (const Block& block : list) {
            std::visit([&](const auto& one) { add(one, indent); }, block.is);
        }
    }

private:
    static std::string lines(const std::vector<Line>& list) {
        std::string all;
        for (const Line& line : list) {
            if (&line != &list.front()) {
                all += (&line - 1)->end == LineEnd::soft_break ? "/" : "¶";
            }
            all += line.number.empty() ? line.field.text : "{" + line.number + "}" + line.field.text;
        }
        return all;
    }

    void add(const Paragraph& paragraph, int indent) {
        text += std::string(static_cast<std::size_t>(indent), ' ') + (paragraph.starts_page ? "^" : "");
        text += paragraph.outline > 0 ? fmt::format("#{}", paragraph.outline) : "";
        text += "|" + lines(paragraph.lines) + "|" + std::string(paragraph.pictures, '*') + "\n";
    }

    void add(const TextBox& box, int indent) {
        text += std::string(static_cast<std::size_t>(indent), ' ') + "box\n";
        blocks(box.blocks, indent + 2);
    }

    void add(const Table& table, int indent) {
        std::vector<std::string> grid(std::size_t{table.rows} * table.columns, "_");
        const auto at = [&](std::uint32_t row, std::uint32_t column) -> std::string& {
            return grid.at(std::size_t{row} * table.columns + column);
        };
        for (const Cell& cell : table.cells) {
            for (std::uint32_t row = cell.row; row < cell.row + cell.row_span; ++row) {
                for (std::uint32_t column = cell.column; column < cell.column + cell.column_span; ++column) {
                    EXPECT_EQ(at(row, column), "_") << "a position taken twice";
                    at(row, column) = column > cell.column ? "<" : "^";
                }
            }
            const bool spans = cell.row_span > 1 || cell.column_span > 1;
            at(cell.row, cell.column) = "[" + (spans ? fmt::format("{}x{} ", cell.row_span, cell.column_span) : "") +
                                        lines(cell.lines) + "]" + std::string(cell.pictures, '*');
        }
        for (std::uint32_t row = 0; row < table.rows; ++row) {
            text += std::string(static_cast<std::size_t>(indent), ' ');
            for (std::uint32_t column = 0; column < table.columns; ++column) {
                text += at(row, column);
            }
            text += "\n";
            for (std::uint32_t i = table.row_begin.at(row); i < table.row_begin.at(row + 1); ++i) {
                EXPECT_EQ(table.cells.at(i).row, row);
                blocks(table.cells.at(i).children, indent + 2);
            }
        }
    }
};

}  // namespace

std::string zip_of(const std::vector<std::pair<std::string, std::string>>& parts) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    zip_source_keep(target);
    for (const auto& [name, content] : parts) {
        zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
        EXPECT_GE(zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8), 0) << name;
    }
    EXPECT_EQ(zip_close(archive), 0);
    std::string bytes;
    zip_stat_t stat;
    zip_source_stat(target, &stat);
    bytes.resize(stat.size);
    zip_source_open(target);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

DocxBuilder& DocxBuilder::part(std::string_view kind, std::string_view root, std::string_view content,
                               std::string_view suffix) {
    const std::string file = fmt::format("{}{}.xml", kind, suffix);
    parts_.emplace_back("word/" + file, part_xml(root, content, strict_));
    return related(kind, fmt::format("rel-{}{}", kind, suffix), file);
}

DocxBuilder& DocxBuilder::related(std::string_view kind, std::string_view id, std::string_view target, bool external) {
    related_ +=
        fmt::format("<Relationship Id=\"{}\" Type=\"{}/{}\" Target=\"{}\"{}/>", id, strict_ ? kStrictOffice : kOffice,
                    kind, target, external ? " TargetMode=\"External\"" : "");
    return *this;
}

std::vector<std::pair<std::string, std::string>> DocxBuilder::parts() const {
    std::vector<std::pair<std::string, std::string>> all;
    all.emplace_back(
        "[Content_Types].xml",
        "<?xml version=\"1.0\"?><Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"/>");
    const std::size_t slash = main_.rfind('/') + 1;
    if (relationships_) {
        all.emplace_back("_rels/.rels", relationships_xml(fmt::format(
                                            "<Relationship Id=\"rId1\" Type=\"{}/officeDocument\" Target=\"{}\"/>",
                                            strict_ ? kStrictOffice : kOffice, main_)));
        all.emplace_back(fmt::format("{}_rels/{}.rels", main_.substr(0, slash), main_.substr(slash)),
                         relationships_xml(related_));
    }
    all.emplace_back(main_, part_xml("w:document", "<w:body>" + body_ + "</w:body>", strict_));
    all.insert(all.end(), parts_.begin(), parts_.end());
    return all;
}

std::string p(std::string_view text, std::string_view properties) {
    return fmt::format("<w:p>{}<w:r><w:t xml:space=\"preserve\">{}</w:t></w:r></w:p>",
                       properties.empty() ? "" : fmt::format("<w:pPr>{}</w:pPr>", properties), text);
}

std::string tc(std::string_view text, std::string_view properties) {
    return fmt::format("<w:tc>{}{}</w:tc>", properties.empty() ? "" : fmt::format("<w:tcPr>{}</w:tcPr>", properties),
                       text.starts_with('<') ? std::string(text)
                       : text.empty()        ? "<w:p/>"
                                             : p(text));
}

std::string tr(std::string_view cells, std::string_view properties) {
    return fmt::format("<w:tr>{}{}</w:tr>", properties.empty() ? "" : fmt::format("<w:trPr>{}</w:trPr>", properties),
                       cells);
}

std::string tbl(std::string_view rows, std::string_view properties) {
    return fmt::format("<w:tbl>{}{}</w:tbl>", properties, rows);
}

Result<Document> read_docx(std::string_view bytes, const Limits& limits) {
    const Input input{std::as_bytes(std::span(bytes)), limits};
    EXPECT_TRUE(docx_reader.sniff(input));
    Result<Document> document = docx_reader.read(input);
    if (document) {
        EXPECT_EQ(document->read, weight_of(*document) + left_out_of(*document))
            << "a character is neither kept nor left out";
    }
    return document;
}

Document read_built(const DocxBuilder& builder) {
    Result<Document> document = read_docx(builder.bytes());
    EXPECT_TRUE(document) << (document ? "" : document.error().describe());
    return document ? std::move(document).value() : Document{};
}

Document read_body(std::string_view body) {
    return read_built(DocxBuilder(std::string(body)));
}

std::string show(const Document& document) {
    constexpr std::string_view kKinds[] = {"header", "footer", "footnote", "endnote", "comment"};
    Shown shown;
    shown.blocks(document.body, 0);
    for (const Story& story : document.stories) {
        shown.text += kKinds[static_cast<std::size_t>(story.kind)];
        shown.text += story.anchor.paragraph > 0 ? fmt::format(" at paragraph {}\n", story.anchor.paragraph) : "\n";
        shown.blocks(story.blocks, 2);
    }
    return shown.text;
}

std::string left_out(const Document& document) {
    std::string text;
    for (const LeftOut& piece : document.left_out) {
        text += fmt::format("{}:{}\n", reason_name(piece.reason), piece.text);
    }
    return text;
}

std::string findings(const Document& document) {
    std::string text;
    for (const Finding& finding : document.findings) {
        text += text.empty() ? "" : " ";
        text += finding_name(finding.code);
    }
    return text;
}

}  // namespace mingdan::test
