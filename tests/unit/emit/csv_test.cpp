#include <gtest/gtest.h>

#include "tests/unit/emit/notices.h"

namespace mingdan::testing {

namespace {

std::vector<std::string> described(const std::vector<Finding>& findings) {
    std::vector<std::string> texts;
    for (const Finding& finding : findings) {
        const std::string record = finding.at.record ? std::to_string(*finding.at.record) : "header";
        texts.push_back(std::string(finding_name(finding.code)) + " " + record + " " + finding.at.column + ": " +
                        finding.message);
    }
    return texts;
}

TEST(Csv, writes_a_header_and_a_row_for_each_record) {
    EXPECT_EQ(emitted(small_notice(), "csv"),
              "序号,区县,金额,组织\r\n"
              "1,市直属,2.50,甲校；乙校\r\n"
              "2,市直属,,\r\n");
}

TEST(Csv, quotes_header_and_cells_alike) {
    const Notice notice = with_roster({column("a,b"), column("c")}, {record({value({"x\"y"}), value({"u\nv"})})});
    EXPECT_EQ(emitted(notice, "csv"), "\"a,b\",c\r\n\"x\"\"y\",\"u\nv\"\r\n");
}

TEST(Csv, keeps_a_row_whose_only_field_is_empty) {
    const Notice notice = with_roster({column("a")}, {record({value({})}), record({value({"x"})})});
    EXPECT_EQ(emitted(notice, "csv"), "a\r\n\"\"\r\nx\r\n");
}

TEST(Csv, joins_lists_by_the_separator_given_and_reports_items_that_hold_it) {
    const Notice notice =
        with_roster({column("l", ColumnType::list)}, {record({value({"a", "b"})}), record({value({"c|d", "e|f"})})});
    EmitOptions options;
    options.list_separator = "|";
    std::vector<Finding> found;
    EXPECT_EQ(emitted(notice, "csv", options, &found), "l\r\na|b\r\nc|d|e|f\r\n");
    EXPECT_EQ(described(found),
              std::vector<std::string>{
                  "separator-in-item 1 l: an item of this list holds \"|\", which joins the items in CSV"});
    options.csv_shape = CsvShape::long_;
    found.clear();
    EXPECT_EQ(emitted(notice, "csv", options, &found), "l\r\na\r\nb\r\nc|d\r\ne|f\r\n");
    EXPECT_TRUE(found.empty());
}

TEST(Csv, long_shape_repeats_values_and_sets_lists_side_by_side) {
    const Notice notice =
        with_roster({column("n"), column("l", ColumnType::list), column("m", ColumnType::list)},
                    {record({value({"1"}), value({"a", "b", "c"}), value({"x", "y"})}),
                     record({value({"2"}), value({}), value({})}), record({value({"3"}), value({}), value({"z"})})});
    EmitOptions options;
    options.csv_shape = CsvShape::long_;
    EXPECT_EQ(emitted(notice, "csv", options), "n,l,m\r\n1,a,x\r\n1,b,y\r\n1,c,\r\n2,,\r\n3,,z\r\n");
}

TEST(Csv, excel_gets_a_byte_order_mark_and_guards_against_formulas) {
    const Notice notice = with_roster({column("+项"), column("数", ColumnType::number), column("l", ColumnType::list)},
                                      {record({value({"=1,2"}), value({"-5"}), value({"a", "=b"})}),
                                       record({value({"-5"}), value({}), value({"@x", "y"})})});
    EmitOptions options;
    options.excel = true;
    std::vector<Finding> found;
    EXPECT_EQ(emitted(notice, "csv", options, &found),
              "\xEF\xBB\xBF'+项,数,l\r\n\"'=1,2\",-5,a；=b\r\n'-5,,'@x；y\r\n");
    EXPECT_EQ(described(found),
              (std::vector<std::string>{
                  "guarded-cell header +项: a spreadsheet would run \"+项\" as a formula; the CSV has ' before it",
                  "guarded-cell 0 +项: a spreadsheet would run \"=1,2\" as a formula; the CSV has ' before it",
                  "guarded-cell 1 +项: a spreadsheet would run \"-5\" as a formula; the CSV has ' before it",
                  "guarded-cell 1 l: a spreadsheet would run \"@x；y\" as a formula; the CSV has ' before it"}));
    EXPECT_EQ(found.front().at.roster, 0u);
    options.excel = false;
    found.clear();
    EXPECT_EQ(emitted(notice, "csv", options, &found), "+项,数,l\r\n\"=1,2\",-5,a；=b\r\n-5,,@x；y\r\n");
    EXPECT_TRUE(found.empty());
}

TEST(Csv, writes_the_roster_that_is_asked_for) {
    Notice notice = small_notice();
    notice.rosters.push_back(with_roster({column("b")}, {}).rosters.front());
    EmitOptions options;
    options.roster = 1;
    EXPECT_EQ(emitted(notice, "csv", options), "b\r\n");
    options.roster = 2;
    EXPECT_EQ(emitted(notice, "csv", options), "error: the notice has no roster 3; it has 2");
    EXPECT_EQ(emitted(Notice{}, "csv"),
              "error: the notice has no roster that could be written as CSV. Try: --to json, which has the notice "
              "itself and what was found");
}

TEST(Csv, refuses_to_join_items_by_nothing) {
    EmitOptions options;
    options.list_separator = "";
    EXPECT_EQ(emitted(small_notice(), "csv", options),
              "error: the separator between list items is empty. Try: --list-separator '；'");
}

}  // namespace

}  // namespace mingdan::testing
