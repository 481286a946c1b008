// The user's rules, looked up. Header words and labels are compared without spaces and with folded widths.
#pragma once

#include <string>
#include <string_view>

#include <mingdan/rules.h>

namespace mingdan::user_rules {

/// The name that a header has by a rule, or nullptr.
const std::string* column_name(const Rules& rules, std::string_view header);
/// The rule that makes a list of the column, or nullptr.
const ListRule* list_rule(const Rules& rules, std::string_view column);
/// True if a rule says that the label is no administrative division: it is not to be looked up and not to be reported.
bool is_no_division(const Rules& rules, std::string_view label);

}  // namespace mingdan::user_rules
