#include <gtest/gtest.h>

#include "tests/unit/emit/notices.h"

namespace mingdan::testing {

namespace {

TEST(Json, writes_the_contract_byte_for_byte) {
    EXPECT_EQ(emitted(small_notice(), "json"),
              R"({
  "mingdan": 1,
  "source": {"name": "notice.docx", "format": "docx", "bytes": 5350, "sha256": ")" +
                  std::string(64, 'a') + R"("},
  "notice": {
    "number": "湖教党〔2023〕10号",
    "title": "关于公布名单的通知",
    "issuers": ["湖州市教育局", "湖州市财政局"],
    "date": "2023-06-14",
    "addressees": ["各区（县）教育局"],
    "status": "final",
    "attachments": [
      {"label": "附件", "title": "名单"}
    ],
    "references": [
      {"title": "方案", "number": "湖教党〔2021〕20号"},
      {"title": null, "number": "国发〔2020〕1号"}
    ],
    "body": [
      "第一段。",
      "第二段。"
    ]
  },
  "rosters": [
    {
      "annex": "附件",
      "title": "名单",
      "heading": null,
      "columns": [
        {"name": "序号", "role": "index", "type": "integer"},
        {"name": "区县", "role": "region", "type": "string"},
        {"name": "金额", "role": "amount", "type": "number"},
        {"name": "组织", "role": "organisation", "type": "list"}
      ],
      "records": [
        {"序号": 1, "区县": "市直属", "金额": 2.50, "组织": ["甲校", "乙校"]},
        {"序号": 2, "区县": "市直属", "金额": null, "组织": []}
      ],
      "totals": [
        {"序号": "合计", "区县": null, "金额": 2.50, "组织": []}
      ],
      "notes": [
        "注：排名不分先后"
      ]
    }
  ],
  "findings": [],
  "fixes": {},
  "accounting": {
    "read": 30,
    "kept": 28,
    "left_out": [
      {"reason": "artifact", "characters": 2, "text": "[b]"}
    ]
  }
}
)");
}

TEST(Json, writes_null_and_empty_lists_for_what_is_absent) {
    EXPECT_EQ(emitted(Notice{}, "json"), R"({
  "mingdan": 1,
  "source": {"name": "", "format": "", "bytes": 0, "sha256": ""},
  "notice": {
    "number": null,
    "title": null,
    "issuers": [],
    "date": null,
    "addressees": [],
    "status": null,
    "attachments": [],
    "references": [],
    "body": []
  },
  "rosters": [],
  "findings": [],
  "fixes": {},
  "accounting": {
    "read": 0,
    "kept": 0,
    "left_out": []
  }
}
)");
}

TEST(Json, places_findings_in_the_output_or_else_in_the_source) {
    Notice notice;
    notice.parts = {"word/document.xml"};
    At record;
    record.roster = 0;
    record.record = 3;
    record.column = "区县";
    At number;
    number.field = "number";
    Origin cell;
    cell.part = 1;
    cell.table = 1;
    cell.row = 2;
    cell.column = 2;
    cell.paragraph = 5;
    notice.findings = {
        make_finding(FindingCode::count_mismatch, "a"), make_finding(FindingCode::unknown_region, "b", record, cell),
        make_finding(FindingCode::damaged_number, "c", number), make_finding(FindingCode::merged_text, "d", {}, cell)};
    EXPECT_NE(emitted(notice, "json").find(R"("findings": [
    {"code": "count-mismatch", "severity": "warning", "message": "a", "at": {}},
    {"code": "unknown-region", "severity": "info", "message": "b", "at": {"roster": 0, "record": 3, "column": "区县"}},
    {"code": "damaged-number", "severity": "warning", "message": "c", "at": {"field": "number"}},
    {"code": "merged-text", "severity": "warning", "message": "d", "at": {"part": "word/document.xml", "table": 0, "row": 1, "column": 1, "paragraph": 4}}
  ])"),
              std::string::npos)
        << emitted(notice, "json");
}

TEST(Json, counts_fixes_in_the_order_of_their_list) {
    Notice notice = with_roster({column("名称")}, {record({value({"甲"})})});
    notice.title = field("甲乙", {}, {{Fix::join_title, "甲\n乙"}, {Fix::trim, " 甲\n乙"}});
    notice.rosters[0].records[0].values[0].items[0].changes = {{Fix::trim, "甲 "}};
    EXPECT_NE(emitted(notice, "json").find(R"("fixes": {"trim": 2, "join-title": 1},)"), std::string::npos);
}

TEST(Json, gives_a_totals_word_as_text_in_any_column) {
    Notice notice = with_roster({column("组织", ColumnType::list), column("数", ColumnType::number)}, {});
    notice.rosters[0].totals = {record({value({"合计"}), value({"共3所"})}), record({value({"甲", "乙"}), value({})})};
    EXPECT_NE(emitted(notice, "json").find(R"("totals": [
        {"组织": "合计", "数": "共3所"},
        {"组织": ["甲", "乙"], "数": null}
      ])"),
              std::string::npos);
}

#ifdef NDEBUG
TEST(Json, stays_whole_when_a_number_column_holds_a_text) {
    const Notice notice = with_roster({column("数", ColumnType::number)}, {record({value({"007"})})});
    EXPECT_NE(emitted(notice, "json").find(R"({"数": "007"})"), std::string::npos);
}
#endif

}  // namespace

}  // namespace mingdan::testing
