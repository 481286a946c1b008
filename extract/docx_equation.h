// EQ fields: Word's 带圈字符 and 合并字符, phonetic guides of old files, and characters that no font has, built by
// hand. Their text stands in the field's instruction and nowhere else.
#pragma once

#include <string>
#include <string_view>

namespace mingdan::docx {

/// The text that `EQ \o\ac(○,王)` and the like show: the bracketed arguments without switches, without an enclosing
/// figure, without the reading set above a base text. "" for an instruction that shows none, or is no EQ.
std::string compose_equation(std::string_view instruction);

}  // namespace mingdan::docx
