// --limit NAME=VALUE: the limits of options.h by their names, with dashes.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include <mingdan/options.h>
#include <mingdan/result.h>

namespace mingdan::cli {

/// Sets one limit from "part-bytes=64M" (K, M and G are powers of 1024).
Result<void> set_limit(Limits& limits, std::string_view assignment);

/// Sets a size from "512M"; `option` names it in errors.
Result<void> set_size(std::uint64_t& size, std::string_view text, std::string_view option);

/// All limits with their defaults, one a line, for help texts.
std::string list_limits();

}  // namespace mingdan::cli
