#include <gtest/gtest.h>

#include "tests/support/docx_builder.h"
#include "tests/support/odf_builder.h"

namespace mingdan::test {
namespace {

constexpr const char* kHidden =
    "<style:style style:name=\"H\" style:family=\"text\"><style:text-properties text:display=\"none\"/></style:style>"
    "<style:style style:name=\"P\" style:family=\"paragraph\"><style:text-properties "
    "text:display=\"none\"/></style:style>";

TEST(OdfText, a_run_of_blanks_and_line_ends_is_one_blank_and_none_at_the_ends) {
    EXPECT_EQ(show(read_odt_body(text_p("\n  甲 <text:span> 乙\n</text:span>\n  丙  "))), "|甲 乙 丙|\n");
}

TEST(OdfText, blanks_tabs_and_breaks_are_what_their_elements_say) {
    EXPECT_EQ(show(read_odt_body(text_p("<text:s text:c=\"2\"/>甲 <text:s/>乙<text:tab/>丙<text:line-break/>丁"
                                        "<text:soft-page-break/>戊"))),
              "|  甲  乙\t丙/丁戊|\n");
}

TEST(OdfText, a_number_of_blanks_that_cannot_be_is_cut) {
    const Document document = read_odt_body(text_p("<text:s text:c=\"2000000000\"/>甲<text:s text:c=\"-3\"/>"));
    EXPECT_LT(std::get<Paragraph>(document.body.at(0).is).lines.at(0).field.text.size(), 2000u);
}

TEST(OdfText, links_fields_and_unknown_elements_are_transparent) {
    EXPECT_EQ(show(read_odt_body(text_p("<text:a xlink:href=\"#\">甲</text:a>第<text:page-number>3</text:page-number>页"
                                        "<text:whatever>乙</text:whatever><text:date>2024年</text:date>"))),
              "|甲第3页乙2024年|\n");
}

TEST(OdfText, deleted_text_is_left_out_and_inserted_text_stays) {
    const Document document = read_odt_body(
        "<text:tracked-changes><text:changed-region><text:deletion><office:change-info><dc:creator>某人</dc:creator>"
        "</office:change-info><text:p>旧</text:p></text:deletion></text:changed-region><text:changed-region>"
        "<text:insertion/></text:changed-region></text:tracked-changes>" +
        text_p("<text:change/>甲<text:change-start/>新<text:change-end/>"));
    EXPECT_EQ(show(document), "|甲新|\n");
    EXPECT_EQ(left_out(document), "deleted:旧\n");
    EXPECT_EQ(findings(document), "tracked-changes");
}

TEST(OdfText, hidden_runs_paragraphs_and_sections_are_left_out) {
    const Document document = read_odt_body(
        text_p("甲<text:span text:style-name=\"H\">暗<text:span>中</text:span></text:span>乙") + text_p("隐", "P") +
            "<text:section text:display=\"none\"><text:p>节</text:p></text:section><text:section><text:p>丙</text:p>"
            "</text:section><text:p><text:hidden-paragraph text:is-hidden=\"true\"/>段</text:p>",
        kHidden);
    EXPECT_EQ(show(document), "|甲乙|\n||\n|丙|\n||\n");
    EXPECT_EQ(left_out(document), "hidden:暗中\nhidden:隐\nhidden:节\nhidden:段\n");
    EXPECT_EQ(findings(document), "hidden-text");
}

TEST(OdfText, the_mark_of_a_note_is_never_glued_to_the_text) {
    const Document document = read_odt_body(text_p(
        "甲<text:note text:note-class=\"footnote\"><text:note-citation>1</text:note-citation><text:note-body><text:p>注"
        "</text:p></text:note-body></text:note>乙<office:annotation><dc:creator>某人</dc:creator><text:p>评</text:p>"
        "</office:annotation>丙<text:note text:note-class=\"endnote\"><text:note-body><text:p>尾</text:p>"
        "</text:note-body></text:note>"));
    EXPECT_EQ(
        show(document),
        "|甲乙丙|\nfootnote at paragraph 1\n  |注|\nendnote at paragraph 1\n  |尾|\ncomment at paragraph 1\n  |评|\n");
    EXPECT_EQ(left_out(document), "numbering:1\n");
}

TEST(OdfText, of_ruby_the_base_is_read) {
    const Document document = read_odt_body(
        text_p("<text:ruby><text:ruby-base>仇</text:ruby-base><text:ruby-text>qiú</text:ruby-text></text:ruby>某"));
    EXPECT_EQ(show(document), "|仇某|\n");
    EXPECT_EQ(left_out(document), "ruby:qiú\n");
}

TEST(OdfText, text_boxes_stand_at_their_anchor_and_empty_ones_do_not) {
    const Document document = read_odt_body(
        text_p(
            "甲<draw:frame> <svg:title>题</svg:title><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame>乙"
            "<draw:custom-shape><text:p/></draw:custom-shape>") +
        "<draw:frame><draw:text-box><text:p>页</text:p></draw:text-box></draw:frame>");
    EXPECT_EQ(show(document), "|甲乙|\nbox\n  |框|\nbox\n  |页|\n");
}

TEST(OdfText, a_picture_in_two_forms_is_one_and_an_object_is_named) {
    const Document document = read_odt_body(
        text_p("<draw:frame><draw:image xlink:href=\"a.svg\"/><draw:image xlink:href=\"a.png\"/></draw:frame>"
               "<draw:frame><draw:object xlink:href=\"./Object 1\"/><draw:image/></draw:frame>"));
    EXPECT_EQ(show(document), "||**\n");
    EXPECT_EQ(findings(document), "embedded-object");
}

TEST(OdfText, alignment_and_page_breaks_come_down_the_chain_of_styles) {
    const Document document = read_odf_built(
        OdfBuilder(text_p("甲", "A") + text_p("乙", "B") + text_p("丙", "C") + text_p("丁", "D"))
            .automatic("<style:style style:name=\"A\" style:family=\"paragraph\" style:parent-style-name=\"T\""
                       " style:master-page-name=\"M\"/>"
                       "<style:style style:name=\"B\" style:family=\"paragraph\" style:parent-style-name=\"T\">"
                       "<style:paragraph-properties fo:break-before=\"page\"/></style:style>"
                       "<style:style style:name=\"C\" style:family=\"paragraph\"><style:paragraph-properties "
                       "fo:break-after=\"page\" fo:text-align=\"end\"/></style:style>")
            .styles("<style:style style:name=\"T\" style:family=\"paragraph\" style:parent-style-name=\"T\">"
                    "<style:paragraph-properties fo:text-align=\"center\"/></style:style>"));
    EXPECT_EQ(show(document), "|甲|\n^|乙|\n|丙|\n^|丁|\n");
    EXPECT_EQ(std::get<Paragraph>(document.body.at(0).is).alignment, Alignment::center);
    EXPECT_EQ(std::get<Paragraph>(document.body.at(2).is).alignment, Alignment::right);
    EXPECT_EQ(std::get<Paragraph>(document.body.at(3).is).alignment, Alignment::unknown);
}

TEST(OdfText, headers_and_footers_stand_behind_the_body_under_their_own_styles) {
    const Document document = read_odf_built(
        OdfBuilder(text_p("甲", "P1"))
            .automatic("<style:style style:name=\"P1\" style:family=\"paragraph\"/>")
            .styles("",
                    "<style:style style:name=\"P1\" style:family=\"paragraph\"><style:text-properties "
                    "text:display=\"none\"/></style:style>",
                    "<style:master-page><style:header><text:p>眉</text:p></style:header><style:header-left "
                    "style:display=\"false\"><text:p>左</text:p></style:header-left><style:footer><text:p "
                    "text:style-name=\"P1\">暗</text:p><text:p>脚</text:p></style:footer></style:master-page>"));
    EXPECT_EQ(show(document), "|甲|\nheader\n  |眉|\nfooter\n  ||\n  |脚|\n");
    EXPECT_EQ(left_out(document), "page-furniture:左\nhidden:暗\n");
    EXPECT_EQ(document.parts, (std::vector<std::string>{"content.xml", "styles.xml"}));
}

TEST(OdfText, a_table_of_contents_and_placeholders_are_left_out) {
    const Document document = read_odt_body(
        "<text:table-of-content><text:index-body><text:p>目录</text:p></text:index-body></text:table-of-content>" +
        text_p("甲<text:placeholder>&lt;姓名&gt;</text:placeholder>"));
    EXPECT_EQ(show(document), "|甲|\n");
    EXPECT_EQ(left_out(document), "contents:目录\nplaceholder:<姓名>\n");
}

TEST(OdfText, what_stands_astray_is_not_lost) {
    EXPECT_EQ(show(read_odt_body("<text:p>外<text:p>内</text:p>后</text:p><text:list-item><text:p>项</text:p>"
                                 "</text:list-item><table:table-cell><text:p>格</text:p></table:table-cell>")),
              "|外|\n|内|\n|后|\n|项|\n|格|\n");
}

}  // namespace
}  // namespace mingdan::test
