// Numbers that a text states: {text, what is found}.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "normalize/claim_scan.h"

namespace mingdan {
namespace {

std::string found_in(std::string_view text) {
    constexpr std::string_view kKinds[] = {"listed", "decided", "part"};
    std::string found;
    for (const ScannedClaim& claim : scan_claims(text)) {
        found += fmt::format("{}{} {}{}", found.empty() ? "" : "; ", kKinds[static_cast<std::size_t>(claim.kind)],
                             claim.stated, claim.quoted.empty() ? "" : fmt::format(" ({})", claim.quoted));
    }
    return found;
}

TEST(Claims, are_found_in_running_text) {
    const std::pair<const char*, const char*> rows[] = {
        {"决定将“思政一体 立德优师”等40个党建联建项目评定为最佳实践，具体名单详见附件。",
         "listed 40 (思政一体 立德优师)"},
        {"陆敏颖等15名教师在评选中获奖", "listed 15"},
        {"甲社等三十六家合作社", "listed 36"},
        {"“‘爱+’先锋”等2个项目", "listed 2 (‘爱+’先锋)"},
        {"决定对31项课题予以立项", "decided 31"},
        {"认定8家企业为2017年度专精特新中小企业", "decided 8"},
        {"决定对5个先进集体、11名先进个人予以通报表彰", "decided 5; decided 11"},
        {"其中小学组5项，初中组6项，高中组20项（详见附件）。", "part 5; part 6; part 20"},
        {"现将名单予以公布，共计117家。", "decided 117"},
        {"共评出优秀课题9项", "decided 9"},
        {"共评出一等奖3名、二等奖5名", "decided 3; part 5"},
        {"“甲乙丙”等 13 项课题", "listed 13 (甲乙丙)"},
        {"今年共收到申报材料120份", "part 120"},
        {"并在3年内不再受理其申报", ""},
        {"提出以下三点要求", ""},
        {"公示期为11月3日至11月9日（7个工作日）", ""},
        {"根据第3个文件、2018年第5号", ""},
        {"", ""},
    };
    for (const auto& [text, expected] : rows) {
        EXPECT_EQ(found_in(text), expected) << text;
    }
}

TEST(Claims, keep_whole_characters_in_what_they_quote) {
    for (const ScannedClaim& claim : scan_claims("决定对“甲乙丙”等 13 项课题予以立项")) {
        EXPECT_EQ(claim.text, "“甲乙丙”等 13 项课题");
    }
}

}  // namespace
}  // namespace mingdan
