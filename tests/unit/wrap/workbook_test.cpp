#include "wrap/workbook.h"

#include <gtest/gtest.h>

#include "tests/support/workbook_text.h"

namespace mingdan::workbook {
namespace {

using test::workbook_text;

TEST(Workbook, texts_stay_texts_whatever_they_look_like) {
    auto book = Workbook::open().value();
    Sheet sheet = book.add_sheet("a");
    std::string expected = "[a]\n";
    const std::string_view texts[] = {"=1+1",
                                      "+86",
                                      "-",
                                      "@x",
                                      "330502199001011234",
                                      "007",
                                      "1e5",
                                      "2023-06-14",
                                      "TRUE",
                                      "http://example.cn/",
                                      "mailto:a@b.cn",
                                      "#N/A",
                                      "{=1}",
                                      "  x ",
                                      "<b>&\"'",
                                      "𠮷"};
    for (std::uint32_t i = 0; i < std::size(texts); ++i) {
        sheet.text(i, 0, texts[i], {});
        expected += "A" + std::to_string(i + 1) + " " + std::string(texts[i]) + "\n";
    }
    const std::string bytes = book.finish().value();
    EXPECT_EQ(workbook_text(bytes), expected);
    const std::string part = test::part_of(bytes, "xl/worksheets/sheet1.xml");
    EXPECT_EQ(part.find("<f>"), std::string::npos);
    EXPECT_EQ(part.find("hyperlink"), std::string::npos);
}

TEST(Workbook, numbers_show_the_digits_that_were_given) {
    auto book = Workbook::open().value();
    Sheet sheet = book.add_sheet("a");
    const std::string_view numbers[] = {
        "0", "-5", "2.50", "9.95", "123456789012345", "0.00000000000001", "1234567890.12345"};
    std::string expected = "[a]\n";
    for (std::uint32_t i = 0; i < std::size(numbers); ++i) {
        ASSERT_TRUE(keeps_digits(numbers[i])) << numbers[i];
        sheet.number(i, 0, numbers[i], {});
        expected += "A" + std::to_string(i + 1) + " #" + std::string(numbers[i]) + "\n";
    }
    EXPECT_EQ(workbook_text(book.finish().value()), expected);
}

TEST(Workbook, digits_that_a_double_or_excel_would_change_are_no_number) {
    for (const char* text : {"", "-", ".5", "5.", "007", "00", "+3", "1,000", "1e5", "-0", "-0.00", "1234567890123456",
                             "330502199001011234", "0.1234567890123456", "合计", "1.2.3", " 1", "１"}) {
        EXPECT_FALSE(keeps_digits(text)) << text;
    }
}

TEST(Workbook, control_characters_are_escaped_and_so_is_text_that_looks_so) {
    using namespace std::string_view_literals;
    struct {
        std::string_view text, escaped;
    } const table[] = {{"a\0b"sv, "a_x0000_b"},
                       {"a\rb\tc\nd", "a_x000D_b\tc\nd"},
                       {"_x0041_", "_x005F_x0041_"},
                       {"_x005F_x0041_", "_x005F_x005F_x005F_x0041_"},
                       {"_x12_ _xGGGG_ _X0041_", "_x12_ _xGGGG_ _X0041_"},
                       {"\uFFFE\uFFFF", "_xFFFE__xFFFF_"}};
    for (const auto& [text, escaped] : table) {
        EXPECT_EQ(escape_cell(text), escaped);
    }
}

TEST(Workbook, a_cell_holds_32767_units_and_never_half_a_character) {
    EXPECT_EQ(fitting(std::string(32'767, 'a')), 32'767u);
    EXPECT_EQ(fitting(std::string(32'768, 'a')), 32'767u);
    std::string wide;
    for (int i = 0; i < 16'384; ++i) {
        wide += "𠮷";
    }
    EXPECT_EQ(fitting(wide), 16'383u * 4);
    EXPECT_EQ(fitting(std::string(10'000, '\x01')), 32'767u / 7);
}

TEST(Workbook, names_of_sheets_are_legal_and_differ) {
    std::set<std::string> taken;
    struct {
        std::string_view wish, name;
    } const table[] = {{"名单", "名单"},
                       {"名单", "名单 (2)"},
                       {"", "Sheet"},
                       {"'a/b:c'", "a b c"},
                       {"A B C", "A B C (2)"},
                       {"History", "History_"},
                       {"一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二",
                        "一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一"},
                       {"一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二",
                        "一二三四五六七八九十一二三四五六七八九十一二三四五六七 (2)"}};
    for (const auto& [wish, name] : table) {
        EXPECT_EQ(sheet_name(wish, taken), name);
    }
}

TEST(Workbook, an_area_is_one_cell) {
    auto book = Workbook::open().value();
    Sheet sheet = book.add_sheet("a");
    sheet.text({0, 0, 0, 2}, "题", {.bold = true});
    sheet.number({1, 0, 2, 0}, "2.50", {});
    sheet.text({3, 0, 3, 1}, "", {});
    sheet.freeze(1);
    EXPECT_EQ(workbook_text(book.finish().value()),
              "[a]\nA1 题\nA2 #2.50\nA1:C1 merged\nA2:A3 merged\nA4:B4 merged\nfrozen 1\n");
}

TEST(Workbook, a_flat_workbook_holds_the_same) {
    const auto write = [](Memory memory) {
        auto book = Workbook::open({.memory = memory}).value();
        Sheet sheet = book.add_sheet("a");
        for (std::uint32_t i = 0; i < 500; ++i) {
            sheet.text(i, 0, "甲_x0041_\r " + std::to_string(i), {});
            sheet.number(i, 1, "2.50", {});
        }
        return workbook_text(book.finish().value());
    };
    EXPECT_EQ(write(Memory::flat), write(Memory::whole));
}

TEST(Workbook, the_same_content_is_the_same_bytes) {
    const auto write = [] {
        auto book = Workbook::open().value();
        book.add_sheet("a").text(0, 0, "甲", {});
        return book.finish().value();
    };
    const std::string first = write();
    EXPECT_EQ(write(), first);
    EXPECT_NE(test::part_of(first, "docProps/core.xml").find("2000-01-01T00:00:00Z"), std::string::npos);
}

TEST(Workbook, one_that_is_given_up_leaves_nothing) {
    auto book = Workbook::open().value();
    book.add_sheet("a").text(0, 0, "甲", {});
}

}  // namespace
}  // namespace mingdan::workbook
