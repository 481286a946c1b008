// The answers of a worker: one line each, whatever the line is.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include <mingdan/work.h>

#include "tests/support/scratch.h"

namespace mingdan {
namespace {

using mingdan::testing::notice_text;
using mingdan::testing::Scratch;
using nlohmann::json;

class WorkTest : public ::testing::Test {
protected:
    WorkTest() { scratch_.write("in/a.txt", notice_text(1, 2)); }

    json ask(const std::string& line) const {
        const std::string text = answer(line, options_);
        EXPECT_EQ(text.find('\n'), std::string::npos);
        return json::parse(text);
    }
    std::string code(const std::string& line) const {
        const json is = ask(line);
        EXPECT_EQ(is["status"], "failed");
        return is["error"]["code"];
    }
    std::string path() const { return scratch_.path("in/a.txt"); }

    Scratch scratch_;
    WorkOptions options_;
};

TEST_F(WorkTest, a_path_is_answered_with_its_notice) {
    const json is = ask(path());
    EXPECT_EQ(is["id"], path());
    EXPECT_EQ(is["status"], "ok");
    EXPECT_EQ(is["notice"]["source"]["name"], "a.txt");
    EXPECT_EQ(is["notice"]["rosters"][0]["records"].size(), 2u);
}

TEST_F(WorkTest, an_id_comes_back_as_it_came) {
    EXPECT_EQ(ask(json{{"id", "x/a.txt"}, {"path", path()}}.dump())["id"], "x/a.txt");
    EXPECT_EQ(ask(json{{"id", 17}, {"path", path()}}.dump())["id"], 17);
    EXPECT_EQ(ask(json{{"path", path()}}.dump())["id"], path());
    EXPECT_EQ(ask(R"({"id": 17, "path": "/none"})")["id"], 17);
    EXPECT_EQ(ask(R"({"bytes_base64": "eA=="})")["id"], nullptr);
}

TEST_F(WorkTest, bytes_are_taken_as_a_file_of_the_ids_name) {
    // 青教函… as it stands in the file
    scratch_.write("in/b.txt", "关于公布名单的通知\n各县：\n一句话。\n");
    const json is = ask(
        R"({"id": "2024/b.txt", "bytes_base64": "5YWz5LqO5YWs5biD5ZCN5Y2V55qE6YCa55+lCuWQhOWOv++8mgrkuIDlj6Xor53jgIIK"})");
    json file = ask(scratch_.path("in/b.txt"));
    EXPECT_EQ(is["notice"], file["notice"]);
    EXPECT_EQ(is["notice"]["source"]["name"], "b.txt");
}

TEST_F(WorkTest, what_cannot_be_converted_is_an_answer_with_what_to_try) {
    const json is = ask(R"({"id": "n", "path": "/none/at/all.docx"})");
    EXPECT_EQ(is["id"], "n");
    EXPECT_EQ(is["error"]["code"], "not-found");
    EXPECT_NE(is["error"]["hint"], nullptr);
}

TEST_F(WorkTest, a_line_that_is_none_is_an_answer_too) {
    EXPECT_EQ(code(""), "damaged-text");
    EXPECT_EQ(code("{"), "damaged-text");
    EXPECT_EQ(code(R"({"id": 1})"), "damaged-text");
    EXPECT_EQ(code(R"({"path": "x", "bytes_base64": "eA=="})"), "damaged-text");
    EXPECT_EQ(code(R"({"bytes_base64": "no base64!"})"), "damaged-text");
    EXPECT_EQ(code("{\"path\": \"\xFF\"}"), "damaged-text");
    EXPECT_EQ(code("\xFF"), "not-found");
    EXPECT_EQ(code("-"), "damaged-text");
    EXPECT_EQ(code(scratch_.path("in")), "is-directory");
    EXPECT_EQ(code(R"({"bytes_base64": ""})"), "empty");
}

TEST_F(WorkTest, a_file_that_changed_since_the_plan_is_a_failure) {
    const std::string sha256 = ask(path())["notice"]["source"]["sha256"];
    EXPECT_EQ(ask(json{{"path", path()}, {"sha256", sha256}}.dump())["status"], "ok");
    scratch_.write("in/a.txt", notice_text(2, 2));
    EXPECT_EQ(code(json{{"path", path()}, {"sha256", sha256}}.dump()), "changed-since-plan");
}

TEST_F(WorkTest, a_limit_holds_here_too) {
    options_.options.limits.file_bytes = 10;
    EXPECT_EQ(code(path()), "over-limit");
    EXPECT_EQ(code(R"({"bytes_base64": "eHh4eHh4eHh4eHh4"})"), "over-limit");
}

}  // namespace
}  // namespace mingdan
