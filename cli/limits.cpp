#include "cli/limits.h"

#include <charconv>
#include <limits>

#include <fmt/format.h>

namespace mingdan::cli {

namespace {

struct Limit {
    std::string_view name;
    std::string_view meaning;
    std::uint64_t Limits::*wide = nullptr;
    std::uint32_t Limits::*narrow = nullptr;
};

constexpr Limit kLimits[] = {
    {"file-bytes", "the input file", &Limits::file_bytes},
    {"part-bytes", "one inflated part of it", &Limits::part_bytes},
    {"archive-bytes", "all inflated parts together", &Limits::archive_bytes},
    {"entries", "entries of the archive", nullptr, &Limits::entries},
    {"xml-depth", "open XML elements", nullptr, &Limits::xml_depth},
    {"xml-attributes", "attributes of one element", nullptr, &Limits::xml_attributes},
    {"xml-token-bytes", "one tag, comment or instruction", nullptr, &Limits::xml_token_bytes},
    {"text-bytes", "text of the document", &Limits::text_bytes},
    {"cells", "grid positions of all tables", &Limits::cells},
    {"columns", "columns of one table", nullptr, &Limits::columns},
};

std::uint64_t value_of(const Limits& limits, const Limit& limit) {
    return limit.wide != nullptr ? limits.*limit.wide : limits.*limit.narrow;
}

std::uint64_t most(const Limit& limit) {
    // 1 << 60 leaves room for what is added to a limit while it is watched
    return limit.wide != nullptr ? std::uint64_t{1} << 60 : std::numeric_limits<std::uint32_t>::max() - 1;
}

std::string names() {
    std::string all;
    for (const Limit& limit : kLimits) {
        all += all.empty() ? "" : ", ";
        all += limit.name;
    }
    return all;
}

const Limit* find_limit(std::string_view name) {
    for (const Limit& limit : kLimits) {
        if (limit.name == name) {
            return &limit;
        }
    }
    return nullptr;
}

int shift_of(char suffix) {
    switch (suffix) {
        case 'k':
        case 'K':
            return 10;
        case 'm':
        case 'M':
            return 20;
        case 'g':
        case 'G':
            return 30;
        default:
            return 0;
    }
}

/// A whole number above 0 and up to `most`, or 0.
std::uint64_t parse_size(std::string_view text, std::uint64_t most) {
    const int shift = text.empty() ? 0 : shift_of(text.back());
    if (shift > 0) {
        text.remove_suffix(1);
    }
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = error == std::errc() && end == text.data() + text.size() && !text.empty();
    return whole && number <= most >> shift ? number << shift : 0;
}

}  // namespace

Result<void> set_limit(Limits& limits, std::string_view assignment) {
    const std::size_t equals = assignment.find('=');
    if (equals == std::string_view::npos) {
        return fail(ErrorCode::usage, fmt::format("--limit {} has no value", assignment), "--limit cells=1M");
    }
    const std::string_view name = assignment.substr(0, equals);
    const Limit* limit = find_limit(name);
    if (limit == nullptr) {
        return fail(ErrorCode::usage, fmt::format("there is no limit \"{}\"", name), "one of " + names());
    }
    const std::uint64_t value = parse_size(assignment.substr(equals + 1), most(*limit));
    if (value == 0) {
        return fail(ErrorCode::usage,
                    fmt::format("\"{}\" is no size for the limit {}", assignment.substr(equals + 1), name),
                    fmt::format("a whole number from 1, with K, M or G if you like: --limit {}=64M", name));
    }
    if (limit->wide != nullptr) {
        limits.*limit->wide = value;
    } else {
        limits.*limit->narrow = static_cast<std::uint32_t>(value);
    }
    return {};
}

Result<void> set_size(std::uint64_t& size, std::string_view text, std::string_view option) {
    const std::uint64_t value = parse_size(text, std::numeric_limits<std::int64_t>::max());
    if (value == 0) {
        return fail(ErrorCode::usage, fmt::format("\"{}\" is no size for {}", text, option),
                    fmt::format("a whole number from 1, with K, M or G if you like: {} 512M", option));
    }
    size = value;
    return {};
}

std::string list_limits() {
    const Limits usual;
    std::string list;
    for (const Limit& limit : kLimits) {
        list += fmt::format("  {:<16} {:>12}  {}\n", limit.name, value_of(usual, limit), limit.meaning);
    }
    return list;
}

}  // namespace mingdan::cli
