// A code has up to four sections (positive; negative; zero; text), or conditions in brackets. A section is literals and
// placeholders; one letter of y m d h s outside literals makes it a date.
#include "extract/cell_format.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include <fmt/format.h>

#include "extract/cell_format_section.h"
#include "extract/number_format.h"

namespace mingdan {

namespace {

struct BuiltIn {
    std::uint32_t id;
    std::string_view code;
};

constexpr BuiltIn kBuiltIn[] = {
    {0, "General"},
    {1, "0"},
    {2, "0.00"},
    {3, "#,##0"},
    {4, "#,##0.00"},
    {9, "0%"},
    {10, "0.00%"},
    {11, "0.00E+00"},
    {12, "# ?/?"},
    {13, "# ?\?/?\?"},
    {14, "yyyy/m/d"},
    {15, "d-mmm-yy"},
    {16, "d-mmm"},
    {17, "mmm-yy"},
    {18, "h:mm AM/PM"},
    {19, "h:mm:ss AM/PM"},
    {20, "h:mm"},
    {21, "h:mm:ss"},
    {22, "yyyy/m/d h:mm"},
    {27, "yyyy年m月"},
    {28, "m月d日"},
    {29, "m月d日"},
    {30, "m/d/yy"},
    {31, "yyyy年m月d日"},
    {32, "h时mm分"},
    {33, "h时mm分ss秒"},
    {34, "上午/下午h时mm分"},
    {35, "上午/下午h时mm分ss秒"},
    {36, "yyyy年m月"},
    {37, "#,##0;-#,##0"},
    {38, "#,##0;-#,##0"},
    {39, "#,##0.00;-#,##0.00"},
    {40, "#,##0.00;-#,##0.00"},
    {41, "#,##0;-#,##0;\"-\""},
    {42, "¥#,##0;-¥#,##0;¥\"-\""},
    {43, "#,##0.00;-#,##0.00;\"-\""},
    {44, "¥#,##0.00;-¥#,##0.00;¥\"-\""},
    {45, "mm:ss"},
    {46, "[h]:mm:ss"},
    {47, "mm:ss.0"},
    {48, "##0.0E+0"},
    {49, "@"},
    {50, "yyyy年m月"},
    {51, "m月d日"},
    {52, "yyyy年m月"},
    {53, "m月d日"},
    {54, "m月d日"},
    {55, "上午/下午h时mm分"},
    {56, "上午/下午h时mm分ss秒"},
    {57, "yyyy年m月"},
    {58, "m月d日"},
};

constexpr double kMostDigits = 1e15;

/// Thousands parted by commas.
std::string with_commas(std::string_view digits) {
    std::string text;
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (i > 0 && (digits.size() - i) % 3 == 0) {
            text += ',';
        }
        text += digits[i];
    }
    return text;
}

/// Rounded half away from zero, as spreadsheets do: of the decimal digits, not of the binary ones (1.005 -> 1.01).
std::string rounded(double value, int decimals) {
    const std::string exact = fmt::format("{:.15g}", value);
    if (exact.find('e') != std::string::npos) {
        return fmt::format("{:.{}f}", value, decimals);
    }
    const std::size_t point = exact.find('.');
    const std::size_t places = point == std::string::npos ? 0 : exact.size() - point - 1;
    if (places <= static_cast<std::size_t>(decimals)) {
        return fmt::format("{:.{}f}", value, decimals);
    }
    // the first digit that goes decides alone
    std::string digits = exact.substr(0, point + 1 + static_cast<std::size_t>(decimals));
    const bool up = exact[point + 1 + static_cast<std::size_t>(decimals)] >= '5';
    if (decimals == 0) {
        digits.pop_back();
    }
    if (up) {
        std::size_t at = digits.size();
        while (at > 0) {
            --at;
            if (digits[at] == '.') {
                continue;
            }
            if (digits[at] != '9') {
                ++digits[at];
                return digits;
            }
            digits[at] = '0';
        }
        digits.insert(digits.begin(), '1');
    }
    return digits;
}

/// Digits into placeholders: from the right, what is left over before the first; a place of # that has no digit is
/// nothing, one of ? a space, one of 0 a zero.
std::string fill_integer(std::string_view digits, const SectionParts& parts) {
    std::string padded(digits == "0" ? "" : digits);
    if (padded.size() < parts.least_integer) {
        padded.insert(0, parts.least_integer - padded.size(), '0');
    }
    return parts.commas ? with_commas(padded) : padded;
}

/// Zeros at the end that only # or ? asked for are not shown.
std::string fill_decimals(std::string_view digits, const SectionParts& parts) {
    std::size_t length = digits.size();
    while (length > parts.least_decimals && digits[length - 1] == '0') {
        --length;
    }
    return std::string(digits.substr(0, length));
}

std::string exponent_text(const SectionParts& parts, double& value) {
    int exponent = value == 0 ? 0 : static_cast<int>(std::floor(std::log10(value)));
    const int step = std::max(1, static_cast<int>(parts.integers));
    exponent -= ((exponent % step) + step) % step;
    double scaled = value / std::pow(10.0, exponent);
    if (rounded(scaled, static_cast<int>(parts.decimals)) ==
        fmt::format("{:.{}f}", std::pow(10.0, step), parts.decimals)) {
        exponent += step;
        scaled = value / std::pow(10.0, exponent);
    }
    value = scaled;
    const std::string digits = fmt::format("{:0{}}", std::abs(exponent), std::max(1u, parts.least_exponent));
    return fmt::format("E{}{}", exponent < 0 ? "-" : parts.exponent_plus ? "+" : "", digits);
}

/// The nearest fraction of at most so many digits in its denominator.
std::string fraction_text(const SectionParts& parts, double value) {
    const double whole = parts.integers > 0 ? std::floor(value) : 0;
    const double rest = value - whole;
    const int most = parts.fixed_denominator > 0
                         ? static_cast<int>(parts.fixed_denominator)
                         : static_cast<int>(std::pow(10.0, std::min(3u, parts.denominators))) - 1;
    int best = parts.fixed_denominator > 0 ? most : 1;
    for (int d = 1; d <= most && parts.fixed_denominator == 0; ++d) {
        const auto miss = [&](int by) { return std::abs(rest - std::round(rest * by) / by); };
        if (miss(d) < miss(best) - 1e-12) {
            best = d;
        }
    }
    const auto top = static_cast<long long>(std::llround(rest * best));
    if (top == 0 && parts.integers > 0) {
        return fmt::format("{:.0f}", whole);
    }
    if (parts.integers > 0 && top == best) {
        return fmt::format("{:.0f}", whole + 1);
    }
    return whole > 0 ? fmt::format("{:.0f} {}/{}", whole, top, best) : fmt::format("{}/{}", top, best);
}

/// REQUIRES: value is not negative.
std::string number_text(const SectionParts& parts, double value) {
    if (parts.general) {
        return format_general(value);
    }
    for (std::uint32_t i = 0; i < parts.percents; ++i) {
        value *= 100;
    }
    for (std::uint32_t i = 0; i < parts.thousands; ++i) {
        value /= 1000;
    }
    if (parts.denominators > 0 || parts.fixed_denominator > 0) {
        return fraction_text(parts, value);
    }
    const std::string exponent = parts.exponent ? exponent_text(parts, value) : "";
    const std::string digits = rounded(value, static_cast<int>(parts.decimals));
    const std::size_t point = std::min(digits.find('.'), digits.size());
    std::string text = fill_integer(std::string_view(digits).substr(0, point), parts);
    const std::string decimals =
        point < digits.size() ? fill_decimals(std::string_view(digits).substr(point + 1), parts) : "";
    if (parts.point && (!decimals.empty() || parts.least_decimals > 0)) {
        text += '.';
        text += decimals;
    }
    return text + exponent;
}

/// Digits and 十百千 in place of Arabic ones.
std::string in_chinese(std::string text, int chinese) {
    std::int64_t value = 0;
    for (const char c : text) {
        if (c < '0' || c > '9' || value > 100'000'000) {
            return text;
        }
        value = value * 10 + (c - '0');
    }
    const std::string_view style = chinese == 2 ? "chineseLegalSimplified" : "chineseCountingThousand";
    return chinese == 1 || chinese == 2 ? format_number(style, value).value_or(std::move(text)) : text;
}

/// The section for a value, and whether the sign is shown before what it gives.
struct Choice {
    const Section* section = nullptr;
    bool minus = false;
};

Choice choose(const std::vector<Section>& sections, double value) {
    const bool conditions = std::any_of(sections.begin(), sections.end(),
                                        [](const Section& section) { return !section.comparison.empty(); });
    if (conditions) {
        for (const Section& section : sections) {
            if (section.holds(value)) {
                return {&section, value < 0};
            }
        }
        return {};
    }
    if (value < 0 && sections.size() > 1) {
        return {&sections[1], false};
    }
    return {value == 0 && sections.size() > 2 ? &sections[2] : &sections[0], value < 0};
}

}  // namespace

std::string_view built_in_format(std::uint32_t id) {
    const auto found =
        std::find_if(std::begin(kBuiltIn), std::end(kBuiltIn), [id](const BuiltIn& format) { return format.id == id; });
    return found == std::end(kBuiltIn) ? std::string_view{} : found->code;
}

std::string format_general(double value) {
    const double size = std::abs(value);
    if (!std::isfinite(value)) {
        return "#NUM!";
    }
    if (size < kMostDigits && size == std::floor(size)) {
        return fmt::format("{:.0f}", value == 0 ? 0.0 : value);
    }
    if (size >= kMostDigits || size < 1e-9) {
        return fmt::format("{:.15g}", value);
    }
    // eleven characters, the point and a leading zero among them
    const int integers = size < 1 ? 1 : static_cast<int>(std::floor(std::log10(size))) + 1;
    std::string text = rounded(value, std::max(0, 10 - integers));
    if (text.find('.') != std::string::npos) {
        text.erase(text.find_last_not_of('0') + 1);
        text.erase(text.ends_with('.') ? text.size() - 1 : text.size());
    }
    return text == "-0" ? "0" : text;
}

std::optional<std::string> format_cell(std::string_view code, double value, DateSystem dates) {
    const std::vector<Section> sections = sections_of(code);
    const Choice choice = choose(sections, value);
    if (choice.section == nullptr) {
        return std::nullopt;
    }
    const SectionParts& parts = choice.section->parts;
    if (!std::isfinite(value) || parts.unknown) {
        return std::nullopt;
    }
    if (parts.is_date) {
        return date_text(*choice.section, value, dates);
    }
    if (parts.is_text) {
        return parts.before + format_general(value) + parts.behind;
    }
    if (!parts.shows_number) {
        return parts.before;  // literals only: "-" for nothing
    }
    std::string number = number_text(parts, std::abs(value));
    const bool nothing = number.find_first_of("123456789") == std::string::npos && !parts.general;
    number = in_chinese(std::move(number), choice.section->chinese);
    return (choice.minus && !nothing ? "-" : "") + parts.before + number + parts.behind;
}

}  // namespace mingdan
