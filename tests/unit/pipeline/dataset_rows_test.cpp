// What a notice's rows are, and that a fragment gives back what was put in.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>

#include "pipeline/dataset_fragment.h"
#include "tests/support/scratch.h"
#include "tests/unit/emit/notices.h"

namespace mingdan {
namespace {

using mingdan::testing::column;
using mingdan::testing::emitted;
using mingdan::testing::field;
using mingdan::testing::record;
using mingdan::testing::Scratch;
using mingdan::testing::small_notice;
using mingdan::testing::value;
using mingdan::testing::with_roster;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

using Row = std::map<std::string, std::string>;  ///< nulls are not there

std::vector<Row> rows_of(Notice notice, std::string_view wanted, const std::string& id = "2023/notice.docx") {
    notice.source.sha256 = std::string(64, 'a');
    const Scratch scratch;
    scratch.write("fragment", dataset_fragment(notice, id));
    Result<FragmentReader> reader = FragmentReader::open(scratch.path("fragment"));
    EXPECT_TRUE(reader) << reader.error().describe();
    std::vector<Row> rows;
    DataRow row;
    for (;;) {
        const Result<bool> more = reader->next(row);
        EXPECT_TRUE(more) << more.error().describe();
        if (!more || !*more) {
            return rows;
        }
        const DataTable& table = dataset_table(row.table);
        EXPECT_EQ(row.values.size(), table.columns.size());
        if (table.name == wanted) {
            Row& is = rows.emplace_back();
            for (std::size_t i = 0; i < row.values.size(); ++i) {
                if (row.values[i]) {
                    is.emplace(table.columns[i].name, *row.values[i]);
                }
            }
        }
    }
}

TEST(DatasetRows, a_notice_has_one_row_with_its_counts) {
    const std::vector<Row> rows = rows_of(small_notice(), "notices");
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0], (Row{{"notice_key", "number 湖教党(2023)10号 湖州市教育局 湖州市财政局"},
                            {"year", "2023"},
                            {"number", "湖教党〔2023〕10号"},
                            {"title", "关于公布名单的通知"},
                            {"issuers", "湖州市教育局；湖州市财政局"},
                            {"date", "2023-06-14"},
                            {"status", "final"},
                            {"addressees", "各区（县）教育局"},
                            {"source", "2023/notice.docx"},
                            {"format", "docx"},
                            {"bytes", "5350"},
                            {"sha256", std::string(64, 'a')},
                            {"rosters", "1"},
                            {"records", "2"},
                            {"findings", "0"},
                            {"body", "第一段。\n第二段。"}}));
}

TEST(DatasetRows, a_record_has_its_roles_and_the_JSON_of_the_NDJSON) {
    const std::vector<Row> rows = rows_of(small_notice(), "records");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].at("row"), "1");
    EXPECT_EQ(rows[0].at("record_index"), "1");
    EXPECT_EQ(rows[0].at("region"), "市直属");
    EXPECT_EQ(rows[0].at("amount"), "2.50");
    EXPECT_EQ(rows[0].at("organisation"), "甲校；乙校");
    EXPECT_EQ(rows[0].at("annex"), "附件");
    EXPECT_EQ(rows[0].at("issuer"), "湖州市教育局；湖州市财政局");
    EXPECT_THAT(emitted(small_notice(), "ndjson"), HasSubstr("\"record\": " + rows[0].at("record") + "}\n"));
    EXPECT_FALSE(rows[1].contains("amount"));
    EXPECT_FALSE(rows[1].contains("organisation"));
}

TEST(DatasetRows, a_roster_keeps_columns_totals_and_notes) {
    const std::vector<Row> rows = rows_of(small_notice(), "rosters");
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_THAT(rows[0].at("columns"),
                HasSubstr("{\"name\": \"组织\", \"role\": \"organisation\", \"type\": \"list\"}"));
    EXPECT_EQ(rows[0].at("totals"), R"([{"序号": "合计", "区县": null, "金额": 2.50, "组织": []}])");
    EXPECT_EQ(rows[0].at("notes"), "注：排名不分先后");
    EXPECT_FALSE(rows[0].contains("heading"));
}

TEST(DatasetRows, a_member_is_an_item_of_a_list) {
    const std::vector<Row> rows = rows_of(small_notice(), "members");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[1], (Row{{"notice_key", "number 湖教党(2023)10号 湖州市教育局 湖州市财政局"},
                            {"roster", "1"},
                            {"row", "1"},
                            {"column", "组织"},
                            {"position", "2"},
                            {"role", "organisation"},
                            {"item", "乙校"}}));
}

TEST(DatasetRows, equal_names_of_list_columns_count_on) {
    const Notice notice = with_roster({column("名", ColumnType::list), column("名", ColumnType::list)},
                                      {record({value({"甲", "乙"}), value({"丙"})})});
    std::vector<std::string> positions;
    for (const Row& row : rows_of(notice, "members")) {
        positions.push_back(row.at("position") + row.at("item"));
    }
    EXPECT_THAT(positions, ElementsAre("1甲", "2乙", "3丙"));
}

TEST(DatasetRows, a_finding_counts_for_people) {
    Notice notice = small_notice();
    At at;
    at.roster = 0;
    at.record = 1;
    at.column = "区县";
    notice.findings.push_back(make_finding(FindingCode::unknown_region, "没有", at));
    const std::vector<Row> rows = rows_of(notice, "findings");
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].at("finding"), "1");
    EXPECT_EQ(rows[0].at("code"), "unknown-region");
    EXPECT_EQ(rows[0].at("roster"), "1");
    EXPECT_EQ(rows[0].at("row"), "2");
    EXPECT_EQ(rows[0].at("column"), "区县");
    EXPECT_FALSE(rows[0].contains("field"));
}

TEST(DatasetRows, columns_of_one_role_are_joined_and_long_values_come_back) {
    const std::string large(70'000, 'x');
    const Notice notice =
        with_roster({column("省", ColumnType::string, Role::region), column("县", ColumnType::string, Role::region),
                     column("名", ColumnType::string, Role::name)},
                    {record({value({"浙江"}), value({"德清"}), value({large.c_str()})}),
                     record({value({}), value({"安吉"}), value({"a\"b,\nc"})})});
    const std::vector<Row> rows = rows_of(notice, "records");
    ASSERT_EQ(rows.size(), 2u);
    EXPECT_EQ(rows[0].at("region"), "浙江；德清");
    EXPECT_EQ(rows[0].at("name"), large);
    EXPECT_EQ(rows[1].at("region"), "安吉");
    EXPECT_EQ(rows[1].at("name"), "a\"b,\nc");
}

TEST(DatasetRows, an_empty_notice_has_a_row_and_an_odd_name_is_UTF_8) {
    const std::vector<Row> rows = rows_of(Notice{}, "notices", "a\xFF.docx");
    ASSERT_EQ(rows.size(), 1u);
    EXPECT_EQ(rows[0].at("source"), "a\uFFFD.docx");
    EXPECT_FALSE(rows[0].contains("issuers"));
    EXPECT_THAT(rows_of(Notice{}, "records"), IsEmpty());
}

TEST(DatasetFragment, cut_anywhere_is_seen) {
    const Scratch scratch;
    Notice notice = small_notice();
    const std::string whole = dataset_fragment(notice, "a.docx");
    std::size_t seen = 0;
    for (std::size_t size = 1; size < whole.size(); ++size) {
        scratch.write("fragment", whole.substr(0, size));
        Result<FragmentReader> reader = FragmentReader::open(scratch.path("fragment"));
        DataRow row;
        bool sound = reader.has_value();
        for (bool more = sound; more;) {
            const Result<bool> next = reader->next(row);
            sound = next.has_value();
            more = next && *next;
        }
        seen += sound ? 0 : 1;
    }
    EXPECT_GT(seen, whole.size() - 10) << "only between two rows";
}

TEST(DatasetFragment, what_is_no_UTF_8_does_not_pass) {
    const Scratch scratch;
    Notice notice = small_notice();
    notice.title = field("\xFF");
    scratch.write("fragment", dataset_fragment(notice, "a.docx"));
    Result<FragmentReader> reader = FragmentReader::open(scratch.path("fragment"));
    ASSERT_TRUE(reader);
    DataRow row;
    const Result<bool> next = reader->next(row);
    ASSERT_FALSE(next);
    EXPECT_EQ(next.error().code, ErrorCode::output_text);
}

}  // namespace
}  // namespace mingdan
