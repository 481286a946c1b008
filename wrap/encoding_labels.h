// The names that files give their encoding, brought to the encodings that are decoded: gb2312 and gbk are GB18030.
#pragma once

#include <string_view>

namespace mingdan::text {

/// Western Windows, which stands for all names that templates declare without meaning it.
inline constexpr const char* kWestern = "windows-1252";

/// ICU's name for a label as it was found in a file (any case, quoted or not); "" for one that is not known. The
/// result ends with a NUL.
std::string_view encoding_of_label(std::string_view label);

}  // namespace mingdan::text
