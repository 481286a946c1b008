// Labels of annexes and sections: {text, what it says}.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "normalize/annex_label.h"
#include "normalize/index_number.h"
#include "normalize/number_text.h"
#include "normalize/section_label.h"

namespace mingdan {
namespace {

std::string label_in(std::string_view text) {
    const LabelParts parts = label_parts(text);
    std::string_view label = text.substr(parts.numbering.bytes, parts.label_end - parts.numbering.bytes);
    return fmt::format("{}|{}|{}{}", static_cast<int>(parts.numbering.kind), label,
                       parts.count ? fmt::format("{}", *parts.count) : "-", parts.declared_empty ? " empty" : "");
}

TEST(SectionLabel, says_number_label_and_count) {
    const std::pair<const char*, const char*> rows[] = {
        {"一、一等奖（5件）", "1|一等奖|5"},
        {"（二）培育类(10项)：", "2|培育类|10"},
        {"先进单位14个(排名不分先后)", "0|先进单位|14"},
        {"北京市（92所）", "0|北京市|92"},
        {"（一）省级历史文化名镇(共6处)", "2|省级历史文化名镇|6"},
        {"候选名单17个:", "0|候选名单|17"},
        {"一等奖(空缺)", "0|一等奖|0 empty"},
        {"1.组织奖", "3|组织奖|-"},
        {"三.面试入围", "1|面试入围|-"},
        {"①甲类", "5|甲类|-"},
        {"中国石油大学（北京）", "0|中国石油大学（北京）|-"},
        {"5.6+1幼儿园", "0|5.6+1幼儿园|-"},
        {"2023年先进集体", "0|2023年先进集体|-"},
        {"一等奖", "0|一等奖|-"},
        {"", "0||-"},
    };
    for (const auto& [text, expected] : rows) {
        EXPECT_EQ(label_in(text), expected) << text;
    }
}

TEST(SectionLabel, knows_a_count_that_stands_alone) {
    EXPECT_EQ(bare_count("（共2101所）"), 2101u);
    EXPECT_EQ(bare_count("共40项。"), 40u);
    EXPECT_EQ(bare_count("合计：12个"), 12u);
    EXPECT_FALSE(bare_count("12个"));
    EXPECT_FALSE(bare_count("共同富裕"));
}

TEST(AnnexLabel, is_told_from_running_text) {
    const std::pair<const char*, const char*> rows[] = {
        {"附件", "附件|"},
        {"附 件：", "附件|"},
        {"附件1", "附件1|"},
        {"附件一", "附件一|"},
        {"附件1：先进名单", "附件1|先进名单"},
        {"附件 2 先进名单", "附件2|先进名单"},
        {"附件3先进名单", "附件3|先进名单"},
        {"附：先进名单", "附|先进名单"},
        {"附表1", "附表1|"},
        {"（附件1）", "附件1|"},
        {"附件1-2", "附件1-2|"},
        {"附件中的名单如有变动，请及时报告。", "none"},
        {"附近的学校", "none"},
        {"附", "none"},
    };
    for (const auto& [text, expected] : rows) {
        const auto label = annex_label(text);
        EXPECT_EQ(label ? label->label + "|" + std::string(text).substr(label->label_bytes) : "none", expected) << text;
    }
}

TEST(IndexNumber, reads_every_printed_form) {
    const std::pair<const char*, std::uint64_t> rows[] = {
        {"1", 1}, {"01", 1}, {"1.", 1}, {"１２", 12}, {"（3）", 3}, {"①", 1}, {"十二", 12}, {"（一）", 1}, {"20)", 20}};
    for (const auto& [text, expected] : rows) {
        EXPECT_EQ(read_index(text), expected) << text;
    }
    for (const char* text : {"", "1-1", "甲", "1a", "1.5", "合计"}) {
        EXPECT_FALSE(read_index(text)) << text;
    }
}

TEST(NumberText, keeps_digits_as_they_stand) {
    const std::pair<const char*, const char*> rows[] = {
        {"2.50", "2.50"}, {"1,234", "1234"}, {"1,234,567.80", "1234567.80"}, {"0", "0"}, {"0.75", "0.75"},
        {"-3", "-3"},     {"１２", "12"}};
    for (const auto& [text, expected] : rows) {
        EXPECT_EQ(plain_number(text), expected) << text;
    }
    for (const char* text :
         {"", "007", "5%", "12万", "1,23", "12,34", "1234,567", "2.", ".5", "1234567890123456", "—", "1 2"}) {
        EXPECT_FALSE(plain_number(text)) << text;
    }
    EXPECT_EQ(to_text(*read_decimal("21.75") + *read_decimal("52.5")), "74.25");
    EXPECT_TRUE(equal(*read_decimal("2.50"), *read_decimal("2.5")));
}

}  // namespace
}  // namespace mingdan
