// Shards and merges: all parts together are what one batch makes, with failures, with a dataset, after kills.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <filesystem>

#include <fmt/format.h>

#include <mingdan/plan.h>

#include "pipeline/batch_run.h"
#include "pipeline/part.h"
#include "pipeline/part_collector.h"
#include "tests/support/scratch.h"
#include "wrap/file.h"

namespace mingdan {
namespace {

using mingdan::testing::notice_text;
using mingdan::testing::Scratch;
using ::testing::HasSubstr;
using Tree = std::map<std::string, std::string>;

/// Joins the fragments' texts.
class Joining : public Collector {
public:
    std::string fingerprint() const override { return "1"; }
    bool takes(std::string_view form) const override { return form == "ndjson"; }
    std::string fragment_of(const Notice& notice, const std::string& id) const override {
        return fmt::format("{} {}\n", id, notice.number ? notice.number->text : "");
    }
    Result<std::vector<std::string>> assemble(const std::string& folder, std::span<const Fragment> all) override {
        std::string text;
        for (const Fragment& fragment : all) {
            text += file::read_whole(fragment.file, 1000).value();
        }
        std::filesystem::create_directories(folder + "/dataset");
        Result<file::Writer> writer = file::Writer::open(folder + "/dataset/all.txt");
        if (!writer || !writer->write(text) || !writer->commit()) {
            return fail(ErrorCode::output_unwritable, "the double cannot write");
        }
        return std::vector<std::string>{"dataset/all.txt"};
    }
};

std::unique_ptr<Collector> joining(std::span<const std::string>) {
    return std::make_unique<Joining>();
}

class MergeTest : public ::testing::Test {
protected:
    MergeTest() {
        for (int i = 0; i < 30; ++i) {
            notice(fmt::format("{}/{}.txt", i % 3, i), i);
        }
        scratch_.write("in/empty.txt", "");
        scratch_.write("in/~$lock.docx", "x");
        batch_.forms = {"json", "csv", "ndjson"};
        batch_.threads = 2;
        batch_.manifest = scratch_.path("manifest");
        merging_.parts = scratch_.path("job");
        merging_.folder = scratch_.path("whole");
        make_plan();
    }

    void notice(const std::string& name, int number) const {
        scratch_.write("in/" + name, notice_text(number, 1 + number % 4));
    }
    PlanSummary make_plan() const {
        PlanOptions options;
        options.inputs = {scratch_.path("in")};
        options.output = scratch_.path("manifest");
        Result<PlanSummary> summary = plan(options);
        EXPECT_TRUE(summary);
        return *summary;
    }
    Result<ShardSummary> shard(std::uint32_t number, std::uint32_t of, const BatchWatcher& watcher = {}) {
        ShardOptions options;
        options.batch = batch_;
        options.batch.folder = scratch_.path("job");
        options.shard = {number, of};
        options.again = again_;
        return run_shard(options, std::make_unique<Joining>(), watcher);
    }
    void all_shards(std::uint32_t of) {
        for (std::uint32_t number = 0; number < of; ++number) {
            const Result<ShardSummary> summary = shard(number, of);
            ASSERT_TRUE(summary) << summary.error().describe();
        }
    }
    Result<BatchSummary> merge_all(const BatchWatcher& watcher = {}) { return merge(merging_, joining, watcher); }

    /// All that is in a batch folder, without times.
    Tree tree(const std::string& name) const {
        Tree files = scratch_.tree(name);
        std::string& report = files["report.ndjson"];
        constexpr std::string_view kTime = "\"seconds\": ";
        for (std::size_t at = report.find(kTime); at != std::string::npos; at = report.find(kTime, at)) {
            report.erase(at, report.find_first_not_of("0123456789.", at + kTime.size()) - at);
        }
        return files;
    }
    Tree single() {
        scratch_.remove("single");
        BatchOptions options = batch_;
        options.folder = scratch_.path("single");
        BatchSetup setup(options, std::make_unique<Joining>());
        EXPECT_TRUE(run_batch(setup, {}));
        return tree("single");
    }

    Scratch scratch_;
    BatchOptions batch_;
    MergeOptions merging_;
    bool again_ = false;
};

TEST_F(MergeTest, any_number_of_shards_makes_what_one_batch_makes) {
    const Tree expected = single();
    ASSERT_GT(expected.size(), 60u);
    ASSERT_THAT(expected.at("report.ndjson"), HasSubstr("\"code\": \"empty\""));
    for (const std::uint32_t of : {1u, 2u, 7u, 60u}) {
        scratch_.remove("job");
        scratch_.remove("whole");
        all_shards(of);
        const Result<BatchSummary> summary = merge_all();
        ASSERT_TRUE(summary) << summary.error().describe();
        EXPECT_EQ(summary->counts.converted, 30u);
        EXPECT_EQ(summary->counts.failed, 1u);
        EXPECT_TRUE(tree("whole") == expected) << of;
    }
}

TEST_F(MergeTest, a_batch_goes_on_from_a_merge_and_a_merge_from_a_merge) {
    all_shards(3);
    ASSERT_TRUE(merge_all());
    EXPECT_EQ(merge_all()->counts.converted, 0u);
    batch_.folder = scratch_.path("whole");
    BatchSetup setup(batch_, std::make_unique<Joining>());
    const Result<BatchSummary> again = run_batch(setup, {});
    ASSERT_TRUE(again);
    EXPECT_EQ(again->counts.converted, 0u);
    EXPECT_EQ(again->counts.unchanged, 30u);
}

TEST_F(MergeTest, a_shard_that_is_done_is_left_alone_until_somebody_says_again) {
    all_shards(2);
    const std::string done = scratch_.read("job/parts/0-of-2.done");
    scratch_.remove("in");  // nothing is looked at
    Result<ShardSummary> summary = shard(0, 2);
    ASSERT_TRUE(summary);
    EXPECT_TRUE(summary->was_done);
    EXPECT_EQ(scratch_.read("job/parts/0-of-2.done"), done);
    again_ = true;
    summary = shard(0, 2);
    ASSERT_TRUE(summary);
    EXPECT_FALSE(summary->was_done);
    EXPECT_EQ(summary->batch.counts.failed, summary->batch.counts.inputs);
}

TEST_F(MergeTest, other_options_or_another_plan_do_a_shard_anew) {
    all_shards(1);
    batch_.emit.excel = true;
    EXPECT_EQ(shard(0, 1)->batch.counts.converted, 30u);
    notice("new.txt", 77);
    make_plan();
    const Result<ShardSummary> summary = shard(0, 1);
    EXPECT_EQ(summary->batch.counts.converted, 1u);
    EXPECT_EQ(summary->batch.counts.unchanged, 30u);
    scratch_.remove("in/0/3.txt");
    make_plan();
    EXPECT_EQ(shard(0, 1)->batch.pruned, 1u);
    const Tree expected = single();
    ASSERT_TRUE(merge_all());
    EXPECT_TRUE(tree("whole") == expected);
}

TEST_F(MergeTest, an_input_that_changed_since_the_plan_fails_and_so_it_does_in_a_batch) {
    all_shards(2);
    notice("0/3.txt", 500);
    scratch_.write("in/1/4.txt", "");
    again_ = true;
    std::vector<std::string> failures;
    for (std::uint32_t number = 0; number < 2; ++number) {
        ASSERT_TRUE(shard(number, 2, [&](const InputOutcome& outcome, const BatchCounts&) {
            if (outcome.error) {
                failures.push_back(fmt::format("{} {}", outcome.id, error_name(outcome.error->code)));
            }
        }));
    }
    EXPECT_THAT(failures,
                ::testing::UnorderedElementsAre("0/3.txt changed-since-plan", "1/4.txt empty", "empty.txt empty"));
    const Tree expected = single();
    EXPECT_FALSE(expected.contains("0/3.txt.json"));
    ASSERT_TRUE(merge_all());
    EXPECT_TRUE(tree("whole") == expected);
    make_plan();  // the new content is now what is planned
    again_ = false;
    all_shards(2);
    ASSERT_TRUE(merge_all());
    EXPECT_TRUE(tree("whole").contains("0/3.txt.json"));
    EXPECT_TRUE(tree("whole") == single());
}

TEST_F(MergeTest, a_shard_that_was_stopped_is_not_done_and_goes_on) {
    std::atomic<bool> stop{false};
    batch_.stop = &stop;
    Result<ShardSummary> summary =
        shard(0, 1, [&](const InputOutcome&, const BatchCounts& counts) { stop = stop || counts.settled == 5; });
    ASSERT_TRUE(summary);
    EXPECT_TRUE(summary->batch.interrupted);
    EXPECT_FALSE(scratch_.has("job/parts/0-of-1.done"));
    const Result<BatchSummary> merged = merge_all();
    ASSERT_FALSE(merged);
    EXPECT_EQ(merged.error().code, ErrorCode::parts_missing);
    stop = false;
    summary = shard(0, 1);
    ASSERT_TRUE(summary);
    EXPECT_GE(summary->batch.counts.unchanged, 5u);
    const Tree expected = single();
    ASSERT_TRUE(merge_all());
    EXPECT_TRUE(tree("whole") == expected);
}

TEST_F(MergeTest, a_merge_that_was_stopped_goes_on) {
    all_shards(2);
    std::atomic<bool> stop{false};
    merging_.stop = &stop;
    merging_.threads = 1;
    const Result<BatchSummary> stopped =
        merge_all([&](const InputOutcome&, const BatchCounts& counts) { stop = stop || counts.settled == 5; });
    ASSERT_TRUE(stopped);
    EXPECT_TRUE(stopped->interrupted);
    EXPECT_FALSE(scratch_.has("whole/report.ndjson"));
    stop = false;
    EXPECT_GE(merge_all()->counts.unchanged, 4u);
    const Tree expected = single();
    EXPECT_TRUE(tree("whole") == expected);
}

TEST_F(MergeTest, says_which_shards_are_missing_and_how_to_run_them) {
    Result<BatchSummary> merged = merge_all();
    ASSERT_FALSE(merged);
    EXPECT_EQ(merged.error().message, "there is no part of any shard");
    all_shards(4);
    scratch_.remove("job/parts/1-of-4.done");
    scratch_.write("job/parts/3-of-4.done", "{\"shard\": 3}");
    merged = merge_all();
    ASSERT_FALSE(merged);
    EXPECT_EQ(merged.error().code, ErrorCode::parts_missing);
    EXPECT_EQ(merged.error().message, "2 of 4 shards are not done: 1, 3");
    EXPECT_EQ(merged.error().hint, fmt::format("mingdan run --manifest {0}/manifest.ndjson --shard 1/4 -o {0}, and so "
                                               "on, with the options of the others",
                                               scratch_.path("job")));
    EXPECT_FALSE(scratch_.has("whole"));
}

TEST_F(MergeTest, parts_that_do_not_belong_together_are_refused) {
    const auto refusal = [&] {
        const Result<BatchSummary> merged = merge_all();
        EXPECT_FALSE(merged);
        return merged ? std::string() : fmt::format("{}: {}", error_name(merged.error().code), merged.error().message);
    };
    all_shards(2);
    batch_.options.codes = true;
    ASSERT_TRUE(shard(1, 2));
    EXPECT_EQ(refusal(), "parts-differ: shard 1 was done with other options than shard 0");
    batch_.options.codes = false;
    notice("new.txt", 77);
    make_plan();
    ASSERT_TRUE(shard(1, 2));
    EXPECT_EQ(refusal(), "parts-differ: shard 0 was done for another manifest");
    ASSERT_TRUE(shard(0, 2));
    scratch_.remove("job/parts/0-of-2/0");
    EXPECT_THAT(refusal(), HasSubstr("parts-differ: the part of shard 0 is damaged"));
    again_ = true;
    ASSERT_TRUE(shard(0, 2));
    ASSERT_TRUE(merge_all());
    scratch_.write("job/parts/1-of-2/.mingdan/records", "");
    EXPECT_EQ(refusal(), "parts-differ: the part of shard 1 is damaged: its records are not what they were");
    std::filesystem::create_directories(scratch_.path("job/parts/0-of-3"));
    EXPECT_EQ(refusal(), "parts-differ: there are parts of 2 shards, and of 3");
    const Result<ShardSummary> other = shard(0, 5);
    ASSERT_FALSE(other);
    EXPECT_EQ(other.error().code, ErrorCode::usage);
}

TEST_F(MergeTest, a_manifest_of_bare_paths_is_no_plan) {
    scratch_.write("manifest", scratch_.path("in/empty.txt") + "\n");
    Result<ShardSummary> summary = shard(0, 1);
    ASSERT_FALSE(summary);
    EXPECT_EQ(summary.error().part, "line 1");
    scratch_.write("manifest", "{\"path\": \"x\"}\n");
    summary = shard(0, 1);
    ASSERT_FALSE(summary);
    EXPECT_EQ(summary.error().message, "the object has no \"id\", as a manifest of a plan has");
    scratch_.write("manifest", "{\"id\": \"x\", \"path\": \"x\", \"sha256\": \"12\"}\n");
    summary = shard(0, 1);
    ASSERT_FALSE(summary);
    EXPECT_EQ(summary.error().message, "the object's \"sha256\" is none");
}

TEST_F(MergeTest, a_plan_of_nothing_makes_an_empty_whole) {
    scratch_.write("manifest", "");
    all_shards(2);
    ASSERT_TRUE(merge_all());
    EXPECT_EQ(scratch_.read("whole/report.ndjson"), "");
}

TEST_F(MergeTest, the_whole_cannot_go_where_the_parts_are) {
    all_shards(1);
    merging_.folder = merging_.parts;
    const Result<BatchSummary> merged = merge_all();
    ASSERT_FALSE(merged);
    EXPECT_EQ(merged.error().code, ErrorCode::usage);
}

}  // namespace
}  // namespace mingdan
