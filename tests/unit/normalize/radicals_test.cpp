// Radicals of PDF-born text: {before, after}; and what must not change.
#include <gtest/gtest.h>

#include "normalize/radicals.h"
#include "tests/support/frame_text.h"
#include "tests/support/table_text.h"

namespace mingdan {
namespace {

TEST(Radicals, become_the_ideographs_that_look_the_same) {
    const std::pair<const char*, const char*> rows[] = {
        {"⼯作⼈员", "工作人员"},                      // Kangxi radicals, U+2F2F and U+2F08
        {"⼀等奖", "一等奖"},                          // the first of them, U+2F00
        {"⿕", "龠"},                                  // the last, U+2FD5
        {"⺠办⻓兴⻄⻔⻅⻘⻩", "民办长兴西门见青黄"},  // CJK Radicals Supplement, which NFKC leaves
        {"⺀⺚", "⺀⺚"},                          // no ideograph looks like it; unassigned
    };
    for (const auto& [before, after] : rows) {
        EXPECT_TRUE(may_hold_radical(before)) << before;
        EXPECT_EQ(without_radicals(before), after) << before;
    }
}

TEST(Radicals, leave_everything_else_alone) {
    const char* const rows[] = {
        "①②Ⅲ㈠（）：…㎡〇",        // what NFKC would change
        "\uE816\uF8F5\U000F0001",  // private use, both planes
        "𬱖𠮷㛃𰻝",         // planes 2 and 3, extension A
        "葛\U000E0100城\uFE00",    // variation selectors
        "靖\uFA1C凞\uFA15",        // compatibility ideographs: NFC would change them
        "—“引号”‘’…·•",            // E2 begins these too
        "⿰木木\u2FF0",            // ideographic description characters
        "",
        "abc 一等奖",
    };
    for (const char* text : rows) {
        EXPECT_EQ(without_radicals(text), text);
    }
    EXPECT_FALSE(may_hold_radical("—“引号”·•①"));
}

TEST(MapRadicals, values_headers_and_labels_are_read_as_meant) {
    const Notice notice = test::understood({test::paragraph("附件"), test::paragraph("先进⼯作者名单"),
                                            test::table({"序号|区县|单位|姓名", "1|⻓兴县|⻓兴⼀中|⽅⼩⽂",
                                                         "2|安吉县|安吉\uE816中|𬱖𠮷葛\U000E0100"})});
    EXPECT_EQ(test::text_of(notice),
              "# 附件 / 先进工作者名单 / -\n"
              "序号|区县|单位|姓名\n"
              "1|长兴县|长兴一中|方小文\n"
              "2|安吉县|安吉\uE816中|𬱖𠮷葛\U000E0100\n");
    EXPECT_EQ(count_fixes(notice)[static_cast<std::size_t>(Fix::map_radical)], 4u);
    EXPECT_TRUE(test::accounts(notice));
}

TEST(MapRadicals, the_head_is_read_as_meant) {
    const Notice notice = test::noticed({"湖教⼈〔2024〕5号", "关于公布先进⼯作者名单的通知", "各区县教育局：",
                                         "现予公布。", "湖州市教育局", "2024年6⽉14⽇"});
    EXPECT_EQ(notice.number->text, "湖教人〔2024〕5号");
    EXPECT_EQ(notice.title->text, "关于公布先进工作者名单的通知");
    EXPECT_EQ(notice.date->text, "2024-06-14");
}

}  // namespace
}  // namespace mingdan
