// The middle of a document number: the bracketed year and the serial, 〔2023〕10号, or the year and the order,
// 2022年第22号.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace mingdan::number_core {

inline constexpr std::size_t kNone = std::string_view::npos;

struct Digits {
    std::size_t end = 0;
    std::size_t count = 0;
    std::uint32_t value = 0;
};

/// The middle of a number and what follows it.
struct Core {
    std::size_t begin = 0;
    std::size_t end = 0;
    bool damaged = false;
    bool numbered = false;  ///< by 第…号, without a bracket
};

bool is_open(char32_t c);
bool is_close(char32_t c);
bool is_round(char32_t c);
std::size_t skip_spaces(std::string_view text, std::size_t at);
std::size_t skip_spaces_back(std::string_view text, std::size_t at);
std::size_t take(std::string_view text, std::size_t at, char32_t wanted);
Digits take_digits(std::string_view text, std::size_t at, bool chinese, std::size_t most = 7);
bool is_year(const Digits& digits);
std::optional<Core> bracketed_core(std::string_view text, std::size_t at);
std::optional<Core> closed_core(std::string_view text, std::size_t at, std::size_t after);
std::optional<Core> numbered_core(std::string_view text, std::size_t at, std::size_t after);

}  // namespace mingdan::number_core
