#include "emit/xlsx.h"

#include <gtest/gtest.h>

#include "tests/support/workbook_text.h"
#include "tests/unit/emit/notices.h"

namespace mingdan::testing {

namespace {

std::string sheets_of(const Notice& notice, std::uint32_t rows = workbook::kRowLimit,
                      std::vector<Finding>* found = nullptr) {
    const auto bytes = make_workbook(notice, {}, found, {.row_limit = rows});
    return bytes ? test::workbook_text(*bytes) : "error: " + bytes.error().describe();
}

std::string sheet_of(const std::string& text, const std::string& name) {
    const std::size_t begin = text.find("[" + name + "]\n");
    return begin == std::string::npos ? "" : text.substr(begin, text.find("\n[", begin) + 1 - begin);
}

TEST(Xlsx, a_notice_becomes_five_sheets) {
    EXPECT_EQ(
        sheets_of(small_notice()),
        "[名单]\n"
        "A1 关于公布名单的通知\nA2 湖教党〔2023〕10号　　湖州市教育局、湖州市财政局　　2023-06-14\n"
        "A4 附件：名单\n"
        "A5 序号\nB5 区县\nC5 金额\nD5 组织\n"
        "A6 #1\nB6 市直属\nC6 #2.50\nD6 甲校↵乙校\n"
        "A7 #2\n"
        "A8 合计\nC8 #2.50\n"
        "A9 注：排名不分先后\n"
        "A1:D1 merged\nA2:D2 merged\nA4:D4 merged\nB6:B7 merged\nA9:D9 merged\n"
        "frozen 5\n"
        "[记录]\n"
        "A1 序号\nB1 区县\nC1 金额\nD1 组织\n"
        "A2 #1\nB2 市直属\nC2 #2.50\nD2 甲校；乙校\n"
        "A3 #2\nB3 市直属\n"
        "frozen 1\n"
        "[成员]\n"
        "A1 记录\nB1 序号\nC1 区县\nD1 金额\nE1 列\nF1 次序\nG1 成员\n"
        "A2 #1\nB2 #1\nC2 市直属\nD2 #2.50\nE2 组织\nF2 #1\nG2 甲校\n"
        "A3 #1\nB3 #1\nC3 市直属\nD3 #2.50\nE3 组织\nF3 #2\nG3 乙校\n"
        "frozen 1\n"
        "[通知]\n"
        "A1 项目\nB1 内容\nA2 标题\nB2 关于公布名单的通知\nA3 文号\nB3 湖教党〔2023〕10号\nA4 发文机关\nB4 "
        "湖州市教育局\n"
        "A5 发文机关\nB5 湖州市财政局\nA6 日期\nB6 2023-06-14\nA7 主送机关\nB7 各区（县）教育局\nA8 状态\nB8 final\n"
        "A9 附件\nB9 附件：名单\nA10 引用文件\nB10 《方案》（湖教党〔2021〕20号）\nA11 引用文件\nB11 国发〔2020〕1号\n"
        "A12 来源\nB12 notice.docx\nA13 SHA-256\nB13 " +
            std::string(64, 'a') +
            "\nfrozen 1\n"
            "[问题]\n"
            "A1 程度\nB1 代码\nC1 说明\nD1 名单\nE1 记录\nF1 列\nG1 栏目\nH1 出处\n"
            "frozen 1\n");
}

TEST(Xlsx, labels_are_merged_only_over_the_rows_that_took_them_from_one_place) {
    const auto region = [](const char* text, std::uint32_t row, Derivation how) {
        Value made = value({text}, how);
        made.items.front().origin.row = row;
        return made;
    };
    const Notice notice =
        with_roster({column("区县", ColumnType::string, Role::region)},
                    {record({region("甲", 1, Derivation::literal)}), record({region("甲", 1, Derivation::filled)}),
                     record({region("甲", 3, Derivation::merged)}), record({region("甲", 3, Derivation::merged)}),
                     record({region("甲", 3, Derivation::merged)}), record({region("甲", 6, Derivation::literal)})});
    EXPECT_EQ(sheet_of(sheets_of(notice), "名单"),
              "[名单]\nA1 区县\nA2 甲\nA4 甲\nA7 甲\nA2:A3 merged\nA4:A6 merged\nfrozen 1\n");
}

TEST(Xlsx, several_rosters_stand_one_after_another_and_have_sheets_of_their_own) {
    Notice notice = with_roster({column("名")}, {record({value({"甲"})})});
    notice.rosters.push_back(notice.rosters.front());
    notice.rosters[1].heading = field("二等奖");
    EXPECT_EQ(sheets_of(notice),
              "[名单]\nA1 名\nA2 甲\nA4 二等奖\nA5 名\nA6 甲\n[记录1]\nA1 名\nA2 甲\nfrozen 1\n[记录2]\nA1 名\nA2 "
              "甲\nfrozen 1\n"
              "[通知]\nA1 项目\nB1 内容\nfrozen 1\n"
              "[问题]\nA1 程度\nB1 代码\nC1 说明\nD1 名单\nE1 记录\nF1 列\nG1 栏目\nH1 出处\nfrozen 1\n");
}

TEST(Xlsx, what_a_sheet_does_not_hold_goes_on_in_the_next_under_its_header) {
    std::vector<Record> records;
    for (int i = 1; i <= 5; ++i) {
        records.push_back(record(
            {value({"甲"}, i > 1 ? Derivation::merged : Derivation::literal), value({std::to_string(i).c_str()})}));
    }
    const std::string sheets = sheets_of(with_roster({column("区"), column("名")}, std::move(records)), 4);
    EXPECT_EQ(sheet_of(sheets, "名单") + sheet_of(sheets, "名单 (2)"),
              "[名单]\nA1 区\nB1 名\nA2 甲\nB2 1\nB3 2\nB4 3\nA2:A4 merged\nfrozen 1\n"
              "[名单 (2)]\nA1 区\nB1 名\nA2 甲\nB2 4\nB3 5\nA2:A3 merged\nfrozen 1\n");
    EXPECT_EQ(sheet_of(sheets, "记录 (2)"), "[记录 (2)]\nA1 区\nB1 名\nA2 甲\nB2 4\nA3 甲\nB3 5\nfrozen 1\n");
}

TEST(Xlsx, a_text_that_no_cell_holds_goes_on_below_and_is_a_finding) {
    const std::string text = std::string(32'767, 'a') + "b";
    std::vector<Finding> found;
    const std::string sheets =
        sheets_of(with_roster({column("名"), column("数")},
                              {record({value({text.c_str()}), value({"1"})}), record({value({"乙"}), value({})})}),
                  workbook::kRowLimit, &found);
    const std::string a(32'767, 'a');
    EXPECT_EQ(sheet_of(sheets, "记录"), "[记录]\nA1 名\nB1 数\nA2 " + a + "\nB2 1\nA3 b\nA4 乙\nfrozen 1\n");
    EXPECT_EQ(sheet_of(sheets, "名单"),
              "[名单]\nA1 名\nB1 数\nA2 " + a + "\nB2 1\nA3 b\nA4 乙\nB2:B3 merged\nfrozen 1\n");
    ASSERT_EQ(found.size(), 1u);
    EXPECT_EQ(found[0].code, FindingCode::long_text);
    EXPECT_EQ(found[0].at, (At{0, 0, "名", ""}));
    EXPECT_NE(sheet_of(sheets + "\n[", "问题").find("B2 long-text"), std::string::npos);
}

TEST(Xlsx, a_long_list_is_laid_out_over_several_rows_and_loses_nothing) {
    Value list;
    for (int i = 1; i <= 30; ++i) {
        list.items.push_back(field(std::to_string(i)));
    }
    std::vector<Finding> found;
    const std::string sheet =
        sheet_of(sheets_of(with_roster({column("区"), column("员", ColumnType::list)}, {record({value({"甲"}), list})}),
                           workbook::kRowLimit, &found),
                 "名单");
    EXPECT_NE(sheet.find("A2 甲\nB2 1↵2↵"), std::string::npos) << sheet;
    EXPECT_NE(sheet.find("↵26\nB3 27↵28↵29↵30\nA2:A3 merged\n"), std::string::npos) << sheet;
    EXPECT_TRUE(found.empty());
}

TEST(Xlsx, codes_of_eighteen_digits_stay_text_even_in_a_column_of_numbers) {
    const Notice notice = with_roster({column("编号", ColumnType::integer), column("额", ColumnType::number)},
                                      {record({value({"330502199001011234"}), value({"2.50"})})});
    EXPECT_EQ(sheet_of(sheets_of(notice), "记录"),
              "[记录]\nA1 编号\nB1 额\nA2 330502199001011234\nB2 #2.50\nfrozen 1\n");
}

TEST(Xlsx, two_runs_give_the_same_bytes) {
    const auto first = make_workbook(small_notice(), {}, nullptr);
    EXPECT_EQ(first.value(), make_workbook(small_notice(), {}, nullptr).value());
}

TEST(Xlsx, more_columns_than_a_sheet_has_are_an_error) {
    const Notice notice = with_roster(std::vector<Column>(16'384, column("a")), {});
    EXPECT_EQ(sheets_of(notice),
              "error: a roster has 16384 columns, and a sheet holds 16380. Try: another form, such as csv");
}

}  // namespace

}  // namespace mingdan::testing
