// HTML's table algorithm and its oddities, layout tables.
#include "tests/unit/extract/html_support.h"

namespace mingdan::test {
namespace {

TEST(HtmlTable, cells_and_rows_need_no_end_tags) {
    EXPECT_EQ(show_html("<table><tr><td>一<td>二<tr><td>三<td>四</table>"), "[一][二]\n[三][四]\n");
}

TEST(HtmlTable, rowspan_and_colspan_cover_positions) {
    EXPECT_EQ(show_html("<table><tr><td rowspan=2>甲<td colspan=2>乙<tr><td>丙<td>丁</table>"),
              "[2x1 甲][1x2 乙]<\n^[丙][丁]\n");
}

TEST(HtmlTable, rowspan_0_reaches_to_the_end_of_the_row_group) {
    EXPECT_EQ(
        show_html("<table><tbody><tr><td rowspan=0>甲<td>1<tr><td>2<tr><td>3</tbody><tbody><tr><td>乙<td>4</table>"),
        "[3x1 甲][1]\n^[2]\n^[3]\n[乙][4]\n");
}

TEST(HtmlTable, a_span_ends_with_its_row_group) {
    EXPECT_EQ(show_html("<table><tbody><tr><td rowspan=9>甲<td>1</tbody><tbody><tr><td>乙<td>2</table>"),
              "[甲][1]\n[乙][2]\n");
    EXPECT_EQ(show_html("<table><tr><td rowspan=99>甲<td>1<tr><td>2</table>"), "[2x1 甲][1]\n^[2]\n");
}

TEST(HtmlTable, where_two_cells_would_overlap_the_later_one_gives_way) {
    EXPECT_EQ(show_html("<table><tr><td>1<td rowspan=2>甲<tr><td colspan=2>乙<td>2</table>"),
              "[1][2x1 甲]_\n[乙]^[2]\n");
}

TEST(HtmlTable, columns_that_no_cell_begins_in_are_none) {
    EXPECT_EQ(show_html("<table><tr><td colspan=20>名单<tr><td>一<td>二</table>"), "[1x2 名单]<\n[一][二]\n");
    EXPECT_EQ(show_html("<table><tr><td colspan=99999>名单<tr><td>一<td>二</table>"), "[1x2 名单]<\n[一][二]\n");
    EXPECT_EQ(show_html("<table><tr><td colspan=0>一<td colspan=-1>二<td colspan=x>三</table>"), "[一][二][三]\n");
}

TEST(HtmlTable, rows_without_cells_are_none) {
    EXPECT_EQ(show_html("<table><tr><td rowspan=3>甲<td>1<tr></tr><tr><td>2<tr></tr></table>"), "[2x1 甲][1]\n^[2]\n");
}

TEST(HtmlTable, a_position_that_no_cell_takes_before_one_from_above_is_empty) {
    EXPECT_EQ(show_html("<table><tr><td>1<td>2<td rowspan=2>甲<tr><td>3</table>"), "[1][2][2x1 甲]\n[3][]^\n");
}

TEST(HtmlTable, head_comes_first_and_foot_last_wherever_they_stand) {
    const Document document = read_html(
        "<table><tfoot><tr><td>合计<td>2</tfoot><tbody><tr><td>甲<td>1</tbody><thead><tr><th>名称<th>数</thead></"
        "table>");
    EXPECT_EQ(show(document), "[名称][数]\n[甲][1]\n[合计][2]\n");
    EXPECT_EQ(std::get<Table>(document.body[0].is).header_rows, (std::vector<bool>{true, false, false}));
}

TEST(HtmlTable, a_caption_and_stray_text_stand_before_the_table) {
    EXPECT_EQ(show_html("<table><caption>名单</caption>注<tr><td>一<td>二</table>"), "|名单|\n|注|\n[一][二]\n");
}

TEST(HtmlTable, a_form_between_table_and_rows_changes_nothing) {
    EXPECT_EQ(show_html("<table><form><tr><td>一<td>二</tr></form><tr><td>三<td>四</table>"), "[一][二]\n[三][四]\n");
}

TEST(HtmlTable, lines_of_a_cell_know_why_they_end) {
    const Document document = read_html("<table><tr><td><p>一</p><p>二<br>三</p><td>四<br>五</table>");
    const Table& table = std::get<Table>(document.body[0].is);
    EXPECT_EQ(table.cells[0].lines[0].end, LineEnd::paragraph);
    EXPECT_EQ(table.cells[0].lines[1].end, LineEnd::soft_break);
    EXPECT_EQ(table.cells[1].lines[0].end, LineEnd::unknown);
    EXPECT_EQ(table.cells[1].lines[1].end, LineEnd::paragraph);
}

TEST(HtmlTable, hidden_rows_are_left_out_and_Excels_row_of_widths_vanishes) {
    const Document document = read_html(
        "<table><tr><td>一<td>二</tr><tr style='display:none'><td>旧<td>旧</tr>"
        "<![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=9></td>"
        "<td width=9></td></tr><![endif]></table>");
    EXPECT_EQ(show(document), "[一][二]\n");
    EXPECT_EQ(left_out(document), "hidden:旧 旧\n");
}

TEST(HtmlTable, a_nested_table_is_its_cells_child) {
    EXPECT_EQ(
        show_html(
            "<table><tr><td>1<td>甲<table><tr><td>乙<tr><td>丙</table><td>2<td>3<tr><td>2<td>丁<td>4<td>5</table>"),
        "[1][甲][2][3]\n  [乙]\n  [丙]\n[2][丁][4][5]\n");
}

TEST(HtmlTable, a_table_that_lays_the_page_out_is_unwrapped_in_order) {
    EXPECT_EQ(show_html("<table><tr><td><p>一</p><table><tr><td>1<td>2<tr><td>3<td>4</table><p>二</p></table>"),
              "|一|\n[1][2]\n[3][4]\n|二|\n");
    EXPECT_EQ(
        show_html(
            "<table><tr><td>&nbsp;</td></tr></table><table><tr><td>题<tr><td><table><tr><td>1<td>2</table></table>"),
        "|\u00A0|\n|题|\n[1][2]\n");
    EXPECT_EQ(show_html("<table><tr><td>左<td>通知全文如下：<table><tr><td>1<td>2<tr><td>3<td>4</table></table>"),
              "|左|\n|通知全文如下：|\n[1][2]\n[3][4]\n");
}

TEST(HtmlTable, a_table_of_one_column_is_a_table) {
    EXPECT_EQ(show_html("<table><tr><td>甲<tr><td>乙<tr><td>丙</table>"), "[甲]\n[乙]\n[丙]\n");
}

TEST(HtmlTable, numbers_of_a_list_count_on_through_cells) {
    EXPECT_EQ(show_html("<table><tr><td><ol><li></ol><td>甲<tr><td><ol start=2><li></ol><td>乙</table>"),
              "[{1.}][甲]\n[{2.}][乙]\n");
}

TEST(HtmlTable, spans_are_charged_before_they_are_filled) {
    Limits limits;
    limits.cells = 1000;
    std::string rows;
    for (int i = 0; i < 60; ++i) {
        rows += "<tr><td rowspan=60>一<td>二";
    }
    const auto document = try_page("<html><table>" + rows + "</table>", limits);
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, ErrorCode::over_limit);
}

}  // namespace
}  // namespace mingdan::test
