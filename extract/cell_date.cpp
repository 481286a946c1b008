// Dates and times of spreadsheets: days since the workbook's day 0, the time as a fraction. m means minutes behind h or
// before s. With [DBNum1] the digits are Chinese: 二〇二三年六月十四日.
#include <array>
#include <cmath>

#include <fmt/format.h>

#include "extract/cell_format_section.h"
#include "extract/number_format.h"
#include "model/utf8.h"

namespace mingdan {

namespace {

struct Moment {
    int year = 0;
    int month = 0;
    int day = 0;
    int weekday = 0;  ///< 0: Sunday
    int hour = 0;
    int minute = 0;
    int second = 0;
    double fraction = 0;  ///< of a second
    double days = 0;      ///< for times that count on past 24 hours
};

/// The civil date of a day counted from 1970-01-01 (days before it negative), in the proleptic Gregorian calendar.
void set_date(Moment& moment, long long day) {
    // years that begin in March: the leap day is their last
    const long long shifted = day + 719'468;
    const long long era = (shifted >= 0 ? shifted : shifted - 146'096) / 146'097;
    const long long of_era = shifted - era * 146'097;
    const long long year_of_era = (of_era - of_era / 1'460 + of_era / 36'524 - of_era / 146'096) / 365;
    const long long of_year = of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const long long march_month = (5 * of_year + 2) / 153;
    moment.day = static_cast<int>(of_year - (153 * march_month + 2) / 5 + 1);
    moment.month = static_cast<int>(march_month < 10 ? march_month + 3 : march_month - 9);
    moment.year = static_cast<int>(year_of_era + era * 400 + (moment.month <= 2));
    moment.weekday = static_cast<int>(((day + 4) % 7 + 7) % 7);
}

/// 24:00 of a day is 0:00 of the next once the shown part is rounded.
Moment moment_of(double value, DateSystem dates, int decimals) {
    Moment moment;
    const double parts = std::pow(10.0, decimals);
    double ticks = std::round(value * 86'400 * parts);
    moment.days = ticks / parts / 86'400;
    const double day = std::floor(ticks / parts / 86'400);
    ticks -= day * 86'400 * parts;
    const auto seconds = static_cast<long long>(std::floor(ticks / parts));
    moment.fraction = ticks / parts - static_cast<double>(seconds);
    moment.hour = static_cast<int>(seconds / 3'600);
    moment.minute = static_cast<int>(seconds / 60 % 60);
    moment.second = static_cast<int>(seconds % 60);
    const auto serial = static_cast<long long>(day);
    if (dates == DateSystem::from_1904) {
        set_date(moment, serial - 24'107);
    } else if (serial == 60) {
        moment.year = 1900;
        moment.month = 2;
        moment.day = 29;
        moment.weekday = 3;
    } else if (serial <= 0) {
        moment.year = 1900;  // day 0 is shown as 1900-01-00
        moment.month = 1;
    } else {
        set_date(moment, serial - 25'569 + (serial < 60));
    }
    return moment;
}

constexpr std::array kMonths = {"January", "February", "March",     "April",   "May",      "June",
                                "July",    "August",   "September", "October", "November", "December"};
constexpr std::array kDays = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
constexpr std::array kChineseDays = {"日", "一", "二", "三", "四", "五", "六"};
constexpr std::array kChineseDigits = {"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

class DateWriter {
public:
    DateWriter(const Section& section, double value, DateSystem dates)
        : body_(section.body),
          chinese_(section.chinese),
          decimals_(fraction_digits()),
          moment_(moment_of(value, dates, decimals_)) {
        half_days_ = body_.find("AM/PM") != body_.npos || body_.find("am/pm") != body_.npos ||
                     body_.find("A/P") != body_.npos || body_.find("上午/下午") != body_.npos;
    }

    std::string write() {
        for (std::size_t at = 0; at < body_.size();) {
            at = step(at);
        }
        return std::move(text_);
    }

private:
    int fraction_digits() const {
        const std::size_t seconds = body_.find_last_of("sS");
        int digits = 0;
        if (seconds != body_.npos && seconds + 1 < body_.size() && body_[seconds + 1] == '.') {
            while (seconds + 2 + static_cast<std::size_t>(digits) < body_.size() &&
                   body_[seconds + 2 + static_cast<std::size_t>(digits)] == '0' && digits < 3) {
                ++digits;
            }
        }
        return digits;
    }

    std::size_t step(std::size_t at) {
        if (body_[at] == '[') {
            const std::size_t close = std::min(body_.find(']', at), body_.size() - 1);
            if (elapsed(body_.substr(at + 1, close - at - 1))) {
                return close + 1;
            }
        }
        std::string shown;
        if (const std::size_t behind = behind_literal(body_, at, shown); behind > at) {
            text_ += shown;
            return behind;
        }
        for (const std::string_view word : {"AM/PM", "am/pm", "A/P", "上午/下午"}) {
            if (body_.substr(at).starts_with(word)) {
                text_ += word == "上午/下午" ? (moment_.hour < 12 ? "上午" : "下午")
                         : word == "A/P"     ? (moment_.hour < 12 ? "A" : "P")
                                             : (moment_.hour < 12 ? "AM" : "PM");
                return at + word.size();
            }
        }
        const char letter = lower(body_[at]);
        std::size_t end = at + 1;
        while (end < body_.size() && lower(body_[end]) == letter) {
            ++end;
        }
        return letter_text(letter, at, end) ? end : other(at);
    }

    std::size_t other(std::size_t at) {
        const std::size_t from = at;
        utf8::next(body_, at);
        text_ += body_.substr(from, at - from);
        return at;
    }

    /// [h]:mm: hours that count on.
    bool elapsed(std::string_view inside) {
        if (inside.empty() || lower(inside[0]) != lower(inside.back())) {
            return false;
        }
        const double seconds = std::floor(moment_.days * 86'400 + 0.5);
        const char letter = lower(inside[0]);
        if (letter != 'h' && letter != 'm' && letter != 's') {
            return false;
        }
        const double shown = std::floor(seconds / (letter == 'h' ? 3'600 : letter == 'm' ? 60 : 1));
        text_ += fmt::format("{:0{}.0f}", shown, inside.size());
        last_ = letter;
        return true;
    }

    bool letter_text(char letter, std::size_t at, std::size_t end) {
        const std::size_t count = end - at;
        switch (letter) {
            case 'y':
            case 'e':
                year(letter == 'e' || count > 2);
                break;
            case 'm':
                last_ == 'h' || seconds_follow(end) ? number(moment_.minute, count > 1) : month(count);
                break;
            case 'd':
                count <= 2   ? number(moment_.day, count == 2)
                : count == 3 ? append(std::string_view(kDays[static_cast<std::size_t>(moment_.weekday)]).substr(0, 3))
                             : append(kDays[static_cast<std::size_t>(moment_.weekday)]);
                break;
            case 'a':
                if (count < 3) {
                    return false;
                }
                append(count == 3 ? "周" : "星期");
                append(kChineseDays[static_cast<std::size_t>(moment_.weekday)]);
                break;
            case 'h':
                number(half_days_ ? (moment_.hour + 11) % 12 + 1 : moment_.hour, count > 1);
                break;
            case 's':
                number(moment_.second, count > 1);
                break;
            case '.':
                if (last_ != 's' || decimals_ == 0) {
                    return false;
                }
                text_ += fmt::format("{:.{}f}", moment_.fraction, decimals_).substr(1);
                last_ = '.';
                return true;
            case '0':
                return last_ == '.';  // already written behind the point
            default:
                return false;
        }
        last_ = letter;
        return true;
    }

    /// Only literals between this m and an s.
    bool seconds_follow(std::size_t at) const {
        std::string shown;
        while (at < body_.size()) {
            const std::size_t behind = behind_literal(body_, at, shown);
            if (behind == at && ((body_[at] >= 'a' && body_[at] <= 'z') || (body_[at] >= 'A' && body_[at] <= 'Z'))) {
                return lower(body_[at]) == 's';
            }
            at = behind > at ? behind : at + 1;
        }
        return false;
    }

    void year(bool whole) {
        std::string digits = fmt::format("{:04}", moment_.year);
        digits.erase(0, whole ? 0 : digits.size() - 2);
        if (chinese_ != 1) {
            text_ += digits;
            return;
        }
        for (const char c : digits) {
            text_ += kChineseDigits[static_cast<std::size_t>(c - '0')];
        }
    }

    void month(std::size_t count) {
        const std::string_view name = kMonths[static_cast<std::size_t>(moment_.month - 1)];
        count <= 2 ? number(moment_.month, count == 2)
                   : append(name.substr(0, count == 3   ? 3
                                           : count == 5 ? 1
                                                        : name.size()));
    }

    void number(int value, bool two_digits) {
        if (chinese_ == 1) {
            text_ += format_number("chineseCounting", value).value_or("");
        } else {
            text_ += fmt::format("{:0{}}", value, two_digits ? 2 : 1);
        }
    }

    void append(std::string_view word) { text_ += word; }

    std::string_view body_;
    int chinese_;
    int decimals_;
    Moment moment_;
    bool half_days_ = false;
    char last_ = '\0';  ///< the letter that was written last
    std::string text_;
};

}  // namespace

std::string date_text(const Section& section, double value, DateSystem dates) {
    return DateWriter(section, value, dates).write();
}

}  // namespace mingdan
