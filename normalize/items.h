// Items in a cell: which lines are items of their own, which only wrapped, where separators part them.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include <mingdan/notice.h>

#include "normalize/draft.h"
#include "normalize/roster_draft.h"

namespace mingdan {

/// How the values of a column end as a rule (校 委 部 公司 …): a line that ends so could stand alone.
class Endings {
public:
    void add(std::string_view text);
    bool is_usual(std::string_view text) const;

private:
    std::vector<std::pair<char32_t, std::uint32_t>> counts_;  ///< few: columns end alike
    std::uint32_t total_ = 0;
};

/// True if a text reads as one full name of a person, remarks in brackets aside.
bool is_person_name(std::string_view text);

/// True if a text alone tells that it is one item of a list: a full name, or an organisation by its usual ending.
bool reads_as_item(std::string_view text);

/// Joins the lines of a value that only wrapped; what is left are items.
void join_wraps(DraftValue& value, Role role, const Endings& endings);

/// False if nothing in the text can part it: the quick half of parts_of_item.
bool may_part(std::string_view text, Role role);

/// The parts of an item by its separators (、 ； and ， between names; spaces between names of persons).
std::vector<std::string_view> parts_of_item(std::string_view text, Role role);

}  // namespace mingdan
