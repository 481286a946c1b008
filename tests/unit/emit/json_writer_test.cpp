#include "emit/json_writer.h"

#include <gtest/gtest.h>

namespace mingdan {

namespace {

TEST(JsonWriter, sets_members_on_one_line_or_on_lines) {
    std::string out;
    JsonWriter json(out);
    json.open_object(Layout::lines);
    json.number("a", 18446744073709551615ull);
    json.key("b");
    json.open_array(Layout::lines);
    json.open_object();
    json.text("c", "\"");
    json.field("d", std::optional<Field>());
    json.close();
    json.null();
    json.close();
    json.key("e");
    json.open_array();
    json.text("x");
    json.value() += "1.50";
    json.close();
    json.close();
    EXPECT_EQ(out, R"({
  "a": 18446744073709551615,
  "b": [
    {"c": "\"", "d": null},
    null
  ],
  "e": ["x", 1.50]
})");
}

TEST(JsonWriter, writes_empty_containers_without_a_line_end) {
    std::string out;
    JsonWriter json(out);
    json.open_array(Layout::lines);
    json.open_object(Layout::lines);
    json.close();
    json.open_array();
    json.close();
    json.close();
    EXPECT_EQ(out, "[\n  {},\n  []\n]");
}

}  // namespace

}  // namespace mingdan
