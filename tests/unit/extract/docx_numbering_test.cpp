// Automatic numbers, computed from numbering.xml, styles and overrides.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "tests/support/docx_builder.h"

namespace mingdan::test {
namespace {

std::string level(int index, std::string_view format, std::string_view text, std::string_view more = "") {
    return fmt::format(
        "<w:lvl w:ilvl=\"{}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{}\"/>{}<w:lvlText w:val=\"{}\"/></w:lvl>", index,
        format, more, text);
}
std::string abstract(int id, std::string_view content) {
    return fmt::format("<w:abstractNum w:abstractNumId=\"{}\">{}</w:abstractNum>", id, content);
}
std::string num(int id, int abstract_id, std::string_view overrides = "") {
    return fmt::format("<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"{}\"/>{}</w:num>", id, abstract_id, overrides);
}
std::string numbered(std::string_view text, int number, int ilvl = 0, std::string_view more = "") {
    return p(text,
             fmt::format("<w:numPr><w:ilvl w:val=\"{}\"/><w:numId w:val=\"{}\"/></w:numPr>{}", ilvl, number, more));
}
std::string shown(std::string_view body, std::string_view numbering, std::string_view styles = "") {
    return show(read_built(DocxBuilder(std::string(body)).numbering(numbering).styles(styles)));
}

TEST(DocxNumbering, levels_count_and_restart) {
    const std::string list =
        abstract(0, level(0, "chineseCounting", "%1、") + level(1, "decimal", "%1.%2", "<w:isLgl/>") +
                        level(2, "decimal", "%3)", "<w:lvlRestart w:val=\"0\"/>")) +
        num(1, 0);
    EXPECT_EQ(shown(numbered("a", 1) + numbered("b", 1, 1) + numbered("c", 1, 2) + numbered("d", 1, 1) +
                        numbered("e", 1) + numbered("f", 1, 1) + numbered("g", 1, 2),
                    list),
              "|{一、}a|\n|{1.1}b|\n|{1)}c|\n|{1.2}d|\n|{二、}e|\n|{2.1}f|\n|{2)}g|\n");
}

TEST(DocxNumbering, lvlRestart_names_the_level_that_restarts) {
    const std::string list = abstract(0, level(0, "decimal", "%1") + level(1, "decimal", "%2") +
                                             level(2, "decimal", "%3", "<w:lvlRestart w:val=\"1\"/>")) +
                             num(1, 0);
    EXPECT_EQ(shown(numbered("", 1) + numbered("", 1, 1) + numbered("", 1, 2) + numbered("", 1, 1) +
                        numbered("", 1, 2) + numbered("", 1) + numbered("", 1, 2),
                    list),
              "|{1}|\n|{1}|\n|{1}|\n|{2}|\n|{2}|\n|{2}|\n|{1}|\n");
}

TEST(DocxNumbering, lists_of_one_definition_count_on_and_overrides_begin_anew) {
    const std::string list =
        abstract(0, level(0, "decimal", "%1.")) + num(1, 0) + num(2, 0) +
        num(3, 0, "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>") +
        num(4, 0, "<w:lvlOverride w:ilvl=\"0\">" + level(0, "upperRoman", "(%1)") + "</w:lvlOverride>");
    EXPECT_EQ(
        shown(numbered("", 1) + numbered("", 2) + numbered("", 3) + numbered("", 3) + numbered("", 1) + numbered("", 4),
              list),
        "|{1.}|\n|{2.}|\n|{5.}|\n|{6.}|\n|{7.}|\n|{(VIII)}|\n");
}

TEST(DocxNumbering, numbers_run_through_tables_and_skip_deleted_and_covered_paragraphs) {
    const std::string list = abstract(0, level(0, "decimal", "%1")) + num(1, 0);
    const std::string deleted =
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del "
        "w:id=\"1\"/></w:rPr></w:pPr>"
        "<w:del><w:r><w:delText>删</w:delText></w:r></w:del></w:p>";
    EXPECT_EQ(shown(tbl(tr(tc(numbered("", 1), "<w:vMerge w:val=\"restart\"/>") + tc("甲")) +
                        tr(tc(numbered("", 1), "<w:vMerge/>") + tc("乙")) +
                        tr(tc(numbered("", 1)) + tc("删"), "<w:del/>") + tr(tc(numbered("", 1)) + tc("丙"))) +
                        deleted + numbered("后", 1),
                    list),
              "[2x1 {1}][甲]\n^[乙]\n[{2}][丙]\n|{3}后|\n");
}

TEST(DocxNumbering, numbers_come_from_styles_and_numId_0_cancels) {
    const std::string list = abstract(0, level(0, "decimal", "第%1章", "<w:pStyle w:val=\"H1\"/>") +
                                             level(1, "decimal", "%1.%2", "<w:pStyle w:val=\"H2\"/>")) +
                             num(1, 0);
    const std::string styles =
        "<w:style w:type=\"paragraph\" w:styleId=\"H1\"><w:pPr><w:numPr><w:numId "
        "w:val=\"1\"/></w:numPr></w:pPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"H2\"><w:basedOn w:val=\"H1\"/><w:pPr><w:numPr><w:ilvl "
        "w:val=\"1\"/></w:numPr></w:pPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"My\"><w:basedOn w:val=\"H1\"/></w:style>";
    EXPECT_EQ(shown(p("a", "<w:pStyle w:val=\"H1\"/>") + p("b", "<w:pStyle w:val=\"H2\"/>") +
                        p("c", "<w:pStyle w:val=\"My\"/>") +
                        p("d", "<w:pStyle w:val=\"H1\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>"),
                    list, styles),
              "|{第1章}a|\n|{1.1}b|\n|{第2章}c|\n|d|\n");
}

TEST(DocxNumbering, numStyleLink_leads_to_the_definition_of_the_style) {
    const std::string list = abstract(0, "<w:numStyleLink w:val=\"S\"/>") +
                             abstract(1, "<w:styleLink w:val=\"S\"/>" + level(0, "ideographTraditional", "%1")) +
                             abstract(2, "<w:numStyleLink w:val=\"T\"/>") + num(1, 0) + num(2, 1) + num(3, 2);
    const std::string styles =
        "<w:style w:type=\"numbering\" w:styleId=\"S\"><w:pPr><w:numPr><w:numId "
        "w:val=\"2\"/></w:numPr></w:pPr></w:style>"
        "<w:style w:type=\"numbering\" w:styleId=\"T\"><w:pPr><w:numPr><w:numId "
        "w:val=\"3\"/></w:numPr></w:pPr></w:style>";
    EXPECT_EQ(shown(numbered("x", 1) + numbered("y", 2), list, styles), "|{甲}x|\n|{乙}y|\n");
    EXPECT_EQ(shown(numbered("z", 3), list, styles), "|z|\n") << "a link that leads to itself";
}

TEST(DocxNumbering, formats_of_every_kind) {
    const auto written = [](std::string_view format, int times) {
        std::string body;
        for (int i = 0; i < times; ++i) {
            body += numbered("", 1);
        }
        const std::string all = shown(body, abstract(0, level(0, format, "%1")) + num(1, 0));
        const std::size_t last = all.rfind("|{") + 2;
        return all.substr(last, all.rfind("}|") - last);
    };
    EXPECT_EQ(written("decimalEnclosedCircle", 3), "③");
    EXPECT_EQ(written("decimalZero", 3), "03");
    EXPECT_EQ(written("chineseCountingThousand", 12), "十二");
    EXPECT_EQ(written("ideographZodiac", 2), "丑");
    EXPECT_EQ(written("lowerLetter", 28), "bb");
}

TEST(DocxNumbering, bullets_have_no_number_and_other_text_stays) {
    EXPECT_EQ(
        shown(numbered("甲", 1) + numbered("乙", 1, 1) + numbered("丙", 1, 2),
              abstract(0, level(0, "bullet", "\uF0B7") + level(1, "none", "附") + level(2, "decimal", "A&amp;%3")) +
                  num(1, 0)),
        "|甲|\n|{附}乙|\n|{A&1}丙|\n");
}

TEST(DocxNumbering, custom_formats_pad_with_zeros) {
    const std::string custom =
        "<w:lvl w:ilvl=\"0\"><w:start w:val=\"9\"/><mc:AlternateContent><mc:Choice Requires=\"w14\"><w:numFmt "
        "w:val=\"custom\" "
        "w:format=\"001, 002, 003, ...\"/></mc:Choice><mc:Fallback><w:numFmt "
        "w:val=\"decimal\"/></mc:Fallback></mc:AlternateContent>"
        "<w:lvlText w:val=\"%1\"/></w:lvl>";
    EXPECT_EQ(shown(numbered("", 1) + numbered("", 1), abstract(0, custom) + num(1, 0)), "|{009}|\n|{010}|\n");
}

TEST(DocxNumbering, an_unknown_format_is_decimal_with_one_finding) {
    const Document document = read_built(DocxBuilder(numbered("a", 1) + numbered("b", 1))
                                             .numbering(abstract(0, level(0, "bahttext", "%1.")) + num(1, 0)));
    EXPECT_EQ(show(document), "|{1.}a|\n|{2.}b|\n");
    EXPECT_EQ(findings(document), "unknown-numbering");
}

TEST(DocxNumbering, a_number_without_definition_is_none) {
    EXPECT_EQ(
        shown(numbered("a", 9) + numbered("b", 1, 12), abstract(0, level(0, "decimal", "%1")) + num(1, 0) + num(2, 77)),
        "|a|\n|b|\n");
    EXPECT_EQ(shown(numbered("a", 2), num(2, 77)), "|a|\n");
}

TEST(DocxNumbering, text_boxes_count_for_themselves) {
    const std::string box =
        "<w:p><w:r><w:pict><w:txbxContent>" + numbered("框", 1) + "</w:txbxContent></w:pict></w:r></w:p>";
    EXPECT_EQ(shown(numbered("a", 1) + box + numbered("b", 1), abstract(0, level(0, "decimal", "%1")) + num(1, 0)),
              "|{1}a|\n||\nbox\n  |{1}框|\n|{2}b|\n");
}

}  // namespace
}  // namespace mingdan::test
