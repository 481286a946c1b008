// The table of divisions: {label, area, date, what it may mean}.
#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "normalize/divisions.h"
#include "normalize/divisions_table.h"
#include "normalize/issuer_area.h"

namespace mingdan::divisions {
namespace {

std::string codes(std::string_view label, Area area, std::string_view date) {
    std::vector<std::string> found;
    for (const Division& division : look_up(label, area, months_of(date))) {
        found.push_back(code_text(division.code));
    }
    std::sort(found.begin(), found.end());
    std::string text;
    for (const std::string& code : found) {
        text += (text.empty() ? "" : " ") + code;
    }
    return text;
}

struct Row {
    const char* label;
    Area area;
    const char* date;
    const char* codes;
};

TEST(Divisions, are_found_by_full_and_short_names) {
    const Row rows[] = {
        {"吴兴区", 3305, "2023-06-14", "330502"},
        {"吴兴", 3305, "2023-06", "330502"},
        {"吴兴区", 0, "2023", "330502"},
        {"浙江", 0, "2023", "330000"},
        {"浙江省", 33, "2023", "330000"},
        {"湖州", 33, "2023", "330500"},
        {"景宁", 33, "2023", "331127"},  // 景宁畲族自治县
        {"景宁县", 33, "2023", "331127"},
        {"景宁自治县", 33, "2023", "331127"},
        {"湘西州", 43, "2023", "433100"},  // 湘西土家族苗族自治州
        {"新疆", 0, "2023", "650000"},
        {"新疆自治区", 0, "2023", "650000"},
        {"双江", 5309, "2023", "530925"},  // 双江拉祜族佤族布朗族傣族自治县
        {"浦东", 31, "2023", "310115"},
        {"香港", 0, "2023", "810000"},
        {"湾仔区", 0, "2023", "000000"},  // a name without a code
        {"嘉峪关市", 62, "2023", "620200"},
        {"东莞市", 44, "2023", "441900"},
        // paths
        {"湖州市吴兴区", 0, "2023", "330502"},
        {"浙江省湖州市吴兴区", 0, "2023", "330502"},
        {"浙江湖州", 0, "2023", "330500"},
        {"江苏省南京市鼓楼区", 0, "2023", "320106"},
        {"北京市朝阳区", 0, "2023", "110105"},
        // none
        {"吴心区", 3305, "2023", ""},
        {"吴兴区", 3306, "2023", ""},
        {"吴兴县", 3305, "2023", ""},
        {"市直属", 3305, "2023", ""},
        {"南太湖新区", 3305, "2023", ""},
        {"织里镇", 3305, "2023", ""},
        {"", 0, "2023", ""},
        {"区", 0, "2023", ""},
        {"Huzhou", 0, "2023", ""},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(codes(row.label, row.area, row.date), row.codes) << row.label << " in " << row.area;
    }
}

TEST(Divisions, several_of_one_name_are_all_given) {
    EXPECT_EQ(codes("鼓楼区", 0, "2023"), "320106 320302 350102 410204");
    EXPECT_EQ(codes("鼓楼区", 3201, "2023"), "320106");
    EXPECT_EQ(codes("桥西区", 13, "2010"), "130104 130503 130703");
    EXPECT_EQ(codes("吉林", 0, "2023"), "220000 220200");
    EXPECT_EQ(codes("长沙", 43, "2023"), "430100 430121");
}

TEST(Divisions, are_found_at_their_time_only) {
    const Row rows[] = {
        {"蓟县", 12, "2010-03", "120225"},
        {"蓟县", 12, "2018-01", ""},
        {"蓟州区", 12, "2018-01", "120119"},
        {"蓟州区", 12, "2010-03", ""},
        {"下城区", 3301, "2020-05", "330103"},
        {"下城区", 3301, "2022-05", ""},
        {"临平区", 3301, "2022-05", "330113"},
        {"莱芜市", 37, "2015", "371200"},
        {"莱芜区", 3701, "2023", "370116"},
        {"崇文区", 11, "2009-01", "110103"},
        {"崇文区", 11, "2012", ""},
        {"湟中县", 63, "2019-01", "630122"},
        // between two lists that disagree, both may be right: 崇川区 was numbered anew between 2020-06 and 2021-10
        {"崇川区", 3206, "2020-12", "320602 320613"},
        {"崇川区", 3206, "2022-01", "320613"},
        // older than the first dated list
        {"丽水地区", 33, "1998", "332500"},
        {"丽水地区", 33, "2005", ""},
        // no date: all times
        {"崇川区", 3206, "", "320602 320613"},
        {"崇文区", 11, "", "110103"},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(codes(row.label, row.area, row.date), row.codes) << row.label << " at " << row.date;
    }
}

TEST(Divisions, months_are_counted_from_dates_as_notices_have_them) {
    EXPECT_EQ(months_of("2023-06-14").first, 2023 * 12 + 5);
    EXPECT_EQ(months_of("2023-06").last, 2023 * 12 + 5);
    EXPECT_EQ(months_of("2023").first, 2023 * 12);
    EXPECT_EQ(months_of("2023").last, 2023 * 12 + 11);
    EXPECT_EQ(months_of("").first, 0);
}

TEST(Divisions, what_people_say_is_an_abbreviation) {
    for (const char* label : {"前郭县", "科左中旗", "喀左县", "杜蒙县", "塔县", "博州", "巴州", "达茂旗"}) {
        EXPECT_TRUE(is_abbreviation(label)) << label;
    }
    for (const char* label : {"吴心区", "湖洲市", "安古县"}) {
        EXPECT_FALSE(is_abbreviation(label)) << label;
    }
}

TEST(Divisions, the_nearest_differs_in_one_character) {
    const Months months = months_of("2023");
    EXPECT_EQ(nearest("吴心区", 3305, months), "吴兴区");
    EXPECT_EQ(nearest("安古县", 33, months), "安吉县");
    EXPECT_EQ(nearest("吴心区", 0, months), "");
    EXPECT_EQ(nearest("大心区", 3305, months), "");
}

TEST(Divisions, the_table_is_in_order_and_every_entry_can_be_found) {
    ASSERT_GT(kEntryCount, 6000u);
    const auto name = [](std::size_t i) { return std::string_view(kNames + kEntries[i].name, kEntries[i].name_size); };
    for (std::size_t i = 0; i < kEntryCount; ++i) {
        if (i > 0) {
            ASSERT_LE(name(i - 1), name(i));
        }
        ASSERT_LT(kEntries[i].after, kEntries[i].gone) << name(i);
        const auto found = look_up_name(name(i));
        ASSERT_TRUE(std::any_of(found.begin(), found.end(), [&](const Division& it) {
            return it.code == kEntries[i].code && it.in_full;
        })) << name(i);
    }
    for (std::size_t i = 1; i < kShortNameCount; ++i) {
        const Entry& before = kEntries[kByShortName[i - 1]];
        const Entry& entry = kEntries[kByShortName[i]];
        ASSERT_LE(std::string_view(kNames + before.name, before.short_size),
                  std::string_view(kNames + entry.name, entry.short_size));
    }
}

TEST(IssuerArea, is_named_by_the_issuer) {
    const std::pair<const char*, Area> rows[] = {
        {"湖州市教育局", 3305},
        {"中共湖州市教育局委员会", 3305},
        {"浙江省教育厅", 33},
        {"浙江省湖州市教育局", 3305},
        {"德清县人民政府办公室", 3305},
        {"上海市黄浦区教育局", 3101},
        {"国家税务总局湖州市税务局", 3305},
        {"浙江师范大学", 33},
        {"新疆维吾尔自治区教育厅", 65},
        {"长沙市教育局", 4301},
        {"教育部", 0},
        {"国务院办公厅", 0},
        {"鼓楼区教育局", 0},  // there are four
        {"吉林大学", 0},      // of the city or of the province
        {"某某协会", 0},
        {"", 0},
    };
    for (const auto& [text, area] : rows) {
        EXPECT_EQ(area_named_in(text, months_of("2023-06")), area) << text;
    }
}

Field field(std::string text) {
    Field field;
    field.text = std::move(text);
    return field;
}

TEST(IssuerArea, of_several_issuers_is_what_they_have_in_common) {
    Notice notice;
    notice.issuers = {field("浙江省教育厅"), field("湖州市教育局")};
    EXPECT_EQ(area_of_issuer(notice, {}), 33u);
    notice.issuers = {field("浙江省教育厅"), field("江苏省教育厅")};
    EXPECT_EQ(area_of_issuer(notice, {}), 0u);
}

TEST(IssuerArea, is_taken_from_the_title_where_the_issuer_is_silent) {
    Notice notice;
    notice.title = field("关于公布湖州市2023年优秀教师名单的通知");
    EXPECT_EQ(area_of_issuer(notice, {}), 3305u);
    notice.issuers = {field("教育部")};  // a ministry speaks of many cities
    EXPECT_EQ(area_of_issuer(notice, {}), 0u);
    notice.title = field("湖州市教育局关于公布优秀教师名单的通知");
    EXPECT_EQ(area_of_issuer(notice, {}), 3305u);
}

}  // namespace
}  // namespace mingdan::divisions
