#include "extract/number_format.h"

#include <gtest/gtest.h>

namespace mingdan {
namespace {

struct Case {
    const char* format;
    std::int64_t value;
    const char* text;
};

TEST(NumberFormat, writes_what_word_shows) {
    const Case cases[] = {
        {"decimal", 1, "1"},
        {"decimal", -3, "-3"},
        {"decimalHalfWidth", 12, "12"},
        {"decimalZero", 9, "09"},
        {"decimalZero", 10, "10"},
        {"decimalFullWidth", 101, "１０１"},
        {"decimalFullWidth2", 7, "７"},
        {"decimalEnclosedCircle", 1, "①"},
        {"decimalEnclosedCircle", 20, "⑳"},
        {"decimalEnclosedCircle", 21, "21"},
        {"decimalEnclosedCircle", 0, "0"},
        {"decimalEnclosedCircleChinese", 3, "③"},
        {"decimalEnclosedParen", 20, "⒇"},
        {"decimalEnclosedFullstop", 1, "⒈"},
        {"decimalEnclosedFullstop", 20, "⒛"},
        {"chineseCounting", 0, "○"},
        {"chineseCounting", 1, "一"},
        {"chineseCounting", 10, "十"},
        {"chineseCounting", 19, "十九"},
        {"chineseCounting", 20, "二十"},
        {"chineseCounting", 99, "九十九"},
        {"chineseCounting", 100, "一○○"},
        {"chineseCounting", 101, "一○一"},
        {"chineseCounting", 1000000, "一○○○○○○"},
        {"chineseCountingThousand", 0, "〇"},
        {"chineseCountingThousand", 10, "十"},
        {"chineseCountingThousand", 11, "十一"},
        {"chineseCountingThousand", 21, "二十一"},
        {"chineseCountingThousand", 100, "一百"},
        {"chineseCountingThousand", 101, "一百〇一"},
        {"chineseCountingThousand", 110, "一百一十"},
        {"chineseCountingThousand", 1001, "一千〇一"},
        {"chineseCountingThousand", 1010, "一千〇一十"},
        {"chineseCountingThousand", 10000, "一万"},
        {"chineseCountingThousand", 10005, "一万〇五"},
        {"chineseCountingThousand", 10101, "一万〇一百〇一"},
        {"chineseCountingThousand", 11111, "一万一千一百一十一"},
        {"chineseCountingThousand", 100000, "一十万"},
        {"chineseCountingThousand", 100010, "一十万〇一十"},
        {"chineseCountingThousand", 909090, "九十万〇九千〇九十"},
        {"chineseCountingThousand", 999999, "九十九万九千九百九十九"},
        {"chineseCountingThousand", 1000000, ""},
        {"chineseLegalSimplified", 0, "零"},
        {"chineseLegalSimplified", 10, "壹拾"},
        {"chineseLegalSimplified", 101, "壹佰零壹"},
        {"chineseLegalSimplified", 2093, "贰仟零玖拾叁"},
        {"chineseLegalSimplified", 10005, "壹萬零伍"},
        {"chineseLegalSimplified", 100100, "壹拾萬零壹佰"},
        {"taiwaneseCounting", 12, "十二"},
        {"taiwaneseCounting", 101, "一○一"},
        {"taiwaneseCountingThousand", 10011, "一萬零一十一"},
        {"taiwaneseDigital", 10, "一○"},
        {"ideographDigital", 10, "一〇"},
        {"ideographDigital", 0, "〇"},
        {"ideographTraditional", 10, "癸"},
        {"ideographTraditional", 11, "11"},
        {"ideographZodiac", 11, "戌"},
        {"ideographZodiac", 13, "13"},
        {"ideographZodiacTraditional", 1, "甲子"},
        {"ideographZodiacTraditional", 25, "戊子"},
        {"ideographZodiacTraditional", 61, "甲子"},
        {"ideographEnclosedCircle", 10, "㊉"},
        {"ideographEnclosedCircle", 11, "11"},
        {"ideographLegalTraditional", 13456, "壹萬參仟肆佰伍拾陸"},
        {"japaneseCounting", 101, "百一"},
        {"japaneseCounting", 110, "百十"},
        {"japaneseCounting", 1234, "千二百三十四"},
        {"japaneseCounting", 10000, "一万"},
        {"japaneseCounting", 11100, "一万一千百"},
        {"japaneseCounting", 100000, "十万"},
        {"japaneseCounting", 111111, "十一万一千百十一"},
        {"japaneseLegal", 12, "壱拾弐"},
        {"japaneseDigitalTenThousand", 12, "一二"},
        {"koreanCounting", 12, "십이"},
        {"koreanCounting", 10001, "만일"},
        {"koreanDigital", 10, "일영"},
        {"koreanDigital2", 10, "一零"},
        {"koreanLegal", 12, "열둘"},
        {"upperRoman", 1994, "MCMXCIV"},
        {"lowerRoman", 767, "dcclxvii"},
        {"lowerRoman", 0, "0"},
        {"upperLetter", 26, "Z"},
        {"lowerLetter", 27, "aa"},
        {"lowerLetter", 53, "aaa"},
        {"lowerLetter", 781, "a"},
        {"lowerLetter", 0, "0"},
        {"ordinal", 1, "1st"},
        {"ordinal", 12, "12th"},
        {"ordinal", 23, "23rd"},
        {"ordinal", 111, "111th"},
        {"hex", 255, "FF"},
        {"numberInDash", 3, "- 3 -"},
        {"bullet", 3, ""},
        {"none", 3, ""},
    };
    for (const Case& each : cases) {
        EXPECT_EQ(format_number(each.format, each.value), each.text) << each.format << ' ' << each.value;
    }
}

TEST(NumberFormat, unknown_format_is_left_to_the_caller) {
    EXPECT_EQ(format_number("cardinalText", 1), std::nullopt);
    EXPECT_EQ(format_number("", 1), std::nullopt);
    EXPECT_EQ(format_number("Decimal", 1), std::nullopt);
}

TEST(NumberFormat, extreme_values_are_written_in_every_format) {
    for (const char* format : {"decimal", "chineseCounting", "chineseCountingThousand", "upperRoman", "lowerLetter",
                               "ordinal", "hex", "ideographZodiacTraditional", "decimalEnclosedCircle"}) {
        EXPECT_TRUE(format_number(format, INT64_MAX).has_value()) << format;
        EXPECT_TRUE(format_number(format, INT64_MIN).has_value()) << format;
    }
}

}  // namespace
}  // namespace mingdan
