#include <gtest/gtest.h>

#include <fmt/format.h>

#include "tests/support/docx_builder.h"
#include "tests/support/odf_builder.h"

namespace mingdan::test {
namespace {

std::string number(std::string_view text, std::string_view value) {
    return cell(text, fmt::format("office:value-type=\"float\" office:value=\"{}\"", value));
}

std::string empties(int count) {
    return fmt::format("<table:table-cell table:number-columns-repeated=\"{}\"/>", count);
}

TEST(Ods, the_used_range_is_read_and_blanks_around_it_are_not) {
    const Document document = read_ods_body(table("<table:table-column table:number-columns-repeated=\"16384\"/>" +
                                                  row(empties(16384), "table:number-rows-repeated=\"3\"") +
                                                  row(empties(1) + cell("序号") + cell("名称") + empties(16381)) +
                                                  row(empties(1) + number("1", "1") + cell("甲") + empties(16381)) +
                                                  row(empties(16384), "table:number-rows-repeated=\"1048570\"")));
    EXPECT_EQ(show(document), "[序号][名称]\n[1][甲]\n");
    const Origin origin = std::get<Table>(document.body.at(0).is).cells.at(3).lines.at(0).field.origin;
    EXPECT_EQ(origin.row, 2u);
    EXPECT_EQ(origin.column, 2u);
}

TEST(Ods, a_text_alone_at_the_beginning_of_a_row_runs_over_the_empty_cells) {
    EXPECT_EQ(show(read_ods_body(table(row(cell("附件1")) + row(cell("名单")) +
                                       row(cell("序号") + cell("名称") + cell("区")) + row(cell("一、甲类")) +
                                       row(number("1", "1") + cell("甲") + cell("东")) + row(number("2", "2"))))),
              "[1x3 附件1]<<\n[1x3 名单]<<\n[序号][名称][区]\n[1x3 一、甲类]<<\n[1][甲][东]\n[2][][]\n");
}

TEST(Ods, a_text_beside_a_merge_does_not_run) {
    EXPECT_EQ(show(read_ods_body(table(row(cell("东") + cell("甲", "table:number-rows-spanned=\"2\"")) +
                                       row(cell("西") + covered())))),
              "[东][2x1 甲]\n[西]^\n");
}

TEST(Ods, what_a_person_sees_is_read_and_several_paragraphs_are_lines) {
    EXPECT_EQ(show(read_ods_body(table(
                  row(number("2024年1月5日", "45296") + cell(text_p("甲") + text_p("乙")) + number("50%", "0.5"))))),
              "[2024年1月5日][甲¶乙][50%]\n");
}

TEST(Ods, a_formula_without_its_result_is_a_finding_and_a_bare_value_is_shown) {
    const Document document = read_ods_body(
        table(row(cell("甲") + cell("", "table:formula=\"of:=A1\"") +
                  cell("", "table:formula=\"of:=A1\" office:value-type=\"float\" office:value=\"7\"") + cell("乙"))));
    EXPECT_EQ(show(document), "[甲][][7][乙]\n");
    ASSERT_EQ(document.findings.size(), 1u);
    EXPECT_NE(document.findings[0].message.find("1 cells hold a formula"), std::string::npos);
    EXPECT_EQ(document.read, 2u);
}

TEST(Ods, hidden_rows_and_columns_are_read_and_hidden_sheets_left_out) {
    const Document document = read_ods_body(
        table("<table:table-column/><table:table-column table:visibility=\"collapse\"/>" +
              row(cell("甲") + cell("乙")) + row(cell("丙") + cell("丁"), "table:visibility=\"filter\"")) +
            table(row(cell("暗")), "table:style-name=\"T\""),
        "<style:style style:name=\"T\" style:family=\"table\"><style:table-properties "
        "table:display=\"false\"/></style:style>");
    EXPECT_EQ(show(document), "[甲][乙]\n[丙][丁]\n");
    EXPECT_EQ(left_out(document), "hidden:暗\n");
    EXPECT_EQ(findings(document), "hidden-text hidden-cells");
    EXPECT_NE(document.findings[1].message.find("3 filled cells"), std::string::npos) << document.findings[1].message;
}

TEST(Ods, a_comment_is_a_story_that_points_to_its_cell) {
    const Document document = read_ods_body(
        table(row(empties(2)) + row(empties(1) + cell("<office:annotation><dc:creator>某</dc:creator><text:p>评</"
                                                      "text:p></office:annotation><text:p>甲</text:p>"))));
    EXPECT_EQ(show(document), "[甲]\ncomment\n  |评|\n");
    EXPECT_EQ(document.stories.at(0).anchor.row, 1u);
    EXPECT_EQ(document.stories.at(0).anchor.column, 1u);
}

TEST(Ods, changes_keep_what_stands_there_now) {
    const Document document = read_ods_body(
        "<table:tracked-changes><table:cell-content-change><table:previous><table:change-track-table-cell><text:p>旧</"
        "text:p>"
        "</table:change-track-table-cell></table:previous></table:cell-content-change></table:tracked-changes>" +
        table(row(cell("新"))));
    EXPECT_EQ(show(document), "[新]\n");
    EXPECT_EQ(left_out(document), "deleted:旧\n");
    EXPECT_EQ(findings(document), "tracked-changes");
}

TEST(Ods, a_long_run_of_blank_rows_is_shortened_and_a_far_cell_refused) {
    const Document document = read_ods_body(
        table(row(cell("甲")) + row(empties(1), "table:number-rows-repeated=\"900000\"") + row(cell("乙"))));
    EXPECT_EQ(std::get<Table>(document.body.at(0).is).rows, 102u);
    const auto far = read_odf(
        OdfBuilder(table(row(cell("甲"), "table:number-rows-repeated=\"900\"") + row(empties(16000) + cell("乙"))),
                   "spreadsheet")
            .bytes());
    ASSERT_FALSE(far);
    EXPECT_EQ(far.error().code, ErrorCode::over_limit);
}

TEST(Ods, a_title_merged_over_the_whole_sheet_widens_nothing) {
    EXPECT_EQ(show(read_ods_body(table(row(cell("题", "table:number-columns-spanned=\"16384\"") +
                                           "<table:covered-table-cell table:number-columns-repeated=\"16383\"/>") +
                                       row(cell("甲") + cell("乙"))))),
              "[1x2 题]<\n[甲][乙]\n");
}

}  // namespace
}  // namespace mingdan::test
