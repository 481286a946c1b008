// style:num-format is a Latin sample or, for all other scripts, the first items of the row: "一, 二, 三, ...".
#include "extract/odf_numbering.h"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "extract/number_format.h"

namespace mingdan::odf {

namespace {

/// By the sample's first items, the longer ones first; the names are those of the one number formatter.
constexpr std::pair<std::string_view, std::string_view> kFormats[] = {
    {"1st", "ordinal"},
    {"01", "decimalZero"},
    {"1", "decimal"},
    {"a", "lowerLetter"},
    {"A", "upperLetter"},
    {"i", "lowerRoman"},
    {"I", "upperRoman"},
    {"一", "chineseCountingThousand"},
    {"〇", "ideographDigital"},
    {"壹, 贰", "chineseLegalSimplified"},
    {"壹, 貳", "ideographLegalTraditional"},
    {"壱", "japaneseLegal"},
    {"①", "decimalEnclosedCircle"},
    {"⑴", "decimalEnclosedParen"},
    {"⒈", "decimalEnclosedFullstop"},
    {"㊀", "ideographEnclosedCircle"},
    {"甲", "ideographTraditional"},
    {"子", "ideographZodiac"},
    {"１", "decimalFullWidth"},
    {"일, 이", "koreanCounting"},
    {"하나", "koreanLegal"},
};

std::string write(const ListLevel& level, std::int64_t value, std::string& unknown_format) {
    if (level.format.empty()) {
        return {};
    }
    const auto* const at = std::find_if(std::begin(kFormats), std::end(kFormats),
                                        [&](const auto& one) { return level.format.starts_with(one.first); });
    if (at != std::end(kFormats)) {
        if (auto text = format_number(at->second, value)) {
            return std::move(*text);
        }
    }
    unknown_format = level.format;
    return fmt::format("{}", value);
}

class Writer {
public:
    Writer(const ListCounters& counters, const ListStyle& style, std::string& unknown_format)
        : counters_(counters), style_(style), unknown_format_(unknown_format) {}

    std::string number(std::size_t level) {
        return write(style_[level], counters_.value[level].value_or(style_[level].start), unknown_format_);
    }

    /// "%1%.%2%": numbers of levels between per cent signs, all else as it stands.
    std::string by_pattern(std::string_view pattern) {
        std::string text;
        while (!pattern.empty()) {
            const std::size_t digits = pattern.find_first_not_of("0123456789", 1);
            const bool whole =
                pattern[0] == '%' && digits != pattern.npos && digits > 1 && digits < 4 && pattern[digits] == '%';
            const std::size_t level = whole ? level_of(pattern.substr(1, digits - 1)) : kLevels;
            if (level < kLevels) {
                text += number(level);
                pattern.remove_prefix(digits + 1);
            } else {
                text += pattern[0];
                pattern.remove_prefix(1);
            }
        }
        return text;
    }

    /// Prefix, the numbers of the displayed levels with dots between, suffix.
    std::string by_parts(std::size_t level) {
        const ListLevel& own = style_[level];
        std::string text = own.prefix;
        for (std::size_t shown = level + 1 - std::min(own.displayed, level + 1); shown <= level; ++shown) {
            const std::string one = number(shown);
            if (!one.empty() && shown < level) {
                text += one + ".";
            } else {
                text += one;
            }
        }
        return text + own.suffix;
    }

private:
    static std::size_t level_of(std::string_view digits) {
        std::size_t level = 0;
        for (const char digit : digits) {
            level = level * 10 + static_cast<std::size_t>(digit - '0');
        }
        return level == 0 ? kLevels : level - 1;
    }

    const ListCounters& counters_;
    const ListStyle& style_;
    std::string& unknown_format_;
};

}  // namespace

std::string next_number(ListCounters& counters, const ListStyle& style, std::size_t level,
                        std::optional<std::int64_t> start, std::string& unknown_format) {
    std::optional<std::int64_t>& value = counters.value[level];
    if (start) {
        value = start;
    } else if (value && *value < INT32_MAX) {
        value = *value + 1;
    } else {
        value = style[level].start;
    }
    std::fill(counters.value.begin() + static_cast<std::ptrdiff_t>(level) + 1, counters.value.end(), std::nullopt);
    const ListLevel& own = style[level];
    if (!own.numbered || (own.format.empty() && own.pattern.empty())) {
        return {};
    }
    Writer writer(counters, style, unknown_format);
    return own.pattern.empty() ? writer.by_parts(level) : writer.by_pattern(own.pattern);
}

ListCounters& Lists::begin(const std::string& style) {
    ListCounters& counters = lists_.emplace_back();
    counters.style = style;
    by_style_[style] = &counters;
    return counters;
}

ListCounters* Lists::find(const std::string& id) {
    const auto at = by_id_.find(id);
    return at == by_id_.end() ? nullptr : at->second;
}

ListCounters* Lists::latest(const std::string& style) {
    const auto at = by_style_.find(style);
    return at == by_style_.end() ? nullptr : at->second;
}

}  // namespace mingdan::odf
