// Reads one line of JSON that holds an object, by nlohmann-json. Only its plain members count: texts, and numbers as
// their digits.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include <mingdan/result.h>

namespace mingdan {

using JsonMembers = std::map<std::string, std::string, std::less<>>;

/// ErrorCode::damaged_text where the line is no JSON object.
Result<JsonMembers> read_json_line(std::string_view line);

}  // namespace mingdan
