// Administrative divisions by their names (GB/T 2260, docs/divisions.md). A name is looked up inside an area and at a
// time, since 鼓楼区 stands four times in the table and 蓟县 became 蓟州区; what several divisions may be meant by is
// answered with all of them, never with a guess.
#pragma once

#include <cstdint>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

namespace mingdan::divisions {

enum class Level : std::uint8_t { province, city, county };

/// The first digits of codes: 33 for a province, 3305 for a city, 0 for the whole country.
using Area = std::uint32_t;

/// A stretch of months, as years * 12 + months; the default is all time.
struct Months {
    std::uint16_t first = 0;
    std::uint16_t last = std::numeric_limits<std::uint16_t>::max();
};
/// Of a date in ISO 8601 whose month or day may be missing; all time if there is none.
Months months_of(std::string_view date);

struct Division {
    std::uint32_t code = 0;  ///< 330502; 0 for districts of Taiwan, Hong Kong and Macao, which have none
    std::string_view name;   ///< in full
    bool in_full = false;    ///< the label has the full name, not a short one

    Level level() const;
    /// The area that its code begins: 33 of 330000, 3305 of 330500 and of 330502.
    Area area() const;
};

/// All divisions of an area that a label may mean at a time, each code once. It may be a full name (吴兴区), a short
/// one (吴兴; 景宁县 for 景宁畲族自治县; 湘西州) or a path of either (湖州市吴兴区, 浙江湖州).
std::vector<Division> look_up(std::string_view label, Area area = 0, Months months = {});
/// The same without paths: the label is one name.
std::vector<Division> look_up_name(std::string_view label, Area area = 0, Months months = {});

/// True if a division's full name has all characters of the label in their order, the last at its end: 前郭县 for
/// 前郭尔罗斯蒙古族自治县, as its people say.
bool is_abbreviation(std::string_view label);

/// The full name of a division of the area from which the label differs in one character; "" if there is none or the
/// area is the whole country.
std::string_view nearest(std::string_view label, Area area, Months months);

/// "330502"
std::string code_text(std::uint32_t code);

}  // namespace mingdan::divisions
