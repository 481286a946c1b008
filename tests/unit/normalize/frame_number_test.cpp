// The document number of a notice: {how it is printed, what it is}. The rest of the notice must not suffer.
#include <gtest/gtest.h>

#include "tests/support/frame_text.h"
#include "tests/support/table_text.h"

namespace mingdan {
namespace {

struct Case {
    const char* name;
    std::vector<std::string_view> head;
    const char* number;
    const char* findings = "";
};

class FrameNumber : public testing::TestWithParam<Case> {};

TEST_P(FrameNumber, is_read_wherever_it_stands) {
    std::vector<std::string_view> lines = GetParam().head;
    lines.insert(lines.end(), {"现将示范学校名单予以公布，请认真组织学习。", "清河市教育局", "2023年6月14日"});
    const Notice notice = test::noticed(lines);
    std::string expected = *GetParam().number == '\0' ? "" : std::string("number ") + GetParam().number + "\n";
    expected +=
        "title 关于公布示范学校名单的通知\nissuers 清河市教育局\ndate 2023-06-14\naddressees 各县教育局\nstatus "
        "final\nbody 1";
    expected += *GetParam().findings == '\0' ? "" : std::string("\nfindings ") + GetParam().findings;
    EXPECT_EQ(test::frame_text_of(notice), expected);
    EXPECT_TRUE(test::accounts(notice));
}

constexpr std::string_view kTitle = "关于公布示范学校名单的通知";
constexpr std::string_view kTo = "各县教育局：";

INSTANTIATE_TEST_SUITE_P(
    Normalize, FrameNumber,
    testing::Values(
        Case{"hexagonal_brackets", {"清教〔2023〕10号", kTitle, kTo}, "清教〔2023〕10号"},
        Case{"square_brackets", {"清教[2023]10号", kTitle, kTo}, "清教〔2023〕10号"},
        Case{"full_width_square_brackets", {"清教［2023］10号", kTitle, kTo}, "清教〔2023〕10号"},
        Case{"lenticular_brackets", {"清教函【2023】10号", kTitle, kTo}, "清教函〔2023〕10号"},
        Case{"small_brackets", {"清教﹝2023﹞10号", kTitle, kTo}, "清教〔2023〕10号"},
        Case{"round_brackets", {"清教规（2023）2号", kTitle, kTo}, "清教规〔2023〕2号"},
        Case{"half_width_round_brackets", {"清教规(2023)2号", kTitle, kTo}, "清教规〔2023〕2号"},
        Case{"a_mixed_pair", {"清教〔2023﹞10号", kTitle, kTo}, "清教〔2023〕10号"},
        Case{"spaces_inside", {"清 教 〔 2023 〕 10 号", kTitle, kTo}, "清教〔2023〕10号"},
        Case{"leading_zeros_of_a_serial", {"清建协字(2023)第080号", kTitle, kTo}, "清建协字〔2023〕第080号"},
        Case{"a_code_with_letters", {"清教AB〔2023〕10号", kTitle, kTo}, "清教AB〔2023〕10号"},
        Case{"below_the_title_in_brackets", {kTitle, "(清教〔2023〕10号)", kTo}, "清教〔2023〕10号"},
        Case{"below_the_title_in_full_width_brackets", {kTitle, "（清教〔2023〕10号）", kTo}, "清教〔2023〕10号"},
        Case{"in_brackets_around_round_ones", {kTitle, "（清建协字(2023)第080号）", kTo}, "清建协字〔2023〕第080号"},
        Case{"glued_before_the_title", {"清教〔2023〕10号 关于公布示范学校名单的通知", kTo}, "清教〔2023〕10号"},
        Case{"glued_behind_the_title", {"关于公布示范学校名单的通知（清教〔2023〕10号）", kTo}, "清教〔2023〕10号"},
        Case{"glued_before_the_addressee", {kTitle, "清教〔2023〕10号各县教育局：", ""}, "清教〔2023〕10号"},
        Case{"with_the_signatory_beside_it", {"清教〔2023〕10号    签发人：李大山", kTitle, kTo}, "清教〔2023〕10号"},
        Case{"below_a_letterhead", {"清河市教育局文件", "清教〔2023〕10号", kTitle, kTo}, "清教〔2023〕10号"},
        Case{"a_code_with_a_bracket", {"清教（学）函〔2023〕10号", kTitle, kTo}, "清教（学）函〔2023〕10号"},
        Case{"behind_the_letterhead_in_one_line",
             {"清河市教育局文件  清教〔2023〕10号", kTitle, kTo},
             "清教〔2023〕10号"},
        Case{"none", {kTitle, kTo}, ""},
        Case{"the_open_bracket_lost", {"清教办2023〕6号", kTitle, kTo}, "清教办2023〕6号", "damaged-number"},
        Case{"both_brackets_lost", {"清教字 2023 140 号", kTitle, kTo}, "清教字2023140号", "damaged-number"},
        Case{"the_close_bracket_lost", {"清教办〔2023 6号", kTitle, kTo}, "清教办〔20236号", "damaged-number"},
        Case{"a_digit_of_the_year_lost", {"清教办〔202〕6号", kTitle, kTo}, "清教办〔202〕6号", "damaged-number"},
        Case{"the_year_lost", {"清委办传发﹝﹞11号", kTitle, kTo}, "清委办传发〔〕11号", "damaged-number"},
        Case{"the_mark_lost", {"清委发〔2023〕20", kTitle, kTo}, "清委发〔2023〕20", "damaged-number"},
        Case{"the_serial_lost", {"清委发〔2023〕号", kTitle, kTo}, "清委发〔2023〕号", "damaged-number"}),
    [](const auto& row) { return std::string(row.param.name); });

TEST(FrameNumber, the_change_of_brackets_is_a_fix) {
    const Notice notice =
        test::noticed({"清教[2023]10号", kTitle, kTo, "现将示范学校名单予以公布。", "清河市教育局", "2023年6月14日"});
    EXPECT_EQ(count_fixes(notice)[static_cast<std::size_t>(Fix::fold_brackets)], 1U);
}

}  // namespace
}  // namespace mingdan
