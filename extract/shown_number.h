// Automatic numbers that a file writes out as they were shown: RTF's \listtext, WordML's wx:t.
#pragma once

#include <string>
#include <string_view>

namespace mingdan {

/// The number without what parts it from the text; "" for a bullet. REQUIRES: valid UTF-8.
std::string shown_number(std::string_view text);

}  // namespace mingdan
