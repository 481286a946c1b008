// Spaces and zero-width marks: what may go where (contract section 4, "Spaces").
#pragma once

#include <string>
#include <string_view>

#include "normalize/draft.h"

namespace mingdan {

/// Trims spaces off the ends of a line and takes its zero-width marks out (they are left out as artefacts).
void trim_line(Draft& draft, Field& field);

/// Runs of spaces become one U+0020.
void fold_runs(Field& field);

/// A space between two Han characters goes; elsewhere a run becomes one U+0020.
void close_han(Field& field, Fix fix = Fix::fold_spaces);

/// Header words: a space goes unless it parts two words of another script (单 位 -> 单位).
std::string header_text(std::string_view text);

/// What stands between two lines that are joined: nothing beside Han characters and punctuation, one space between
/// words.
std::string_view between_lines(std::string_view left, std::string_view right);

}  // namespace mingdan
