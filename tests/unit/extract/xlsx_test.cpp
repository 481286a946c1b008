// Workbooks: what a sheet shows, and each way in which it stores that.
#include <fmt/format.h>
#include <gtest/gtest.h>

#include <mingdan/mingdan.h>

#include "extract/reader.h"
#include "tests/support/docx_builder.h"
#include "tests/support/table_text.h"
#include "tests/support/xlsx_builder.h"

namespace mingdan::test {
namespace {

std::string inline_cell(std::string_view at, std::string_view text) {
    return fmt::format("<c r=\"{}\" t=\"inlineStr\"><is><t>{}</t></is></c>", at, text);
}

constexpr std::string_view kFormats =
    "<numFmts><numFmt numFmtId=\"164\" formatCode=\"yyyy&quot;年&quot;m&quot;月&quot;\"/>"
    "<numFmt numFmtId=\"165\" formatCode=\"ggge\"/></numFmts><cellStyleXfs><xf numFmtId=\"9\"/></cellStyleXfs>"
    "<cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"2\"/><xf numFmtId=\"164\"/><xf numFmtId=\"165\"/></cellXfs>";

TEST(Xlsx, strings_are_shared_inline_rich_and_without_their_readings) {
    const Document document = read_built(
        XlsxBuilder()
            .strings("<si><t>甲</t></si><si><r><t>张</t></r><r><t xml:space=\"preserve\"> 三</t></r>"
                     "<rPh sb=\"0\" eb=\"1\"><t>zhang</t></rPh></si><si><t>a_x000D_b_x5F20__x00</t></si>")
            .sheet("<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
                   "<c r=\"C1\" t=\"s\"><v>2</v></c></row><row r=\"2\"><c r=\"A2\" t=\"str\"><f>B1</f><v>乙</v></c>"
                   "<c r=\"B2\" t=\"b\"><v>1</v></c><c r=\"C2\" t=\"s\"><v>0</v></c></row></sheetData>"));
    EXPECT_EQ(show(document), "[甲][张 三][ab张_x00]\n[乙][TRUE][甲]\n");
    EXPECT_EQ(left_out(document), "ruby:zhang\n");
}

TEST(Xlsx, numbers_stand_as_the_sheet_shows_them) {
    const Document document = read_built(
        XlsxBuilder().styles(kFormats).sheet(rows({{"=1.0", "=0.30000000000000004", "=2.5@1", "=45091@2"}})));
    EXPECT_EQ(show(document), "[1][0.3][2.50][2023年6月]\n");
}

TEST(Xlsx, the_epoch_of_1904_is_the_workbooks) {
    EXPECT_EQ(show(read_built(XlsxBuilder()
                                  .workbook_properties("<workbookPr date1904=\"1\"/>")
                                  .styles(kFormats)
                                  .sheet(rows({{"=43629@2"}})))),
              "[2023年6月]\n");
}

TEST(Xlsx, missing_results_errors_and_unknown_formats_are_findings) {
    const Document document = read_built(XlsxBuilder().styles(kFormats).sheet(
        "<sheetData><row r=\"1\"><c r=\"A1\"><f>1+1</f></c><c r=\"B1\" t=\"e\"><f>NA()</f><v>#N/A</v></c>"
        "<c r=\"C1\" s=\"3\"><v>7</v></c></row></sheetData>"));
    EXPECT_EQ(show(document), "[#N/A][7]\n");
    EXPECT_EQ(findings(document), "missing-value unknown-format");
}

TEST(Xlsx, merges_cover_and_keep_text_that_stands_under_them) {
    const Document document = read_sheet(rows({{"区", "名", "注"}, {"市直", "一", ""}, {"属", "二", "丙"}}) +
                                         "<mergeCells><mergeCell ref=\"A2:A3\"/><mergeCell ref=\"B2:B2\"/>"
                                         "<mergeCell ref=\"A3:B3\"/></mergeCells>");
    EXPECT_EQ(show(document), "[区][名][注]\n[2x1 市直¶属][一][]\n^[二][丙]\n");
    EXPECT_EQ(findings(document), "merged-text");
}

TEST(Xlsx, merges_reach_no_further_than_text_does) {
    EXPECT_EQ(show(read_sheet(rows({{"名单"}, {"甲", "乙"}}) + "<mergeCells><mergeCell ref=\"A1:XFD1\"/>"
                                                               "<mergeCell ref=\"F9:G1048576\"/></mergeCells>")),
              "|名单|\n[甲][乙]\n");
}

TEST(Xlsx, ghost_rows_and_columns_take_nothing) {
    const Document document = read_sheet("<dimension ref=\"A1:XFD1048576\"/><sheetData><row r=\"3\">" +
                                         inline_cell("C3", "甲") + inline_cell("D3", "乙") +
                                         "<c r=\"XFD3\" s=\"1\"/></row><row r=\"1048576\"><c r=\"A1048576\"/></row>"
                                         "</sheetData>");
    EXPECT_EQ(show(document), "[甲][乙]\n");
}

TEST(Xlsx, far_corners_cost_only_what_stands_between_them) {
    const Document document = read_sheet(
        "<sheetData><row r=\"1\">" + inline_cell("A1", "甲") + inline_cell("XFD1", "乙") + "</row><row r=\"1048576\">" +
        inline_cell("A1048576", "丙") + inline_cell("XFD1048576", "丁") + "</row></sheetData>");
    EXPECT_EQ(show(document), "[甲][乙]\n[丙][丁]\n");
}

TEST(Xlsx, cells_and_rows_without_references_follow_each_other) {
    EXPECT_EQ(show(read_sheet("<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c></row>"
                              "</sheetData>")),
              "[1][2]\n[3][]\n");
}

TEST(Xlsx, line_breaks_in_a_cell_are_lines) {
    const Document document = read_sheet(rows({{"一&#10;二", "三"}}));
    EXPECT_EQ(show(document), "[一¶二][三]\n");
    EXPECT_EQ(std::get<Table>(document.body.front().is).cells.front().lines.front().end, LineEnd::unknown);
}

TEST(Xlsx, hidden_rows_and_columns_are_read_and_hidden_sheets_left_out) {
    const Document document = read_built(
        XlsxBuilder()
            .sheet("<cols><col min=\"2\" max=\"2\" width=\"9\" hidden=\"1\"/></cols><sheetData><row r=\"1\">" +
                   inline_cell("A1", "甲") + inline_cell("B1", "乙") + "</row><row r=\"2\" hidden=\"1\">" +
                   inline_cell("A2", "丙") + "</row></sheetData>")
            .sheet(rows({{"丁"}}), "veryHidden"));
    EXPECT_EQ(show(document), "[甲][乙]\n[丙][]\n");
    EXPECT_EQ(findings(document), "hidden-cells hidden-text");
    EXPECT_EQ(left_out(document), "hidden:丁\n\n");
}

TEST(Xlsx, text_boxes_pictures_comments_and_furniture_stand_beside_the_table) {
    const Document document =
        read_built(XlsxBuilder()
                       .sheet(rows({{"甲"}}) + "<headerFooter><oddFooter>&amp;C&amp;\"宋体\"&amp;12第 &amp;P 页"
                                               "</oddFooter></headerFooter><drawing r:id=\"drawing1\"/>")
                       .beside_sheet("drawing", "xdr:wsDr",
                                     "<xdr:twoCellAnchor><xdr:sp><xdr:txBody><a:p><a:r><a:t>框</a:t></a:r></a:p>"
                                     "</xdr:txBody></xdr:sp></xdr:twoCellAnchor><xdr:pic><a:blip/></xdr:pic>")
                       .beside_sheet("comments", "comments",
                                     "<commentList><comment ref=\"A1\"><text><r><t>核</t></r></text></comment>"
                                     "</commentList>"));
    EXPECT_EQ(show(document), "[甲]\nbox\n  |框|\n||*\ncomment\n  |核|\n");
    EXPECT_EQ(left_out(document), "page-furniture:&C&\"宋体\"&12第 &P 页\n");
}

TEST(Xlsx, texts_that_stand_free_above_the_table_are_paragraphs) {
    EXPECT_EQ(show(read_sheet(rows({{"附件1"}, {"", "名单"}, {"甲", "乙"}, {"丙", ""}}))),
              "|附件1|\n|名单|\n[甲][乙]\n[丙][]\n");
}

TEST(Xlsx, a_sheet_of_one_column_is_a_list) {
    EXPECT_EQ(show(read_sheet(rows({{"姓名"}, {"张三"}, {"李四"}}))), "[姓名]\n[张三]\n[李四]\n");
}

TEST(Xlsx, a_text_alone_in_a_row_spans_it_unless_borders_say_no) {
    constexpr std::string_view kBordered =
        "<borders><border/><border><left style=\"thin\"/><right style=\"thin\"/><top style=\"thin\"/>"
        "<bottom style=\"thin\"/></border></borders><cellXfs><xf/><xf borderId=\"1\"/></cellXfs>";
    const auto cell = [](std::string_view at, std::string_view text) {
        return fmt::format("<c r=\"{}\" s=\"1\" t=\"inlineStr\"><is><t>{}</t></is></c>", at, text);
    };
    const std::string bordered = "<sheetData><row r=\"1\">" + cell("A1", "甲") + cell("B1", "乙") + cell("C1", "丙") +
                                 "</row><row r=\"2\">" + cell("A2", "丁") +
                                 "<c r=\"B2\" s=\"1\"/><c r=\"C2\" s=\"1\"/>" + "</row><row r=\"3\">" +
                                 inline_cell("A3", "注：戊") + "</row></sheetData>";
    EXPECT_EQ(show(read_built(XlsxBuilder().styles(kBordered).sheet(bordered))),
              "[甲][乙][丙]\n[丁][][]\n[1x3 注：戊]<<\n");
}

TEST(Xlsx, the_names_of_several_sheets_are_headings_where_the_sheets_have_none) {
    EXPECT_EQ(show(read_built(XlsxBuilder().sheet(rows({{"甲", "乙"}})).sheet(rows({{"丙", "丁"}})))),
              "|甲|\n[甲][乙]\n|乙|\n[丙][丁]\n");
}

TEST(Xlsx, the_main_part_is_found_by_relationship_and_strict_reads_alike) {
    EXPECT_EQ(show(read_built(XlsxBuilder().sheet(rows({{"甲"}})).main_part("office/book.xml"))), "[甲]\n");
    EXPECT_EQ(show(read_built(XlsxBuilder().strict().sheet(rows({{"甲"}})))), "[甲]\n");
}

TEST(Xlsx, damage_and_limits_are_named) {
    auto parts = XlsxBuilder().sheet("<sheetData><row").parts();
    const auto damaged = read_xlsx(zip_of(parts));
    ASSERT_FALSE(damaged);
    EXPECT_EQ(damaged.error().part, "xl/worksheets/sheet1.xml");
    Limits limits;
    limits.cells = 5;
    const auto over = read_xlsx(XlsxBuilder().sheet(rows({{"1", "2", "3"}, {"4", "5", "6"}})).bytes(), limits);
    ASSERT_FALSE(over);
    EXPECT_EQ(over.error().code, ErrorCode::over_limit);
    limits = {};
    limits.text_bytes = 10;
    EXPECT_FALSE(read_xlsx(XlsxBuilder().sheet(rows({{"甲甲甲甲甲"}})).bytes(), limits));
    const auto binary = read_xlsx(zip_of({{"xl/workbook.bin", "x"}}));
    ASSERT_FALSE(binary);
    EXPECT_EQ(binary.error().code, ErrorCode::unsupported_format);
}

Notice notice_of(const std::string& bytes) {
    auto notice = convert(std::as_bytes(std::span(bytes)), {});
    EXPECT_TRUE(notice) << (notice ? "" : notice.error().describe());
    return notice ? std::move(notice).value() : Notice{};
}

TEST(Xlsx, unmerged_titles_records_totals_and_notes_become_a_roster) {
    const Notice notice = notice_of(XlsxBuilder()
                                        .sheet(rows({{"附件2"},
                                                     {"优秀项目名单"},
                                                     {"序号", "单位", "项目名称", "金额"},
                                                     {"=1.0", "甲市第一中学", "项目一", "=10"},
                                                     {"=2.0", "乙市第二中学", "项目二", "=20"},
                                                     {"合计", "", "", "=30"},
                                                     {"注：排名不分先后，以上项目均须在两年内完成。"}}))
                                        .bytes());
    EXPECT_EQ(text_of(notice),
              "# 附件2 / 优秀项目名单 / -\n序号|单位|项目名称|金额\n1|甲市第一中学|项目一|10\n"
              "2|乙市第二中学|项目二|20\n= 合计|-|-|30\n* 注：排名不分先后，以上项目均须在两年内完成。\n");
    EXPECT_EQ(findings_of(notice), "");
    EXPECT_TRUE(accounts(notice));
}

}  // namespace
}  // namespace mingdan::test
