// Tables of Word files on their true grid: spans, merges, gaps, widths, nesting.
#include <gtest/gtest.h>

#include "tests/support/docx_builder.h"

namespace mingdan::test {
namespace {

constexpr std::string_view kRestart = "<w:vMerge w:val=\"restart\"/>";
constexpr std::string_view kContinue = "<w:vMerge/>";

std::string columns(int count, int width = 1000) {
    std::string grid;
    for (int i = 0; i < count; ++i) {
        grid += "<w:gridCol w:w=\"" + std::to_string(width) + "\"/>";
    }
    return "<w:tblGrid>" + grid + "</w:tblGrid>";
}

std::string span(int columns) {
    return "<w:gridSpan w:val=\"" + std::to_string(columns) + "\"/>";
}
std::string width(int twips) {
    return "<w:tcW w:w=\"" + std::to_string(twips) + "\" w:type=\"dxa\"/>";
}

const Table& first_table(const Document& document) {
    for (const Block& block : document.body) {
        if (const auto* table = std::get_if<Table>(&block.is)) {
            return *table;
        }
    }
    ADD_FAILURE() << "no table";
    static const Table none;
    return none;
}

TEST(DocxTable, vMerge_without_val_is_continue) {
    const Document document = read_body(tbl(tr(tc("甲", kRestart) + tc("1")) + tr(tc("", kContinue) + tc("2")) +
                                            tr(tc("", "<w:vMerge w:val=\"continue\"/>") + tc("3"))));
    EXPECT_EQ(show(document), "[3x1 甲][1]\n^[2]\n^[3]\n");
    EXPECT_EQ(findings(document), "");
}

TEST(DocxTable, vMerge_goes_by_grid_column_and_not_by_cell_index) {
    EXPECT_EQ(
        show(read_body(tbl(tr(tc("a", span(2)) + tc("甲", kRestart)) + tr(tc("b") + tc("c") + tc("", kContinue))))),
        "[1x2 a]<[2x1 甲]\n[b][c]^\n");
}

TEST(DocxTable, a_restart_ends_the_merge_above) {
    EXPECT_EQ(show(read_body(tbl(tr(tc("甲", kRestart)) + tr(tc("", kContinue)) + tr(tc("乙", kRestart)) +
                                 tr(tc("", kContinue))))),
              "[2x1 甲]\n^\n[2x1 乙]\n^\n");
}

TEST(DocxTable, a_continuation_without_a_start_is_a_cell_of_its_own) {
    const Document document = read_body(tbl(tr(tc("", kContinue) + tc("1")) + tr(tc("", kContinue) + tc("2"))));
    EXPECT_EQ(show(document), "[2x1 ][1]\n^[2]\n");
    EXPECT_EQ(findings(document), "merge-without-start");
    EXPECT_EQ(document.findings.front().origin.row, 1u);
}

TEST(DocxTable, a_continuation_below_a_plain_cell_is_a_cell_of_its_own) {
    const Document document = read_body(tbl(tr(tc("甲")) + tr(tc("", kContinue))));
    EXPECT_EQ(show(document), "[甲]\n[]\n");
    EXPECT_EQ(findings(document), "merge-without-start");
}

TEST(DocxTable, a_continuation_of_another_width_does_not_overlap) {
    const Document document =
        read_body(tbl(tr(tc("甲", std::string(kRestart) + span(2)) + tc("1")) +
                      tr(tc("", kContinue) + tc("x") + tc("2")) + tr(tc("", kContinue) + tc("y") + tc("3"))));
    EXPECT_EQ(show(document), "[1x2 甲]<[1]\n[2x1 ][x][2]\n^[y][3]\n");
    EXPECT_EQ(findings(document), "merge-without-start");
}

TEST(DocxTable, text_in_a_continuation_is_kept_in_the_merged_cell) {
    const Document document = read_body(tbl(tr(tc("甲", kRestart)) + tr(tc("遗漏", kContinue))));
    EXPECT_EQ(show(document), "[2x1 甲¶遗漏]\n^\n");
    EXPECT_EQ(findings(document), "merged-text");
    EXPECT_NE(document.findings.front().message.find("遗漏"), std::string::npos);
}

TEST(DocxTable, hMerge_covers_the_cells_it_continues_over) {
    const std::string restart = "<w:hMerge w:val=\"restart\"/>";
    const Document document =
        read_body(tbl(tr(tc("题", restart) + tc("", "<w:hMerge/>") + tc("隐", "<w:hMerge w:val=\"continue\"/>")) +
                      tr(tc("1") + tc("2") + tc("3"))));
    EXPECT_EQ(show(document), "[1x3 题¶隐]<<\n[1][2][3]\n");
    EXPECT_EQ(findings(document), "merged-text");
}

TEST(DocxTable, hMerge_continue_without_restart_is_a_cell_of_its_own) {
    const Document document = read_body(tbl(tr(tc("", "<w:hMerge/>") + tc("2"))));
    EXPECT_EQ(show(document), "[][2]\n");
    EXPECT_EQ(findings(document), "merge-without-start");
}

TEST(DocxTable, gridBefore_and_gridAfter_leave_vacant_positions) {
    EXPECT_EQ(show(read_body(tbl(tr(tc("1") + tc("2") + tc("3")) +
                                     tr(tc("b"), "<w:gridBefore w:val=\"1\"/><w:gridAfter w:val=\"1\"/>"),
                                 columns(3)))),
              "[1][2][3]\n_[b]_\n");
}

TEST(DocxTable, a_short_row_gets_no_cells_and_shifts_none) {
    EXPECT_EQ(show(read_body(
                  tbl(tr(tc("1") + tc("2") + tc("3")) + tr(tc("a")) + tr(tc("4") + tc("5") + tc("6")), columns(3)))),
              "[1][2][3]\n[a]__\n[4][5][6]\n");
}

TEST(DocxTable, spans_are_believed_against_unequal_widths) {
    const Document document = read_body(
        tbl(tr(tc("题", width(1000) + span(2))) + tr(tc("1", width(990)) + tc("2", width(1013))), columns(2)));
    EXPECT_EQ(show(document), "[1x2 题]<\n[1][2]\n");
    EXPECT_EQ(findings(document), "");
}

TEST(DocxTable, widths_decide_where_spans_disagree_with_the_grid) {
    const Document document = read_body(tbl(tr(tc("题", width(4000))) +
                                                tr(tc("1", width(1000)) + tc("2", width(1000)) + tc("3", width(2000))) +
                                                tr(tc("4", width(1012)) + tc("5", width(2988))),
                                            columns(3)));
    EXPECT_EQ(show(document), "[1x3 题]<<\n[1][2][3]\n[4][1x2 5]<\n");
    EXPECT_EQ(findings(document), "grid-repaired");
    EXPECT_EQ(first_table(document).cells.back().lines.front().field.origin.column, 2u);
}

TEST(DocxTable, widths_do_not_decide_where_rows_end_at_different_places) {
    const Document document =
        read_body(tbl(tr(tc("1", width(1000)) + tc("2", width(1000))) + tr(tc("a", width(1000))), columns(2)));
    EXPECT_EQ(show(document), "[1][2]\n[a]_\n");
    EXPECT_EQ(findings(document), "");
}

TEST(DocxTable, impossible_spans_are_cut_to_the_grid) {
    for (const char* value : {"0", "-1", "x", ""}) {
        const Document document =
            read_body(tbl(tr(tc("1", "<w:gridSpan w:val=\"" + std::string(value) + "\"/>") + tc("2")), columns(2)));
        EXPECT_EQ(show(document), "[1][2]\n") << value;
        EXPECT_EQ(findings(document), "grid-repaired") << value;
    }
    for (const char* value : {"2147483648", "99999", "500"}) {
        const Document document = read_body(
            tbl(tr(tc("题", "<w:gridSpan w:val=\"" + std::string(value) + "\"/>")) + tr(tc("1") + tc("2") + tc("3")),
                columns(3)));
        EXPECT_EQ(show(document), "[1x3 题]<<\n[1][2][3]\n") << value;
        EXPECT_EQ(findings(document), "grid-repaired") << value;
    }
}

TEST(DocxTable, rows_and_cells_inside_wrappers_are_rows_and_cells) {
    const std::string wrapped_cell = "<w:sdt><w:sdtPr/><w:sdtContent>" + tc("2") + "</w:sdtContent></w:sdt>";
    const std::string wrapped_row =
        "<w:customXml><w:sdt><w:sdtContent>" + tr(tc("3") + tc("4")) + "</w:sdtContent></w:sdt></w:customXml>";
    EXPECT_EQ(show(read_body(tbl(tr(tc("1") + wrapped_cell) + wrapped_row))), "[1][2]\n[3][4]\n");
}

TEST(DocxTable, a_nested_table_is_a_child_of_its_cell) {
    const Document document =
        read_body(tbl(tr(tc(p("外") + tbl(tr(tc("甲") + tc("乙"))) + p("后")) + tc("2"))) + tbl(tr(tc("末"))));
    EXPECT_EQ(show(document), "[外¶后][2]\n  [甲][乙]\n[末]\n");
    const Table& outer = first_table(document);
    EXPECT_EQ(outer.origin.table, 1u);
    const auto& inner = std::get<Table>(outer.cells.front().children.front().is);
    EXPECT_EQ(inner.origin.table, 2u);
    EXPECT_EQ(inner.origin.row, 1u);
    EXPECT_EQ(inner.cells[1].lines.front().field.origin.column, 2u);
    EXPECT_EQ(document.tables, 3u);
}

TEST(DocxTable, merges_of_a_nested_table_are_its_own) {
    EXPECT_EQ(show(read_body(tbl(tr(tc("外", kRestart)) + tr(tc(p("") + tbl(tr(tc("", kContinue))), kContinue))))),
              "[2x1 外]\n  []\n^\n");
}

TEST(DocxTable, header_rows_and_vertical_cells_are_marked) {
    const Document document =
        read_body(tbl(tr(tc("题")) + tr(tc("头", "<w:textDirection w:val=\"tbRlV\"/>"), "<w:tblHeader/>") +
                      tr(tc("尾", "<w:textDirection w:val=\"lrTb\"/>"), "<w:tblHeader w:val=\"0\"/>")));
    const Table& table = first_table(document);
    EXPECT_EQ(table.header_rows, (std::vector<bool>{false, true, false}));
    EXPECT_TRUE(table.cells[1].vertical);
    EXPECT_FALSE(table.cells[2].vertical);
}

TEST(DocxTable, borders_come_from_the_cell_then_the_table_then_its_style) {
    const std::string lines =
        "<w:tblPr><w:tblBorders><w:top w:val=\"single\"/><w:insideH w:val=\"single\"/></w:tblBorders></w:tblPr>";
    const std::string open = "<w:tcBorders><w:top w:val=\"single\"/><w:bottom w:val=\"nil\"/></w:tcBorders>";
    const Document ruled =
        read_body(tbl(tr(tc("1", open)) + tr(tc("2", "<w:tcBorders><w:top w:val=\"none\"/></w:tcBorders>")), lines));
    EXPECT_FALSE(first_table(ruled).cells[0].open_top);
    EXPECT_TRUE(first_table(ruled).cells[0].open_bottom);
    EXPECT_TRUE(first_table(ruled).cells[1].open_top);
    EXPECT_FALSE(first_table(ruled).cells[1].open_bottom);
    EXPECT_TRUE(first_table(read_body(tbl(tr(tc("1"))))).cells[0].open_top);
    const Document styled = read_built(
        DocxBuilder(tbl(tr(tc("1")) + tr(tc("2")), "<w:tblPr><w:tblStyle w:val=\"G\"/></w:tblPr>"))
            .styles("<w:style w:type=\"table\" w:styleId=\"B\"><w:tblPr><w:tblBorders><w:insideH w:val=\"single\"/>"
                    "</w:tblBorders></w:tblPr></w:style><w:style w:type=\"table\" w:styleId=\"G\"><w:basedOn "
                    "w:val=\"B\"/></w:style>"));
    EXPECT_TRUE(first_table(styled).cells[0].open_top);
    EXPECT_FALSE(first_table(styled).cells[0].open_bottom);
    EXPECT_FALSE(first_table(styled).cells[1].open_top);
}

TEST(DocxTable, a_table_inside_a_paragraph_or_without_rows_loses_nothing) {
    EXPECT_EQ(show(read_body("<w:p><w:r><w:t>前</w:t></w:r>" + tbl(tr(tc("1"))) + "<w:r><w:t>后</w:t></w:r></w:p>")),
              "|前|\n[1]\n|后|\n");
    EXPECT_EQ(show(read_body(tbl("") + p("后"))), "|后|\n");
    EXPECT_EQ(show(read_body(tbl("<w:r><w:t>散</w:t></w:r>" + tr("<w:r><w:t>落</w:t></w:r>" + tc("1"))))),
              "|散落|\n[1]\n");
}

TEST(DocxTable, sixty_tables_inside_each_other) {
    std::string nested = p("底");
    for (int i = 0; i < 60; ++i) {
        nested = tbl(tr(tc(nested + "<w:p/>")));
    }
    EXPECT_EQ(read_body(nested).tables, 60u);
}

}  // namespace
}  // namespace mingdan::test
