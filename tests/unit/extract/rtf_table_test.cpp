// Tables of RTF files: edges make columns, definitions before or behind the cells, merges, nesting.
#include "tests/unit/extract/rtf_support.h"

namespace mingdan::test {
namespace {

std::string shown(std::string_view body) {
    return show(read_rtf(body));
}

TEST(RtfTable, cells_span_the_columns_between_their_edges) {
    EXPECT_EQ(shown("\\trowd\\cellx3000\\pard\\intbl t\\cell\\row\\trowd\\cellx1000\\cellx2000\\cellx3000\\pard\\intbl "
                    "a\\cell b\\cell c\\cell\\row\\pard x\\par"),
              "[1x3 t]<<\n[a][b][c]\n|x|\n");
}

TEST(RtfTable, a_definition_behind_the_cells_counts_more_than_one_before_them) {
    EXPECT_EQ(
        shown("\\trowd\\cellx1000\\cellx2000\\pard\\intbl a\\cell b\\cell{\\trowd\\clvmgf\\cellx1000\\cellx2000\\row}"
              "\\pard\\intbl\\cell c\\cell{\\trowd\\clvmrg\\cellx1000\\cellx2000\\row}"),
        "[2x1 a][b]\n^[c]\n");
}

TEST(RtfTable, edges_a_little_apart_are_one) {
    EXPECT_EQ(shown("\\trowd\\trleft-108\\cellx1000\\cellx2000\\pard\\intbl a\\cell b\\cell\\row"
                    "\\trowd\\cellx1015\\cellx2100\\pard\\intbl c\\cell d\\cell\\row"),
              "[a][b]\n[c][d]\n");
}

TEST(RtfTable, a_row_may_begin_further_in) {
    EXPECT_EQ(shown("\\trowd\\cellx1000\\cellx2000\\pard\\intbl a\\cell b\\cell\\row"
                    "\\trowd\\trleft1000\\cellx2000\\pard\\intbl d\\cell\\row"),
              "[a][b]\n_[d]\n");
}

TEST(RtfTable, clmgf_and_clmrg_merge_cells_of_a_row) {
    EXPECT_EQ(shown("\\trowd\\clmgf\\cellx1000\\clmrg\\cellx2000\\cellx3000\\pard\\intbl a\\cell\\cell b\\cell\\row"),
              "[1x2 a]<[b]\n");
}

TEST(RtfTable, cells_beyond_the_definition_are_counted) {
    const Document document = read_rtf("\\trowd\\cellx1000\\pard\\intbl a\\cell b\\cell\\row");
    EXPECT_EQ(show(document), "[a][b]\n");
}

TEST(RtfTable, a_cell_holds_its_paragraphs_as_lines) {
    EXPECT_EQ(shown("\\trowd\\cellx1000\\pard\\intbl a\\par b\\line c\\cell\\row"), "[a¶b/c]\n");
}

TEST(RtfTable, paragraphs_without_intbl_belong_to_the_cell_that_ends_behind_them) {
    EXPECT_EQ(shown("\\trowd\\cellx1000\\cellx2000 a\\par b\\cell c\\cell\\row x\\par"),
              shown("\\trowd\\cellx1000\\cellx2000\\pard\\intbl a\\par b\\cell c\\cell\\row\\pard x\\par"));
}

TEST(RtfTable, a_definition_without_cells_makes_no_table) {
    EXPECT_EQ(shown("\\trowd\\cellx1000\\pard a\\par b\\par"), "|a|\n|b|\n");
    EXPECT_EQ(shown("\\trowd\\cellx1000\\pard a\\par\\trowd\\cellx1000\\pard\\intbl b\\cell\\row"), "|a|\n[b]\n");
}

TEST(RtfTable, nested_tables_are_children_of_their_cell) {
    const Document document = read_rtf(
        "\\trowd\\cellx3000\\pard\\intbl a\\par\\pard\\intbl\\itap2 n\\nestcell m\\nestcell"
        "{\\*\\nesttableprops\\trowd\\cellx1000\\cellx2000\\nestrow}{\\nonesttables\\par}"
        "\\pard\\intbl b\\cell\\row\\pard x\\par");
    ASSERT_EQ(document.body.size(), 2u);
    const Table& table = std::get<Table>(document.body.front().is);
    ASSERT_EQ(table.cells.size(), 1u);
    EXPECT_EQ(table.cells[0].lines.size(), 2u);
    const Table& nested = std::get<Table>(table.cells[0].children.at(0).is);
    EXPECT_EQ(nested.cells.size(), 2u);
    EXPECT_EQ(nested.cells[1].column, 1u);
    EXPECT_EQ(nested.origin.table, 2u);
    EXPECT_EQ(nested.origin.row, 1u);
}

TEST(RtfTable, lines_know_their_cell) {
    const Document document = read_rtf(
        "\\trowd\\cellx2000\\cellx3000\\pard\\intbl t\\cell u\\cell\\row\\trowd\\cellx1000"
        "\\cellx2000\\cellx3000\\pard\\intbl a\\cell b\\cell c{\\v h}\\cell\\row");
    const Table& table = std::get<Table>(document.body.front().is);
    EXPECT_EQ(table.cells[1].lines[0].field.origin.column, 3);
    EXPECT_EQ(table.cells[4].lines[0].field.origin.row, 2u);
    EXPECT_EQ(document.left_out[0].origin.column, 3);
    EXPECT_EQ(document.left_out[0].origin.row, 2u);
}

TEST(RtfTable, header_rows_borders_and_vertical_text_are_told) {
    const Document document = read_rtf(
        "\\trowd\\trhdr\\clbrdrt\\brdrs\\clbrdrb\\brdrs\\cellx1000\\cltxtbrl\\clbrdrt\\brdrnil\\clbrdrb\\brdrs\\cellx20"
        "00"
        "\\pard\\intbl a\\cell b\\cell\\row\\trowd\\trbrdrh\\brdrs\\cellx1000\\cellx2000\\pard\\intbl c\\cell "
        "d\\cell\\row");
    const Table& table = std::get<Table>(document.body.front().is);
    EXPECT_EQ(table.header_rows, (std::vector<bool>{true, false}));
    EXPECT_FALSE(table.cells[0].open_top);
    EXPECT_TRUE(table.cells[1].open_top);
    EXPECT_TRUE(table.cells[1].vertical);
    EXPECT_FALSE(table.cells[2].open_top);
}

TEST(RtfTable, a_row_whose_cells_are_all_deleted_is_gone) {
    EXPECT_EQ(shown("\\trowd\\cellx1000\\pard\\intbl a\\cell\\row\\pard\\intbl{\\deleted b\\cell}\\row\\pard\\intbl "
                    "c\\cell\\row"),
              "[a]\n[c]\n");
}

TEST(RtfTable, a_row_that_the_file_breaks_off_in_is_kept) {
    const auto document = try_rtf("{\\rtf1\\trowd\\cellx1000\\cellx2000\\pard\\intbl a\\cell b");
    ASSERT_TRUE(document);
    EXPECT_EQ(show(*document), "[a][b]\n");
}

TEST(RtfTable, a_note_is_anchored_in_the_cell_that_refers_to_it) {
    const Document document = read_rtf(
        "\\trowd\\cellx1000\\cellx2000\\pard\\intbl a\\cell b{\\super\\chftn{\\footnote\\pard n}}\\cell\\row\\pard "
        "c\\par");
    ASSERT_EQ(document.stories.size(), 1u);
    EXPECT_EQ(document.stories[0].anchor.table, 1u);
    EXPECT_EQ(document.stories[0].anchor.row, 1u);
    EXPECT_EQ(document.stories[0].anchor.column, 2u);
}

}  // namespace
}  // namespace mingdan::test
