// From tables to records: {what the file has, what a careful clerk would type}.
#include <gtest/gtest.h>

#include "tests/support/table_text.h"

namespace mingdan {
namespace {

using test::dumped_table;
using test::paragraph;
using test::table;
using test::text_of;
using test::understood;

struct Case {
    const char* name;
    std::vector<Block> blocks;
    const char* expected;
    const char* findings = "";
};

class Tables : public testing::TestWithParam<Case> {};

TEST_P(Tables, become_records) {
    const Notice notice = understood(GetParam().blocks);
    EXPECT_EQ(text_of(notice), GetParam().expected);
    EXPECT_EQ(test::findings_of(notice), GetParam().findings);
    EXPECT_TRUE(test::accounts(notice)) << notice.accounting.read << " read, " << notice.accounting.kept << " kept";
}

INSTANTIATE_TEST_SUITE_P(
    Normalize, Tables,
    testing::Values(
        Case{"title_row_and_merged_label",
             {paragraph("附件"), table({"党建联建名单|<|<", "序号|区县|联建党组织", "1|市\\直\\属|甲校党委\\乙校党支部",
                                        "2|^|丙校党委", "3|德 清 县|丁园党支部\\戊园党支部"})},
             "# 附件 / 党建联建名单 / "
             "-\n序号|区县|联建党组织\n1|市直属|[甲校党委;乙校党支部]\n2|市直属|[丙校党委]\n3|德清县|[丁园党支部;"
             "戊园党支部]\n"},
        Case{"title_paragraph_above_the_table",
             {paragraph("附件1"), paragraph("先进单位名单"), table({"序 号|单 位", "1|甲校", "2|乙校"})},
             "# 附件1 / 先进单位名单 / -\n序号|单位\n1|甲校\n2|乙校\n"},
        Case{"a_label_with_its_title_on_one_line",
             {paragraph("附 件：先进单位名单"), table({"序号|单位", "1|甲校"})},
             "# 附件 / 先进单位名单 / -\n序号|单位\n1|甲校\n"},
        Case{"section_rows_lose_number_and_count",
             {paragraph("附件"), paragraph("立项名单"),
              table({"序号|项目名称|负责人", "一、重点项目（共2项）|<|<", "1|甲|张一一", "2|乙|张二二",
                     "二、一般项目(1项)|<|<", "3|丙|张三三"})},
             "# 附件 / 立项名单 / "
             "-\n分组|序号|项目名称|负责人\n重点项目|1|甲|张一一\n重点项目|2|乙|张二二\n一般项目|3|丙|张三三\n"},
        Case{"a_section_row_that_misses_a_column_shows_by_its_count",
             {paragraph("附件"), paragraph("学校名单"),
              table({"序号|学校名称|备注", "北京市（1所）|<|<", "1|甲校|", "广西（1所）|<|", "2|乙校|"})},
             "# 附件 / 学校名单 / -\n分组|序号|学校名称|备注\n北京市|1|甲校|-\n广西|2|乙校|-\n"},
        Case{"a_section_label_in_the_second_column",
             {paragraph("附件"), paragraph("学校名单"),
              table({"序号|学校名称|备注", "|北京市（1所）|", "1|甲校|", "|广西（1所）|", "2|乙校|"})},
             "# 附件 / 学校名单 / -\n分组|序号|学校名称|备注\n北京市|1|甲校|-\n广西|2|乙校|-\n"},
        Case{"a_section_label_beside_its_numeral",
             {paragraph("附件"), paragraph("学校名单"),
              table({"序号|学校名称|备注", "一|北京市|", "1|甲校|", "2|乙校|", "二|广西|", "1|丙校|"})},
             "# 附件 / 学校名单 / -\n分组|序号|学校名称|备注\n北京市|1|甲校|-\n北京市|2|乙校|-\n广西|1|丙校|-\n"},
        Case{"an_index_in_numerals_is_no_section",
             {paragraph("附件"), paragraph("学校名单"), table({"序号|学校名称|备注", "一|甲校|", "二|乙校|"})},
             "# 附件 / 学校名单 / -\n序号|学校名称|备注\n1|甲校|-\n2|乙校|-\n"},
        Case{"an_empty_merged_label_on_the_next_page_goes_on",
             {paragraph("附件"), paragraph("学校名单"), table({"区县|序号|单位", "甲县|1|甲校", "^|2|乙校"}),
              table({"区县|序号|单位", "|3|丙校", "^|4|丁校", "乙县|5|戊校"})},
             "# 附件 / 学校名单 / -\n区县|序号|单位\n甲县|1|甲校\n甲县|2|乙校\n甲县|3|丙校\n甲县|4|丁校\n乙县|5|戊校\n",
             "ambiguous-group"},
        Case{
            "a_section_goes_on_in_the_next_table",
            {paragraph("附件"), paragraph("获奖名单"),
             table({"序号|作品|作者", "一、一等奖（3件）|<|<", "1|甲|张一一", "2|乙|张二二"}),
             table({"序号|作品|作者", "3|丙|张三三", "二、二等奖（1件）|<|<", "4|丁|张四四"})},
            "# 附件 / 获奖名单 / "
            "-\n分组|序号|作品|作者\n一等奖|1|甲|张一一\n一等奖|2|乙|张二二\n一等奖|3|丙|张三三\n二等奖|4|丁|张四四\n"},
        Case{
            "a_section_below_a_note_row",
            {paragraph("附件"), paragraph("获奖名单"),
             table({"序号|作品|作者", "一、一等奖（1件）|<|<", "1|甲|张一一", "注：排名不分先后|<|<",
                    "二、二等奖（1件）|<|<", "2|乙|张二二"})},
            "# 附件 / 获奖名单 / -\n分组|序号|作品|作者\n一等奖|1|甲|张一一\n二等奖|2|乙|张二二\n* 注：排名不分先后\n"},
        Case{"blocks_side_by_side_on_two_pages",
             {paragraph("附件"), paragraph("获奖名单"),
              table({"序号|姓名|序号|姓名", "1|张一一|3|张三三", "2|张二二|4|张四四", "序号|姓名|序号|姓名",
                     "5|张五五|7|张七七", "6|张六六|8|张八八"})},
             "# 附件 / 获奖名单 / "
             "-\n序号|姓名\n1|张一一\n2|张二二\n3|张三三\n4|张四四\n5|张五五\n6|张六六\n7|张七七\n8|张八八\n"},
        Case{"a_padded_name_before_a_remark",
             {paragraph("附件"), paragraph("获奖名单"), table({"序号|姓名", "1|许　丽（女，满族）", "2|王大山"})},
             "# 附件 / 获奖名单 / -\n序号|姓名\n1|许丽（女，满族）\n2|王大山\n"},
        Case{"the_next_annex_begins_in_its_own_table",
             {table({"附件1|<", "先进集体名单|<", "序号|单位", "1|甲校"}),
              table({"附件2|<", "先进个人名单|<", "序号|姓名", "1|张一一"})},
             "# 附件1 / 先进集体名单 / -\n序号|单位\n1|甲校\n# 附件2 / 先进个人名单 / -\n序号|姓名\n1|张一一\n"},
        Case{"the_title_again_on_the_next_page",
             {paragraph("附件"), table({"学校名单|<", "序号|单位", "1|甲校", "学校名单|<", "序号|单位", "2|乙校"})},
             "# 附件 / 学校名单 / -\n序号|单位\n1|甲校\n2|乙校\n"},
        Case{
            "few_items_of_organisations_each_a_paragraph",
            {paragraph("附件"), paragraph("名单"),
             table({"序号|联建党组织", "1|甲市审计局党支部\\乙市新城社区党总支", "2|丙校党支部\\丁校党支部"})},
            "# 附件 / 名单 / -\n序号|联建党组织\n1|[甲市审计局党支部;乙市新城社区党总支]\n2|[丙校党支部;丁校党支部]\n"},
        Case{"a_soft_break_wraps_inside_a_paragraph_of_a_list",
             {paragraph("附件"), paragraph("名单"),
              table({"序号|联建党组织", "1|甲市春晖中学~党委\\乙市农业发展有限公~司党委",
                     "2|丙小学党支部\\丁小学党支部"})},
             "# 附件 / 名单 / "
             "-\n序号|联建党组织\n1|[甲市春晖中学党委;乙市农业发展有限公司党委]\n2|[丙小学党支部;丁小学党支部]\n"},
        Case{"records_that_end_like_a_column_s_name_are_no_header",
             {paragraph("附件"), paragraph("教师名单"), table({"于颖军|甲区北河求是学校", "王大山|乙区滨河学校"})},
             "# 附件 / 教师名单 / -\n列1|列2\n于颖军|甲区北河求是学校\n王大山|乙区滨河学校\n"},
        Case{"wrong_count_of_a_section_is_reported",
             {paragraph("附件"), paragraph("学校名单"),
              table({"序号|学校名称|备注", "北京市（3所）|<|<", "1|甲校|", "2|乙校|"})},
             "# 附件 / 学校名单 / -\n分组|序号|学校名称|备注\n北京市|1|甲校|-\n北京市|2|乙校|-\n",
             "count-mismatch"},
        Case{"sections_of_two_levels",
             {paragraph("附件"), paragraph("获奖名单"),
              table({"序号|姓名|学校", "一、小学组|<|<", "（一）一等奖|<|<", "1|张一一|甲校", "（二）二等奖|<|<",
                     "2|张二二|甲校", "二、中学组|<|<", "（一）一等奖|<|<", "3|张三三|乙校"})},
             "# 附件 / 获奖名单 / "
             "-\n分组|分组2|序号|姓名|学校\n小学组|一等奖|1|张一一|甲校\n小学组|二等奖|2|张二二|甲校\n中学组|一等奖|3|"
             "张三三|乙校\n"},
        Case{"an_empty_section_is_no_mistake",
             {paragraph("附件"), paragraph("获奖名单"),
              table({"序号|姓名|学校", "一等奖（空缺）|<|<", "二等奖（1名）|<|<", "1|张一一|甲校"})},
             "# 附件 / 获奖名单 / -\n分组|序号|姓名|学校\n二等奖|1|张一一|甲校\n"},
        Case{"header_of_two_levels",
             {paragraph("附件"), paragraph("分配表"),
              table({"序号|地区|C级|<|合计|<", "^|^|户数|补助资金（万元）|户数|补助资金（万元）",
                     "1|甲区|2|1.50|2|1.50", "2|乙县|3|2.00|3|2.00"})},
             "# 附件 / 分配表 / "
             "-\n序号|地区|C级/户数|C级/补助资金（万元）|合计/户数|合计/"
             "补助资金（万元）\n1|甲区|2|1.50|2|1.50\n2|乙县|3|2.00|3|2.00\n"},
        Case{"headings_over_equal_tables_are_sections",
             {paragraph("附件"), paragraph("立项名单"), paragraph("（一）示范类(1项)"),
              table({"序号|项目名称", "1|甲"}), paragraph("（二）培育类"), table({"序号|项目名称", "2|乙"})},
             "# 附件 / 立项名单 / -\n分组|序号|项目名称\n示范类|1|甲\n培育类|2|乙\n"},
        Case{"headings_over_different_tables_are_rosters",
             {paragraph("附件"), paragraph("表彰名单"), paragraph("一、先进集体（共1个）"),
              table({"序号|单位名称", "1|甲校"}), paragraph("二、先进个人（共1名）"),
              table({"序号|姓名|工作单位", "1|张一一|甲校"})},
             "# 附件 / 表彰名单 / 先进集体\n序号|单位名称\n1|甲校\n# 附件 / 表彰名单 / "
             "先进个人\n序号|姓名|工作单位\n1|张一一|甲校\n"},
        Case{"continuation_tables_are_one_roster",
             {paragraph("附件"), paragraph("名单"), table({"序号|单位", "1|甲校"}), paragraph("续表"),
              table({"序号|单位", "2|乙校"}), table({"3|丙校"})},
             "# 附件 / 名单 / -\n序号|单位\n1|甲校\n2|乙校\n3|丙校\n"},
        Case{"a_header_repeated_inside_a_merge_chain",
             {paragraph("附件"), paragraph("名单"),
              table({"序号|区县|单位", "1|甲区|甲校", "序号|区县|单位", "2|^|乙校"})},
             "# 附件 / 名单 / -\n序号|区县|单位\n1|甲区|甲校\n2|甲区|乙校\n"},
        Case{"blocks_side_by_side_run_down",
             {paragraph("附件"), paragraph("名单"), table({"序号|姓名|序号|姓名", "1|张一一|3|张三三", "2|张二二||"})},
             "# 附件 / 名单 / -\n序号|姓名\n1|张一一\n2|张二二\n3|张三三\n"},
        Case{"blocks_side_by_side_run_across",
             {paragraph("附件"), paragraph("名单"), table({"序号|姓名|序号|姓名", "1|张一一|2|张二二", "3|张三三||"})},
             "# 附件 / 名单 / -\n序号|姓名\n1|张一一\n2|张二二\n3|张三三\n"},
        Case{"a_total_and_a_note",
             {paragraph("附件"), paragraph("分配表"), paragraph("单位：万元"),
              table({"序号|地区|补助资金", "1|甲区|1,234.5", "2|乙县|2", "合  计|<|1236.5", "注：按实际发放。|<|<"})},
             "# 附件 / 分配表 / -\n序号|地区|补助资金\n1|甲区|1234.5\n2|乙县|2\n= 合计|-|1236.5\n* 单位：万元\n* "
             "注：按实际发放。\n"},
        Case{
            "a_wrong_total_is_reported",
            {paragraph("附件"), paragraph("分配表"), table({"序号|地区|补助资金", "1|甲区|1", "2|乙县|2", "合计|<|4"})},
            "# 附件 / 分配表 / -\n序号|地区|补助资金\n1|甲区|1\n2|乙县|2\n= 合计|-|4\n",
            "total-mismatch"},
        Case{"codes_stay_text",
             {paragraph("附件"), paragraph("名单"),
              table({"序号|单位代码|账号|经费", "01|0800|418286860657017173|63.60",
                     "02|0372|224008903519438253|44.70"})},
             "# 附件 / 名单 / "
             "-\n序号|单位代码|账号|经费\n1|0800|418286860657017173|63.60\n2|0372|224008903519438253|44.70\n"},
        Case{"names_of_persons",
             {paragraph("附件"), paragraph("名单"),
              table({"序号|课题组成员|负责人", "1|张一一（女，满族）、李二|张　三", "2|王五；赵六六|阿不都·克力木",
                     "3|孙七 周八八|李四"})},
             "# 附件 / 名单 / "
             "-\n序号|课题组成员|负责人\n1|[张一一（女，满族）;李二]|张三\n2|[王五;赵六六]|阿不都·克力木\n3|[孙七;"
             "周八八]|李四\n"},
        Case{"wrapped_text_is_joined",
             {paragraph("附件"), paragraph("名单"),
              table({"序号|项目名称|单位", "1|基于大数据的水稻\\绿色防控研究|湖州市第二\\中学", "2|Word~wrap|乙中学"})},
             "# 附件 / 名单 / -\n序号|项目名称|单位\n1|基于大数据的水稻绿色防控研究|湖州市第二中学\n2|Word "
             "wrap|乙中学\n"},
        Case{"a_lone_cell_with_two_items_stays_text",
             {paragraph("附件"), paragraph("名单"),
              table({"序号|单位", "1|甲甲中学\\乙乙中学", "2|丙丙中学", "3|丁丁中学"})},
             "# 附件 / 名单 / -\n序号|单位\n1|甲甲中学 乙乙中学\n2|丙丙中学\n3|丁丁中学\n",
             "several-items"},
        Case{"gaps_and_repeats_of_the_index",
             {paragraph("附件"), paragraph("名单"), table({"序号|单位", "1|甲校", "3|乙校", "3|丙校"})},
             "# 附件 / 名单 / -\n序号|单位\n1|甲校\n3|乙校\n3|丙校\n",
             "index-gap index-duplicate"},
        Case{"empty_is_not_merged",
             {paragraph("附件"), paragraph("名单"), table({"序号|区县|备注", "1|甲区|新增", "2||", "3|乙县|"})},
             "# 附件 / 名单 / -\n序号|区县|备注\n1|甲区|新增\n2|甲区|-\n3|乙县|-\n",
             "ambiguous-group"},
        Case{"absent_borders_make_a_group",
             {paragraph("附件"), paragraph("名单"),
              table({"序号|区县|单位", "1||甲校", "2|_甲区|乙校", "3|_|丙校", "4|乙|丁校", "5|_县|戊校"})},
             "# 附件 / 名单 / -\n序号|区县|单位\n1|甲区|甲校\n2|甲区|乙校\n3|甲区|丙校\n4|乙县|丁校\n5|乙县|戊校\n"},
        Case{"a_dump_fills_region_labels",
             {paragraph("附件"), dumped_table({"名单", "序号|区县|单位|户数", "1|甲区|甲校|2", "2||乙校|3", "合计|5"})},
             "# 附件 / 名单 / -\n序号|区县|单位|户数\n1|甲区|甲校|2\n2|甲区|乙校|3\n= 合计|-|-|5\n",
             "ambiguous-group"},
        Case{"a_form_is_no_roster",
             {paragraph("附件"), paragraph("申报表"), table({"姓名||性别|", "民族||职务|", "工作单位|<|<|<"})},
             ""},
        Case{"ghost_columns_are_dropped",
             {paragraph("附件"), paragraph("名单"), table({"序号|单位||", "1|甲校||", "2|乙校||"})},
             "# 附件 / 名单 / -\n序号|单位\n1|甲校\n2|乙校\n"},
        Case{"a_row_that_is_too_long",
             {paragraph("附件"), paragraph("名单"), table({"序号|单位", "1|甲校", "2|乙校|多"})},
             "# 附件 / 名单 / -\n序号|单位|列3\n1|甲校|-\n2|乙校|多\n",
             "ragged-row"},
        Case{"no_header",
             {paragraph("附件"), paragraph("名单"), table({"1|甲校", "2|乙校"})},
             "# 附件 / 名单 / -\n列1|列2\n1|甲校\n2|乙校\n"}),
    [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace mingdan
