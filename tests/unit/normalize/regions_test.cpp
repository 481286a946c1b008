// The check of region labels and the codes beside them, on whole notices.
#include <gtest/gtest.h>

#include "normalize/region_label.h"
#include "tests/support/table_text.h"

namespace mingdan {
namespace {

using test::paragraph;
using test::table;

std::vector<Block> notice_of(std::string_view issuer, std::string_view date, Block roster) {
    std::vector<Block> blocks;
    for (const std::string_view line :
         {std::string_view("关于公布先进单位名单的通知"), std::string_view("各单位："), std::string_view("现予公布。"),
          issuer, date, std::string_view("附件"), std::string_view("先进单位名单")}) {
        blocks.push_back(paragraph(line));
    }
    blocks.push_back(std::move(roster));
    return blocks;
}

std::string unknown_regions(std::vector<Block> blocks) {
    std::string text;
    for (const Finding& finding : test::understood(std::move(blocks)).findings) {
        if (finding.code == FindingCode::unknown_region) {
            text += finding.message + '\n';
        }
    }
    return text;
}

TEST(CheckRegions, reports_a_label_that_is_no_division_once) {
    EXPECT_EQ(unknown_regions(notice_of(
                  "湖州市教育局", "2023年6月14日",
                  table({"序号|区县|单位", "1|吴兴区|甲校", "2|吴心区|乙校", "3|吴心区|丙校", "4|南浔区|丁校"}))),
              "区县 of record 2 is 吴心区, which is no known division (2 records have it); 吴兴区 is one\n");
    EXPECT_EQ(unknown_regions(notice_of("湖州市教育局", "2023年6月14日", table({"序号|区县|单位", "1|安古县|甲校"}))),
              "区县 of record 1 is 安古县, which is no known division; 安吉县 is one\n");
    // 地区 may be anything: its labels have to show that they are divisions
    EXPECT_EQ(unknown_regions(notice_of("浙江省教育厅", "2023年6月14日",
                                        table({"序号|地区|单位", "1|杭州市|甲校", "2|宁波市|乙校", "3|嘉新市|丙校"}))),
              "地区 of record 3 is 嘉新市, which is no known division; 嘉兴市 is one\n");
}

TEST(CheckRegions, tells_where_it_stands) {
    const Notice notice = test::understood(
        notice_of("湖州市教育局", "2023年6月14日", table({"序号|区县|单位", "1|吴兴区|甲校", "2|吴心区|乙校"})));
    ASSERT_EQ(notice.findings.size(), 1u);
    EXPECT_EQ(notice.findings[0].severity, Severity::info);
    EXPECT_EQ(notice.findings[0].at.roster, 0u);
    EXPECT_EQ(notice.findings[0].at.record, 1u);
    EXPECT_EQ(notice.findings[0].at.column, "区县");
    EXPECT_EQ(notice.findings[0].origin.row, 3u);
}

TEST(CheckRegions, section_labels_count_where_most_are_divisions) {
    EXPECT_EQ(unknown_regions(
                  notice_of("湖州市教育局", "2023年6月14日",
                            table({"序号|单位", "吴兴区|<", "1|甲校", "南浔区|<", "2|乙校", "德青县|<", "3|丙校"}))),
              "分组 of record 3 is 德青县, which is no known division; 德清县 is one\n");
    EXPECT_EQ(unknown_regions(notice_of("湖州市教育局", "2023年6月14日",
                                        table({"序号|单位", "示范县|<", "1|甲校", "先进县|<", "2|乙校"}))),
              "");
}

TEST(CheckRegions, never_alarms_at_labels_of_other_kinds) {
    const char* const labels[] = {"市直属",
                                  "市直",
                                  "市本级",
                                  "省直",
                                  "市属高校",
                                  "开发区",
                                  "高新区",
                                  "南太湖新区",
                                  "太湖度假区",
                                  "长三角产业合作区",
                                  "织里镇",
                                  "仁皇山街道",
                                  "湖州师范学院",
                                  "中心城区",
                                  "东部片区",
                                  "其他",
                                  "全市",
                                  "市教育局",
                                  "A区",
                                  "吴兴区、南浔区",
                                  "吴兴区（含高新区）",
                                  "前郭县",
                                  "科左中旗",
                                  "新疆兵团",
                                  "第一师阿拉尔市",
                                  "吴兴",
                                  "景宁县",
                                  "东城区",
                                  "湖州市吴兴区",
                                  "下城区",
                                  "城区",
                                  "湾仔区",
                                  "龙华校区",
                                  "江北新区",
                                  "主城区",
                                  "各县区",
                                  "苏州工业园区"};
    for (const char* label : labels) {
        const std::string row = "3|" + std::string(label) + "|丙校";
        EXPECT_EQ(unknown_regions(notice_of("湖州市教育局", "2023年6月14日",
                                            table({"序号|区县|单位", "1|吴兴区|甲校", "2|南浔区|乙校", row}))),
                  "")
            << label;
    }
}

TEST(CheckRegions, a_column_of_strangers_is_left_in_peace) {
    // made-up places, or another country's: nothing in the column is a division, so the table cannot judge it
    EXPECT_EQ(
        unknown_regions(notice_of("青山市教育局", "2023年6月14日",
                                  table({"序号|区县|单位", "1|青河区|甲校", "2|白石县|乙校", "3|黄山头市|丙校"}))),
        "");
}

TEST(RegionLabel, has_the_form_of_a_division) {
    for (const char* label : {"吴心区", "安古县", "嘉新市"}) {
        EXPECT_TRUE(looks_like_division(label)) << label;
    }
    for (const char* label : {"高新区", "市区", "吴兴", "织里镇", "A区", "Ⅱ区", "", "区", "市直属"}) {
        EXPECT_FALSE(looks_like_division(label)) << label;
    }
    for (const char* header : {"区县", "县（市、区）", "所属市县", "县市区"}) {
        EXPECT_TRUE(is_division_header(header)) << header;
    }
    for (const char* header : {"地区", "所在地", "乡镇", "县（市、区）、乡镇", "城市", "街道"}) {
        EXPECT_FALSE(is_division_header(header)) << header;
    }
}

std::string with_codes(std::vector<Block> blocks) {
    Options options;
    options.codes = true;
    Notice notice = understand(test::document(std::move(blocks)), options);
    EXPECT_TRUE(test::accounts(notice));
    const std::string text = test::text_of(notice);
    return text.substr(text.find('\n') + 1);
}

TEST(AddCodes, stand_beside_each_region_column) {
    EXPECT_EQ(
        with_codes(notice_of("湖州市教育局", "2023年6月14日",
                             table({"序号|区县|单位", "1|市直属|甲校", "2|吴兴区|乙校", "3|安吉|丙校",
                                    "4|南太湖新区|丁校", "5||戊校"}))),
        "序号|区县|区县代码|单位\n1|市直属|-|甲校\n2|吴兴区|330502|乙校\n3|安吉|330523|丙校\n4|南太湖新区|-|丁校\n"
        "5|南太湖新区|-|戊校\n");
    EXPECT_EQ(with_codes(notice_of("浙江省教育厅", "2023年6月14日",
                                   table({"序号|地市|区县|单位|合计", "1|杭州|上城区|乙校|1", "合计|<|<|<|1"}))),
              "序号|地市|地市代码|区县|区县代码|单位|合计\n1|杭州|330100|上城区|330102|乙校|1\n= 合计|-|-|-|-|-|1\n");
}

TEST(AddCodes, are_those_of_the_notice_s_date) {
    const auto roster = [] { return table({"序号|区县|单位", "1|下城区|甲校", "2|临平区|乙校", "3|余杭区|丙校"}); };
    EXPECT_EQ(with_codes(notice_of("杭州市教育局", "2019年6月14日", roster())),
              "序号|区县|区县代码|单位\n1|下城区|330103|甲校\n2|临平区|-|乙校\n3|余杭区|330110|丙校\n");
    EXPECT_EQ(with_codes(notice_of("杭州市教育局", "2023年6月14日", roster())),
              "序号|区县|区县代码|单位\n1|下城区|-|甲校\n2|临平区|330113|乙校\n3|余杭区|330110|丙校\n");
}

TEST(AddCodes, are_never_guessed) {
    // four 鼓楼区 in the country; one in Nanjing
    const auto roster = [] { return table({"序号|区县|单位", "1|鼓楼区|甲校", "2|江宁区|乙校", "3|吴兴|丙校"}); };
    EXPECT_EQ(with_codes(notice_of("某某研究会", "2023年6月14日", roster())),
              "序号|区县|区县代码|单位\n1|鼓楼区|-|甲校\n2|江宁区|320115|乙校\n3|吴兴|-|丙校\n");
    EXPECT_EQ(with_codes(notice_of("南京市教育局", "2023年6月14日", roster())),
              "序号|区县|区县代码|单位\n1|鼓楼区|320106|甲校\n2|江宁区|320115|乙校\n3|吴兴|-|丙校\n");
}

TEST(AddCodes, the_column_s_other_labels_tell_the_level) {
    EXPECT_EQ(with_codes(notice_of("教育部办公厅", "2023年6月14日",
                                   table({"序号|省份|单位", "1|北京|甲校", "2|吉林|乙校", "3|辽宁|丙校"}))),
              "序号|省份|省份代码|单位\n1|北京|110000|甲校\n2|吉林|220000|乙校\n3|辽宁|210000|丙校\n");
    EXPECT_EQ(with_codes(notice_of("教育部办公厅", "2023年6月14日", table({"序号|省份|单位", "1|吉林|乙校"}))),
              "序号|省份|省份代码|单位\n1|吉林|-|乙校\n");
}

TEST(AddCodes, a_column_of_that_name_keeps_it) {
    EXPECT_EQ(
        with_codes(notice_of("湖州市教育局", "2023年6月14日", table({"序号|区县|区县代码|单位", "1|吴兴区|05|甲校"}))),
        "序号|区县|区县代码 (2)|区县代码|单位\n1|吴兴区|330502|05|甲校\n");
}

TEST(AddCodes, and_the_check_obey_the_user_s_rules) {
    Options options;
    options.codes = true;
    options.rules.no_division = {"吴心区", "南浔区"};
    const Notice notice = understand(
        test::document(notice_of("湖州市教育局", "2023年6月14日",
                                 table({"序号|区县|单位", "1|吴兴区|甲校", "2|吴心区|乙校", "3|南浔区|丙校"}))),
        options);
    const std::string text = test::text_of(notice);
    EXPECT_EQ(text.substr(text.find('\n') + 1),
              "序号|区县|区县代码|单位\n1|吴兴区|330502|甲校\n2|吴心区|-|乙校\n3|南浔区|-|丙校\n");
    EXPECT_EQ(test::findings_of(notice), "");
}

TEST(AddCodes, are_computed_and_stand_for_no_character) {
    Options options;
    options.codes = true;
    const Notice notice = understand(
        test::document(notice_of("湖州市教育局", "2023年6月14日", table({"序号|区县|单位", "1|吴兴区|甲校"}))),
        options);
    const Column& column = notice.rosters.at(0).columns.at(2);
    EXPECT_EQ(column.name.text, "区县代码");
    EXPECT_EQ(column.role, Role::code);
    EXPECT_EQ(column.type, ColumnType::string);
    const Value& value = notice.rosters[0].records.at(0).values.at(2);
    EXPECT_EQ(value.derivation, Derivation::computed);
    EXPECT_EQ(value.items.at(0).weight, 0u);
}

}  // namespace
}  // namespace mingdan
