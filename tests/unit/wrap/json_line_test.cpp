#include <gtest/gtest.h>

#include "wrap/json_line.h"

namespace mingdan {
namespace {

TEST(JsonLine, gives_texts_and_numbers) {
    const Result<JsonMembers> members =
        read_json_line(R"({"path": "a/\u901a知.docx", "bytes": 5350, "list": [1], "none": null})");
    ASSERT_TRUE(members);
    EXPECT_EQ(*members, (JsonMembers{{"path", "a/通知.docx"}, {"bytes", "5350"}}));
}

TEST(JsonLine, that_is_no_object_is_an_error) {
    for (const char* line : {"", "[]", "7", R"({"path": )", R"({"a": 1} x)", "{\"a\": \"\xFF\"}"}) {
        const Result<JsonMembers> members = read_json_line(line);
        ASSERT_FALSE(members) << line;
        EXPECT_EQ(members.error().code, ErrorCode::damaged_text);
    }
}

}  // namespace
}  // namespace mingdan
