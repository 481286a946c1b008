// The printed forms of an index: 1, 01, 1., １, （1）, ①, 一, （一）, 第1.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace mingdan {

/// The integer that an index cell shows, or nothing if the text is anything else.
std::optional<std::uint64_t> read_index(std::string_view text);

}  // namespace mingdan
