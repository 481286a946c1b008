// Which documents are one notice, and which of them is in force.
#include <gtest/gtest.h>

#include "pipeline/dataset_choice.h"
#include "pipeline/dataset_fragment.h"
#include "pipeline/dataset_key.h"
#include "tests/support/scratch.h"
#include "tests/unit/emit/notices.h"

namespace mingdan {
namespace {

using mingdan::testing::field;
using mingdan::testing::Scratch;
using mingdan::testing::small_notice;

Notice without_number() {
    Notice notice = small_notice();
    notice.number.reset();
    return notice;
}

TEST(DatasetKey, a_number_and_its_issuers_whatever_brackets_and_spaces) {
    Notice other = small_notice();
    other.number = field("湖教党[2023] 10号");
    other.title = field("别的");
    EXPECT_EQ(notice_key(other), notice_key(small_notice()));
    EXPECT_EQ(notice_key(other), "number 湖教党(2023)10号 湖州市教育局 湖州市财政局");
    other.issuers.clear();
    other.number = field("湖教党〔2023〕10号");
    EXPECT_EQ(notice_key(other), "number 湖教党(2023)10号");
}

TEST(DatasetKey, a_number_that_any_issuer_may_have_is_none_without_issuer) {
    Notice notice = small_notice();
    notice.issuers.clear();
    for (const char* number : {"2022年第22号", "〔2023〕10号"}) {
        notice.number = field(number);
        EXPECT_EQ(notice_key(notice), "sha256 " + std::string(64, 'a'));
    }
}

TEST(DatasetKey, without_number_title_date_and_issuers_tell_and_all_three_are_needed) {
    EXPECT_EQ(notice_key(without_number()), "title 关于公布名单的通知 2023-06-14 湖州市教育局 湖州市财政局");
    Notice no_title = without_number();
    Notice no_date = without_number();
    Notice no_issuer = without_number();
    no_title.title.reset();
    no_date.date.reset();
    no_issuer.issuers.clear();
    for (const Notice* notice : {&no_title, &no_date, &no_issuer}) {
        EXPECT_EQ(notice_key(*notice), "sha256 " + std::string(64, 'a'));
    }
}

TEST(DatasetKey, an_endless_title_does_not_make_an_endless_key) {
    Notice notice = without_number();
    Notice other = without_number();
    notice.title = field(std::string(5000, 'a'));
    other.title = field(std::string(5000, 'b'));
    EXPECT_EQ(notice_key(notice).substr(0, 13), "title-sha256 ");
    EXPECT_EQ(notice_key(notice).size(), 13u + 64u);
    EXPECT_NE(notice_key(notice), notice_key(other));
}

TEST(DatasetKey, the_year_is_that_of_the_number_else_of_the_date) {
    Notice notice = small_notice();
    notice.date = field("2024-01-02");
    EXPECT_EQ(notice_year(notice), 2023u);
    notice.number = field("2022年第22号");
    EXPECT_EQ(notice_year(notice), 2022u);
    notice.number = field("湖教党〔202〕10号");
    EXPECT_EQ(notice_year(notice), 2024u);
    notice.date.reset();
    EXPECT_EQ(notice_year(notice), std::nullopt);
}

class DatasetChoiceTest : public ::testing::Test {
protected:
    void add(const std::string& id, const Notice& notice) {
        scratch_.write(id, dataset_fragment(notice, id));
        fragments_.push_back({id, scratch_.path(id)});
    }
    std::string in_force() {
        const Result<DatasetChoice> choice = DatasetChoice::of(fragments_);
        EXPECT_TRUE(choice) << choice.error().describe();
        std::string ids;
        for (const std::uint32_t index : choice->in_force()) {
            ids += fragments_[index].id + " ";
        }
        return ids;
    }
    static Notice version(const char* date, char content, const char* title = "关于公布名单的通知") {
        Notice notice = small_notice();
        notice.date = field(date);
        notice.title = field(title);
        notice.source.sha256 = std::string(64, content);
        return notice;
    }

    Scratch scratch_;
    std::vector<Fragment> fragments_;
};

TEST_F(DatasetChoiceTest, the_later_date_is_in_force) {
    add("a", version("2023-06-15", 'a'));
    add("b", version("2023-06-14", 'b'));
    add("c", version("2023-06", 'c'));
    EXPECT_EQ(in_force(), "a ");
}

TEST_F(DatasetChoiceTest, on_one_day_the_corrected_one_is_in_force) {
    add("a", version("2023-06-14", 'a', "关于公布名单的通知（更正）"));
    add("b", version("2023-06-14", 'b'));
    EXPECT_EQ(in_force(), "a ");
}

TEST_F(DatasetChoiceTest, a_file_name_may_say_that_it_is_corrected) {
    add("名单（更正）", version("2023-06-14", 'a'));
    add("龙", version("2023-06-14", 'b'));
    EXPECT_EQ(in_force(), "名单（更正） ");
}

TEST_F(DatasetChoiceTest, else_the_last_id_is_in_force_and_other_notices_stay) {
    Notice other = version("2023-06-14", 'd');
    other.number = field("湖教党〔2023〕11号");
    add("a", version("2023-06-14", 'a'));
    add("b", version("2023-06-14", 'b'));
    add("c", other);
    EXPECT_EQ(in_force(), "b c ");
}

TEST_F(DatasetChoiceTest, equal_files_are_one_version) {
    add("a", version("2023-06-14", 'a'));
    add("b", version("2023-06-14", 'b'));
    add("c", version("2023-06-14", 'a'));
    const Result<DatasetChoice> choice = DatasetChoice::of(fragments_);
    std::vector<DatasetChoice::Versions> seen;
    ASSERT_TRUE(choice->for_each_key([&](const DatasetChoice::Versions& versions) {
        seen.push_back(versions);
        return Result<void>();
    }));
    EXPECT_EQ(seen, (std::vector<DatasetChoice::Versions>{{1, 2}}));
}

TEST_F(DatasetChoiceTest, a_damaged_fragment_is_named) {
    add("a", small_notice());
    scratch_.write("a", "mingdan-dataset 1 20230614");
    const Result<DatasetChoice> choice = DatasetChoice::of(fragments_);
    ASSERT_FALSE(choice);
    EXPECT_EQ(choice.error().file, scratch_.path("a"));
    EXPECT_FALSE(choice.error().hint.empty());
}

}  // namespace
}  // namespace mingdan
