#include "wrap/encoding_labels.h"

#include <string>

namespace mingdan::text {

namespace {

struct Label {
    std::string_view label;  ///< lower case
    std::string_view name;   ///< ICU's; ends with a NUL
};

/// What the WHATWG's Encoding Standard maps to encodings that Chinese pages are written in. "utf-16" within the page
/// itself can only be wrong.
constexpr Label kLabels[] = {
    {"utf-8", "UTF-8"},
    {"utf8", "UTF-8"},
    {"unicode-1-1-utf-8", "UTF-8"},
    {"gb2312", "gb18030"},
    {"gb_2312-80", "gb18030"},
    {"gb_2312", "gb18030"},
    {"csgb2312", "gb18030"},
    {"iso-ir-58", "gb18030"},
    {"chinese", "gb18030"},
    {"gbk", "gb18030"},
    {"x-gbk", "gb18030"},
    {"cp936", "gb18030"},
    {"ms936", "gb18030"},
    {"windows-936", "gb18030"},
    {"x-cp20936", "gb18030"},
    {"gb18030", "gb18030"},
    {"euc-cn", "gb18030"},
    {"hz-gb-2312", "gb18030"},
    {"hz", "gb18030"},
    {"big5", "Big5-HKSCS"},
    {"big5-hkscs", "Big5-HKSCS"},
    {"cn-big5", "Big5-HKSCS"},
    {"csbig5", "Big5-HKSCS"},
    {"x-x-big5", "Big5-HKSCS"},
    {"cp950", "Big5-HKSCS"},
    {"shift_jis", "ibm-943_P15A-2003"},
    {"euc-kr", "windows-949"},
    {"windows-1251", "windows-1251"},
    {"koi8-r", "KOI8-R"},
    {"iso-8859-1", kWestern},
    {"iso8859-1", kWestern},
    {"latin1", kWestern},
    {"us-ascii", kWestern},
    {"ascii", kWestern},
    {"windows-1252", kWestern},
    {"cp1252", kWestern},
    {"x-cp1252", kWestern},
    {"iso-8859-15", kWestern},
};

}  // namespace

std::string_view encoding_of_label(std::string_view label) {
    std::string lower;
    for (const char c : label) {
        if (c != ' ' && c != '"' && c != '\'') {
            lower += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
        }
    }
    for (const Label& known : kLabels) {
        if (known.label == lower) {
            return known.name;
        }
    }
    return {};
}

}  // namespace mingdan::text
