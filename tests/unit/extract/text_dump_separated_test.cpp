#include <gtest/gtest.h>

#include "tests/unit/extract/text_dump_support.h"

namespace mingdan {
namespace {

struct Case {
    const char* what;
    std::string text;
    std::string shown;
    std::string findings = {};
};

void check(const std::vector<Case>& cases) {
    for (const Case& each : cases) {
        const auto document = read_text(each.text);
        ASSERT_TRUE(document) << each.what << ": " << document.error().describe();
        EXPECT_EQ(show(*document), each.shown) << each.what;
        EXPECT_EQ(findings_of(*document), each.findings) << each.what;
        EXPECT_EQ(document->read, accounted_characters(*document)) << each.what;
    }
}

TEST(SeparatedTable, rows_as_a_spreadsheet_copies_them) {
    check({
        {"plain", "序号\t姓名\n1\t张三\n2\t李四\n", "[序号][姓名]\n[1][张三]\n[2][李四]\n"},
        {"empty cells, also first and last", "区县\t姓名\t备注\n吴兴区\t张三\t\n\t李四\t新增\n",
         "[区县][姓名][备注]\n[吴兴区][张三][]\n[][李四][新增]\n"},
        {"paragraphs around it", "附件\n先进名单\n序号\t姓名\n1\t张三\n2\t李四\n注：无。\n\n某某局\n",
         "|附件|\n|先进名单|\n[序号][姓名]\n[1][张三]\n[2][李四]\n|注：无。|\n||\n|某某局|\n"},
        {"title and section rows that spanned all columns",
         "先进名单\t\t\n序号\t姓名\t单位\n一、市直\t\t\n1\t张三\t甲\n2\t\t\n",
         "[=先进名单]\n[序号][姓名][单位]\n[=一、市直]\n[1][张三][甲]\n[2][][]\n"},
        {"section rows whose tabs were trimmed",
         "序号\t姓名\t单位\n一、市直\n1\t张三\t甲\n2\t李四\t乙\n二、县属\n3\t王五\t丙\n4\t赵六\t丁\n",
         "[序号][姓名][单位]\n[=一、市直]\n[1][张三][甲]\n[2][李四][乙]\n[=二、县属]\n[3][王五][丙]\n[4][赵六][丁]\n"},
        {"a TAB before each cell", "\t序号\t姓名\n\t1\t张三\n\t2\t\n", "[序号][姓名]\n[1][张三]\n[2][]\n"},
    });
}

TEST(SeparatedTable, cells_of_several_lines) {
    check({
        {"quoted", "序号\t区县\t成员\n1\t\"市\n直\n属\"\t\"甲党委\n乙党委\"\n2\t\t丙\n",
         "[序号][区县][成员]\n[1][市/直/属][甲党委/乙党委]\n[2][][丙]\n"},
        {"quoted with a blank line and a TAB inside", "序号\t成员\n1\t\"甲\n\n乙\"\n2\t\"丙\t丁\"\n",
         "[序号][成员]\n[1][甲//乙]\n[2][丙\t丁]\n"},
        {"doubled marks and commas", "序号\t名称\n1\t\"\"\"红心\"\"工程\"\n2\t\"甲,乙\"\n",
         "[序号][名称]\n[1][\"红心\"工程]\n[2][甲,乙]\n"},
        {"marks that quote nothing stay", "序号\t名称\n1\t\"红心\"\n2\t\"红心\"工程\n3\t\"未完\n",
         "[序号][名称]\n[1][\"红心\"]\n[2][\"红心\"工程]\n[3][\"未完]\n"},
        {"unquoted, proven by the header's count", "序号\t区县\t名称\t成员\n1\t市\n直\n属\t甲\t子\n2\t\t乙\t丑\n",
         "[序号][区县][名称][成员]\n[1][市/直/属][甲][子]\n[2][][乙][丑]\n"},
        {"unquoted last cells, which nothing proves", "序号\t名称\t成员\n1\t甲\t子\n丑\n寅\n2\t乙\t卯\n",
         "[序号][名称][成员]\n[1][甲][子/丑/寅]\n[2][乙][卯]\n", "rows-uneven 3"},
    });
}

TEST(SeparatedTable, the_marks_around_a_cell_are_left_out_as_separators) {
    const auto document = read_text("序号\t成员\n1\t\"甲\n\"\"乙\"\"\"\n2\t丙\n");
    ASSERT_TRUE(document);
    ASSERT_EQ(document->left_out.size(), 1u);
    EXPECT_EQ(document->left_out[0].reason, Reason::separator);
    EXPECT_EQ(document->left_out[0].text, "\"\"\"\"");
    EXPECT_EQ(document->left_out[0].characters, 4u);
    EXPECT_EQ(document->read, 15u);
}

TEST(SeparatedTable, aligned_text_is_no_table) {
    check({
        {"a grid of names",
         "名单\n\n张三\t李四\t王五\n赵六\t孙七\t周八\n吴九\t郑十\t王一\n\n某某局\n2023年6月\n完\n完\n",
         "|名单|\n||\n|张三\t李四\t王五|\n|赵六\t孙七\t周八|\n|吴九\t郑十\t王一|\n||\n|某某局|\n|2023年6月|\n|完|\n|完|"
         "\n"},
        {"a line alone", "组长：张三\t副组长：李四\n正文\n", "|组长：张三\t副组长：李四|\n|正文|\n"},
        {"a signature", "\t\t\t某某局\n\t\t\t2023年6月14日\n", "|\t\t\t某某局|\n|\t\t\t2023年6月14日|\n"},
        {"aligned text directly above a dumped table", "组长\t张三\n\t序号\n\t名称\n\n\t1\n\t甲\n\n",
         "|组长\t张三|\n[序号][名称]\n[1][甲]\n"},
    });
}

}  // namespace
}  // namespace mingdan
