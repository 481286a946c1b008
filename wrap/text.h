// What a character is, by ICU's data. The only door to ICU; decoding of other encodings stands in wrap/decode.h.
#pragma once

#include <string>
#include <string_view>

namespace mingdan::text {

/// Unicode's White_Space property: U+3000, U+00A0 and the like included, zero-width marks not.
bool is_space(char32_t c);
/// Marks without width that no text needs: ZWSP, ZWNJ, ZWJ, WORD JOINER, BOM. Variation selectors are none of them.
bool is_zero_width(char32_t c);
/// Han script, 〇 and planes 2 and 3, assigned or not.
bool is_han(char32_t c);
/// A letter or digit of any script but Han (Latin, Greek, full-width …).
bool is_word(char32_t c);
/// A decimal digit: its value, full-width ones included; -1 for others.
int digit_value(char32_t c);
/// Columns on a terminal: 2 for East Asian wide and full-width forms, 0 for combining and invisible marks, 1 for all
/// else, those of ambiguous width included (UAX 11).
int display_width(char32_t c);
int display_width(std::string_view text);

/// True if the character is one of a few.
inline bool is_one_of(char32_t c, std::u32string_view set) {
    return set.find(c) != std::u32string_view::npos;
}

/// Text without spaces of any kind and zero-width marks at its ends.
std::string_view trim(std::string_view text);
/// Text without any space or zero-width mark.
std::string without_spaces(std::string_view text);
/// A key for comparing only, never to be stored in a value: without spaces, full-width forms of ASCII folded, brackets
/// and quotation marks brought to one form, Latin letters in lower case.
std::string compare_key(std::string_view text);

}  // namespace mingdan::text
