// Two states of a list: {old, new, expected}. A state is written as "column|column" and a line a record; a column with
// * is a list, whose members stand between slashes, one with # is an index.
#include <mingdan/diff.h>

#include <gtest/gtest.h>

#include <sstream>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include "normalize/lexicon.h"
#include "tests/support/scratch.h"

namespace mingdan {
namespace {

std::vector<std::string> split(const std::string& text, char mark) {
    std::vector<std::string> parts;
    std::istringstream stream(text);
    for (std::string part; std::getline(stream, part, mark);) {
        parts.push_back(part);
    }
    return parts;
}

Field field(const std::string& text) {
    Field made;
    made.text = text;
    return made;
}

Roster roster(const std::string& text) {
    Roster made;
    for (const std::string& line : split(text, '\n')) {
        const std::vector<std::string> cells = split(line, '|');
        if (made.columns.empty()) {
            for (std::string name : cells) {
                Column& column = made.columns.emplace_back();
                const char mark = name.back();
                name = mark == '*' || mark == '#' ? name.substr(0, name.size() - 1) : name;
                column.name = field(name);
                column.type = mark == '*' ? ColumnType::list : mark == '#' ? ColumnType::integer : ColumnType::string;
                column.role = mark == '#' ? Role::index : lexicon::role_of(name);
            }
            continue;
        }
        Record& record = made.records.emplace_back();
        for (std::size_t i = 0; i < made.columns.size(); ++i) {
            Value& value = record.values.emplace_back();
            const std::string cell = i < cells.size() ? cells[i] : "";
            for (const std::string& item :
                 made.columns[i].type == ColumnType::list ? split(cell, '/') : std::vector{cell}) {
                if (!item.empty()) {
                    value.items.push_back(field(item));
                }
            }
        }
    }
    return made;
}

std::string joined(const std::vector<std::string>& texts) {
    std::string text;
    for (const std::string& one : texts) {
        text += (text.empty() ? "" : "/") + one;
    }
    return text;
}

/// One line a difference.
std::string lines_of(const RosterDiff& diff, const Roster& before, const Roster& after) {
    std::string text = "key";
    for (const auto& column : diff.key.columns) {
        text += " " + after.columns[column.second].name.text;
    }
    text += "\n";
    for (const DuplicateKey& duplicate : diff.duplicates) {
        text += fmt::format("twice {} {}:{}\n", joined(duplicate.key), duplicate.old_count, duplicate.new_count);
    }
    for (const std::size_t record : diff.added) {
        text += "+ " + joined(new_key_of(diff, after, record)) + "\n";
    }
    for (const std::size_t record : diff.removed) {
        text += "- " + joined(key_of(diff, before, record)) + "\n";
    }
    for (const RecordChange& change : diff.changed) {
        text += "~ " + joined(new_key_of(diff, after, change.new_record));
        for (const ValueChange& value : change.values) {
            text += fmt::format(" {}:{}", after.columns[value.new_column].name.text, change_kind_name(value.kind));
            text += value.added.empty() ? "" : " +" + joined(value.added);
            text += value.removed.empty() ? "" : " -" + joined(value.removed);
            for (const Respelled& member : value.respelled) {
                text += " " + member.before + "=" + member.after;
            }
        }
        text += "\n";
    }
    return text + fmt::format("{} unchanged\n", diff.unchanged);
}

std::string differences(const std::string& before, const std::string& after, const DiffOptions& options = {}) {
    const DiffSide old_side{"old", {roster(before)}};
    const DiffSide new_side{"new", {roster(after)}};
    const auto diff = compare(old_side, new_side, options);
    return diff ? lines_of(diff->pairs.at(0), old_side.rosters[0], new_side.rosters[0]) : diff.error().describe();
}

DiffOptions by_key(const char* column) {
    DiffOptions options;
    options.key = {column};
    return options;
}

struct Case {
    const char* name;
    const char* before;
    const char* after;
    const char* expected;
};

class Differences : public ::testing::TestWithParam<Case> {};

TEST_P(Differences, are) {
    EXPECT_EQ(differences(GetParam().before, GetParam().after), GetParam().expected);
}

constexpr Case kCases[] = {
    {"equal", "学校|类别\n甲校|一\n乙校|二", "学校|类别\n甲校|一\n乙校|二", "key 学校\n2 unchanged\n"},
    {"added_removed_and_changed", "学校|类别\n甲校|一\n乙校|二\n丙校|三", "学校|类别\n乙校|二\n丙校|四\n丁校|一",
     "key 学校\n+ 丁校\n- 甲校\n~ 丙校 类别:value\n1 unchanged\n"},
    {"the_index_is_no_key_and_is_not_compared", "序号#|学校\n1|甲校\n2|乙校", "序号#|学校\n1|乙校\n2|丙校",
     "key 学校\n+ 丙校\n- 甲校\n1 unchanged\n"},
    {"members_of_a_list", "学校|教师*\n甲校|张三/李四/张三", "学校|教师*\n甲校|李四/王五/张三",
     "key 学校\n~ 甲校 教师:members +王五 -张三\n0 unchanged\n"},
    {"a_list_in_another_order", "学校|教师*\n甲校|张三/李四", "学校|教师*\n甲校|李四/张三",
     "key 学校\n~ 甲校 教师:order\n0 unchanged\n"},
    {"spelling_of_a_key", "学校|类别\n甲（一）校|一\n乙校|二", "学校|类别\n甲(一) 校|一\n乙校|二",
     "key 学校\n~ 甲(一) 校 学校:spelling\n1 unchanged\n"},
    {"spelling_of_a_member", "学校|教师*\n甲校|张 三/李四", "学校|教师*\n甲校|李四/张三",
     "key 学校\n~ 甲校 教师:spelling 张 三=张三\n0 unchanged\n"},
    {"two_columns_where_one_is_not_unique", "区县|学校\n甲区|一中\n乙区|一中", "区县|学校\n甲区|一中\n丙区|一中",
     "key 区县 学校\n+ 丙区/一中\n- 乙区/一中\n1 unchanged\n"},
    {"a_region_names_its_list", "区县|学校*\n甲区|一中\n乙区|二中", "区县|学校*\n甲区|一中/三中\n乙区|二中",
     "key 区县\n~ 甲区 学校:members +三中\n1 unchanged\n"},
    {"codes_of_each_year_are_no_key", "编码|学校\nA1|甲校\nA2|乙校", "编码|学校\nB1|甲校\nB2|乙校",
     "key 学校\n~ 甲校 编码:value\n~ 乙校 编码:value\n0 unchanged\n"},
    {"a_key_that_stands_twice", "学校|教师\n甲校|张三\n甲校|张三\n乙校|李四", "学校|教师\n甲校|张三\n乙校|李四",
     "key 学校\ntwice 甲校 2:1\n- 甲校\n2 unchanged\n"},
    {"columns_that_come_and_go", "学校|类别\n甲校|一", "学校|等级\n甲校|优", "key 学校\n1 unchanged\n"},
    {"only_lists", "教师*\n张三/李四\n王五", "教师*\n王五\n赵六", "key 教师\n+ 赵六\n- 张三；李四\n1 unchanged\n"},
    {"nothing_in_common", "学校\n甲校", "姓名\n甲校", "key\n+ \n- \n0 unchanged\n"},
    {"the_first_of_person_and_organisation", "姓名|学校\n张三|甲校", "姓名|学校\n张三|乙校",
     "key 姓名\n~ 张三 学校:value\n0 unchanged\n"},
    {"an_empty_side", "学校|类别\n", "学校|类别\n甲校|一", "key 学校\n+ 甲校\n0 unchanged\n"},
};

INSTANTIATE_TEST_SUITE_P(Diff, Differences, ::testing::ValuesIn(kCases),
                         [](const ::testing::TestParamInfo<Case>& one) { return one.param.name; });

TEST(Diff, a_key_that_is_given_is_used_and_records_of_one_key_are_a_bag) {
    EXPECT_EQ(
        differences("学校|教师\n甲校|张三\n甲校|李四", "学校|教师\n甲校|李四\n甲校|王五\n甲校|赵六", by_key("学校")),
        "key 学校\ntwice 甲校 2:3\n+ 甲校\n+ 甲校\n- 甲校\n1 unchanged\n");
    EXPECT_EQ(differences("序号#|学校\n1|甲校", "序号#|学校\n1|乙校", by_key("序号")),
              "key 序号\n~ 1 学校:value\n0 unchanged\n");
    EXPECT_EQ(differences("学校\n甲校", "学校\n甲校", by_key("区县")),
              "the rosters do not both have a column \"区县\". Try: --key with one or more of 学校");
}

TEST(Diff, rosters_are_paired_by_titles_without_their_years_and_the_rest_is_named) {
    const auto titled = [](const char* title, const char* text) {
        Roster made = roster(text);
        made.title = field(title);
        return made;
    };
    const DiffSide before{
        "old",
        {titled("2023年优秀学校名单", "学校|类别\n甲校|一"), titled("2023年优秀教师名单", "姓名|学校\n张三|甲校")}};
    const DiffSide after{"new",
                         {titled("2024年优秀教师名单", "姓名|学校\n张三|甲校"),
                          titled("2024年先进单位名单", "单位|事迹|奖金\n乙校|x|1")}};
    const Diff diff = compare(before, after).value();
    ASSERT_EQ(diff.pairs.size(), 1u);
    EXPECT_EQ(diff.pairs[0].old_roster, 1u);
    EXPECT_EQ(diff.pairs[0].new_roster, 0u);
    EXPECT_FALSE(diff.pairs[0].differs());
    EXPECT_EQ(diff.old_alone, std::vector<std::size_t>{0});
    EXPECT_EQ(diff.new_alone, std::vector<std::size_t>{1});
    EXPECT_TRUE(diff.differs());

    const Diff chosen = compare(before, after, {.key = {}, .old_roster = 0, .new_roster = 0}).value();
    ASSERT_EQ(chosen.pairs.size(), 1u);
    EXPECT_EQ(chosen.pairs[0].reason, "as asked for");
    EXPECT_FALSE(compare(before, after, {.key = {}, .old_roster = 2, .new_roster = 0}));
}

TEST(Diff, the_json_is_one_object_with_everything_in_it) {
    const DiffSide before{"old", {roster("学校|教师*\n甲校|张三\n乙校|")}};
    const DiffSide after{"new", {roster("学校|教师*\n甲校|李四\n丙校|")}};
    const auto json = nlohmann::json::parse(diff_json(compare(before, after).value(), before, after));
    EXPECT_EQ(json["mingdan_diff"], 1);
    const auto& pair = json["pairs"][0];
    EXPECT_EQ(pair["key"]["columns"], nlohmann::json({"学校"}));
    EXPECT_EQ(pair["counts"].dump(), R"({"added":1,"changed":1,"removed":1,"spelling_only":0,"unchanged":0})");
    EXPECT_EQ(pair["added"][0]["record"]["学校"], "丙校");
    EXPECT_EQ(pair["removed"][0]["row"], 2);
    EXPECT_EQ(pair["changed"][0]["changes"][0]["added"], nlohmann::json({"李四"}));
}

std::string records_of(const std::string& path) {
    const auto side = read_diff_side(path);
    if (!side) {
        return side.error().describe();
    }
    std::string text;
    for (const Roster& one : side->rosters) {
        text += "[" + (one.title ? one.title->text : "") + "]\n";
        for (const Record& record : one.records) {
            for (std::size_t i = 0; i < one.columns.size(); ++i) {
                text += one.columns[i].name.text + "=";
                for (const Field& item : record.values[i].items) {
                    text += item.text + "/";
                }
                text += " ";
            }
            text += "\n";
        }
    }
    return text;
}

TEST(Diff, reads_what_mingdan_wrote) {
    const testing::Scratch scratch;
    const auto written = [&](const char* name, const char* text) {
        scratch.write(name, text);
        return scratch.path(name);
    };
    EXPECT_EQ(
        records_of(written(
            "a.json",
            R"({"mingdan": 1, "rosters": [{"title": "名单", "columns": [{"name": "名", "role": "name", "type": "string"},
                                 {"name": "额", "role": "amount", "type": "number"}, {"name": "员", "role": "person", "type": "list"}],
                                 "records": [{"名": "甲", "额": 2.50, "员": ["乙", "丙"]}, {"名": null, "额": null, "员": []}]}]})")),
        "[名单]\n名=甲/ 额=2.50/ 员=乙/丙/ \n名= 额= 员= \n");
    EXPECT_EQ(records_of(written("a.ndjson",
                                 "{\"notice\": {\"source\": \"a\"}, \"roster\": {\"title\": \"名单\"}, \"row\": 1, "
                                 "\"record\": {\"名\": \"甲\"}}\n"
                                 "{\"notice\": {\"source\": \"a\"}, \"roster\": {\"title\": \"名单\"}, \"row\": 2, "
                                 "\"record\": {\"名\": \"乙\"}}\n"
                                 "{\"notice\": {\"source\": \"b\"}, \"roster\": {\"title\": null}, \"row\": 1, "
                                 "\"record\": {\"名\": \"丙\"}}\n")),
              "[名单]\n名=甲/ \n名=乙/ \n[]\n名=丙/ \n");
    const std::string bad = written("bad.json", "{\"mingdan\": 1, \"rosters\": [");
    EXPECT_NE(records_of(bad).find("it is no JSON at byte"), std::string::npos) << records_of(bad);
    EXPECT_NE(records_of(written("b.json", "{\"mingdan\": 2}")).find("another form"), std::string::npos);
}

TEST(Diff, reads_a_year_of_a_dataset) {
    const testing::Scratch scratch;
    scratch.write("dataset/records.csv",
                  "notice_key,roster,row,year,record\r\n"
                  "a,1,1,2023,\"{\"\"名\"\": \"\"甲\"\", \"\"员\"\": [\"\"乙\"\"]}\"\r\n"
                  "b,1,1,2024,\"{\"\"名\"\": \"\"丙\"\", \"\"员\"\": []}\"\r\n"
                  "b,1,2,2024,\"{\"\"名\"\": \"\"丁\"\", \"\"员\"\": []}\"\r\n");
    const std::string folder = scratch.path();
    EXPECT_EQ(records_of(folder + ":2024"), "[]\n名=丙/ 员= \n名=丁/ 员= \n");
    scratch.write("dataset/rosters.csv",
                  "notice_key,roster,title,columns\r\nb,1,\"名\n单\",\"[{\"\"name\"\": \"\"名\"\", \"\"role\"\": "
                  "\"\"name\"\", \"\"type\"\": \"\"string\"\"}]\"\r\n");
    EXPECT_EQ(records_of(folder + ":2024"), "[名\n单]\n名=丙/ \n名=丁/ \n");
    EXPECT_NE(records_of(folder + ":2020").find("no record of the year 2020"), std::string::npos);
}

}  // namespace
}  // namespace mingdan
