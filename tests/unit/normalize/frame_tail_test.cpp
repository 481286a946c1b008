// Sign-off, date, attachments, references and imprint: {lines below the addressee, what a careful clerk would note}.
#include <algorithm>

#include <gtest/gtest.h>

#include "tests/support/frame_text.h"
#include "tests/support/table_text.h"

namespace mingdan {
namespace {

struct Case {
    const char* name;
    std::vector<std::string_view> lines;
    const char* expected;
};

constexpr std::string_view kTitle = "关于公布示范学校名单的通知";
constexpr std::string_view kTo = "各县教育局：";
constexpr std::string_view kBody = "现将示范学校名单予以公布，请认真组织学习。";

Notice below_the_head(const std::vector<std::string_view>& tail) {
    std::vector<std::string_view> lines = {kTitle, kTo, kBody};
    lines.insert(lines.end(), tail.begin(), tail.end());
    return test::noticed(lines);
}

/// What is read of the tail alone; the head must have stayed whole. That these files lack the annexes they
/// announce is a matter of check-lists.
std::string tail_text_of(const Notice& notice) {
    std::string text;
    const std::string all = test::frame_text_of(notice);
    for (std::size_t at = 0; at <= all.size();) {
        const std::size_t end = std::min(all.find('\n', at), all.size());
        const std::string line = all.substr(at, end - at);
        at = end + 1;
        if (line != "title 关于公布示范学校名单的通知" && line != "addressees 各县教育局" && line != "status final" &&
            line != "body 1" && line != "findings missing-table") {
            text += (text.empty() ? "" : "\n") + line;
        }
    }
    return text;
}

class FrameTail : public testing::TestWithParam<Case> {};

TEST_P(FrameTail, is_understood) {
    const Notice notice = below_the_head(GetParam().lines);
    EXPECT_EQ(tail_text_of(notice), GetParam().expected);
    EXPECT_EQ(notice.body.size(), 1U);
    EXPECT_TRUE(test::accounts(notice));
}

INSTANTIATE_TEST_SUITE_P(
    SignOffs, FrameTail,
    testing::Values(
        Case{"one_issuer_then_the_date", {"清河市教育局", "2023年6月14日"}, "issuers 清河市教育局\ndate 2023-06-14"},
        Case{"joint_issuers_one_a_line",
             {"清河市科学技术协会", "共青团清河市委", "清河市妇女联合会", "2023年6月14日"},
             "issuers 清河市科学技术协会;共青团清河市委;清河市妇女联合会\ndate 2023-06-14"},
        Case{"joint_issuers_on_one_line",
             {"清河市科学技术局                 清河市财政局", "2023年6月14日"},
             "issuers 清河市科学技术局;清河市财政局\ndate 2023-06-14"},
        Case{"joint_issuers_on_two_lines",
             {"清河市财政局 国家税务总局清河市税务局", "清河市民政局", "2023年6月14日"},
             "issuers 清河市财政局;国家税务总局清河市税务局;清河市民政局\ndate 2023-06-14"},
        Case{"layout_spaces_in_a_name",
             {"清 河 市 教 育 局", "2023 年 6 月 14 日"},
             "issuers 清河市教育局\ndate 2023-06-14"},
        Case{"a_seal_by_proxy_is_no_issuer",
             {"清河市财政局", "（清河市财政局代章）", "2023年6月14日"},
             "issuers 清河市财政局\ndate 2023-06-14"},
        Case{"the_date_above_the_issuer",
             {"2019年10月23日", "清河市科学技术厅"},
             "issuers 清河市科学技术厅\ndate 2019-10-23"},
        Case{"issuer_and_date_on_one_line",
             {"清河市教育局          2023年6月14日"},
             "issuers 清河市教育局\ndate 2023-06-14"},
        Case{"issuer_glued_to_the_date", {"清河市教育局二○○八年四月十一日"}, "issuers 清河市教育局\ndate 2008-04-11"},
        Case{"pushed_to_the_right",
             {"                              清河市教育局", "                                 2023年6月14日  "},
             "issuers 清河市教育局\ndate 2023-06-14"},
        Case{"nothing_at_all", {}, ""}),
    [](const auto& row) { return std::string(row.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Dates, FrameTail,
    testing::Values(
        Case{"zero_of_the_ideographs", {"清河市教育局", "二〇一二年二月八日"}, "issuers 清河市教育局\ndate 2012-02-08"},
        Case{"zero_as_a_circle", {"清河市教育局", "二○一○年三月二十九日"}, "issuers 清河市教育局\ndate 2010-03-29"},
        Case{"zero_as_a_latin_letter",
             {"清河市教育局", "二OO九年三月二十三日"},
             "issuers 清河市教育局\ndate 2009-03-23"},
        Case{"zero_as_a_digit", {"清河市教育局", "二00七年一月二十二日"}, "issuers 清河市教育局\ndate 2007-01-22"},
        Case{"full_width_digits", {"清河市教育局", "２０２３年６月１４日"}, "issuers 清河市教育局\ndate 2023-06-14"},
        Case{"the_day_missing", {"清河市教育局", "2023年6月"}, "issuers 清河市教育局\ndate 2023-06"},
        Case{"broken_over_two_lines", {"清河市教育局", "2013", "年11月15日"}, "issuers 清河市教育局\ndate 2013-11-15"},
        Case{"a_closing_mark_behind_it",
             {"清河市教育局", "2023年6月14日", "（此件公开发布）"},
             "issuers 清河市教育局\ndate 2023-06-14"}),
    [](const auto& row) { return std::string(row.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Attachments, FrameTail,
    testing::Values(Case{"one",
                         {"附件：示范学校申报表", "清河市教育局", "2023年6月14日"},
                         "issuers 清河市教育局\ndate 2023-06-14\nattachments 附件=示范学校申报表"},
                    Case{"spaced_label",
                         {"附 件: 示范学校申报表", "清河市教育局", "2023年6月14日"},
                         "issuers 清河市教育局\ndate 2023-06-14\nattachments 附件=示范学校申报表"},
                    Case{"numbered_over_lines",
                         {"附件：1.示范学校申报表", "      2.申报汇总表", "清河市教育局", "2023年6月14日"},
                         "issuers 清河市教育局\ndate 2023-06-14\nattachments 附件1=示范学校申报表;附件2=申报汇总表"},
                    Case{"numbered_below_a_bare_label",
                         {"附件：", "1、示范学校申报表", "2、申报汇总表", "清河市教育局", "2023年6月14日"},
                         "issuers 清河市教育局\ndate 2023-06-14\nattachments 附件1=示范学校申报表;附件2=申报汇总表"},
                    Case{"numbered_on_one_line",
                         {"附件：1.示范学校申报表 2.申报汇总表", "清河市教育局", "2023年6月14日"},
                         "issuers 清河市教育局\ndate 2023-06-14\nattachments 附件1=示范学校申报表;附件2=申报汇总表"},
                    Case{"a_label_each",
                         {"附件1：示范学校申报表", "附件2：申报汇总表", "清河市教育局", "2023年6月14日"},
                         "issuers 清河市教育局\ndate 2023-06-14\nattachments 附件1=示范学校申报表;附件2=申报汇总表"},
                    Case{"chinese_numerals",
                         {"附件一：示范学校申报表", "附件二：申报汇总表", "清河市教育局", "2023年6月14日"},
                         "issuers 清河市教育局\ndate 2023-06-14\nattachments 附件一=示范学校申报表;附件二=申报汇总表"},
                    Case{"file_suffixes",
                         {"附件：1.示范学校申报表.doc", "2.申报汇总表.xlsx", "3.申报指南.pdf", "4.样表.wps",
                          "清河市教育局", "2023年6月14日"},
                         "issuers 清河市教育局\ndate 2023-06-14\nattachments "
                         "附件1=示范学校申报表;附件2=申报汇总表;附件3=申报指南;附件4=样表"},
                    Case{"a_list_that_lost_its_first_item",
                         {"附件：2.申报汇总表", "清河市教育局", "2023年6月14日"},
                         "issuers 清河市教育局\ndate 2023-06-14\nattachments 附件2=申报汇总表"},
                    Case{"the_sign_off_glued_to_it",
                         {"附件：示范学校申报表.pdf 清河市教育局二○○八年四月十一日"},
                         "issuers 清河市教育局\ndate 2008-04-11\nattachments 附件=示范学校申报表"},
                    Case{"below_the_sign_off",
                         {"清河市教育局", "2023年6月14日", "附件：示范学校申报表.doc"},
                         "issuers 清河市教育局\ndate 2023-06-14\nattachments 附件=示范学校申报表"}),
    [](const auto& row) { return std::string(row.param.name); });

INSTANTIATE_TEST_SUITE_P(Imprints, FrameTail,
                         testing::Values(Case{"copies_and_printing",
                                              {"清河市教育局", "2023年6月14日", "抄送：市委办公室，市政府办公室。",
                                               "清河市教育局办公室        2023年6月15日印发"},
                                              "issuers 清河市教育局\ndate 2023-06-14"},
                                         Case{"subject_words_and_copies_printed",
                                              {"清河市教育局", "2023年6月14日", "主题词：教育 学校 通知",
                                               "清河市教育局办公室2023年6月15日印 (共印42份)"},
                                              "issuers 清河市教育局\ndate 2023-06-14"}),
                         [](const auto& row) { return std::string(row.param.name); });

class FrameReferences : public testing::TestWithParam<Case> {};

TEST_P(FrameReferences, are_paired_in_order_of_mention) {
    std::vector<std::string_view> lines = {kTitle, kTo};
    lines.insert(lines.end(), GetParam().lines.begin(), GetParam().lines.end());
    lines.insert(lines.end(), {"清河市教育局", "2023年6月14日"});
    const Notice notice = test::noticed(lines);
    const std::string all = test::frame_text_of(notice);
    const std::size_t begin = all.find("\nreferences ");
    const std::string read = begin == std::string::npos ? "" : all.substr(begin + 12, all.rfind("\nbody") - begin - 12);
    EXPECT_EQ(read, GetParam().expected);
    EXPECT_TRUE(test::accounts(notice));
}

INSTANTIATE_TEST_SUITE_P(
    Normalize, FrameReferences,
    testing::Values(
        Case{"title_then_number",
             {"根据《示范学校实施方案（2021年—2023年）》（清教党〔2021〕20号），现予以公布。"},
             "示范学校实施方案（2021年—2023年）=清教党〔2021〕20号"},
        Case{"number_then_title",
             {"根据清教〔2021〕20号《关于开展评选的通知》，现予以公布。"},
             "关于开展评选的通知=清教〔2021〕20号"},
        Case{"other_brackets_are_brought_to_one",
             {"根据《评选办法》（清教[2021]20号）要求，现予以公布。"},
             "评选办法=清教〔2021〕20号"},
        Case{"with_a_short_name",
             {"根据《示范学校评选办法》（清教〔2021〕20号，以下简称《办法》），现予以公布。"},
             "示范学校评选办法=清教〔2021〕20号"},
        Case{"a_short_name_alone_is_none",
             {"根据《示范学校评选办法》（以下简称“《办法》”）的规定，现予以公布。"},
             "示范学校评选办法=-"},
        Case{"nested_angles_stay",
             {"根据《关于印发〈评选办法〉的通知》（清教〔2021〕20号），现予以公布。"},
             "关于印发〈评选办法〉的通知=清教〔2021〕20号"},
        Case{"nested_double_angles_stay",
             {"根据《关于印发《评选办法》的通知》（清教〔2021〕20号），现予以公布。"},
             "关于印发《评选办法》的通知=清教〔2021〕20号"},
        Case{"a_number_alone", {"根据省教育厅苏教高函〔2021〕20号文件精神，现予以公布。"}, "-=苏教高函〔2021〕20号"},
        Case{"two_titles_one_bracket",
             {"根据《甲办法》《乙办法》（清教〔2021〕20号、清教〔2021〕21号），现予以公布。"},
             "甲办法=清教〔2021〕20号;乙办法=清教〔2021〕21号"},
        Case{"each_once",
             {"根据《评选办法》（清教〔2021〕20号），现予以公布。",
              "请按照《评选办法》做好工作，落实清教〔2021〕20号要求。"},
             "评选办法=清教〔2021〕20号"},
        Case{"a_damaged_number", {"根据《评选办法》（清教办2020〕6号），现予以公布。"}, "评选办法=清教办2020〕6号"},
        Case{"none", {"经研究，现予以公布，请认真学习。"}, ""}),
    [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace mingdan
