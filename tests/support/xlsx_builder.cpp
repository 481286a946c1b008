#include "tests/support/xlsx_builder.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include "extract/reader.h"
#include "model/conservation.h"
#include "tests/support/docx_builder.h"

namespace mingdan {
extern const Reader xlsx_reader;
}

namespace mingdan::test {

namespace {

std::string office(bool strict) {
    return strict ? "http://purl.oclc.org/ooxml/officeDocument/relationships"
                  : "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
}

std::string xml(std::string_view root, std::string_view content, bool strict) {
    return fmt::format(
        "<?xml version=\"1.0\"?><{0} xmlns=\"{2}\" xmlns:r=\"{3}\" "
        "xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" "
        "xmlns:c=\"http://schemas.openxmlformats.org/drawingml/2006/chart\" "
        "xmlns:xdr=\"http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing\">{1}</{0}>",
        root, content,
        strict ? "http://purl.oclc.org/ooxml/spreadsheetml/main"
               : "http://schemas.openxmlformats.org/spreadsheetml/2006/main",
        office(strict));
}

std::string related(std::string_view list) {
    return fmt::format(
        "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{}"
        "</Relationships>",
        list);
}

std::string relationship(std::string_view id, std::string_view kind, std::string_view target, bool strict) {
    return fmt::format("<Relationship Id=\"{}\" Type=\"{}/{}\" Target=\"/{}\"/>", id, office(strict), kind, target);
}

}  // namespace

XlsxBuilder& XlsxBuilder::sheet(std::string_view content, std::string_view state) {
    const std::string name = fmt::format("xl/worksheets/sheet{}.xml", sheets_.size() + 1);
    sheets_.push_back({name, "worksheet", std::string(content), ""});
    states_.emplace_back(state);
    return *this;
}

XlsxBuilder& XlsxBuilder::strings(std::string_view content) {
    shared_.push_back({"xl/sharedStrings.xml", "sst", std::string(content), "sharedStrings"});
    return *this;
}

XlsxBuilder& XlsxBuilder::styles(std::string_view content) {
    shared_.push_back({"xl/styles.xml", "styleSheet", std::string(content), "styles"});
    return *this;
}

XlsxBuilder& XlsxBuilder::beside_sheet(std::string_view kind, std::string_view root, std::string_view content) {
    sheets_.back().relationship +=
        relationship(fmt::format("{}1", kind), kind, fmt::format("xl/{}{}.xml", kind, sheets_.size()), strict_);
    beside_.push_back({fmt::format("xl/{}{}.xml", kind, sheets_.size()), std::string(root), std::string(content), ""});
    return *this;
}

XlsxBuilder& XlsxBuilder::workbook_properties(std::string_view content) {
    properties_ = content;
    return *this;
}

XlsxBuilder& XlsxBuilder::main_part(std::string_view name) {
    main_ = name;
    return *this;
}

XlsxBuilder& XlsxBuilder::strict() {
    strict_ = true;
    return *this;
}

std::vector<std::pair<std::string, std::string>> XlsxBuilder::parts() const {
    constexpr std::string_view kNames[] = {"甲", "乙", "丙", "丁"};
    std::string list;
    std::string relationships;
    std::vector<std::pair<std::string, std::string>> all;
    for (std::size_t i = 0; i < sheets_.size(); ++i) {
        list += fmt::format("<sheet name=\"{}\" sheetId=\"{}\" r:id=\"s{}\" state=\"{}\"/>", kNames[i % 4], i + 1, i,
                            states_[i]);
        relationships += relationship(fmt::format("s{}", i), "worksheet", sheets_[i].name, strict_);
        all.emplace_back(sheets_[i].name, xml(sheets_[i].root, sheets_[i].content, strict_));
        if (!sheets_[i].relationship.empty()) {
            all.emplace_back(fmt::format("xl/worksheets/_rels/sheet{}.xml.rels", i + 1),
                             related(sheets_[i].relationship));
        }
    }
    for (const Part& part : shared_) {
        relationships += relationship(part.relationship, part.relationship, part.name, strict_);
        all.emplace_back(part.name, xml(part.root, part.content, strict_));
    }
    for (const Part& part : beside_) {
        all.emplace_back(part.name, xml(part.root, part.content, strict_));
    }
    const std::size_t slash = main_.rfind('/') + 1;
    all.emplace_back("_rels/.rels", related(relationship("r1", "officeDocument", main_, strict_)));
    all.emplace_back(fmt::format("{}_rels/{}.rels", main_.substr(0, slash), main_.substr(slash)),
                     related(relationships));
    all.emplace_back(main_, xml("workbook", properties_ + "<sheets>" + list + "</sheets>", strict_));
    all.emplace_back("[Content_Types].xml",
                     fmt::format("<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                                 "<Override PartName=\"/{}\" ContentType=\"application/"
                                 "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/></Types>",
                                 main_));
    return all;
}

std::string XlsxBuilder::bytes() const {
    return zip_of(parts());
}

std::string rows(std::initializer_list<std::vector<std::string>> list) {
    std::string content;
    std::size_t row = 0;
    for (const auto& cells : list) {
        content += fmt::format("<row r=\"{}\">", ++row);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const std::string at = fmt::format("{}{}", static_cast<char>('A' + i), row);
            if (cells[i].starts_with('=')) {
                const std::size_t style = cells[i].find('@');
                content += fmt::format("<c r=\"{}\" s=\"{}\"><v>{}</v></c>", at,
                                       style == std::string::npos ? "0" : cells[i].substr(style + 1),
                                       cells[i].substr(1, style == std::string::npos ? style : style - 1));
            } else if (!cells[i].empty()) {
                content += fmt::format("<c r=\"{}\" t=\"inlineStr\"><is><t>{}</t></is></c>", at, cells[i]);
            }
        }
        content += "</row>";
    }
    return "<sheetData>" + content + "</sheetData>";
}

Result<Document> read_xlsx(std::string_view bytes, const Limits& limits) {
    const Input input{std::as_bytes(std::span(bytes)), limits};
    EXPECT_TRUE(xlsx_reader.sniff(input));
    Result<Document> document = xlsx_reader.read(input);
    if (document) {
        EXPECT_TRUE(conserves_text(*document)) << "a character is neither kept nor left out";
    }
    return document;
}

Document read_built(const XlsxBuilder& builder) {
    Result<Document> document = read_xlsx(builder.bytes());
    EXPECT_TRUE(document) << (document ? "" : document.error().describe());
    return document ? std::move(document).value() : Document{};
}

Document read_sheet(std::string_view content) {
    return read_built(XlsxBuilder().sheet(content));
}

}  // namespace mingdan::test
