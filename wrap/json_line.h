// Reads one line of JSON that holds an object, by nlohmann-json. Only its plain members count: texts, and numbers as
// their digits.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include <mingdan/result.h>

namespace mingdan {

using JsonMembers = std::map<std::string, std::string, std::less<>>;

/// ErrorCode::damaged_text where the line is no JSON object. `numbers` gets the names of those that are numbers.
Result<JsonMembers> read_json_line(std::string_view line, std::set<std::string>* numbers = nullptr);

}  // namespace mingdan
