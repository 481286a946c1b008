// Characters of symbol fonts: w:sym names a glyph by font and code, and the usual fonts' glyphs have characters.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace mingdan::docx {

/// The character that glyph `code` (0x20-0xFF, or the same in U+F000-U+F0FF) of a symbol font shows; nullopt where the
/// font or the glyph is not in the table. Codes outside of the private use area are characters already.
std::optional<char32_t> symbol_character(std::string_view font, std::uint32_t code);

}  // namespace mingdan::docx
