// Word 2003 XML: what differs from OOXML.
#include <gtest/gtest.h>

#include "extract/reader.h"
#include "model/conservation.h"
#include "tests/support/docx_builder.h"

namespace mingdan {
extern const Reader wordml_reader;
}

namespace mingdan::test {
namespace {

Result<Document> try_wordml(std::string_view inside, const Limits& limits = {}) {
    const std::string file =
        "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument "
        "xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\" "
        "xmlns:wx=\"http://schemas.microsoft.com/office/word/2003/auxHint\" "
        "xmlns:aml=\"http://schemas.microsoft.com/aml/2001/core\" xmlns:v=\"urn:schemas-microsoft-com:vml\">" +
        std::string(inside) + "</w:wordDocument>";
    const Input input{std::as_bytes(std::span(file)), limits};
    EXPECT_TRUE(wordml_reader.sniff(input));
    return wordml_reader.read(input);
}

Document read_wordml(std::string_view body, std::string_view before = "") {
    const auto document =
        try_wordml(std::string(before) + "<w:body><wx:sect>" + std::string(body) + "</wx:sect></w:body>");
    if (!document) {
        ADD_FAILURE() << document.error().describe();
        return {};
    }
    EXPECT_TRUE(conserves_text(*document));
    return *document;
}

TEST(WordML, merges_are_spelled_in_small_letters) {
    EXPECT_EQ(show(read_wordml(tbl(tr(tc("a", "<w:vmerge w:val=\"restart\"/>") + tc("b")) +
                                   tr(tc("", "<w:vmerge/>") + tc("c")) +
                                   tr(tc("d", "<w:hmerge w:val=\"restart\"/>") + tc("", "<w:hmerge/>"))))),
              "[2x1 a][b]\n^[c]\n[1x2 d]<\n");
}

TEST(WordML, the_number_that_word_wrote_out_stands_beside_the_text) {
    const auto listed = [](std::string_view hint) {
        return p("a", "<w:listPr><w:ilvl w:val=\"0\"/><w:ilfo w:val=\"1\"/>" + std::string(hint) + "</w:listPr>");
    };
    EXPECT_EQ(show(read_wordml(listed("<wx:t wx:val=\"1.\"/>") + listed("<wx:t wx:val=\"·\"/>"))), "|{1.}a|\n|a|\n");
    EXPECT_EQ(findings(read_wordml(listed("") + listed(""))), "unknown-numbering");
}

TEST(WordML, revisions_are_annotations) {
    const Document document = read_wordml(
        "<w:p><w:r><w:t>a</w:t></w:r><aml:annotation aml:id=\"0\" w:type=\"Word.Deletion\"><aml:content>"
        "<w:r><w:delText>b</w:delText></w:r></aml:content></aml:annotation><aml:annotation aml:id=\"1\" "
        "w:type=\"Word.Insertion\"><aml:content><w:r><w:rPr><aml:annotation w:type=\"Word.Formatting\">"
        "<aml:content><w:rPr><w:vanish/></w:rPr></aml:content></aml:annotation></w:rPr><w:t>c</w:t></w:r>"
        "</aml:content></aml:annotation></w:p>");
    EXPECT_EQ(show(document), "|ac|\n");
    EXPECT_EQ(left_out(document), "deleted:b\n");
    EXPECT_EQ(findings(document), "tracked-changes");
}

TEST(WordML, a_paragraph_whose_mark_is_deleted_goes_on_in_the_next) {
    EXPECT_EQ(
        show(read_wordml(p("a", "<w:rPr><aml:annotation aml:id=\"0\" w:type=\"Word.Deletion\"/></w:rPr>") + p("b"))),
        "|ab|\n");
}

TEST(WordML, notes_headers_and_comments_stand_where_they_belong) {
    const Document document = read_wordml(
        "<w:p><w:r><w:t>a</w:t></w:r><w:r><w:footnote>" + p("n") +
        "</w:footnote></w:r><w:r><aml:annotation aml:id=\"2\" w:type=\"Word.Comment\"><aml:content>" + p("c") +
        "</aml:content></aml:annotation></w:r><w:r><w:t>b</w:t></w:r></w:p><w:sectPr><w:hdr w:type=\"odd\">" + p("h") +
        "</w:hdr></w:sectPr>");
    EXPECT_EQ(show(document), "|ab|\nfootnote at paragraph 1\n  |n|\ncomment at paragraph 1\n  |c|\nheader\n  |h|\n");
}

TEST(WordML, styles_stand_before_the_body) {
    const Document document = read_wordml(
        p("a", "<w:pStyle w:val=\"1\"/>") + "<w:p><w:r><w:rPr><w:rStyle w:val=\"x\"/></w:rPr><w:t>b</w:t></w:r></w:p>",
        "<w:styles><w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/></w:style>"
        "<w:style w:type=\"character\" w:styleId=\"x\"><w:rPr><w:vanish/></w:rPr></w:style></w:styles>");
    EXPECT_EQ(show(document), "#1|a|\n||\n");
    EXPECT_EQ(left_out(document), "hidden:b\n");
}

TEST(WordML, pictures_are_counted_and_their_data_is_no_text) {
    EXPECT_EQ(show(read_wordml("<w:p><w:r><w:pict><w:binData w:name=\"wordml://1\">QUJD</w:binData><v:shape>"
                               "<v:imagedata src=\"wordml://1\"/></v:shape></w:pict></w:r></w:p>")),
              "||*\n");
}

TEST(WordML, another_root_is_no_document) {
    const std::string file =
        "<a xmlns:w=\"http://schemas.microsoft.com/office/word/2003/wordml\"><w:wordDocument/></a>";
    const Limits limits;
    const auto document = wordml_reader.read({std::as_bytes(std::span(file)), limits});
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, ErrorCode::no_document);
}

}  // namespace
}  // namespace mingdan::test
