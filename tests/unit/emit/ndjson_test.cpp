#include <gtest/gtest.h>

#include "tests/unit/emit/notices.h"

namespace mingdan::testing {

namespace {

TEST(Ndjson, writes_one_line_a_record_and_counts_rows_from_one) {
    Notice notice = small_notice();
    Roster second;
    second.heading = field("二、名单");
    second.columns = {column("名称")};
    second.records = {record({value({"丙\n丁"})})};
    notice.rosters.push_back(second);
    const std::string head =
        R"({"notice": {"number": "湖教党〔2023〕10号", "title": "关于公布名单的通知", "issuers": ["湖州市教育局", "湖州市财政局"], "date": "2023-06-14", "status": "final", "source": "notice.docx"}, "roster": )";
    const std::string first = head + R"({"annex": "附件", "title": "名单", "heading": null}, "row": )";
    EXPECT_EQ(
        emitted(notice, "ndjson"),
        first +
            R"(1, "record": {"序号": 1, "区县": "市直属", "金额": 2.50, "组织": ["甲校", "乙校"]}})"
            "\n" +
            first +
            R"(2, "record": {"序号": 2, "区县": "市直属", "金额": null, "组织": []}})"
            "\n" +
            head +
            R"({"annex": null, "title": null, "heading": "二、名单"}, "row": 1, "record": {"名称": "丙\u000a丁"}})"
            "\n");
}

TEST(Ndjson, is_empty_without_records) {
    EXPECT_EQ(emitted(Notice{}, "ndjson"), "");
}

}  // namespace

}  // namespace mingdan::testing
