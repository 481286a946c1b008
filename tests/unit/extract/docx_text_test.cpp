// Runs and what stands between them: breaks, hyphens, symbols, fields, EQ, hidden text, ruby, forms, mathematics.
#include <gtest/gtest.h>

#include "tests/support/docx_builder.h"

namespace mingdan::test {
namespace {

std::string run(std::string_view content) {
    return "<w:r>" + std::string(content) + "</w:r>";
}
std::string t(std::string_view text) {
    return "<w:t>" + std::string(text) + "</w:t>";
}
std::string par(std::string_view content) {
    return "<w:p>" + std::string(content) + "</w:p>";
}
std::string field(std::string_view type) {
    return run("<w:fldChar w:fldCharType=\"" + std::string(type) + "\"/>");
}
std::string code(std::string_view text) {
    return run("<w:instrText xml:space=\"preserve\">" + std::string(text) + "</w:instrText>");
}
std::string whole_field(std::string_view instruction, std::string_view result) {
    return field("begin") + code(instruction) + field("separate") + run(t(result)) + field("end");
}

TEST(DocxText, breaks_and_hyphens) {
    EXPECT_EQ(show(read_body(par(run(t("市") + "<w:br/>" + t("直") + "<w:cr/>" + t("属"))))), "|市/直/属|\n");
    EXPECT_EQ(show(read_body(par(run(t("甲") + "<w:tab/>" + t("乙") + "<w:ptab/>")))), "|甲\t乙\t|\n");
    EXPECT_EQ(show(read_body(par(run(t("1") + "<w:noBreakHyphen/>" + t("2") + "<w:softHyphen/>" + t("3"))))),
              "|1\u201123|\n");
    EXPECT_EQ(show(read_body(par(run("<w:lastRenderedPageBreak/>" + t("甲"))))), "|甲|\n");
}

TEST(DocxText, generated_characters_are_not_counted_as_read) {
    const Document document = read_body(par(run(t("1") + "<w:noBreakHyphen/>" + t("2"))));
    EXPECT_EQ(document.read, 2u);
    const auto& line = std::get<Paragraph>(document.body.front().is).lines.front();
    EXPECT_EQ(line.field.weight, 2u);
}

TEST(DocxText, tab_stops_are_no_tabs) {
    EXPECT_EQ(show(read_body(p("甲", "<w:tabs><w:tab w:val=\"left\" w:pos=\"100\"/></w:tabs>"))), "|甲|\n");
}

TEST(DocxText, spaces_are_kept_as_they_stand) {
    EXPECT_EQ(show(read_body(par(run("<w:t> 张　三 </w:t>")))), "| 张　三 |\n");
}

TEST(DocxText, wrappers_are_transparent) {
    for (const char* wrapper :
         {"hyperlink", "smartTag", "bdo", "dir", "customXml", "ins", "moveTo", "fldSimple w:instr=\"PAGE\""}) {
        const std::string name(wrapper, std::string_view(wrapper).find(' ') == std::string_view::npos
                                            ? std::string_view(wrapper).size()
                                            : std::string_view(wrapper).find(' '));
        EXPECT_EQ(show(read_body(
                      par(run(t("前")) + "<w:" + wrapper + ">" + run(t("中")) + "</w:" + name + ">" + run(t("后"))))),
                  "|前中后|\n")
            << wrapper;
    }
}

TEST(DocxText, page_breaks_mark_the_paragraph_after_them) {
    EXPECT_EQ(show(read_body(par(run("<w:br w:type=\"page\"/>" + t("附件"))))), "^|附件|\n");
    EXPECT_EQ(show(read_body(par(run("<w:br w:type=\"page\"/>")) + p("附件"))), "||\n^|附件|\n");
    EXPECT_EQ(show(read_body(par(run(t("文") + "<w:br w:type=\"page\"/>" + t("附件"))) + p("后"))),
              "|文|\n^|附件|\n|后|\n");
    EXPECT_EQ(show(read_body(par(run(t("文") + "<w:br w:type=\"page\"/>")) + p("附件"))), "|文|\n^|附件|\n");
    EXPECT_EQ(show(read_body(p("附件", "<w:pageBreakBefore/>") + p("后", "<w:pageBreakBefore w:val=\"0\"/>"))),
              "^|附件|\n|后|\n");
    EXPECT_EQ(show(read_body(tbl(tr(tc(par(run(t("甲") + "<w:br w:type=\"page\"/>" + t("乙")))))))), "[甲/乙]\n");
}

TEST(DocxText, a_section_begins_a_page_unless_it_is_continuous) {
    const std::string sections = p("一", "<w:sectPr/>") +
                                 p("二", "<w:sectPr><w:type w:val=\"continuous\"/></w:sectPr>") + p("三") + p("四") +
                                 "<w:sectPr><w:type w:val=\"nextPage\"/></w:sectPr>";
    EXPECT_EQ(show(read_body(sections)), "|一|\n|二|\n^|三|\n|四|\n");
}

TEST(DocxText, symbols_of_known_fonts_are_characters) {
    const auto sym = [](std::string_view font, std::string_view code) {
        return run("<w:sym w:font=\"" + std::string(font) + "\" w:char=\"" + std::string(code) + "\"/>");
    };
    EXPECT_EQ(show(read_body(par(sym("Wingdings", "F0FC") + sym("Wingdings", "F0FE") + sym("Wingdings", "F06C") +
                                 sym("Wingdings", "006E") + sym("Wingdings 2", "F052") + sym("Symbol", "F061") +
                                 sym("宋体", "25A1")))),
              "|✓☑●■☑α□|\n");
    const Document document =
        read_body(par(sym("某字库", "E123") + sym("某字库", "E123") + sym("Wingdings", "F021") + sym("x", "D800")));
    EXPECT_EQ(show(document), "|\uE123\uE123\uF021|\n");
    EXPECT_EQ(findings(document), "symbol-font symbol-font");
    EXPECT_NE(document.findings.front().message.find("某字库"), std::string::npos);
    EXPECT_EQ(document.read, 0u);
}

TEST(DocxText, a_field_shows_its_result_and_not_its_instruction) {
    const Document document = read_body(par(run(t("第")) + whole_field(" SEQ 表 \\* ARABIC ", "3") + run(t("页"))));
    EXPECT_EQ(show(document), "|第3页|\n");
    EXPECT_EQ(left_out(document), "field-code: SEQ 表 \\* ARABIC \n");
}

TEST(DocxText, nested_fields_and_a_field_without_separator) {
    EXPECT_EQ(
        show(read_body(par(field("begin") + code("IF ") + whole_field("MERGEFIELD x", "1") + code(" = 1 \"a\" \"b\"") +
                           field("separate") + run(t("甲")) + field("end") + run(t("乙"))))),
        "|甲乙|\n");
    EXPECT_EQ(show(read_body(par(field("begin") + code(" XE \"词\" ") + field("end") + run(t("后"))))), "|后|\n");
}

TEST(DocxText, a_field_that_never_ends_swallows_nothing) {
    const Document document = read_body(par(field("begin") + code(" PAGE ") + run(t("甲"))) + p("乙"));
    EXPECT_EQ(show(document), "|甲|\n|乙|\n");
    EXPECT_EQ(show(read_body(tbl(tr(tc(par(field("begin") + run(t("1")))) +
                                    tc(par(run(t("2")) + field("end") + field("separate"))))) +
                             p("后"))),
              "[1][2]\n|后|\n");
    EXPECT_EQ(show(read_body(par(field("end") + run(t("甲"))))), "|甲|\n");
}

TEST(DocxText, a_table_of_contents_is_left_out) {
    const Document document = read_body(
        p("目录") +
        par(field("begin") + code(" TOC \\o ") + field("separate") + run(t("一、总则") + "<w:tab/>" + t("1"))) +
        par(run(t("二、附则") + "<w:tab/>" + t("2"))) + par(field("end")) + p("正文"));
    EXPECT_EQ(show(document), "|目录|\n||\n|正文|\n");
    EXPECT_EQ(left_out(document), "field-code: TOC \\o \ncontents:一、总则1\ncontents:二、附则2\n");
    EXPECT_EQ(left_out(read_body(par("<w:fldSimple w:instr=\" TOC \">" + run(t("一")) + "</w:fldSimple>"))),
              "contents:一\n");
}

TEST(DocxText, characters_composed_by_EQ_are_kept_and_reported) {
    const Document document =
        read_body(par(run(t("张")) + field("begin") + code("EQ \\o\\ac(○,王)") + field("end") + run(t("三"))));
    EXPECT_EQ(show(document), "|张王三|\n");
    EXPECT_EQ(findings(document), "composed-character");
    EXPECT_EQ(left_out(document), "field-code:EQ \\o\\ac(○,王)\n");
    EXPECT_EQ(document.left_out.front().characters, 11u) << "12 characters, one of them kept";
    EXPECT_EQ(document.read, 14u);
}

TEST(DocxText, hidden_text_is_left_out_with_one_finding) {
    const Document document = read_body(par(run("<w:rPr><w:vanish/></w:rPr>" + t("旧名")) + run(t("新名")) +
                                            run("<w:rPr><w:webHidden/></w:rPr>" + t("网")) +
                                            run("<w:rPr><w:vanish w:val=\"false\"/></w:rPr>" + t("见"))) +
                                        par(run("<w:rPr><w:specVanish/></w:rPr><w:tab/>" + t("隐"))));
    EXPECT_EQ(show(document), "|新名见|\n||\n");
    EXPECT_EQ(left_out(document), "hidden:旧名\nhidden:网\nhidden:隐\n");
    EXPECT_EQ(findings(document), "hidden-text");
    EXPECT_NE(document.findings.front().message.find("4 characters"), std::string::npos)
        << document.findings.front().message;
}

TEST(DocxText, styles_hide_text_too) {
    const std::string styles =
        "<w:style w:type=\"character\" w:styleId=\"H\"><w:rPr><w:vanish/></w:rPr></w:style>"
        "<w:style w:type=\"character\" w:styleId=\"HH\"><w:basedOn w:val=\"H\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"P\"><w:rPr><w:vanish/></w:rPr></w:style>";
    const std::string shown = "<w:rPr><w:vanish w:val=\"0\"/></w:rPr>";
    EXPECT_EQ(
        show(read_built(DocxBuilder(par(run("<w:rPr><w:rStyle w:val=\"HH\"/></w:rPr>" + t("隐")) + run(t("见"))) +
                                    par("<w:pPr><w:pStyle w:val=\"P\"/></w:pPr>" + run(t("隐")) + run(shown + t("见"))))
                            .styles(styles))),
        "|见|\n|见|\n");
}

TEST(DocxText, ruby_keeps_the_base_and_leaves_the_reading_out) {
    const Document document = read_body(par(run("<w:ruby><w:rubyPr/><w:rt>" + run(t("quǎn")) + "</w:rt><w:rubyBase>" +
                                                run(t("畎")) + "</w:rubyBase></w:ruby>") +
                                            run(t("田"))));
    EXPECT_EQ(show(document), "|畎田|\n");
    EXPECT_EQ(left_out(document), "ruby:quǎn\n");
}

TEST(DocxText, layout_effects_have_no_text) {
    EXPECT_EQ(show(read_body(
                  par(run("<w:rPr><w:fitText w:val=\"960\" w:id=\"1\"/><w:eastAsianLayout w:id=\"2\" w:combine=\"1\"/>"
                          "<w:w w:val=\"80\"/></w:rPr>" +
                          t("王芳"))))),
              "|王芳|\n");
}

TEST(DocxText, content_controls_are_transparent_and_placeholders_no_content) {
    const auto sdt = [](std::string_view properties, std::string_view content) {
        return "<w:sdt><w:sdtPr>" + std::string(properties) + "</w:sdtPr><w:sdtContent>" + std::string(content) +
               "</w:sdtContent></w:sdt>";
    };
    EXPECT_EQ(show(read_body(sdt("", p("甲")) + par(sdt("", run(t("乙")))))), "|甲|\n|乙|\n");
    const Document document = read_body(par(sdt("<w:showingPlcHdr/>", run(t("单击输入"))) + run(t("后"))));
    EXPECT_EQ(show(document), "|后|\n");
    EXPECT_EQ(left_out(document), "placeholder:单击输入\n");
    const std::string checked = "<w14:checkbox><w14:checked w14:val=\"1\"/></w14:checkbox>";
    const std::string unchecked = "<w14:checkbox><w14:checked w14:val=\"0\"/></w14:checkbox>";
    EXPECT_EQ(show(read_body(par(sdt(checked, run("")) + sdt(unchecked, run("")) + sdt(checked, run(t("☒"))) +
                                 sdt(checked, run("<w:sym w:font=\"Wingdings\" w:char=\"F0FE\"/>"))))),
              "|☑☐☒☑|\n");
}

TEST(DocxText, a_drop_down_list_shows_what_was_chosen) {
    const std::string list =
        "<w:ffData><w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"甲\"/><w:listEntry "
        "w:val=\"乙\"/></w:ddList></w:ffData>";
    EXPECT_EQ(show(read_body(par(run("<w:fldChar w:fldCharType=\"begin\">" + list + "</w:fldChar>") +
                                 code(" FORMDROPDOWN ") + field("separate") + field("end") + run(t("等"))))),
              "|乙等|\n");
}

TEST(DocxText, mathematics_is_text_of_its_paragraph) {
    EXPECT_EQ(show(read_body(par(run(t("即")) + "<m:oMath><m:r><m:rPr/><w:rPr/><m:t>a+b</m:t></m:r></m:oMath>"))),
              "|即a+b|\n");
    EXPECT_EQ(show(read_body("<m:oMathPara><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath></m:oMathPara>" + p("后"))),
              "|x|\n|后|\n");
}

TEST(DocxText, text_outside_of_paragraphs_is_not_lost) {
    EXPECT_EQ(show(read_body(run(t("散")) + p("后"))), "|散|\n|后|\n");
    EXPECT_EQ(show(read_body("<w:p>" + run(t("外")) + "<w:p>" + run(t("内")) + "</w:p>" + run(t("尾")) + "</w:p>")),
              "|外|\n|内|\n|尾|\n");
}

TEST(DocxText, ampersands_and_unusual_characters_pass_unchanged) {
    EXPECT_EQ(show(read_body(p("A&amp;B&#x26;&lt;𠮷葛\u200B\U000E0100"))), "|A&B&<𠮷葛\u200B\U000E0100|\n");
    EXPECT_EQ(show(read_body(par(run("<w:t><![CDATA[甲<乙]]></w:t>")))), "|甲<乙|\n");
}

}  // namespace
}  // namespace mingdan::test
