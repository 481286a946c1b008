// Lists in plain paragraphs: {what the file has, what a careful clerk would type}.
#include <gtest/gtest.h>

#include "tests/support/frame_text.h"
#include "tests/support/table_text.h"

namespace mingdan {
namespace {

struct Case {
    const char* name;
    std::vector<const char*> lines;
    const char* expected;
    const char* findings = "";
};

class Lists : public testing::TestWithParam<Case> {};

TEST_P(Lists, become_records) {
    std::vector<Block> blocks;
    for (const char* line : GetParam().lines) {
        blocks.push_back(test::paragraph(line));
    }
    const Notice notice = test::understood(std::move(blocks));
    EXPECT_EQ(test::text_of(notice), GetParam().expected);
    EXPECT_EQ(test::findings_of(notice), GetParam().findings);
    EXPECT_TRUE(test::accounts(notice));
}

INSTANTIATE_TEST_SUITE_P(
    Normalize, Lists,
    testing::Values(
        Case{"headings_with_counts_over_separated_names",
             {"附件", "", "示范单位和优秀组织者名单", "", "一、示范单位（共3家）",
              "甲市小山脚村、乙县医疗保障局、丙区中学", "二、优秀组织者（共2名）", "朱新、孟华（女，苗族）。"},
             "# 附件 / 示范单位和优秀组织者名单 / "
             "-\n分组|名称\n示范单位|甲市小山脚村\n示范单位|乙县医疗保障局\n示范单位|丙区中学\n优秀组织者|"
             "朱新\n优秀组织者|孟华（女，苗族）\n"},
        Case{"a_count_that_does_not_hold",
             {"附件", "先进单位名单", "一、先进单位14个(排名不分先后)", "甲校、乙校"},
             "# 附件 / 先进单位名单 / -\n分组|名称\n先进单位|甲校\n先进单位|乙校\n* (排名不分先后)\n",
             "count-mismatch"},
        Case{"one_a_line",
             {"附件1", "第九批千年古镇名单", "甲县乙镇", "丙县丁镇"},
             "# 附件1 / 第九批千年古镇名单 / -\n名称\n甲县乙镇\n丙县丁镇\n"},
        Case{"numbered_lines",
             {"附件", "示范社名单", "1、甲县一号合作社", "2、乙县二号合作社"},
             "# 附件 / 示范社名单 / -\n名称\n甲县一号合作社\n乙县二号合作社\n"},
        Case{"a_number_that_belongs_to_the_name",
             {"附件", "幼儿园名单", "4.甲乙幼儿园", "5.6+1幼儿园"},
             "# 附件 / 幼儿园名单 / -\n名称\n甲乙幼儿园\n6+1幼儿园\n"},
        Case{"a_grid_of_names",
             {"附件", "先进个人名单", "陈 忠  叶 飞  黎燕平", "张一一  李二  王三三"},
             "# 附件 / 先进个人名单 / -\n名称\n陈忠\n叶飞\n黎燕平\n张一一\n李二\n王三三\n"},
        Case{"leading_labels",
             {"附件", "获奖名单", "一等奖：甲县办公室、乙县办公室", "二等奖：丙县办公室"},
             "# 附件 / 获奖名单 / -\n分组|名称\n一等奖|甲县办公室\n一等奖|乙县办公室\n二等奖|丙县办公室\n"},
        Case{"labels_of_offices",
             {"附件", "领导小组成员名单", "组　长：刘惠祥（市委常委）", "副组长：张一一、李二二"},
             "# 附件 / 领导小组成员名单 / -\n分组|名称\n组长|刘惠祥（市委常委）\n副组长|张一一\n副组长|李二二\n"},
        Case{"a_padded_name_before_a_remark_in_a_list",
             {"附件", "成员名单", "组　长：孙　兰（市教育局副局长）", "成　员：张一一、李二二"},
             "# 附件 / 成员名单 / -\n分组|名称\n组长|孙兰（市教育局副局长）\n成员|张一一\n成员|李二二\n"},
        Case{"bullets",
             {"附件", "示范学校名单", "• 甲县第一中学", "● 乙县第二中学"},
             "# 附件 / 示范学校名单 / -\n名称\n甲县第一中学\n乙县第二中学\n"},
        Case{"items_numbered_like_headings",
             {"附件", "示范学校名单", "一、甲县第一中学", "二、乙县第二中学"},
             "# 附件 / 示范学校名单 / -\n名称\n甲县第一中学\n乙县第二中学\n"},
        Case{"three_levels",
             {"附件", "表彰名单", "一、先进集体(2个)", "（一）县政府办公室", "一等奖：甲县政府办公室",
              "二等奖：乙县政府办公室", "二、先进个人(1名)", "张一一"},
             "# 附件 / 表彰名单 / "
             "-\n分组|分组2|分组3|名称\n先进集体|县政府办公室|一等奖|甲县政府办公室\n先进集体|县政府办公室|二等奖|"
             "乙县政府办公室\n先进个人|-|-|张一一\n"},
        Case{"a_heading_without_its_list",
             {"附件", "文物保护单位名单", "一、古遗址（共计2处）", "甲遗址、乙遗址", "二、古墓葬（共计3处）"},
             "# 附件 / 文物保护单位名单 / -\n分组|名称\n古遗址|甲遗址\n古遗址|乙遗址\n",
             "missing-table"},
        Case{"running_text_is_no_list",
             {"附件", "实施办法",
              "第一条 为了加强管理，根据有关规定，制定本办法。本办法自发布之日起施行，由本局负责解释。"},
             ""}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(ListsBesideTables, are_rosters_of_their_own_in_their_order) {
    const auto persons = [] { return test::table({"序号|姓名|单位", "1|王明|甲中学", "2|李亮|乙小学"}); };
    const auto read = [](std::vector<Block> blocks) {
        const Notice notice = test::understood(std::move(blocks));
        EXPECT_EQ(test::findings_of(notice), "");
        EXPECT_TRUE(test::accounts(notice));
        return test::text_of(notice);
    };
    const std::string list = "# 附件 / 先进名单 / -\n分组|名称\n先进集体|甲中学\n先进集体|乙小学\n";
    const std::string table = "# 附件 / 先进名单 / 先进个人\n序号|姓名|单位\n1|王明|甲中学\n2|李亮|乙小学\n";
    using test::paragraph;
    EXPECT_EQ(read({paragraph("附件"), paragraph("先进名单"), paragraph("一、先进集体（2个）"),
                    paragraph("甲中学、乙小学"), paragraph("二、先进个人（2名）"), persons()}),
              list + table);
    EXPECT_EQ(read({paragraph("附件"), paragraph("先进名单"), paragraph("先进集体（2个）"), paragraph("甲中学"),
                    paragraph("乙小学"), paragraph("先进个人"), persons()}),
              list + table);
    EXPECT_EQ(read({paragraph("附件"), paragraph("先进名单"), paragraph("一、先进个人（2名）"), persons(),
                    paragraph("二、先进集体（2个）"), paragraph("1.甲中学"), paragraph("2.乙小学")}),
              table + list);
}

TEST(ListsOfTheBody, labelled_lines_are_a_list_and_the_closing_sentence_is_none) {
    const Notice notice =
        test::noticed({"关于公布获奖名单的通知", "各县教育局：", "现将获奖名单公布如下：", "一等奖：张一一、李二二",
                       "二等奖：王三三", "希望珍惜荣誉、再接再厉，作出新的贡献。", "清河市教育局", "2023年6月14日"});
    EXPECT_EQ(test::text_of(notice), "# - / - / -\n分组|名称\n一等奖|张一一\n一等奖|李二二\n二等奖|王三三\n");
    EXPECT_EQ(notice.body.size(), 2U);
    EXPECT_TRUE(test::accounts(notice));
}

TEST(ListsOfAnnexes, are_not_taken_for_the_list_of_attachments) {
    const Notice notice =
        test::noticed({"关于公布示范名单的通知", "各县教育局：", "现将名单予以公布。", "附件：示范名单", "清河市教育局",
                       "2023年6月14日", "附件", "示范名单", "1.甲县求是学校", "2.乙县滨河学校"});
    EXPECT_EQ(test::text_of(notice), "# 附件 / 示范名单 / -\n名称\n甲县求是学校\n乙县滨河学校\n");
    EXPECT_EQ(notice.attachments.size(), 1U);
    EXPECT_TRUE(test::accounts(notice));
}

}  // namespace
}  // namespace mingdan
