// Literals: "…", \x, and any character without a meaning; _x is a space, *x fills and shows nothing. Brackets before a
// section are a condition, a colour, a locale or [DBNum1]; [$¥-804] shows its symbol, [h] is time that has passed.
#include "extract/cell_format_section.h"

#include <algorithm>

#include "model/utf8.h"

namespace mingdan {

namespace {

bool is_elapsed(std::string_view inside) {
    const auto is = [&](char a, char b) { return inside.find_first_not_of(std::string{a, b}) == inside.npos; };
    return !inside.empty() && (is('h', 'H') || is('m', 'M') || is('s', 'S'));
}

double number_in(std::string_view text) {
    double value = 0;
    double scale = 0;
    const bool negative = text.starts_with('-');
    for (const char c : text.substr(negative)) {
        if (c == '.' && scale == 0) {
            scale = 1;
        } else if (c >= '0' && c <= '9') {
            value = value * 10 + (c - '0');
            scale *= 10;
        } else {
            break;
        }
    }
    value = scale > 1 ? value / scale : value;
    return negative ? -value : value;
}

/// A section's text, letter by letter.
class PartsReader {
public:
    PartsReader(std::string_view body, SectionParts& parts) : body_(body), parts_(parts) {}

    void read() {
        while (at_ < body_.size()) {
            std::string shown;
            const std::size_t behind = behind_literal(body_, at_, shown);
            if (behind > at_) {
                note_elapsed(behind);
                literal(shown);
                at_ = behind;
            } else {
                take();
            }
        }
        parts_.thousands += waiting_commas_;
        parts_.shows_number = parts_.general || parts_.integers + parts_.decimals + parts_.denominators > 0;
    }

private:
    void note_elapsed(std::size_t behind) {
        if (body_[at_] == '[' && is_elapsed(body_.substr(at_ + 1, behind - at_ - 2))) {
            parts_.is_date = true;
        }
    }

    void literal(std::string_view shown) { (parts_.shows_number ? parts_.behind : parts_.before) += shown; }

    void take() {
        const char c = body_[at_];
        if (take_word()) {
            return;
        }
        switch (c) {
            case '0':
            case '#':
            case '?':
                placeholder(c);
                break;
            case '.':
                parts_.point = true;
                parts_.shows_number = true;
                break;
            case ',':
                ++waiting_commas_;
                break;
            case '%':
                ++parts_.percents;
                literal("%");
                break;
            case '@':
                parts_.is_text = true;
                break;
            case '/':
                slash();
                return;
            case 'E':
            case 'e':
                if (exponent()) {
                    return;
                }
                parts_.is_date = true;  // e: the year
                break;
            case 'y':
            case 'Y':
            case 'm':
            case 'M':
            case 'd':
            case 'D':
            case 'h':
            case 'H':
            case 's':
            case 'S':
            case 'a':
                parts_.is_date = true;
                break;
            default:
                other();
                return;
        }
        ++at_;
    }

    bool take_word() {
        const std::string_view rest = body_.substr(at_);
        if (rest.starts_with("General") || rest.starts_with("GENERAL") || rest.starts_with("general")) {
            parts_.general = true;
            parts_.shows_number = true;
            at_ += std::string_view("General").size();
            return true;
        }
        for (const std::string_view word : {"AM/PM", "am/pm", "A/P", "上午/下午"}) {
            if (rest.starts_with(word)) {
                parts_.is_date = true;
                at_ += word.size();
                return true;
            }
        }
        return false;
    }

    void placeholder(char c) {
        parts_.shows_number = true;
        parts_.commas = parts_.commas || (waiting_commas_ > 0 && !parts_.point);
        waiting_commas_ = 0;
        if (parts_.point) {
            ++parts_.decimals;
            parts_.least_decimals = c == '0' ? parts_.decimals : parts_.least_decimals;
            return;
        }
        ++parts_.integers;
        parts_.least_integer += c == '0' || parts_.least_integer > 0;
    }

    /// # ?/?: the placeholders right before it are the numerator, those behind the denominator; or a date's slash.
    void slash() {
        ++at_;
        if (parts_.integers == 0 || parts_.is_date) {
            literal("/");
            return;
        }
        std::size_t before = at_ - 1;
        while (before > 0 && (body_[before - 1] == '?' || body_[before - 1] == '#' || body_[before - 1] == '0')) {
            --before;
            parts_.integers -= parts_.integers > 0;
        }
        parts_.least_integer = 0;
        parts_.behind.clear();  // what parts the whole from the fraction
        for (; at_ < body_.size() && (body_[at_] == '?' || body_[at_] == '#'); ++at_) {
            ++parts_.denominators;
        }
        for (; at_ < body_.size() && body_[at_] >= '0' && body_[at_] <= '9' && parts_.fixed_denominator < 10'000;
             ++at_) {
            parts_.fixed_denominator = parts_.fixed_denominator * 10 + static_cast<std::uint32_t>(body_[at_] - '0');
        }
        parts_.unknown = parts_.denominators + parts_.fixed_denominator == 0;
    }

    bool exponent() {
        if (at_ + 2 >= body_.size() || (body_[at_ + 1] != '+' && body_[at_ + 1] != '-') || !parts_.shows_number) {
            return false;
        }
        parts_.exponent = true;
        parts_.exponent_plus = body_[at_ + 1] == '+';
        for (at_ += 2; at_ < body_.size() && (body_[at_] == '0' || body_[at_] == '#'); ++at_) {
            parts_.least_exponent += body_[at_] == '0';
        }
        return true;
    }

    void other() {
        const std::size_t from = at_;
        const char32_t c = utf8::next(body_, at_);
        const char32_t lower = c | 0x20;
        parts_.unknown = parts_.unknown || (lower >= 'a' && lower <= 'z');  // eras (g), Buddhist years (b) and the like
        literal(body_.substr(from, at_ - from));
    }

    std::string_view body_;
    SectionParts& parts_;
    std::size_t at_ = 0;
    std::uint32_t waiting_commas_ = 0;
};

Section section_of(std::string_view text) {
    Section section;
    while (text.starts_with('[')) {
        const std::size_t close = text.find(']');
        const std::string_view inside = text.substr(1, std::min(close, text.size()) - 1);
        if (close == std::string_view::npos || is_elapsed(inside) ||
            (inside.starts_with('$') && !inside.starts_with("$-"))) {
            break;  // shown
        }
        if (inside.starts_with("DBNum") && inside.size() == 6) {
            section.chinese = inside[5] - '0';
        } else if (inside.find_first_of("<>=") == 0) {
            const std::size_t digits = std::min(inside.find_first_not_of("<>="), inside.size());
            section.comparison = inside.substr(0, digits);
            section.bound = number_in(inside.substr(digits));
        }
        text.remove_prefix(close + 1);
    }
    section.body = text;
    PartsReader(text, section.parts).read();
    return section;
}

}  // namespace

bool Section::holds(double value) const {
    return comparison == ">"    ? value > bound
           : comparison == ">=" ? value >= bound
           : comparison == "<"  ? value < bound
           : comparison == "<=" ? value <= bound
           : comparison == "="  ? value == bound
           : comparison == "<>" ? value != bound
                                : true;
}

std::size_t behind_literal(std::string_view code, std::size_t at, std::string& shown) {
    switch (code[at]) {
        case '"': {
            const std::size_t close = std::min(code.find('"', at + 1), code.size());
            shown = code.substr(at + 1, close - at - 1);
            return std::min(close + 1, code.size());
        }
        case '[': {
            const std::size_t close = std::min(code.find(']', at + 1), code.size());
            const std::string_view inside = code.substr(at + 1, close - at - 1);
            shown = inside.starts_with('$') ? inside.substr(1, std::min(inside.find('-'), inside.size()) - 1) : "";
            return std::min(close + 1, code.size());
        }
        case '\\':
        case '_':
        case '*': {
            std::size_t end = at + 1;
            if (end < code.size()) {
                utf8::next(code, end);
            }
            shown = code[at] == '\\' ? code.substr(at + 1, end - at - 1) : code[at] == '_' ? " " : "";
            return end;
        }
        default:
            return at;
    }
}

std::vector<Section> sections_of(std::string_view code) {
    std::vector<Section> sections;
    std::string shown;
    std::size_t begin = 0;
    for (std::size_t at = 0; at < code.size();) {
        const std::size_t behind = behind_literal(code, at, shown);
        if (behind == at && code[at] == ';') {
            sections.push_back(section_of(code.substr(begin, at - begin)));
            begin = at + 1;
        }
        at = std::max(behind, at + (behind == at));
    }
    sections.push_back(section_of(code.substr(begin)));
    return sections;
}

}  // namespace mingdan
