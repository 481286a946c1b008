// ECMA-376 part 1, 17.18.59. Where the standard and Word disagree, Word is followed, as measured on Word 16 by public
// test suites:
//   chineseCounting is a reading to 99 and digits with ○ (U+25CB) from 100: 九十九, 一○○, 一○一
//   chineseCountingThousand has 〇 (U+3007) where the standard says 零, and 十 alone only from 10 to 19: 一百一十
//   chineseLegalSimplified keeps every 壹 (10 is 壹拾) and writes ten thousand as 萬
//   japaneseCounting knows no zero and drops 一 before 十, 百 and a leading 千, never before 万
//   place-value readings are empty from 1,000,000 on; ①, ⑴, ⒈, 甲, 子 end with their character set and go on in decimal
//   letters repeat (27 = aa) and begin anew after 780
#include "extract/number_format.h"

#include <algorithm>
#include <array>
#include <cstdlib>

#include "model/utf8.h"

namespace mingdan {

namespace {

using Format = std::string (*)(std::int64_t);
using Digits = std::array<std::string_view, 10>;

constexpr Digits kHan = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits kHanRing = {"○", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits kHanZero = {"零", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr Digits kFullWidth = {"０", "１", "２", "３", "４", "５", "６", "７", "８", "９"};
constexpr Digits kHangul = {"영", "일", "이", "삼", "사", "오", "육", "칠", "팔", "구"};
constexpr Digits kLegalSimplified = {"零", "壹", "贰", "叁", "肆", "伍", "陆", "柒", "捌", "玖"};
constexpr Digits kLegalTraditional = {"零", "壹", "貳", "參", "肆", "伍", "陸", "柒", "捌", "玖"};
constexpr Digits kLegalJapanese = {"〇", "壱", "弐", "参", "四", "伍", "六", "七", "八", "九"};

enum class Ones : std::uint8_t {
    all,             ///< 壹拾, 壹佰
    not_before_ten,  ///< 十 for a bare 10 to 19; 一百一十
    japanese,        ///< 十, 百, 千 but 一万, and 一千 behind it
    korean,          ///< 십, 백, 천, 만
};

/// A reading with place names. `zeros`: a run of skipped places before a digit is written as one zero.
struct Reading {
    const Digits& digits;
    std::array<std::string_view, 4> places;  ///< ten, hundred, thousand, ten thousand
    Ones ones;
    bool zeros;
};

constexpr Reading kChinese = {kHan, {"十", "百", "千", "万"}, Ones::not_before_ten, true};
constexpr Reading kTaiwanese = {kHanZero, {"十", "百", "千", "萬"}, Ones::not_before_ten, true};
constexpr Reading kChineseLegal = {kLegalSimplified, {"拾", "佰", "仟", "萬"}, Ones::all, true};
constexpr Reading kTraditionalLegal = {kLegalTraditional, {"拾", "佰", "仟", "萬"}, Ones::all, true};
constexpr Reading kJapanese = {kHan, {"十", "百", "千", "万"}, Ones::japanese, false};
constexpr Reading kJapaneseLegal = {kLegalJapanese, {"拾", "百", "阡", "萬"}, Ones::all, false};
constexpr Reading kKorean = {kHangul, {"십", "백", "천", "만"}, Ones::korean, false};

std::string decimal(std::int64_t value) {
    return std::to_string(value);
}

template <const Digits& digits>
std::string by_digits(std::int64_t value) {
    if (value < 0) {
        return decimal(value);
    }
    std::string text;
    for (const char digit : decimal(value)) {
        text += digits[static_cast<std::size_t>(digit - '0')];
    }
    return text;
}

bool writes_one(Ones ones, std::size_t place, bool first, std::int64_t value) {
    switch (ones) {
        case Ones::all:
            return true;
        case Ones::not_before_ten:
            return !(place == 1 && value < 20);
        case Ones::japanese:
            return place == 3 && !first;
        case Ones::korean:
            return false;
    }
    return true;
}

/// Up to 9999. `below` says that a group of ten thousands stands before it.
void append_group(std::string& text, const Reading& reading, std::int64_t group, bool below, std::int64_t value) {
    constexpr std::array<std::int64_t, 4> kPowers = {1, 10, 100, 1000};
    bool first = !below;
    bool skipped = below && value / 10'000 % 10 == 0;  // 九十万〇九千: the run of zeros begins before 万
    for (std::size_t place = 4; place-- > 0;) {
        const auto digit = static_cast<std::size_t>(group / kPowers[place] % 10);
        if (digit == 0) {
            skipped = skipped || !first;
            continue;
        }
        if (skipped && reading.zeros) {
            text += reading.digits[0];
        }
        if (place == 0 || digit != 1 || writes_one(reading.ones, place, first, value)) {
            text += reading.digits[digit];
        }
        if (place > 0) {
            text += reading.places[place - 1];
        }
        first = false;
        skipped = false;
    }
}

template <const Reading& reading>
std::string by_reading(std::int64_t value) {
    if (value < 0) {
        return decimal(value);
    }
    if (value == 0) {
        return std::string(reading.digits[0]);
    }
    std::string text;
    if (value >= 1'000'000) {
        return text;
    }
    const std::int64_t high = value / 10'000;
    if (high > 0) {
        if (!(reading.ones == Ones::korean && high == 1)) {
            append_group(text, reading, high, false, value);
        }
        text += reading.places[3];
    }
    append_group(text, reading, value % 10'000, high > 0, value);
    return text;
}

/// A reading to 99, digits beyond.
template <const Digits& digits, const Reading& reading>
std::string by_counting(std::int64_t value) {
    return value > 0 && value < 100 ? by_reading<reading>(value) : by_digits<digits>(value);
}

/// Characters that follow one another in Unicode; decimal beyond the last.
template <char32_t first, int count>
std::string from_range(std::int64_t value) {
    if (value < 1 || value > count) {
        return decimal(value);
    }
    std::string text;
    utf8::append(text, first + static_cast<char32_t>(value - 1));
    return text;
}

constexpr std::array<std::string_view, 10> kStems = {"甲", "乙", "丙", "丁", "戊", "己", "庚", "辛", "壬", "癸"};
constexpr std::array<std::string_view, 12> kBranches = {"子", "丑", "寅", "卯", "辰", "巳",
                                                        "午", "未", "申", "酉", "戌", "亥"};

template <const auto& names>
std::string from_names(std::int64_t value) {
    return value >= 1 && value <= static_cast<std::int64_t>(names.size())
               ? std::string(names[static_cast<std::size_t>(value - 1)])
               : decimal(value);
}

/// The cycle of sixty: 甲子, 乙丑 … 癸亥, and again 甲子.
std::string zodiac_traditional(std::int64_t value) {
    if (value < 1) {
        return decimal(value);
    }
    const auto index = static_cast<std::size_t>(value - 1);
    return std::string(kStems[index % 10]) + std::string(kBranches[index % 12]);
}

/// Native Korean numerals, which end at 99.
std::string korean_legal(std::int64_t value) {
    constexpr std::array<std::string_view, 10> kTens = {"",   "열",   "스물", "서른", "마흔",
                                                        "쉰", "예순", "일흔", "여든", "아흔"};
    constexpr std::array<std::string_view, 10> kOnes = {"",     "하나", "둘",   "셋",   "넷",
                                                        "다섯", "여섯", "일곱", "여덟", "아홉"};
    if (value < 1 || value > 99) {
        return decimal(value);
    }
    return std::string(kTens[static_cast<std::size_t>(value / 10)]) +
           std::string(kOnes[static_cast<std::size_t>(value % 10)]);
}

template <char first>
std::string letters(std::int64_t value) {
    if (value < 1) {
        return decimal(value);
    }
    const std::int64_t index = (value - 1) % 780;
    return std::string(static_cast<std::size_t>(index / 26 + 1), static_cast<char>(first + index % 26));
}

std::string upper_roman(std::int64_t value) {
    struct Numeral {
        std::int64_t value;
        std::string_view text;
    };
    constexpr Numeral kNumerals[] = {{1000, "M"}, {900, "CM"}, {500, "D"}, {400, "CD"}, {100, "C"},
                                     {90, "XC"},  {50, "L"},   {40, "XL"}, {10, "X"},   {9, "IX"},
                                     {5, "V"},    {4, "IV"},   {1, "I"}};
    if (value < 1 || value > 32'767) {  // Word's counters end there
        return decimal(value);
    }
    std::string text;
    for (const Numeral& numeral : kNumerals) {
        for (; value >= numeral.value; value -= numeral.value) {
            text += numeral.text;
        }
    }
    return text;
}

std::string lower_roman(std::int64_t value) {
    std::string text = upper_roman(value);
    std::transform(text.begin(), text.end(), text.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

std::string decimal_zero(std::int64_t value) {
    return value >= 0 && value < 10 ? "0" + decimal(value) : decimal(value);
}

std::string ordinal(std::int64_t value) {
    const std::int64_t rest = std::abs(value % 100);
    const bool teen = rest >= 11 && rest <= 13;
    const std::int64_t last = teen ? 0 : rest % 10;
    return decimal(value) + (last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th");
}

std::string hex(std::int64_t value) {
    if (value <= 0) {
        return decimal(value);
    }
    std::string text;
    for (; value > 0; value /= 16) {
        text.insert(text.begin(), "0123456789ABCDEF"[value % 16]);
    }
    return text;
}

std::string in_dashes(std::int64_t value) {
    return "- " + decimal(value) + " -";
}

std::string nothing(std::int64_t) {
    return {};
}

struct NamedFormat {
    std::string_view name;
    Format format;
};

constexpr NamedFormat kFormats[] = {
    {"decimal", decimal},
    {"decimalHalfWidth", decimal},
    {"decimalZero", decimal_zero},
    {"decimalFullWidth", by_digits<kFullWidth>},
    {"decimalFullWidth2", by_digits<kFullWidth>},
    {"decimalEnclosedCircle", from_range<U'①', 20>},
    {"decimalEnclosedCircleChinese", from_range<U'①', 20>},
    {"decimalEnclosedParen", from_range<U'⑴', 20>},
    {"decimalEnclosedFullstop", from_range<U'⒈', 20>},
    {"chineseCounting", by_counting<kHanRing, kChinese>},
    {"chineseCountingThousand", by_reading<kChinese>},
    {"chineseLegalSimplified", by_reading<kChineseLegal>},
    {"taiwaneseCounting", by_counting<kHanRing, kChinese>},
    {"taiwaneseCountingThousand", by_reading<kTaiwanese>},
    {"taiwaneseDigital", by_digits<kHanRing>},
    {"ideographDigital", by_digits<kHan>},
    {"ideographTraditional", from_names<kStems>},
    {"ideographZodiac", from_names<kBranches>},
    {"ideographZodiacTraditional", zodiac_traditional},
    {"ideographEnclosedCircle", from_range<U'㊀', 10>},
    {"ideographLegalTraditional", by_reading<kTraditionalLegal>},
    {"japaneseCounting", by_reading<kJapanese>},
    {"japaneseLegal", by_reading<kJapaneseLegal>},
    {"japaneseDigitalTenThousand", by_digits<kHan>},
    {"koreanCounting", by_reading<kKorean>},
    {"koreanDigital", by_digits<kHangul>},
    {"koreanDigital2", by_digits<kHanZero>},
    {"koreanLegal", korean_legal},
    {"upperRoman", upper_roman},
    {"lowerRoman", lower_roman},
    {"upperLetter", letters<'A'>},
    {"lowerLetter", letters<'a'>},
    {"ordinal", ordinal},
    {"hex", hex},
    {"numberInDash", in_dashes},
    {"bullet", nothing},
    {"none", nothing},
};

}  // namespace

std::optional<std::string> format_number(std::string_view number_format, std::int64_t value) {
    const auto* const found = std::find_if(std::begin(kFormats), std::end(kFormats),
                                           [&](const NamedFormat& format) { return format.name == number_format; });
    if (found == std::end(kFormats)) {
        return std::nullopt;
    }
    return found->format(value);
}

}  // namespace mingdan
