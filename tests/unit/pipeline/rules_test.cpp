// The user's rules: what a file of them may say, and what each does to a notice.
#include <gtest/gtest.h>

#include <utility>

#include <mingdan/mingdan.h>

#include "tests/support/table_text.h"

namespace mingdan {
namespace {

TEST(Rules, are_read_from_toml) {
    const auto rules = parse_rules(
        "skip = [\"fill-groups\"]\n"
        "[columns]\n"
        "区县 = [\"县区\", \"所属县区\"]\n"
        "\"单位 (全称)\" = ['单位']\n"
        "[lists]\n"
        "参与单位 = [\"/\", \"　\"]\n"
        "成员 = []\n"
        "[labels]\n"
        "no_division = [\"市直属\"]\n");
    ASSERT_TRUE(rules) << rules.error().describe();
    Rules expected;
    expected.skip = {"fill-groups"};
    expected.columns = {{"区县", {"县区", "所属县区"}}, {"单位 (全称)", {"单位"}}};
    expected.lists = {{"参与单位", U"/　"}, {"成员", U""}};
    expected.no_division = {"市直属"};
    EXPECT_EQ(*rules, expected);
    EXPECT_EQ(*parse_rules("# nothing\n"), Rules{});
}

TEST(Rules, faults_have_a_line_and_say_what_was_seen) {
    const std::pair<const char*, const char*> rows[] = {
        {"skip = 3", "line 1: skip is a whole number, not a list of texts"},
        {"\n[columns]\n甲 = [1.5]", "line 3: columns.甲 holds a number, not only texts"},
        {"[columns]\n甲 = [\"\"]", "line 2: columns.甲 holds an empty text, not only texts"},
        {"[columns]\n甲 = []", "line 2: columns.甲 has no header that means it"},
        {"[columns]\n\"\" = [\"甲\"]", "line 2: a column has no name"},
        {"[columns]\n甲 = [\"乙\"]\n乙 = [\"丙\"]", "line 2: \"乙\" would mean both 乙 and 甲"},
        {"[lists]\n甲 = [\"\"]", "line 2: lists.甲 holds an empty text, not only texts"},
        {"[lists]\n甲 = [\"、 \"]", "line 2: lists.甲 holds \"、 \", which is no single character"},
        {"lists = [\"、\"]", "line 1: lists is a list, not a table"},
        {"[labels]\nregions = []", "line 2: there is no key \"regions\" in labels"},
        {"[rules]", "line 1: there is no key \"rules\""},
        {"skip = [\"account\"]", "line 1: the pass account always runs and cannot be skipped"},
        {"甲 = [", "line 1: this is not TOML: "},
        {"a\xFF", "line 1: the text is not UTF-8"},
    };
    for (const auto& [toml, expected] : rows) {
        const auto rules = parse_rules(toml);
        ASSERT_FALSE(rules) << toml;
        EXPECT_EQ(rules.error().code, ErrorCode::bad_rules) << toml;
        EXPECT_EQ((rules.error().part + ": " + rules.error().message).substr(0, std::string(expected).size()),
                  expected);
        EXPECT_FALSE(rules.error().hint.empty()) << toml;
    }
    EXPECT_EQ(exit_code(ErrorCode::bad_rules), 2);
}

/// The notice of one table under rules; its rosters and its fixes as text.
std::string by_rules(const char* toml, std::initializer_list<std::string_view> rows) {
    Options options;
    auto rules = parse_rules(toml);
    if (!rules) {
        return rules.error().describe();
    }
    options.rules = std::move(*rules);
    const Notice notice = understand(test::document({test::table(rows)}), options);
    EXPECT_TRUE(test::accounts(notice));
    std::string text = test::text_of(notice);
    const std::vector<std::uint32_t> counts = count_fixes(notice);
    for (std::size_t i = 0; i < counts.size(); ++i) {
        if (counts[i] > 0) {
            text += std::string(fix_name(static_cast<Fix>(i))) + " " + std::to_string(counts[i]) + "\n";
        }
    }
    return text;
}

TEST(Rules, give_columns_one_name_and_its_role) {
    EXPECT_EQ(by_rules("[columns]\n区县 = ['推荐地', '属 地（县）']", {"序号|推荐 地|姓名", "1|甲县|张三", "2|^|李四"}),
              "# - / - / -\n序号|区县|姓名\n1|甲县|张三\n2|甲县|李四\nfold-spaces 1\nfill-merged 1\nrule-column 1\n");
    EXPECT_EQ(by_rules("[columns]\n区县 = ['属 地（县）']", {"序号|属地(县)|姓名", "1|甲县|张三", "2|乙县|李四"}),
              "# - / - / -\n序号|区县|姓名\n1|甲县|张三\n2|乙县|李四\nrule-column 1\n");
}

TEST(Rules, make_lists_of_columns) {
    EXPECT_EQ(by_rules("[lists]\n参与单位 = ['/', '＋']", {"序号|参与单位", "1|一中/二中（东/西）＋三中", "2|四中"}),
              "# - / - / -\n序号|参与单位\n1|[一中;二中（东/西）;三中]\n2|[四中]\nrule-list 2\n");
    EXPECT_EQ(by_rules("[lists]\n成果 = []", {"序号|成果", "1|一、二\\三", "2|四、五"}),
              "# - / - / -\n序号|成果\n1|[一、二;三]\n2|[四、五]\nrule-list 2\n");
    EXPECT_EQ(by_rules("", {"序号|参与单位", "1|一中/二中", "2|四中"}),
              "# - / - / -\n序号|参与单位\n1|一中/二中\n2|四中\n");
}

TEST(Rules, mark_labels_that_are_no_division_where_they_were_read) {
    EXPECT_EQ(by_rules("[labels]\nno_division = ['市直属']",
                       {"序号|区县|姓名", "1|市 直 属|张三", "2|^|李四", "3|甲县|王五"}),
              "# - / - / -\n序号|区县|姓名\n1|市直属|张三\n2|市直属|李四\n3|甲县|王五\njoin-label 1\nfill-merged "
              "1\nrule-label 1\n");
}

TEST(Rules, skip_passes) {
    EXPECT_EQ(by_rules("skip = ['fill-spans']", {"序号|区县|姓名", "1|甲县|张三", "2|^|李四"}),
              "# - / - / -\n序号|区县|姓名\n1|甲县|张三\n2|-|李四\n");
    EXPECT_EQ(by_rules("skip = ['all']\n[columns]\n区县 = ['列1']", {"甲县|张三"}),
              "# - / - / -\n列1|列2\n甲县|张三\n");
}

}  // namespace
}  // namespace mingdan
