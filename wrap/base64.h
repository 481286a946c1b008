// Base64 (RFC 4648 section 4), by nettle.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace mingdan {

/// Line ends and spaces between the letters do not count. Nothing where the text is no whole base64.
std::optional<std::string> base64_decoded(std::string_view text);

}  // namespace mingdan
