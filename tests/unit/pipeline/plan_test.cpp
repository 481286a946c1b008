// Plans: what is listed, in which order, and what is said of the rest.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include <fmt/format.h>

#include <mingdan/plan.h>

#include "tests/support/scratch.h"

namespace mingdan {
namespace {

using mingdan::testing::Scratch;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

class PlanTest : public ::testing::Test {
protected:
    PlanTest() {
        options_.inputs = {scratch_.path("in")};
        options_.output = scratch_.path("manifest");
        options_.threads = 3;
    }
    PlanSummary run() {
        Result<PlanSummary> summary = plan(options_, [&](const InputOutcome& outcome) { seen_.push_back(outcome); });
        EXPECT_TRUE(summary) << summary.error().describe();
        return summary ? *summary : PlanSummary{};
    }

    Scratch scratch_;
    PlanOptions options_;
    std::vector<InputOutcome> seen_;
};

TEST_F(PlanTest, lists_documents_by_their_ids_with_size_and_hash) {
    scratch_.write("in/b.txt", "xyz");
    scratch_.write("in/a/z.docx", "");
    scratch_.write("in/~$b.txt", "lock");
    const PlanSummary summary = run();
    EXPECT_EQ(scratch_.read("manifest"),
              fmt::format("{{\"id\": \"a/z.docx\", \"path\": \"{0}/a/z.docx\", \"bytes\": 0, \"sha256\": "
                          "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"}}\n"
                          "{{\"id\": \"b.txt\", \"path\": \"{0}/b.txt\", \"bytes\": 3, \"sha256\": "
                          "\"3608bca1e44ea6c4d268eb6db02260269892c0b42b86bbf1e77a6fa16c3c9282\"}}\n",
                          scratch_.path("in")));
    EXPECT_EQ(summary.documents, 2u);
    EXPECT_EQ(summary.bytes, 3u);
    EXPECT_EQ(summary.failed, 0u);
    EXPECT_EQ(summary.passed_over, 1u);
    ASSERT_EQ(seen_.size(), 3u);
    EXPECT_EQ(seen_[0].passed_over, PassedOver::lock_file);
}

TEST_F(PlanTest, a_file_that_cannot_be_read_is_listed_without_a_hash_and_has_failed) {
    std::filesystem::create_directories(scratch_.path("in"));
    std::filesystem::create_symlink("/nowhere/at/all", scratch_.path("in/a.docx"));
    EXPECT_EQ(run().failed, 1u);
    EXPECT_THAT(scratch_.read("manifest"), HasSubstr("/in/a.docx\", \"bytes\": null, \"sha256\": null}\n"));
    EXPECT_EQ(seen_.at(0).error->code, ErrorCode::not_found);
}

TEST_F(PlanTest, two_documents_of_one_id_are_one_line_and_a_failure) {
    scratch_.write("in/a.txt", "1");
    scratch_.write("other/a.txt", "2");
    options_.inputs.push_back(scratch_.path("other"));
    const PlanSummary summary = run();
    EXPECT_EQ(summary.documents, 1u);
    EXPECT_EQ(summary.failed, 1u);
    EXPECT_EQ(seen_.at(0).error->code, ErrorCode::name_taken);
}

TEST_F(PlanTest, a_name_that_is_no_utf8_cannot_be_planned) {
    scratch_.write("in/\xC3\xFB.txt", "1");
    const PlanSummary summary = run();
    EXPECT_EQ(summary.documents, 0u);
    EXPECT_EQ(summary.failed, 1u);
    EXPECT_EQ(scratch_.read("manifest"), "");
}

TEST_F(PlanTest, nothing_is_written_where_it_cannot_be_whole) {
    scratch_.write("in/a.txt", "1");
    scratch_.write("manifest", "as it was");
    options_.manifest = scratch_.path("none");
    EXPECT_FALSE(plan(options_));
    EXPECT_EQ(scratch_.read("manifest"), "as it was");
    options_.manifest.clear();
    options_.inputs = {"-"};
    const Result<PlanSummary> standard = plan(options_);
    ASSERT_FALSE(standard);
    EXPECT_EQ(standard.error().code, ErrorCode::usage);
}

}  // namespace
}  // namespace mingdan
