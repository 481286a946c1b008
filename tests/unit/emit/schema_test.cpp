// The schema's closed lists are the program's own: whoever adds a line to a .def is told to add it to the schema.
#include <gtest/gtest.h>
#include <mingdan/document.h>
#include <mingdan/notice.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

namespace mingdan {

namespace {

using Names = std::vector<std::string>;

Names in_schema(const char* pointer) {
    std::ifstream file(MINGDAN_SOURCE_DIR "/docs/mingdan.schema.json");
    const nlohmann::json schema = nlohmann::json::parse(file);
    return schema.at(nlohmann::json::json_pointer(pointer)).get<Names>();
}

template <class Enum>
Names up_to(Enum last, std::string_view (*name)(Enum)) {
    Names names;
    for (int i = 0; i <= static_cast<int>(last); ++i) {
        names.emplace_back(name(static_cast<Enum>(i)));
    }
    return names;
}

const Names kFindings = {
#define FINDING(id, name, severity, meaning) name,
#include <mingdan/findings.def>
#undef FINDING
};

const Names kFixes = {
#define FIX(id, name, purpose) name,
#include <mingdan/fixes.def>
#undef FIX
};

const Names kReasons = {
#define REASON(id, name) name,
#include <mingdan/reasons.def>
#undef REASON
};

TEST(Schema, lists_every_finding_fix_and_reason) {
    EXPECT_EQ(in_schema("/$defs/finding/properties/code/enum"), kFindings);
    EXPECT_EQ(in_schema("/$defs/fix_code/enum"), kFixes);
    EXPECT_EQ(in_schema("/$defs/accounting/properties/left_out/items/properties/reason/enum"), kReasons);
}

TEST(Schema, lists_roles_types_severities_and_derivations) {
    EXPECT_EQ(in_schema("/$defs/column/properties/role/enum"), up_to(Role::other, role_name));
    EXPECT_EQ(in_schema("/$defs/column/properties/type/enum"), up_to(ColumnType::list, type_name));
    EXPECT_EQ(in_schema("/$defs/finding/properties/severity/enum"), up_to(Severity::error, severity_name));
    EXPECT_EQ(in_schema("/$defs/value_origin/properties/how/enum"), up_to(Derivation::computed, derivation_name));
}

}  // namespace

}  // namespace mingdan
