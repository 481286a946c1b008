// A text's history: each change says what stood there before and after it, whatever was joined or parted later.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "normalize/rewrite.h"
#include "tests/support/table_text.h"

namespace mingdan {
namespace {

Field field(std::string text) {
    Field made;
    made.text = std::move(text);
    made.weight = count_characters(made.text);
    return made;
}

/// "trim: before -> after; …"; the texts between two changes are one unless something was joined or parted
std::string history(const Field& field) {
    std::string steps;
    for (std::size_t i = 0; i < field.changes.size(); ++i) {
        steps += fmt::format("{}{}: {} -> {}", steps.empty() ? "" : "; ", fix_name(field.changes[i].fix),
                             field.changes[i].before, text_after(field, i));
    }
    return steps;
}

TEST(Rewrite, a_chain_of_changes_tells_each_text_once) {
    Field text = field(" 甲  乙 ");
    rewrite(text, "甲  乙", Fix::trim);
    rewrite(text, "甲乙", Fix::fold_spaces);
    rewrite(text, "甲乙", Fix::drop_count);
    EXPECT_EQ(history(text), "trim:  甲  乙  -> 甲  乙; fold-spaces: 甲  乙 -> 甲乙");
    EXPECT_FALSE(text.changes[0].after) << "the next change tells it";
}

TEST(Rewrite, changes_before_a_join_keep_what_they_left) {
    Field text = field(" 市 ");
    rewrite(text, "市", Fix::trim);
    Field other = field("直 ");
    rewrite(other, "直", Fix::trim);
    join(text, std::move(other), "", Fix::join_label);
    rewrite(text, "市直：", Fix::drop_punctuation);
    EXPECT_EQ(history(text),
              "trim:  市  -> 市; trim: 直  -> 直; join-label: 市\n直 -> 市直; drop-punctuation: 市直 -> 市直：");
    EXPECT_EQ(text.weight, 2u);
}

TEST(Rewrite, a_join_of_unchanged_texts_is_one_change) {
    Field text = field("市");
    join(text, field("直"), "", Fix::join_label);
    join(text, field("属"), "", Fix::join_label);
    EXPECT_EQ(history(text), "join-label: 市\n直 -> 市直; join-label: 市直\n属 -> 市直属");
}

TEST(Rewrite, joining_nothing_is_no_change) {
    Field text = field("标题");
    join(text, field(""), "", Fix::join_title);
    EXPECT_EQ(history(text), "");
    EXPECT_EQ(text.text, "标题");
}

TEST(Rewrite, a_part_of_a_whole_says_what_the_whole_was) {
    Field text = field("甲校 ");
    rewrite(text, "甲校", Fix::trim);
    note_change(text, Fix::split_list, "甲校\n乙校");
    EXPECT_EQ(history(text), "trim: 甲校  -> 甲校; split-list: 甲校\n乙校 -> 甲校");
}

TEST(Rewrite, values_of_tables_tell_every_step_in_order) {
    const Notice notice = test::understood({test::table({
        "序号|区县|参与单位",
        "1| 市 \\ 直\\属|甲县第一小学 \\乙县第二小学",
        "2|^|甲县第三小学\\乙县第四小学",
    })});
    ASSERT_EQ(notice.rosters.size(), 1u);
    const Record& first = notice.rosters[0].records[0];
    EXPECT_EQ(history(first.values[1].items[0]), "trim:  市  -> 市; trim:  直 -> 直; join-label: 市\n直\n属 -> 市直属");
    EXPECT_EQ(history(first.values[2].items[0]),
              "trim: 甲县第一小学  -> 甲县第一小学; split-list: 甲县第一小学\n乙县第二小学 -> 甲县第一小学");
    EXPECT_EQ(history(notice.rosters[0].records[1].values[1].items[0]), "fill-merged:  -> 市直属");
}

}  // namespace
}  // namespace mingdan
