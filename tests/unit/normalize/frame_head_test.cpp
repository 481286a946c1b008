// Letterhead, title, addressees and what kind of notice it is: {lines of a notice, what a careful clerk would note}.
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

class FrameHead : public testing::TestWithParam<Case> {};

TEST_P(FrameHead, is_understood) {
    const Notice notice = test::noticed(GetParam().lines);
    EXPECT_EQ(test::frame_text_of(notice), GetParam().expected);
    EXPECT_TRUE(test::accounts(notice));
}

INSTANTIATE_TEST_SUITE_P(
    Titles, FrameHead,
    testing::Values(
        Case{"a_title_over_two_lines",
             {"关于公布全市教育系统", "示范学校名单的通知", "各县教育局：", "现将名单予以公布，请认真学习。",
              "清河市教育局", "2023年6月14日"},
             "title 关于公布全市教育系统示范学校名单的通知\nissuers 清河市教育局\ndate 2023-06-14\naddressees "
             "各县教育局\nstatus final\nbody 1"},
        Case{"a_title_broken_before_its_last_word",
             {"清河市教育局关于公布", "第五批示范学校名单的", "通　知", "各县教育局：",
              "现将名单予以公布，请认真学习。", "清河市教育局", "2023年6月14日"},
             "title 清河市教育局关于公布第五批示范学校名单的通知\nissuers 清河市教育局\ndate 2023-06-14\naddressees "
             "各县教育局\nstatus final\nbody 1"},
        Case{"the_issuer_above_the_title_belongs_to_the_letterhead",
             {"清河市住房和城乡建设局", "清河市建筑业行业协会", "清建〔2017〕206号", "关于公布优质工程名单的通知",
              "各有关单位：", "现将名单予以公布，请认真学习。", "2017年6月1日"},
             "number 清建〔2017〕206号\ntitle 关于公布优质工程名单的通知\nissuers "
             "清河市住房和城乡建设局;清河市建筑业行业协会\ndate 2017-06-01\naddressees 各有关单位\nstatus final\nbody "
             "1"},
        Case{"the_letterhead_loses_its_last_word",
             {"清河市教育局文件", "清教〔2023〕10号", "关于公布示范学校名单的通知", "各县教育局：",
              "现将名单予以公布，请认真学习。", "2023年6月14日"},
             "number 清教〔2023〕10号\ntitle 关于公布示范学校名单的通知\nissuers 清河市教育局\ndate "
             "2023-06-14\naddressees 各县教育局\nstatus final\nbody 1"},
        Case{"the_issuer_from_the_title",
             {"清河市科学技术局关于公布示范基地名单的通知", "各有关单位：", "现将名单予以公布，请认真学习。",
              "2023年6月14日"},
             "title 清河市科学技术局关于公布示范基地名单的通知\nissuers 清河市科学技术局\ndate 2023-06-14\naddressees "
             "各有关单位\nstatus final\nbody 1"},
        Case{"an_announcement_by_year",
             {"清河市工业和信息化局公告", "2022年第22号", "现将符合条件的企业名单予以公告，请有关单位遵照执行。",
              "清河市工业和信息化局", "2022年9月1日"},
             "number 2022年第22号\ntitle 清河市工业和信息化局公告\nissuers 清河市工业和信息化局\ndate "
             "2022-09-01\nstatus final\nbody 1"},
        Case{"an_order_with_its_person",
             {"清河市人民政府令", "第43号", "《清河市湿地名录管理办法》已经审议通过，现予公布，自公布之日起施行。",
              "市长  张建山", "2022年9月1日"},
             "number 第43号\ntitle 清河市人民政府令\nissuers 清河市人民政府\ndate 2022-09-01\nstatus final\nreferences "
             "清河市湿地名录管理办法=-\nbody 1"}),
    [](const auto& row) { return std::string(row.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Addressees, FrameHead,
    testing::Values(Case{"parted_by_commas_outside_brackets",
                         {"关于公布示范学校名单的通知", "各区（县，市）教育局党委，各市直学校（单位）党组织：",
                          "现将名单予以公布，请认真学习。", "清河市教育局", "2023年6月14日"},
                         "title 关于公布示范学校名单的通知\nissuers 清河市教育局\ndate 2023-06-14\naddressees "
                         "各区（县，市）教育局党委;各市直学校（单位）党组织\nstatus final\nbody 1"},
                    Case{"parted_by_semicolons",
                         {"关于公布示范学校名单的通知", "各县教育局；各高等学校：", "现将名单予以公布，请认真学习。",
                          "清河市教育局", "2023年6月14日"},
                         "title 关于公布示范学校名单的通知\nissuers 清河市教育局\ndate 2023-06-14\naddressees "
                         "各县教育局;各高等学校\nstatus final\nbody 1"},
                    Case{"an_enumeration_stays_whole_beside_a_comma",
                         {"关于公布示范学校名单的通知", "各省、自治区、直辖市教育厅（教委），部属各高等学校：",
                          "现将名单予以公布，请认真学习。", "清河市教育局", "2023年6月14日"},
                         "title 关于公布示范学校名单的通知\nissuers 清河市教育局\ndate 2023-06-14\naddressees "
                         "各省、自治区、直辖市教育厅（教委）;部属各高等学校\nstatus final\nbody 1"},
                    Case{"an_enumeration_alone_parts",
                         {"关于公布示范学校名单的通知", "甲县教育局、乙县教育局:", "现将名单予以公布，请认真学习。",
                          "清河市教育局", "2023年6月14日"},
                         "title 关于公布示范学校名单的通知\nissuers 清河市教育局\ndate 2023-06-14\naddressees "
                         "甲县教育局;乙县教育局\nstatus final\nbody 1"},
                    Case{"followed_by_the_body_in_the_same_line",
                         {"关于公布示范学校名单的通知", "各县教育局：现将名单予以公布，请认真学习。", "清河市教育局",
                          "2023年6月14日"},
                         "title 关于公布示范学校名单的通知\nissuers 清河市教育局\ndate 2023-06-14\naddressees "
                         "各县教育局\nstatus final\nbody 1"},
                    Case{"a_sentence_with_a_colon_is_none",
                         {"清河市教育局关于示范学校名单的公示", "经专家评审，现将拟认定的示范学校名单公示如下：",
                          "公示期为五个工作日。", "清河市教育局", "2023年6月14日"},
                         "title 清河市教育局关于示范学校名单的公示\nissuers 清河市教育局\ndate 2023-06-14\nstatus "
                         "proposed\nbody 2"}),
    [](const auto& row) { return std::string(row.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Statuses, FrameHead,
    testing::Values(
        Case{"recognition_is_final",
             {"关于认定2023年度示范企业的通知", "各有关单位：", "经研究，认定下列企业为示范企业，请继续努力。",
              "清河市经济局", "2023年6月14日"},
             "title 关于认定2023年度示范企业的通知\nissuers 清河市经济局\ndate 2023-06-14\naddressees "
             "各有关单位\nstatus final\nbody 1"},
        Case{"a_proposal_in_the_title_is_proposed",
             {"关于拟认定2023年度示范企业的公告", "经研究，拟认定一批示范企业，现予以公示，欢迎监督。", "清河市经济局",
              "2023年6月14日"},
             "title 关于拟认定2023年度示范企业的公告\nissuers 清河市经济局\ndate 2023-06-14\nstatus proposed\nbody 1"},
        Case{"an_allotment_is_neither",
             {"关于下达2023年度专项资金的通知", "各县财政局：", "现将专项资金下达你们，请严格按照规定使用。",
              "清河市财政局", "2023年6月14日"},
             "title 关于下达2023年度专项资金的通知\nissuers 清河市财政局\ndate 2023-06-14\naddressees 各县财政局\nbody "
             "1"},
        Case{"a_change_is_neither",
             {"关于调整工作领导小组成员的通知", "各科室：", "因人事变动，现将领导小组成员作如下调整。", "清河市财政局",
              "2023年6月14日"},
             "title 关于调整工作领导小组成员的通知\nissuers 清河市财政局\ndate 2023-06-14\naddressees 各科室\nbody 1"},
        Case{"praise_is_final",
             {"关于表彰2023年度先进集体的决定", "各有关单位：", "为表彰先进，决定授予一批单位先进集体称号。",
              "清河市人民政府", "2023年6月14日"},
             "title 关于表彰2023年度先进集体的决定\nissuers 清河市人民政府\ndate 2023-06-14\naddressees "
             "各有关单位\nstatus final\nbody 1"}),
    [](const auto& row) { return std::string(row.param.name); });

INSTANTIATE_TEST_SUITE_P(
    Annexes, FrameHead,
    testing::Values(Case{"a_file_that_is_only_an_annex", {"附件", "示范学校名单", "甲县第一小学", "乙县第二小学"}, ""},
                    Case{"an_annex_without_a_label", {"清河市示范学校名单", "1.甲县第一小学", "2.乙县第二小学"}, ""}),
    [](const auto& row) { return std::string(row.param.name); });

}  // namespace
}  // namespace mingdan
