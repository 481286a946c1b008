// A workbook as text, read from the parts of its archive by patterns that know nothing of how it was written.
#pragma once

#include <string>

namespace mingdan::test {

/// For each sheet "[name]" and a line a cell: "A1 甲", "B2 #2.50" for a number as its format shows it, "A1:C1 merged",
/// "frozen 3". Texts with \n as ↵.
std::string workbook_text(const std::string& bytes);
/// One part of the archive.
std::string part_of(const std::string& bytes, const std::string& name);

}  // namespace mingdan::test
