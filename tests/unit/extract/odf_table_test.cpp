#include <gtest/gtest.h>

#include "tests/support/docx_builder.h"
#include "tests/support/odf_builder.h"

namespace mingdan::test {
namespace {

const char* const kWide = "table:number-columns-spanned=\"2\"";
const char* const kTall = "table:number-rows-spanned=\"2\"";

const Table& first_table(const Document& document) {
    return std::get<Table>(document.body.at(0).is);
}

TEST(OdfTable, spans_cover_what_they_say) {
    EXPECT_EQ(
        show(read_odt_body(table(row(cell("题", "table:number-columns-spanned=\"3\"") + covered() + covered()) +
                                 row(cell("甲", "table:number-columns-spanned=\"2\" table:number-rows-spanned=\"2\"") +
                                     covered() + cell("1")) +
                                 row(covered() + covered() + cell("2")) + row(cell("") + cell("乙") + cell("3"))))),
        "[1x3 题]<<\n[2x2 甲]<[1]\n^<[2]\n[][乙][3]\n");
}

TEST(OdfTable, text_in_a_covered_cell_joins_the_cell_that_covers_it) {
    const Document document = read_odt_body(table(row(cell("甲", kWide) + covered("漏")) +
                                                  row(cell("乙", kTall) + cell("1")) + row(covered("遗") + cell("2"))));
    EXPECT_EQ(show(document), "[1x2 甲¶漏]<\n[2x1 乙¶遗][1]\n^[2]\n");
    EXPECT_EQ(findings(document), "merged-text");
}

TEST(OdfTable, a_cell_of_its_own_ends_a_span_that_should_cover_it) {
    EXPECT_EQ(show(read_odt_body(table(row(cell("甲", kWide) + cell("乙")) + row(cell("1") + cell("2"))))),
              "[甲][乙]\n[1][2]\n");
}

TEST(OdfTable, repeated_cells_are_copies_that_weigh_nothing) {
    const Document document = read_odt_body(
        table(row(cell("甲", "table:number-columns-repeated=\"3\""), "table:number-rows-repeated=\"2\"")));
    EXPECT_EQ(show(document), "[甲][甲][甲]\n[甲][甲][甲]\n");
    EXPECT_EQ(document.read, 1u);
}

TEST(OdfTable, repetitions_beyond_reason_are_refused_or_cut) {
    const auto wide =
        read_odf(OdfBuilder(table(row(cell("", "table:number-columns-repeated=\"2000000000\"")))).bytes());
    ASSERT_FALSE(wide);
    EXPECT_EQ(wide.error().code, ErrorCode::over_limit);
    const Document tall = read_odt_body(table(row(cell("甲"), "table:number-rows-repeated=\"2000000000\"")));
    EXPECT_EQ(first_table(tall).rows, 1000u);
    EXPECT_EQ(findings(tall), "grid-repaired");
    EXPECT_EQ(
        first_table(read_odt_body(table(row(cell("")) + row(cell(""), "table:number-rows-repeated=\"1000000\"")))).rows,
        101u);
}

TEST(OdfTable, header_rows_are_marked) {
    const Document document = read_odt_body(
        table("<table:table-header-rows>" + row(cell("题")) + "</table:table-header-rows>" + row(cell("甲"))));
    EXPECT_EQ(first_table(document).header_rows, (std::vector<bool>{true, false}));
}

TEST(OdfTable, tables_and_boxes_in_a_cell_are_its_children) {
    EXPECT_EQ(show(read_odt_body(table(
                  row(cell(text_p("外<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame>") +
                           table(row(cell("内")), "table:is-sub-table=\"true\"")))))),
              "[外]\n  box\n    |框|\n  [内]\n");
}

TEST(OdfTable, a_border_is_open_where_neither_cell_draws_it) {
    const auto style = [](const char* name, const char* top, const char* bottom) {
        return std::string("<style:style style:name=\"") + name +
               "\" style:family=\"table-cell\"><style:table-cell-properties fo:border=\"0.5pt solid #000\" "
               "fo:border-top=\"" +
               top + "\" fo:border-bottom=\"" + bottom + "\"/></style:style>";
    };
    const Document document =
        read_odt_body(table(row(cell("1", "table:style-name=\"A\"")) + row(cell("2", "table:style-name=\"A\"")) +
                            row(cell("3", "table:style-name=\"B\"")) + row(cell("4", "table:style-name=\"C\""))),
                      style("A", "none", "1pt solid") + style("B", "none", "none") + style("C", "none", "1pt solid"));
    const auto& cells = first_table(document).cells;
    EXPECT_TRUE(cells[0].open_top);
    EXPECT_FALSE(cells[1].open_top) << "the cell above draws it";
    EXPECT_FALSE(cells[2].open_top);
    EXPECT_TRUE(cells[2].open_bottom);
    EXPECT_TRUE(cells[3].open_top);
}

TEST(OdfTable, text_from_top_to_bottom_is_vertical) {
    const Document document =
        read_odt_body(table(row(cell("市直", "table:style-name=\"V\"") + cell("甲"))),
                      "<style:style style:name=\"V\" style:family=\"table-cell\"><style:table-cell-properties "
                      "style:writing-mode=\"tb-rl\"/>"
                      "</style:style>");
    EXPECT_TRUE(first_table(document).cells[0].vertical);
    EXPECT_FALSE(first_table(document).cells[1].vertical);
}

TEST(OdfTable, origins_count_rows_and_columns_of_the_grid) {
    const Document document = read_odt_body(table(row(cell("甲", kWide) + covered() + cell("乙")) + row(cell("丙"))));
    const Origin origin = first_table(document).cells[1].lines.at(0).field.origin;
    EXPECT_EQ(origin.table, 1u);
    EXPECT_EQ(origin.row, 1u);
    EXPECT_EQ(origin.column, 3u);
    EXPECT_EQ(origin.paragraph, 2u);
}

}  // namespace
}  // namespace mingdan::test
