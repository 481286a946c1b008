#include "wrap/json_line.h"

#include <nlohmann/json.hpp>

namespace mingdan {

Result<JsonMembers> read_json_line(std::string_view line, std::set<std::string>* numbers) {
    const nlohmann::json object = nlohmann::json::parse(line, nullptr, false);
    if (!object.is_object()) {
        return fail(ErrorCode::damaged_text, "the line is no JSON object", "one whole object a line");
    }
    JsonMembers members;
    for (const auto& [name, value] : object.items()) {
        if (value.is_string()) {
            members[name] = value.get<std::string>();
        } else if (value.is_number()) {
            members[name] = value.dump();
            if (numbers != nullptr) {
                numbers->insert(name);
            }
        }
    }
    return members;
}

}  // namespace mingdan
