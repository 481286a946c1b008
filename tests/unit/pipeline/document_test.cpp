// What `inspect` shows of a document before any interpretation: drawn for people, and as JSON for comparing.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>

#include <mingdan/mingdan.h>

namespace mingdan {
namespace {

Line line(const char* text) {
    Line made;
    made.field.text = text;
    return made;
}

Cell cell(std::uint32_t row, std::uint32_t column, std::uint32_t row_span, const char* text) {
    Cell made;
    made.row = row;
    made.column = column;
    made.row_span = row_span;
    made.lines.push_back(line(text));
    return made;
}

/// Two rows and columns; the first column is one merged cell.
Document merged() {
    Table table;
    table.rows = 2;
    table.columns = 2;
    table.cells = {cell(0, 0, 2, "城区"), cell(0, 1, 1, "一中"), cell(1, 1, 1, "2")};
    table.row_begin = {0, 2, 3};
    table.origin.table = 1;
    Document document;
    document.body.push_back({std::move(table)});
    return document;
}

TEST(Draw, merged_cell_is_one_box) {
    EXPECT_EQ(draw(merged()),
              "[table 1: 2 rows, 2 columns]\n"
              "┌──────┬──────┐\n"
              "│ 城区 │ 一中 │\n"
              "│      ├──────┤\n"
              "│      │ 2    │\n"
              "└──────┴──────┘\n");
}

TEST(Draw, control_characters_reach_no_terminal) {
    Paragraph paragraph;
    paragraph.lines.push_back(line("a\x1b[2Jb"));
    Document document;
    document.body.push_back({std::move(paragraph)});
    EXPECT_EQ(draw(document), "a\xEF\xBF\xBD[2Jb\n");
}

TEST(DocumentJson, covered_positions_have_no_cell) {
    EXPECT_EQ(document_json(merged()), R"({"tables":[{"rows":2,"cols":2,"cells":[)"
                                       R"({"row":0,"col":0,"rowspan":2,"colspan":1,"text":"城区"},)"
                                       R"({"row":0,"col":1,"rowspan":1,"colspan":1,"text":"一中"},)"
                                       R"({"row":1,"col":1,"rowspan":1,"colspan":1,"text":"2"}]}]})"
                                       "\n");
}

TEST(DocumentJson, lines_are_joined_and_numbers_left_out) {
    Document document = merged();
    Cell& first = std::get<Table>(document.body[0].is).cells[0];
    first.lines.push_back(line("二\"行"));
    first.lines[0].number = "1.";
    EXPECT_THAT(document_json(document), ::testing::HasSubstr(R"("text":"城区\u000a二\"行")"));
}

}  // namespace
}  // namespace mingdan
