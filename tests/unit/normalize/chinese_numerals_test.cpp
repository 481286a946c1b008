#include "normalize/chinese_numerals.h"

#include <gtest/gtest.h>

namespace mingdan {
namespace {

struct Row {
    const char* text;
    std::optional<std::uint64_t> value;
};

TEST(ChineseNumerals, read_chinese_number) {
    const Row rows[] = {
        {"40", 40},
        {"４０", 40},
        {"四十", 40},
        {"一百二十三", 123},
        {"〇", 0},
        {"两", 2},
        {"十五", 15},
        {"二〇二三", 2023},
        {"二○一○", 2010},
        {"一百零五", 105},
        {"一百五", 150},
        {"三千五", 3500},
        {"一千零二十", 1020},
        {"一万五", 15000},
        {"一万零五", 10005},
        {"3万", 30000},
        {"12万5千", 125000},
        {"廿三", 23},
        {"卅", 30},
        {"贰拾叁", 23},
        {"二十", 20},
        {"一百一十", 110},
        {"一百一十五", 115},
        {"一亿二千万", 120000000},
        {"零", 0},
        {"007", 7},
        {"两百", 200},
        {"十", 10},
        {"九", 9},
        {"三百二", 320},
        {"", std::nullopt},
        {"四十个", std::nullopt},
        {"二三十", std::nullopt},
        {"万", std::nullopt},
        {"4.5", std::nullopt},
        {"百", std::nullopt},
        {"1 2", std::nullopt},
        {"99999999999999999999", std::nullopt},
    };
    for (const Row& row : rows) {
        EXPECT_EQ(read_chinese_number(row.text), row.value) << row.text;
    }
}

}  // namespace
}  // namespace mingdan
