// Dates as notices print them, found by a hand-written scanner: 2023年6月14日, 2018 年 7 月 31 日, 二〇二三年六月十四日
// (with 〇 ○ O 0 零 alike), 2023年6月, 2023-06-14, 2011.12.21.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace mingdan {

struct ScannedDate {
    std::size_t begin = 0;  ///< bytes [begin, end) of the text
    std::size_t end = 0;
    std::uint32_t year = 0;
    std::uint32_t month = 0;  ///< 0: not given
    std::uint32_t day = 0;    ///< 0: not given

    /// "2023-06-14", "2023-06" or "2023".
    std::string iso() const;

    friend bool operator==(const ScannedDate&, const ScannedDate&) = default;
};

/// The date that begins at `at`, spaces inside it allowed.
std::optional<ScannedDate> date_at(std::string_view text, std::size_t at);
/// The date that ends the text (地方教育局 2023年6月14日).
std::optional<ScannedDate> date_at_end(std::string_view text);
/// The text is a date and nothing else; brackets around it are allowed.
std::optional<ScannedDate> whole_date(std::string_view text);

}  // namespace mingdan
