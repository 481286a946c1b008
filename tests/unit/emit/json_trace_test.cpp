#include <gtest/gtest.h>

#include "tests/unit/emit/notices.h"

namespace mingdan::testing {

namespace {

Origin origin(std::uint32_t table, std::uint32_t row, std::uint16_t column, std::uint32_t paragraph) {
    Origin made;
    made.text = 1;
    made.part = 1;
    made.table = table;
    made.row = row;
    made.column = column;
    made.paragraph = paragraph;
    return made;
}

/// One record: a computed index, a label filled from the table before, a list of two paragraphs, an empty cell.
Notice traced_notice() {
    Notice notice = with_roster(
        {column("序号", ColumnType::integer), column("区县"), column("组织", ColumnType::list), column("备注")}, {});
    notice.parts = {"word/document.xml"};
    notice.title = field("关于甲的通知", origin(0, 0, 0, 1),
                         {{Fix::trim, " 关于\n甲的通知"}, {Fix::join_title, "关于\n甲的通知"}});
    notice.attachments.push_back(
        {field("附件", origin(0, 0, 0, 3)), field("名单", origin(0, 0, 0, 3), {{Fix::trim, "名单 "}})});
    Roster& roster = notice.rosters.front();
    roster.notes = {field("注：甲", origin(0, 0, 0, 40))};
    Record& row = roster.records.emplace_back(record(
        {value({"1"}, Derivation::computed), value({}, Derivation::filled), value({}), value({})}, origin(2, 2, 0, 0)));
    row.values[1].items = {field("吴兴区", origin(1, 9, 2, 20), {{Fix::fill_group, ""}})};
    row.values[2].items = {field("甲校", origin(2, 2, 3, 30)),
                           field("乙校", origin(2, 2, 3, 31), {{Fix::trim, "乙校 "}})};
    roster.totals.push_back(record({value({}), value({}), value({}), value({})}, origin(2, 3, 0, 0)));
    roster.totals[0].values[1].items = {field("合计", origin(2, 3, 2, 33), {{Fix::fold_spaces, "合 计"}})};
    return notice;
}

TEST(JsonTrace, lists_every_fix_with_its_place_in_the_output) {
    EmitOptions options;
    options.trace = true;
    const std::string json = emitted(traced_notice(), "json", options);
    EXPECT_NE(json.find(R"("fixes": {"trim": 3, "fold-spaces": 1, "join-title": 1, "fill-group": 1},)"),
              std::string::npos)
        << json;
    EXPECT_NE(json.find(R"(
  "trace": {
    "fixes": [
      {"code": "trim", "before": " 关于\u000a甲的通知", "after": "关于\u000a甲的通知", "at": {"field": "title"}},
      {"code": "join-title", "before": "关于\u000a甲的通知", "after": "关于甲的通知", "at": {"field": "title"}},
      {"code": "trim", "before": "名单 ", "after": "名单", "at": {"field": "attachments", "item": 0, "key": "title"}},
      {"code": "fill-group", "before": "", "after": "吴兴区", "at": {"roster": 0, "record": 0, "column": "区县"}},
      {"code": "trim", "before": "乙校 ", "after": "乙校", "at": {"roster": 0, "record": 0, "column": "组织", "item": 1}},
      {"code": "fold-spaces", "before": "合 计", "after": "合计", "at": {"roster": 0, "total": 0, "column": "区县"}}
    ],)"),
              std::string::npos)
        << json;
}

TEST(JsonTrace, says_where_each_value_was_read_and_how_it_came_about) {
    EmitOptions options;
    options.trace = true;
    const std::string json = emitted(traced_notice(), "json", options);
    EXPECT_NE(json.find(R"(
    "origins": {
      "notice": {
        "number": null,
        "title": {"part": "word/document.xml", "paragraph": 0},
        "issuers": [],
        "date": null,
        "addressees": [],
        "attachments": [
          {"label": {"part": "word/document.xml", "paragraph": 2}, "title": {"part": "word/document.xml", "paragraph": 2}}
        ],
        "references": [],
        "body": []
      },
      "rosters": [
        {
          "annex": null,
          "title": null,
          "heading": null,
          "columns": [
            {},
            {},
            {},
            {}
          ],
          "records": [
            {"part": "word/document.xml", "table": 1, "row": 1, "values": {"序号": {"how": "computed"}, "区县": {"how": "filled", "table": 0, "row": 8, "column": 1, "paragraph": 19}, "组织": [{"how": "literal", "row": 1, "column": 2, "paragraph": 29}, {"how": "literal", "row": 1, "column": 2, "paragraph": 30}], "备注": null}}
          ],
          "totals": [
            {"part": "word/document.xml", "table": 1, "row": 2, "values": {"序号": null, "区县": {"how": "literal", "row": 2, "column": 1, "paragraph": 32}, "组织": [], "备注": null}}
          ],
          "notes": [
            {"part": "word/document.xml", "paragraph": 39}
          ]
        }
      ]
    }
  }
}
)"),
              std::string::npos)
        << json;
}

TEST(JsonTrace, is_absent_unless_asked_for) {
    EXPECT_EQ(emitted(traced_notice(), "json").find("trace\":"), std::string::npos);
}

}  // namespace

}  // namespace mingdan::testing
