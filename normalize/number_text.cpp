#include "normalize/number_text.h"

#include "model/utf8.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

constexpr int kMostDigits = 15;  ///< what a double holds; longer ones are identifiers

/// 1,234,567: groups of three behind the first mark.
bool groups_fit(std::string_view whole) {
    const std::size_t first = whole.find(',');
    if (first == std::string_view::npos) {
        return true;
    }
    if (first == 0 || first > 3) {
        return false;
    }
    for (std::size_t at = first; at < whole.size(); at += 4) {
        if (whole[at] != ',' || whole.size() - at < 4) {
            return false;
        }
    }
    return (whole.size() - first) % 4 == 0;
}

/// ASCII forms of full-width digits, point, comma and sign; "" for any other character.
std::string to_ascii(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = utf8::next(text, at);
        if (const int digit = text::digit_value(c); digit >= 0) {
            out += static_cast<char>('0' + digit);
        } else if (c == '.' || c == ',' || c == '-' || c == U'．' || c == U'，' || c == U'－') {
            out += c == U'．' ? '.' : c == U'，' ? ',' : c == U'－' ? '-' : static_cast<char>(c);
        } else {
            return {};
        }
    }
    return out;
}

}  // namespace

std::optional<std::string> plain_number(std::string_view text) {
    if (text.empty() || text.size() > 60) {
        return std::nullopt;
    }
    std::string digits = to_ascii(text);
    std::string_view rest = digits;
    if (rest.starts_with('-')) {
        rest.remove_prefix(1);
    }
    const std::size_t point = rest.find('.');
    const std::string_view whole = rest.substr(0, point);
    const std::string_view part = point == std::string_view::npos ? std::string_view{} : rest.substr(point + 1);
    const bool bad_part = point != std::string_view::npos &&
                          (part.empty() || part.find_first_not_of("0123456789") != std::string_view::npos);
    if (whole.empty() || bad_part || whole.find_first_not_of("0123456789,") != std::string_view::npos ||
        !groups_fit(whole) || (whole.size() > 1 && whole[0] == '0')) {
        return std::nullopt;
    }
    std::erase(digits, ',');
    int count = 0;
    for (const char c : digits) {
        count += c >= '0' && c <= '9';
    }
    return count <= kMostDigits ? std::optional(std::move(digits)) : std::nullopt;
}

std::optional<Decimal> read_decimal(std::string_view plain) {
    Decimal value;
    bool negative = false;
    bool point = false;
    int digits = 0;
    for (const char c : plain) {
        if (c == '-' && digits == 0) {
            negative = true;
        } else if (c == '.' && !point) {
            point = true;
        } else if (c >= '0' && c <= '9' && ++digits <= kMostDigits) {
            value.units = value.units * 10 + (c - '0');
            value.places += point ? 1 : 0;
        } else {
            return std::nullopt;
        }
    }
    if (digits == 0) {
        return std::nullopt;
    }
    value.units = negative ? -value.units : value.units;
    return value;
}

namespace {

Decimal at_places(Decimal value, int places) {
    while (value.places < places) {
        value.units *= 10;
        ++value.places;
    }
    return value;
}

}  // namespace

Decimal operator+(Decimal a, Decimal b) {
    const int places = std::max(a.places, b.places);
    a = at_places(a, places);
    b = at_places(b, places);
    return {a.units + b.units, places};
}

bool equal(Decimal a, Decimal b) {
    const int places = std::max(a.places, b.places);
    return at_places(a, places).units == at_places(b, places).units;
}

std::string to_text(Decimal value) {
    const bool negative = value.units < 0;
    std::string digits;
    for (Decimal::Units rest = negative ? -value.units : value.units; rest > 0 || digits.empty(); rest /= 10) {
        digits.insert(digits.begin(), static_cast<char>('0' + static_cast<int>(rest % 10)));
    }
    if (value.places > 0) {
        if (digits.size() <= static_cast<std::size_t>(value.places)) {
            digits.insert(0, static_cast<std::size_t>(value.places) + 1 - digits.size(), '0');
        }
        digits.insert(digits.size() - static_cast<std::size_t>(value.places), 1, '.');
    }
    if (negative) {
        digits.insert(digits.begin(), '-');
    }
    return digits;
}

}  // namespace mingdan
