#include <gtest/gtest.h>

#include "tests/unit/emit/notices.h"

namespace mingdan::testing {

namespace {

TEST(Markdown, writes_title_head_and_one_table_a_roster) {
    EXPECT_EQ(emitted(small_notice(), "markdown"), R"(# 关于公布名单的通知

| 项目 | 内容 |
| --- | --- |
| 文号 | 湖教党〔2023〕10号 |
| 发文机关 | 湖州市教育局<br>湖州市财政局 |
| 日期 | 2023-06-14 |
| 主送机关 | 各区（县）教育局 |
| 状态 | final |
| 附件 | 附件：名单 |
| 引用文件 | 《方案》（湖教党〔2021〕20号）<br>国发〔2020〕1号 |
| 来源 | notice.docx |

## 附件：名单

| 序号 | 区县 | 金额 | 组织 |
| ---: | --- | ---: | --- |
| 1 | 市直属 | 2.50 | 甲校<br>乙校 |
| 2 | 市直属 | | |
| **合计** | | **2.50** | |

注：排名不分先后
)");
}

TEST(Markdown, leaves_out_what_the_notice_does_not_have) {
    EXPECT_EQ(emitted(Notice{}, "markdown"), "");
    EXPECT_EQ(emitted(with_roster({column("名称")}, {record({value({"甲"})})}), "markdown"),
              "| 名称 |\n| --- |\n| 甲 |\n");
}

TEST(Markdown, escapes_headings_cells_and_notes_by_their_place) {
    Notice notice = with_roster({column("a|b")}, {record({value({"1. *c*\nd"})})});
    notice.title = field("C #");
    notice.rosters[0].heading = field("一、[名单]");
    notice.rosters[0].notes = {field("1.注"), field("- 二")};
    EXPECT_EQ(emitted(notice, "markdown"),
              "# C \\#\n\n## 一、\\[名单\\]\n\n| a\\|b |\n| --- |\n| 1. \\*c\\*<br>d |\n\n1\\.注\n\n\\- 二\n");
}

TEST(Markdown, sets_a_heading_below_the_annex) {
    Notice notice = with_roster({column("a")}, {});
    notice.rosters[0].annex = field("附件2");
    notice.rosters[0].heading = field("一等奖");
    EXPECT_EQ(emitted(notice, "markdown"), "## 附件2\n\n### 一等奖\n\n| a |\n| --- |\n");
}

}  // namespace

}  // namespace mingdan::testing
