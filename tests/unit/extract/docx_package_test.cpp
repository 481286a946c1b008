// The package: how parts are found, and each way in which a file can be no readable Word document.
#include <gtest/gtest.h>

#include <algorithm>

#include "extract/ooxml.h"
#include "tests/support/docx_builder.h"

namespace mingdan::test {
namespace {

using Parts = std::vector<std::pair<std::string, std::string>>;

Parts with(Parts parts, const std::string& name, std::string content) {
    const auto at = std::find_if(parts.begin(), parts.end(), [&](const auto& part) { return part.first == name; });
    if (at == parts.end()) {
        parts.emplace_back(name, std::move(content));
    } else {
        at->second = std::move(content);
    }
    return parts;
}

Error error_of(const std::string& bytes, const Limits& limits = {}) {
    const Result<Document> document = read_docx(bytes, limits);
    EXPECT_FALSE(document);
    return document ? Error{} : document.error();
}

TEST(DocxPackage, the_main_part_is_found_by_relationship_under_any_name) {
    EXPECT_EQ(show(read_built(DocxBuilder(p("甲")).main_part("office/notice.xml"))), "|甲|\n");
    EXPECT_EQ(show(read_built(DocxBuilder(p("甲")).main_part("document2.xml"))), "|甲|\n");
}

TEST(DocxPackage, parts_are_found_by_name_without_relationships) {
    const Document document =
        read_built(DocxBuilder(p("甲", "<w:pStyle w:val=\"1\"/>"))
                       .styles("<w:style w:styleId=\"1\"><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:style>")
                       .part("header", "w:hdr", p("十"), "10")
                       .part("header", "w:hdr", p("二"), "2")
                       .without_relationships());
    EXPECT_EQ(show(document), "#1|甲|\nheader\n  |二|\nheader\n  |十|\n");
}

TEST(DocxPackage, the_main_part_is_found_by_content_type) {
    Parts parts = DocxBuilder(p("甲")).main_part("word/document3.xml").without_relationships().parts();
    parts = with(
        std::move(parts), "[Content_Types].xml",
        "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Override "
        "PartName=\"/word/document3.xml\" "
        "ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>");
    const auto document = read_docx(zip_of(parts));
    ASSERT_TRUE(document);
    EXPECT_EQ(show(*document), "|甲|\n");
}

TEST(DocxPackage, strict_documents_read_as_transitional_ones) {
    const auto build = [](bool strict) {
        DocxBuilder builder(tbl(tr(tc("甲", "<w:gridSpan w:val=\"2\"/>")) + tr(tc("1") + tc("2"))));
        if (strict) {
            builder.strict();
        }
        return read_built(builder.part("footer", "w:ftr", p("页"), "1"));
    };
    EXPECT_EQ(show(build(true)), "[1x2 甲]<\n[1][2]\nfooter\n  |页|\n");
    EXPECT_EQ(build(true), build(false));
}

TEST(DocxPackage, names_of_parts_are_found_whatever_their_case_and_slashes) {
    Parts parts = DocxBuilder(p("甲")).parts();
    for (auto& part : parts) {
        if (part.first == "word/document.xml") {
            part.first = "Word\\Document.XML";
        }
    }
    const auto document = read_docx(zip_of(parts));
    ASSERT_TRUE(document);
    EXPECT_EQ(show(*document), "|甲|\n");
}

TEST(DocxPackage, targets_never_leave_the_package) {
    using ooxml::resolve_target;
    EXPECT_EQ(resolve_target("word/document.xml", "styles.xml"), "word/styles.xml");
    EXPECT_EQ(resolve_target("word/document.xml", "/word/styles.xml"), "word/styles.xml");
    EXPECT_EQ(resolve_target("word/document.xml", "../customXml/./item1.xml"), "customXml/item1.xml");
    EXPECT_EQ(resolve_target("", "word/document.xml"), "word/document.xml");
    EXPECT_EQ(resolve_target("a/b/c.xml", "..\\d.xml#part"), "a/d.xml");
    EXPECT_EQ(resolve_target("word/document.xml", "../../etc/passwd"), std::nullopt);
    EXPECT_EQ(resolve_target("word/document.xml", "/../x"), std::nullopt);
    EXPECT_EQ(resolve_target("word/document.xml", ".."), std::nullopt);
    EXPECT_EQ(show(read_built(DocxBuilder(p("甲"))
                                  .related("styles", "r1", "http://example.invalid/styles.xml", true)
                                  .related("header", "r2", "file:///etc/passwd", true)
                                  .related("footer", "r3", "missing.xml"))),
              "|甲|\n");
}

TEST(DocxErrors, a_zip_without_a_document_is_told_by_what_it_holds) {
    const Error sheet = error_of(zip_of({{"[Content_Types].xml", "<x/>"}, {"xl/workbook.xml", "<x/>"}}));
    EXPECT_EQ(sheet.code, ErrorCode::no_document);
    EXPECT_EQ(sheet.message,
              "the ZIP archive holds no Word document; it is a spreadsheet (XLSX): it holds xl/workbook.xml");
    EXPECT_FALSE(sheet.hint.empty());
    EXPECT_NE(error_of(zip_of({{"a.jpg", "x"}, {"b.jpg", "x"}})).message.find("an archive of 2 other files"),
              std::string::npos);
    EXPECT_EQ(error_of(std::string("PK\x05\x06") + std::string(18, '\0')).code, ErrorCode::no_document);
}

TEST(DocxErrors, a_main_part_of_another_kind_is_no_document) {
    const Error error = error_of(zip_of(with(DocxBuilder("").parts(), "word/document.xml", "<html><body/></html>")));
    EXPECT_EQ(error.code, ErrorCode::no_document);
    EXPECT_EQ(error.part, "word/document.xml");
}

TEST(DocxErrors, a_cut_archive_is_damaged) {
    const std::string whole = DocxBuilder(p("甲")).bytes();
    for (const std::size_t size : {std::size_t{4}, whole.size() / 2, whole.size() - 1}) {
        const Error error = error_of(whole.substr(0, size));
        EXPECT_EQ(error.code, ErrorCode::damaged_zip) << size;
        EXPECT_FALSE(error.hint.empty());
    }
    EXPECT_EQ(error_of(whole.substr(0, whole.size() / 2)).message,
              "the ZIP archive is damaged: its directory is missing, so its end was cut off");
}

TEST(DocxErrors, damaged_bytes_of_a_part_are_found_by_their_check_sum) {
    std::string bytes = DocxBuilder(p(std::string(3000, 'a') + "甲乙丙丁")).bytes();
    const std::size_t name = bytes.find("word/document.xml");
    bytes[name + 60] = static_cast<char>(bytes[name + 60] ^ 0x55);
    const Error error = error_of(bytes);
    EXPECT_TRUE(error.code == ErrorCode::damaged_zip || error.code == ErrorCode::damaged_xml) << error.describe();
    EXPECT_EQ(error.part, "word/document.xml");
}

TEST(DocxErrors, damaged_xml_is_told_by_part_and_line) {
    const Parts parts =
        with(DocxBuilder("").parts(), "word/document.xml",
             "<w:document "
             "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">\n<w:body>\n<w:p></w:body>");
    const Error error = error_of(zip_of(parts));
    EXPECT_EQ(error.code, ErrorCode::damaged_xml);
    EXPECT_EQ(error.part, "word/document.xml");
    EXPECT_NE(error.message.find("line 3"), std::string::npos) << error.message;
    EXPECT_EQ(
        error_of(zip_of(with(DocxBuilder("").part("styles", "w:styles", "").parts(), "word/styles.xml", "<w:styles")))
            .part,
        "word/styles.xml");
}

TEST(DocxErrors, a_doctype_is_refused) {
    const Error error = error_of(zip_of(with(DocxBuilder("").parts(), "word/document.xml",
                                             "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]><x>&b;</x>")));
    EXPECT_EQ(error.code, ErrorCode::doctype);
    EXPECT_EQ(error.part, "word/document.xml");
}

TEST(DocxErrors, two_parts_of_one_name_are_refused) {
    std::string bytes = zip_of(with(DocxBuilder(p("甲")).parts(), "word/dOcument.xml", "<x/>"));
    const Error error = error_of(bytes);
    EXPECT_EQ(error.code, ErrorCode::damaged_zip);
    EXPECT_EQ(error.message, "the ZIP archive holds word/document.xml twice");
    for (std::size_t at = bytes.find("word/dOcument.xml"); at != bytes.npos; at = bytes.find("word/dOcument.xml")) {
        bytes[at + 6] = 'o';
    }
    EXPECT_EQ(error_of(bytes).code, ErrorCode::damaged_zip);
}

TEST(DocxErrors, limits_are_named_with_the_option_that_raises_them) {
    const std::string bytes = DocxBuilder(tbl(tr(tc("甲") + tc("乙")) + tr(tc("丙") + tc("丁"))) +
                                          p(std::string(5000, 'x')) + "<!--" + std::string(200'000, 'c') + "-->")
                                  .bytes();
    struct Case {
        const char* limit;
        void (*set)(Limits&);
    };
    for (const auto& [limit, set] : {
             Case{"part-bytes", [](Limits& limits) { limits.part_bytes = 1000; }},
             Case{"archive-bytes", [](Limits& limits) { limits.archive_bytes = 2000; }},
             Case{"entries", [](Limits& limits) { limits.entries = 2; }},
             Case{"xml-depth", [](Limits& limits) { limits.xml_depth = 4; }},
             Case{"xml-attributes", [](Limits& limits) { limits.xml_attributes = 2; }},
             Case{"xml-token-bytes", [](Limits& limits) { limits.xml_token_bytes = 100'000; }},
             Case{"text-bytes", [](Limits& limits) { limits.text_bytes = 100; }},
             Case{"cells", [](Limits& limits) { limits.cells = 3; }},
             Case{"columns", [](Limits& limits) { limits.columns = 1; }},
         }) {
        Limits limits;
        set(limits);
        const Error error = error_of(bytes, limits);
        EXPECT_EQ(error.code, ErrorCode::over_limit) << limit;
        EXPECT_NE(error.message.find(limit), std::string::npos) << error.message;
        EXPECT_NE(error.hint.find(std::string("--limit ") + limit), std::string::npos) << error.hint;
    }
}

TEST(DocxPackage, a_document_without_text_is_empty_and_no_error) {
    const Document document = read_body("<w:p><w:r><w:drawing><a:blip r:embed=\"x\"/></w:drawing></w:r></w:p>");
    EXPECT_EQ(document.read, 0u);
    EXPECT_EQ(show(document), "||*\n");
}

}  // namespace
}  // namespace mingdan::test
