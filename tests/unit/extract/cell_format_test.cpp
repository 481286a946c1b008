// What a spreadsheet shows: code, stored number, text. Expected texts are Excel's.
#include "extract/cell_format.h"

#include <gtest/gtest.h>

namespace {

using mingdan::DateSystem;
using mingdan::format_cell;
using mingdan::format_general;

struct Shown {
    const char* code;
    double value;
    const char* text;
};

void PrintTo(const Shown& shown, std::ostream* out) {
    *out << shown.code << " of " << shown.value;
}

class CellFormat : public testing::TestWithParam<Shown> {};

TEST_P(CellFormat, shows) {
    EXPECT_EQ(format_cell(GetParam().code, GetParam().value, DateSystem::from_1900), GetParam().text);
}

INSTANTIATE_TEST_SUITE_P(
    numbers, CellFormat,
    testing::Values(Shown{"General", 1.0, "1"}, Shown{"General", 0.1 + 0.2, "0.3"},
                    Shown{"General", 1.0 / 3, "0.333333333"}, Shown{"General", -2.5, "-2.5"},
                    Shown{"General", 13800138000.0, "13800138000"},
                    Shown{"General", 330501199001011234.0, "3.30501199001011e+17"}, Shown{"0", 2.5, "3"},
                    Shown{"0", 0.4, "0"}, Shown{"0.00", 2.5, "2.50"}, Shown{"0.00", 1.005, "1.01"},
                    Shown{"0.00", 9.999, "10.00"}, Shown{"0.0", -0.04, "0.0"}, Shown{"000", 7, "007"},
                    Shown{"#", 0, ""}, Shown{"#,##0", 1234567, "1,234,567"}, Shown{"#,##0.00", -1234.5, "-1,234.50"},
                    Shown{"0.##", 2.5, "2.5"}, Shown{"0.##", 2, "2"}, Shown{"0%", 0.256, "26%"},
                    Shown{"0.00%", 0.256, "25.60%"}, Shown{"0.0,", 12345, "12.3"}, Shown{"0.00E+00", 12345, "1.23E+04"},
                    Shown{"# ?/?", 1.5, "1 1/2"}, Shown{"0.00_);(0.00)", -3, "(3.00)"}, Shown{"0;-0;\"无\"", 0, "无"},
                    Shown{"[>=60]\"合格\";\"不合格\"", 59, "不合格"}, Shown{"[Red]0\"个\"", 12, "12个"},
                    Shown{"\"第\"0\"名\"", 3, "第3名"}, Shown{"[$¥-804]#,##0.00", 1200, "¥1,200.00"},
                    Shown{"@", 3, "3"}, Shown{"[DBNum1][$-804]General", 25, "二十五"}, Shown{"0\\ \"万\"", 3, "3 万"}));

INSTANTIATE_TEST_SUITE_P(
    dates, CellFormat,
    testing::Values(Shown{"yyyy/m/d", 45091, "2023/6/14"}, Shown{"yyyy-mm-dd", 45091, "2023-06-14"},
                    Shown{"yyyy\"年\"m\"月\"d\"日\"", 45091, "2023年6月14日"}, Shown{"yyyy年m月", 45091, "2023年6月"},
                    Shown{"[$-804]yyyy\"年\"m\"月\"d\"日\";@", 45091, "2023年6月14日"},
                    Shown{"[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\"", 45091, "二〇二三年六月十四日"},
                    Shown{"m/d/yy", 1, "1/1/00"}, Shown{"yyyy-mm-dd", 59, "1900-02-28"},
                    Shown{"yyyy-mm-dd", 60, "1900-02-29"}, Shown{"yyyy-mm-dd", 61, "1900-03-01"},
                    Shown{"h:mm", 0.5, "12:00"}, Shown{"h:mm:ss", 0.999999, "0:00:00"},
                    Shown{"h:mm AM/PM", 0.75, "6:00 PM"}, Shown{"上午/下午h时mm分", 0.25, "上午6时00分"},
                    Shown{"[h]:mm", 1.5, "36:00"}, Shown{"mm:ss.0", 0.000694444, "01:00.0"},
                    Shown{"yyyy-mm-dd hh:mm", 45091.25, "2023-06-14 06:00"}, Shown{"d-mmm-yy", 45091, "14-Jun-23"},
                    Shown{"aaaa", 45091, "星期三"}, Shown{"ddd", 45091, "Wed"}));

TEST(CellFormat, days_of_the_other_epoch_begin_in_1904) {
    EXPECT_EQ(format_cell("yyyy-mm-dd", 0, DateSystem::from_1904), "1904-01-01");
    EXPECT_EQ(format_cell("yyyy-mm-dd", 43629, DateSystem::from_1904), "2023-06-14");
}

TEST(CellFormat, damaged_codes_end_somewhere) {
    for (const char* code :
         {"\"", "[", "\\", "_", "*", "[h", ";;;;", "0/", "E+", "[DBNum1]", "", "[$", "m\"s", "?/?/?"}) {
        format_cell(code, 1234.5, DateSystem::from_1900);
        format_cell(code, -1, DateSystem::from_1900);
    }
}

TEST(CellFormat, general_keeps_integers_of_fifteen_digits) {
    EXPECT_EQ(format_general(123456789012345.0), "123456789012345");
    EXPECT_EQ(format_general(-0.0), "0");
    EXPECT_EQ(format_general(1234.56789012), "1234.56789");
}

}  // namespace
