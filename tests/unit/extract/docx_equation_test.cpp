#include "extract/docx_equation.h"

#include <gtest/gtest.h>

#include "extract/docx_symbols.h"

namespace mingdan::docx {
namespace {

TEST(Equation, shows_the_bracketed_text) {
    struct Case {
        const char* instruction;
        const char* shown;
    };
    for (const auto& [instruction, shown] : {
             Case{"EQ \\o\\ac(○,王)", "王"},
             Case{" eq \\o\\ac(□, 1) ", "1"},
             Case{"EQ \\o(亻,尔)", "亻尔"},
             Case{"EQ \\o(\\s\\up 5(上),\\s\\do 2(下))", "上下"},
             Case{"EQ \\* jc2 \\* \"Font:宋体\" \\* hps10 \\o\\ad(\\s\\up 9(wáng),王)", "王"},
             Case{"EQ \\s\\up 8(2)", "2"},
             Case{"EQ \\f(1,2)", "12"},
             Case{"EQ \\o(a\\,b,c)", "a,bc"},
             Case{"EQ", ""},
             Case{"EQ \\o(", ""},
             Case{"EQ \\o(甲", "甲"},
             Case{"EQ )甲", "甲"},
             Case{"EQ \\", ""},
             Case{"PAGE", ""},
             Case{"", ""},
         }) {
        EXPECT_EQ(compose_equation(instruction), shown) << instruction;
    }
}

TEST(Equation, does_not_follow_brackets_without_end) {
    EXPECT_EQ(compose_equation("EQ " + std::string(100'000, '(')), "");
    EXPECT_EQ(compose_equation("EQ \\o" + std::string(1000, '(') + "甲"), "");
}

TEST(Symbols, tables_are_sorted_so_that_every_glyph_is_found) {
    for (const auto& [font, codes] :
         {std::pair{"Wingdings", std::vector<std::uint32_t>{0x22, 0x6C, 0x8A, 0xA8, 0xFC, 0xFE}},
          std::pair{"Wingdings 2", std::vector<std::uint32_t>{0x4F, 0x50, 0x74, 0xAF}},
          std::pair{"Symbol", std::vector<std::uint32_t>{0x22, 0x57, 0x7A, 0xB7, 0xF2}}}) {
        for (const std::uint32_t code : codes) {
            EXPECT_TRUE(symbol_character(font, code)) << font << code;
            EXPECT_EQ(symbol_character(font, code), symbol_character(font, 0xF000 + code));
        }
    }
    EXPECT_FALSE(symbol_character("某字库", 0xF0FE));
    EXPECT_EQ(symbol_character("某字库", 0x25A1), U'□');
}

}  // namespace
}  // namespace mingdan::docx
