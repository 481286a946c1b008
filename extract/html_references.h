// Character references as browsers read them (HTML 13.2.5.72 and on): numbers between 0x80 and 0x9F are those of
// Windows-1252, numbers that name no character are U+FFFD, and a few dozen names need no semicolon.
#pragma once

#include <string>
#include <string_view>

namespace mingdan::html {

/// Reads the reference that begins `text` and appends it to `out` so that libxml2 reads it right: a number as its
/// character, a name with its semicolon, an ampersand that begins none as &amp;. Returns how many bytes it took.
/// REQUIRES: text begins with '&'.
std::size_t mend_reference(std::string_view text, bool in_attribute, std::string& out);

}  // namespace mingdan::html
