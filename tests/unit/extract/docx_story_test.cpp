// Revisions, text boxes, notes, headers, styles of paragraphs, embedded things.
#include <gtest/gtest.h>

#include "tests/support/docx_builder.h"

namespace mingdan::test {
namespace {

std::string run(std::string_view text) {
    return "<w:r><w:t>" + std::string(text) + "</w:t></w:r>";
}
std::string deleted_run(std::string_view text) {
    return "<w:del><w:r><w:delText>" + std::string(text) + "</w:delText></w:r></w:del>";
}
std::string par(std::string_view content, std::string_view properties = "") {
    return "<w:p>" + (properties.empty() ? "" : "<w:pPr>" + std::string(properties) + "</w:pPr>") +
           std::string(content) + "</w:p>";
}
const std::string kMarkDeleted = "<w:rPr><w:del w:id=\"1\"/></w:rPr>";

TEST(DocxRevisions, the_accepted_text_is_read_with_one_finding) {
    const Document document =
        read_body(par(run("甲") + deleted_run("旧") + "<w:ins>" + run("新") + "</w:ins>" + "<w:moveFrom>" + run("移") +
                      "</w:moveFrom>" + "<w:moveTo>" + run("到") + "</w:moveTo>"));
    EXPECT_EQ(show(document), "|甲新到|\n");
    EXPECT_EQ(left_out(document), "deleted:旧\ndeleted:移\n");
    EXPECT_EQ(findings(document), "tracked-changes");
    EXPECT_NE(document.findings.front().message.find("1 insertions, 1 deletions, 2 moves"), std::string::npos);
}

TEST(DocxRevisions, deleted_inside_inserted_is_deleted) {
    EXPECT_EQ(show(read_body(par("<w:ins>" + deleted_run("旧") + run("新") + "</w:ins>"))), "|新|\n");
}

TEST(DocxRevisions, a_deleted_paragraph_mark_joins_the_next_paragraph) {
    EXPECT_EQ(show(read_body(par(run("前"), kMarkDeleted + "<w:jc w:val=\"left\"/>") + p("后") + p("再"))),
              "|前后|\n|再|\n");
    EXPECT_EQ(show(read_body(par(deleted_run("全删"), kMarkDeleted) + p("后"))), "|后|\n");
    EXPECT_EQ(show(read_body(par(run("一"), kMarkDeleted) + par(run("二"), kMarkDeleted) + p("三"))), "|一二三|\n");
    EXPECT_EQ(show(read_body(par(run("前"), kMarkDeleted) + tbl(tr(tc(par(run("甲"), kMarkDeleted)))) +
                             par("", kMarkDeleted))),
              "|前|\n[甲]\n");
}

TEST(DocxRevisions, a_style_separator_joins_paragraphs_too) {
    EXPECT_EQ(show(read_body(par(run("前"), "<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + p("后"))), "|前后|\n");
}

TEST(DocxRevisions, deleted_rows_and_cells_are_gone_and_inserted_ones_stay) {
    const Document document =
        read_body(tbl(tr(tc("1") + tc("2")) + tr(tc("删") + tc("除"), "<w:del w:id=\"1\"/>") +
                      tr(tc("新"), "<w:ins w:id=\"2\"/>") + tr(tc("去", "<w:cellDel w:id=\"3\"/>") + tc("3"))));
    EXPECT_EQ(show(document), "[1][2]\n[新]_\n[3]_\n");
    EXPECT_EQ(left_out(document), "deleted:删\ndeleted:除\ndeleted:去\n");
    EXPECT_EQ(show(read_body(tbl(tr(tc("删"), "<w:del/>")) + p("后"))), "|后|\n");
}

TEST(DocxRevisions, tracked_merges_count_as_merged) {
    EXPECT_EQ(show(read_body(tbl(tr(tc("甲", "<w:cellMerge w:vMerge=\"rest\"/>")) +
                                 tr(tc("", "<w:cellMerge w:vMerge=\"cont\"/>"))))),
              "[2x1 甲]\n^\n");
}

TEST(DocxRevisions, properties_before_the_change_do_not_count) {
    const std::string before = "<w:tcPrChange><w:tcPr><w:gridSpan w:val=\"2\"/><w:vMerge/></w:tcPr></w:tcPrChange>";
    EXPECT_EQ(show(read_body(tbl(tr(tc("1", before) + tc("2"))) +
                             par(run("甲"), "<w:pPrChange><w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr></w:pPrChange>"))),
              "[1][2]\n|甲|\n");
}

std::string text_box(std::string_view content) {
    return "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:wsp><wps:txbx><w:txbxContent>" +
           std::string(content) +
           "</w:txbxContent></wps:txbx></wps:wsp></w:drawing></"
           "mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent>" +
           std::string(content) + "</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent>";
}

TEST(DocxTextBox, a_box_follows_its_anchor_and_is_read_once) {
    const Document document =
        read_body(par(run("前") + "<w:r>" + text_box(p("附件") + tbl(tr(tc("表")))) + "</w:r>" + run("后")) + p("末"));
    EXPECT_EQ(show(document), "|前后|\nbox\n  |附件|\n  [表]\n|末|\n");
    EXPECT_EQ(left_out(document), "fallback-copy:附件\nfallback-copy:表\n");
}

TEST(DocxTextBox, a_box_in_a_cell_is_a_child_of_the_cell) {
    EXPECT_EQ(show(read_body(tbl(tr(tc(par(run("甲") + "<w:r>" + text_box(p("框")) + "</w:r>")) + tc("乙"))))),
              "[甲][乙]\n  box\n    |框|\n");
}

TEST(DocxTextBox, vml_boxes_and_boxes_inside_boxes) {
    const std::string inner = "<w:pict><v:textbox><w:txbxContent>" + p("内") + "</w:txbxContent></v:textbox></w:pict>";
    EXPECT_EQ(show(read_body(par("<w:r><w:pict><v:group><v:textbox><w:txbxContent>" +
                                 par(run("外") + "<w:r>" + inner + "</w:r>") +
                                 "</w:txbxContent></v:textbox></v:group></w:pict></w:r>"))),
              "||\nbox\n  |外|\n  box\n    |内|\n");
}

TEST(DocxTextBox, drawing_text_is_a_box) {
    EXPECT_EQ(show(read_body(par("<w:r><w:drawing><a:txBody><a:p><a:r><a:t>图中</a:t></a:r><a:br/><a:r><a:t>字</a:t></"
                                 "a:r></a:p></a:txBody></w:drawing></w:r>"))),
              "||\nbox\n  |图中/字|\n");
}

TEST(DocxAlternatives, exactly_one_branch_is_read) {
    const auto either = [](std::string_view first, std::string_view second) {
        return "<mc:AlternateContent><mc:Choice Requires=\"" + std::string(first) + "\">" + run("甲") +
               "</mc:Choice><mc:Choice Requires=\"" + std::string(second) + "\">" + run("乙") +
               "</mc:Choice><mc:Fallback>" + run("丙") + "</mc:Fallback></mc:AlternateContent>";
    };
    EXPECT_EQ(show(read_body(par(either("w14 wps", "w14")))), "|甲|\n");
    EXPECT_EQ(show(read_body(par(either("cx1", "w14")))), "|乙|\n");
    EXPECT_EQ(show(read_body(par(either("cx1", "w14 zzz")))), "|丙|\n");
    EXPECT_EQ(left_out(read_body(par(either("cx1", "w14")))), "fallback-copy:甲\nfallback-copy:丙\n");
}

TEST(DocxNotes, a_note_is_a_story_with_its_anchor_and_no_mark_in_the_text) {
    const Document document = read_built(
        DocxBuilder(p("首") + tbl(tr(tc(par(run("王芳") + "<w:r><w:footnoteReference w:id=\"2\"/></w:r>")))) +
                    par(run("李四") +
                        "<w:r><w:footnoteReference w:id=\"3\" w:customMarkFollows=\"1\"/><w:t>*</w:t></w:r>" +
                        run("后")))
            .part("footnotes", "w:footnotes",
                  "<w:footnote w:type=\"separator\" w:id=\"0\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
                  "<w:footnote w:type=\"continuationNotice\" w:id=\"1\">" +
                      p("转下页") +
                      "</w:footnote>"
                      "<w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r>" +
                      run("排名不分先后") +
                      "</w:p></w:footnote>"
                      "<w:footnote w:id=\"3\">" +
                      p("已更名") + "</w:footnote>"));
    EXPECT_EQ(
        show(document),
        "|首|\n[王芳]\n|李四后|\nfootnote at paragraph 2\n  |排名不分先后|\nfootnote at paragraph 3\n  |已更名|\n");
    EXPECT_EQ(left_out(document), "numbering:*\nseparator:转下页\n");
    EXPECT_EQ(document.stories[0].anchor.row, 1u);
    EXPECT_EQ(document.stories[0].anchor.table, 1u);
    EXPECT_EQ(document.parts, (std::vector<std::string>{"word/document.xml", "word/footnotes.xml"}));
}

TEST(DocxNotes, endnotes_comments_headers_and_footers_are_stories) {
    const Document document = read_built(
        DocxBuilder(par(run("甲") + "<w:r><w:commentReference w:id=\"7\"/></w:r>"))
            .part("header", "w:hdr", p("湖州市教育局文件"), "1")
            .part("footer", "w:ftr", p("第1页"), "1")
            .part("endnotes", "w:endnotes", "<w:endnote w:id=\"2\">" + p("尾注") + "</w:endnote>")
            .part("comments", "w:comments", "<w:comment w:id=\"7\">" + p("请核") + p("速办") + "</w:comment>"));
    EXPECT_EQ(show(document),
              "|甲|\nheader\n  |湖州市教育局文件|\nfooter\n  |第1页|\nendnote\n  |尾注|\ncomment at paragraph 1\n  "
              "|请核|\n  |速办|\n");
}

TEST(DocxParagraph, alignment_outline_and_page_come_from_the_style_unless_said) {
    const std::string styles =
        "<w:docDefaults><w:pPrDefault><w:pPr><w:jc w:val=\"both\"/></w:pPr></w:pPrDefault></w:docDefaults>"
        "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"N\"><w:name w:val=\"Normal\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"1\"><w:name w:val=\"heading 1\"/><w:basedOn "
        "w:val=\"N\"/><w:pPr><w:jc w:val=\"center\"/></w:pPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"X\"><w:basedOn "
        "w:val=\"1\"/><w:pPr><w:pageBreakBefore/><w:outlineLvl w:val=\"1\"/></w:pPr></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"L1\"><w:basedOn w:val=\"L2\"/></w:style>"
        "<w:style w:type=\"paragraph\" w:styleId=\"L2\"><w:basedOn w:val=\"L1\"/></w:style>";
    const Document document =
        read_built(DocxBuilder(p("a") + p("b", "<w:pStyle w:val=\"1\"/>") + p("c", "<w:pStyle w:val=\"X\"/>") +
                               p("d", "<w:pStyle w:val=\"1\"/><w:outlineLvl w:val=\"9\"/><w:jc w:val=\"end\"/>") +
                               p("e", "<w:pStyle w:val=\"L1\"/>"))
                       .styles(styles));
    EXPECT_EQ(show(document), "|a|\n#1|b|\n^#2|c|\n|d|\n|e|\n");
    const auto alignment = [&](std::size_t i) { return std::get<Paragraph>(document.body[i].is).alignment; };
    EXPECT_EQ(alignment(0), Alignment::both);
    EXPECT_EQ(alignment(1), Alignment::center);
    EXPECT_EQ(alignment(2), Alignment::center);
    EXPECT_EQ(alignment(3), Alignment::right);
}

TEST(DocxParagraph, pictures_are_counted_where_they_stand) {
    const std::string picture = "<w:r><w:drawing><a:blip r:embed=\"rId9\"/></w:drawing></w:r>";
    EXPECT_EQ(show(read_body(par(run("甲") + picture) + tbl(tr(tc(par(picture + picture)) + tc("2"))) +
                             par("<w:r><w:pict><v:shape><v:imagedata r:id=\"rId9\"/></v:shape></w:pict></w:r>"))),
              "|甲|*\n[]**[2]\n||*\n");
}

TEST(DocxEmbedded, what_is_not_read_is_named) {
    const Document document = read_built(
        DocxBuilder("<w:altChunk r:id=\"rA\"/>" +
                    par("<w:r><w:object><o:OLEObject ProgID=\"Excel.Sheet.12\" r:id=\"rX\"/></w:object></w:r>") +
                    par("<w:r><w:drawing><c:chart r:id=\"rC\"/></w:drawing></w:r><w:r><w:drawing><dgm:relIds "
                        "r:dm=\"rD\"/></w:drawing></w:r>"))
            .related("aFChunk", "rA", "afchunk.html")
            .related("package", "rX", "embeddings/book.xlsx")
            .related("chart", "rC", "charts/chart1.xml")
            .related("diagramData", "rD", "diagrams/data1.xml"));
    EXPECT_EQ(findings(document), "embedded-object embedded-object embedded-object embedded-object");
    EXPECT_EQ(document.findings[0].message, "an embedded document was not read: word/afchunk.html");
    EXPECT_EQ(document.findings[1].message,
              "an embedded object of Excel.Sheet.12 was not read: word/embeddings/book.xlsx");
    EXPECT_EQ(document.findings[2].message, "a chart was not read: word/charts/chart1.xml");
    EXPECT_EQ(document.findings[3].message, "a SmartArt diagram was not read: word/diagrams/data1.xml");
}

TEST(DocxOrigin, every_line_knows_its_place_and_order) {
    const Document document = read_body(p("一") + par("") + tbl(tr(tc("甲") + tc("乙"))));
    const auto& first = std::get<Paragraph>(document.body[0].is).lines[0].field.origin;
    EXPECT_EQ(first, (Origin{1, 1, 0, 0, 0, 1}));
    const auto& table = std::get<Table>(document.body[2].is);
    EXPECT_EQ(table.cells[1].lines[0].field.origin, (Origin{4, 4, 1, 1, 2, 1}));
    EXPECT_EQ(document.texts, 4u);
}

}  // namespace
}  // namespace mingdan::test
