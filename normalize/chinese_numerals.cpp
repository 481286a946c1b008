// Two ways of writing are told apart by the units: without 十百千万亿 the digits stand in a row, each in its place;
// with them each digit (or run of Arabic ones) counts its unit, and 万 and 亿 count all that stands before them.
#include "normalize/chinese_numerals.h"

#include "model/utf8.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

constexpr std::uint64_t kTooGreat = 1'000'000'000'000'000;

struct Unit {
    std::uint64_t value = 0;  ///< 0: no unit
    std::uint64_t digit = 0;  ///< the digit that the character holds itself (廿 is two tens)
};

Unit unit_of(char32_t c) {
    switch (c) {
        case U'十':
        case U'拾':
            return {10, 0};
        case U'廿':
            return {10, 2};
        case U'卅':
            return {10, 3};
        case U'百':
        case U'佰':
            return {100, 0};
        case U'千':
        case U'仟':
            return {1000, 0};
        case U'万':
            return {10'000, 0};
        case U'亿':
            return {100'000'000, 0};
        default:
            return {};
    }
}

bool is_zero(char32_t c) {
    return c == U'零' || c == U'〇' || c == U'○';
}

/// Adds up a number with units, one character at a time.
struct UnitSum {
    std::uint64_t total = 0;      ///< closed by 万 or 亿
    std::uint64_t section = 0;    ///< below the next 万 or 亿
    std::uint64_t digit = 0;      ///< waits for its unit
    std::uint64_t last_unit = 0;  ///< 0 after a 零: 一百零五 is 105 where 一百五 is 150
    bool has_digit = false;
    bool digit_is_arabic = false;

    bool take_digit(std::uint64_t value, bool arabic) {
        if (has_digit && !(arabic && digit_is_arabic)) {
            return false;
        }
        digit = has_digit ? digit * 10 + value : value;
        has_digit = true;
        digit_is_arabic = arabic;
        return digit < kTooGreat;
    }

    bool take_unit(Unit unit) {
        if (unit.value >= 10'000) {
            section += digit;
            if (section == 0 && total == 0) {
                return false;
            }
            total = unit.value == 10'000 ? total + section * unit.value : (total + section) * unit.value;
            section = 0;
        } else {
            const std::uint64_t count = unit.digit != 0 ? unit.digit : has_digit ? digit : unit.value == 10 ? 1 : 0;
            if (count == 0) {
                return false;
            }
            section += count * unit.value;
        }
        digit = 0;
        has_digit = false;
        last_unit = unit.value;
        return total < kTooGreat && section < kTooGreat;
    }

    void take_zero() {
        section += digit;
        digit = 0;
        has_digit = false;
        last_unit = 0;
    }

    std::uint64_t sum() const {
        const bool shortened = has_digit && !digit_is_arabic && last_unit >= 100;
        return total + section + (shortened ? digit * (last_unit / 10) : digit);
    }
};

std::optional<std::uint64_t> read_units(std::string_view text) {
    UnitSum sum;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = utf8::next(text, at);
        const Unit unit = unit_of(c);
        if (unit.value != 0) {
            if (!sum.take_unit(unit)) {
                return std::nullopt;
            }
        } else if (is_zero(c)) {
            sum.take_zero();
        } else if (const int digit = numeral_digit(c);
                   digit < 0 || !sum.take_digit(static_cast<std::uint64_t>(digit), text::digit_value(c) >= 0)) {
            return std::nullopt;
        }
    }
    return sum.sum();
}

}  // namespace

int numeral_digit(char32_t c) {
    if (const int arabic = text::digit_value(c); arabic >= 0) {
        return arabic;
    }
    constexpr std::u32string_view kPlain = U"〇一二三四五六七八九";
    constexpr std::u32string_view kFormal = U"零壹贰叁肆伍陆柒捌玖";
    for (std::size_t value = 0; value < kPlain.size(); ++value) {
        if (c == kPlain[value] || c == kFormal[value]) {
            return static_cast<int>(value);
        }
    }
    return c == U'○' || c == U'◯' ? 0 : c == U'两' ? 2 : -1;
}

std::optional<std::uint64_t> read_chinese_number(std::string_view text) {
    std::uint64_t value = 0;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = utf8::next(text, at);
        if (unit_of(c).value != 0) {
            return read_units(text);
        }
        const int digit = numeral_digit(c);
        if (digit < 0 || value >= kTooGreat) {
            return std::nullopt;
        }
        value = value * 10 + static_cast<std::uint64_t>(digit);
    }
    return text.empty() ? std::nullopt : std::optional(value);
}

}  // namespace mingdan
