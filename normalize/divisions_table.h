// The table of administrative divisions as constants. Its source is made of data/divisions.tsv while the program is
// built (data/embed_divisions.cpp): nothing is parsed when the program starts, and only a look-up touches the pages.
#pragma once

#include <cstddef>
#include <cstdint>

namespace mingdan::divisions {

/// One name of one code. In force at most from the month after `after` to the month `gone`, as years * 12 + months.
struct Entry {
    std::uint32_t code;  ///< 330502; 0 where the standard gives none
    std::uint32_t name;  ///< its place in kNames
    std::uint16_t after;
    std::uint16_t gone;
    std::uint8_t name_size;
    std::uint8_t short_size;  ///< the part of the name that is the short one, 吴兴 of 吴兴区; 0 if there is none
};

extern const char kNames[];
extern const Entry kEntries[];  ///< in order of name, then code
extern const std::size_t kEntryCount;
extern const std::uint16_t kByShortName[];  ///< indices into kEntries in order of short name
extern const std::size_t kShortNameCount;

}  // namespace mingdan::divisions
