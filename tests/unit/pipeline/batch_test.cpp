// Whole batches: results, what a second run does, what is removed and what is not, the collector, workers that die.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <thread>

#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "pipeline/batch_run.h"
#include "tests/support/scratch.h"
#include "wrap/file.h"

namespace mingdan {
namespace {

using mingdan::testing::notice_text;
using mingdan::testing::Scratch;
using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;

/// Joins the fragments' texts, and remembers what it was asked for.
class Joining : public Collector {
public:
    struct Log {
        std::atomic<int> fragments{0};
        int assemblies = 0;
        std::string form = "1";
        std::string file = "dataset/all.txt";
    };
    explicit Joining(Log& log) : log_(log) {}

    std::string fingerprint() const override { return log_.form; }
    bool takes(std::string_view form) const override { return form == "ndjson"; }
    std::string fragment_of(const Notice& notice, const std::string& id) const override {
        ++log_.fragments;
        return fmt::format("{} {}\n", id, notice.number ? notice.number->text : "");
    }
    Result<std::vector<std::string>> assemble(const std::string& folder, std::span<const Fragment> all) override {
        ++log_.assemblies;
        std::string text;
        for (const Fragment& fragment : all) {
            text += file::read_whole(fragment.file, 1000).value();
        }
        std::filesystem::create_directories(folder + "/dataset");
        Result<file::Writer> writer = file::Writer::open(folder + "/" + log_.file);
        if (!writer || !writer->write(text) || !writer->commit()) {
            return fail(ErrorCode::output_unwritable, "the double cannot write");
        }
        return std::vector<std::string>{log_.file};
    }

private:
    Log& log_;
};

class BatchTest : public ::testing::Test {
protected:
    BatchTest() {
        options_.inputs = {scratch_.path("in")};
        options_.folder = scratch_.path("out");
        options_.forms = {"json", "csv"};
        options_.threads = 2;
    }

    void notice(const std::string& name, int number, int records = 2) const {
        scratch_.write("in/" + name, notice_text(number, records));
    }
    /// Lets the clock's grain pass, so that stamps tell.
    static void wait() { std::this_thread::sleep_for(std::chrono::milliseconds(40)); }

    BatchSummary run() {
        Result<BatchSummary> summary =
            batch(options_, [&](const InputOutcome& outcome, const BatchCounts&) { seen_.push_back(outcome); });
        EXPECT_TRUE(summary) << summary.error().describe();
        return summary ? std::move(*summary) : BatchSummary{};
    }
    BatchSummary run(Joining::Log& log) {
        BatchSetup setup(options_, std::make_unique<Joining>(log));
        Result<BatchSummary> summary = run_batch(setup, {});
        EXPECT_TRUE(summary) << summary.error().describe();
        return summary ? std::move(*summary) : BatchSummary{};
    }
    /// Without the dataset that CSV brings, which has tests of its own.
    std::vector<std::string> names() const {
        std::vector<std::string> list;
        for (const auto& [name, text] : scratch_.tree("out")) {
            if (!name.starts_with("dataset/") || name == "dataset/all.txt") {
                list.push_back(name);
            }
        }
        return list;
    }

    Scratch scratch_;
    BatchOptions options_;
    std::vector<InputOutcome> seen_;
};

TEST_F(BatchTest, writes_results_below_their_places_and_a_report) {
    notice("2023/a.txt", 1);
    notice("b.txt", 2, 5);
    scratch_.write("in/c.txt", "");
    scratch_.write("in/d.jpg", "x");
    const BatchSummary summary = run();
    EXPECT_THAT(names(), ElementsAre("2023/a.txt.json", "2023/a.txt.roster-1.csv", "b.txt.json", "b.txt.roster-1.csv",
                                     "report.ndjson"));
    EXPECT_EQ(summary.counts.inputs, 4u);
    EXPECT_EQ(summary.counts.converted, 2u);
    EXPECT_EQ(summary.counts.failed, 1u);
    EXPECT_EQ(summary.counts.passed_over, 1u);
    EXPECT_EQ(summary.counts.records, 7u);
    ASSERT_EQ(seen_.size(), 4u);
    EXPECT_EQ(seen_[0].id, "2023/a.txt");
    EXPECT_EQ(seen_[2].error->code, ErrorCode::empty);
    std::string report;
    for (const InputOutcome& outcome : seen_) {
        report += report_line(outcome) + "\n";
    }
    EXPECT_EQ(scratch_.read("out/report.ndjson"), report);
}

TEST_F(BatchTest, a_report_line_says_all_of_an_input) {
    InputOutcome outcome;
    outcome.id = "a\xFF.docx";
    outcome.path = "in/a\xFF.docx";
    outcome.status = InputStatus::failed;
    outcome.error = Error{ErrorCode::damaged_zip, "cut", "again", "in/a", "word/document.xml"};
    outcome.bytes = 7;
    outcome.sha256 = "00";
    outcome.microseconds = 1'002'003;
    EXPECT_EQ(report_line(outcome),
              R"({"id": "a�.docx", "path": "in/a�.docx", "status": "failed", "error": {"code": "damaged-zip", )"
              R"("message": "cut", "part": "word/document.xml", "hint": "again"}, "passed_over": null, )"
              R"("format": null, "bytes": 7, "sha256": "00", "rosters": 0, "records": 0, )"
              R"("findings": {"error": 0, "warning": 0, "info": 0}, "outputs": [], "seconds": 1.002003})");
}

TEST_F(BatchTest, gives_the_same_bytes_whatever_the_number_of_threads) {
    for (int i = 0; i < 50; ++i) {
        notice(fmt::format("{}/{}.txt", i % 5, i), i, 1 + i % 7);
    }
    const auto results = [&](unsigned threads) {
        options_.threads = threads;
        options_.folder = scratch_.path(fmt::format("out{}", threads));
        run();
        auto tree = scratch_.tree(fmt::format("out{}", threads));
        tree.erase("report.ndjson");
        return tree;
    };
    const auto one = results(1);
    EXPECT_EQ(one.size(), 106u) << "with the dataset";
    EXPECT_EQ(results(2), one);
    EXPECT_EQ(results(5), one);
}

TEST_F(BatchTest, a_second_run_converts_nothing_and_writes_nothing) {
    notice("a.txt", 1);
    scratch_.write("in/bad.txt", std::string("\0\1\2\3", 4));
    wait();
    run();
    const auto stamps = [&] {
        std::map<std::string, file::Stamp> all;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(scratch_.path("out"))) {
            all[entry.path().string()] = *file::stamp_of(entry.path().string());
        }
        return all;
    };
    const auto before = stamps();
    const BatchSummary second = run();
    EXPECT_EQ(second.counts.converted, 0u);
    EXPECT_EQ(second.counts.unchanged, 1u);
    EXPECT_EQ(second.counts.failed, 1u);
    EXPECT_TRUE(seen_.back().unchanged);
    EXPECT_EQ(stamps(), before);
}

TEST_F(BatchTest, what_changed_is_done_again) {
    notice("a.txt", 1);
    notice("b.txt", 2);
    wait();
    run();
    notice("b.txt", 3);  // of the same size
    const BatchSummary second = run();
    EXPECT_EQ(second.counts.converted, 1u);
    EXPECT_EQ(second.counts.unchanged, 1u);
    EXPECT_NE(scratch_.read("out/b.txt.json").find("〔2024〕3号"), std::string::npos);
}

TEST_F(BatchTest, a_change_within_the_clocks_grain_is_seen) {
    notice("a.txt", 1);
    const std::string path = scratch_.path("in/a.txt");
    run();
    const auto time = std::filesystem::last_write_time(path);
    notice("a.txt", 2);
    std::filesystem::last_write_time(path, time);
    // Even if size, times and inode were the same, the record is a racy one and the content tells.
    EXPECT_EQ(run().counts.converted, 1u);
}

TEST_F(BatchTest, a_touched_file_is_told_by_its_content) {
    notice("a.txt", 1);
    wait();
    run();
    std::filesystem::last_write_time(scratch_.path("in/a.txt"), std::filesystem::file_time_type::clock::now());
    EXPECT_EQ(run().counts.unchanged, 1u);
    EXPECT_EQ(run().counts.unchanged, 1u);
}

TEST_F(BatchTest, a_missing_or_cut_result_is_made_again) {
    notice("a.txt", 1);
    wait();
    run();
    const auto whole = scratch_.tree("out");
    scratch_.remove("out/a.txt.roster-1.csv");
    EXPECT_EQ(run().counts.converted, 1u);
    scratch_.write("out/a.txt.json", "{");
    EXPECT_EQ(run().counts.converted, 1u);
    EXPECT_EQ(scratch_.read("out/a.txt.json"), whole.at("a.txt.json"));
    EXPECT_EQ(scratch_.read("out/a.txt.roster-1.csv"), whole.at("a.txt.roster-1.csv"));
}

TEST_F(BatchTest, verify_reads_everything) {
    notice("a.txt", 1);
    wait();
    run();
    options_.verify = true;
    EXPECT_EQ(run().counts.unchanged, 1u);
    EXPECT_EQ(run().counts.converted, 0u);
}

TEST_F(BatchTest, other_options_do_all_again) {
    notice("a.txt", 1);
    wait();
    run();
    options_.emit.list_separator = "|";
    EXPECT_EQ(run().counts.converted, 1u);
    EXPECT_EQ(run().counts.unchanged, 1u);
    options_.options.skip = {"status"};
    EXPECT_EQ(run().counts.converted, 1u);
    options_.options.limits.cells = 5000;
    EXPECT_EQ(run().counts.converted, 1u);
    options_.threads = 1;
    EXPECT_EQ(run().counts.unchanged, 1u);
}

TEST_F(BatchTest, results_of_inputs_that_are_gone_stay_until_they_are_pruned) {
    notice("a.txt", 1);
    notice("2022/b.txt", 2);
    wait();
    run();
    scratch_.remove("in/2022");
    BatchSummary summary = run();
    EXPECT_THAT(summary.gone, ElementsAre("2022/b.txt"));
    EXPECT_TRUE(scratch_.has("out/2022/b.txt.json"));
    options_.prune = true;
    summary = run();
    EXPECT_EQ(summary.pruned, 1u);
    EXPECT_THAT(summary.gone, IsEmpty());
    EXPECT_FALSE(scratch_.has("out/2022"));
    EXPECT_TRUE(scratch_.has("out/a.txt.json"));
    EXPECT_EQ(run().pruned, 0u);
}

TEST_F(BatchTest, nothing_is_pruned_while_something_named_is_out_of_reach) {
    notice("a.txt", 1);
    wait();
    run();
    std::filesystem::rename(scratch_.path("in"), scratch_.path("moved"));
    options_.prune = true;
    const BatchSummary summary = run();
    EXPECT_TRUE(summary.prune_refused);
    EXPECT_EQ(summary.pruned, 0u);
    EXPECT_THAT(summary.gone, ElementsAre("a.txt"));
    EXPECT_TRUE(scratch_.has("out/a.txt.json"));
}

TEST_F(BatchTest, rosters_that_a_notice_has_no_more_are_removed) {
    scratch_.write("in/a.txt",
                   notice_text(1, 2) + "\n附件2\n\n优秀教师名单\n\n编号\t姓名\t学校\n1\t张三\t一中\n2\t李四\t二中\n");
    wait();
    run();
    ASSERT_TRUE(scratch_.has("out/a.txt.roster-2.csv"));
    notice("a.txt", 1);
    run();
    EXPECT_FALSE(scratch_.has("out/a.txt.roster-2.csv"));
    EXPECT_TRUE(scratch_.has("out/a.txt.roster-1.csv"));
}

TEST_F(BatchTest, an_input_that_cannot_be_converted_any_more_has_no_results) {
    notice("a.txt", 1);
    wait();
    run();
    scratch_.write("in/a.txt", "");
    EXPECT_EQ(run().counts.failed, 1u);
    EXPECT_THAT(names(), ElementsAre("report.ndjson"));
}

TEST_F(BatchTest, an_input_that_is_out_of_reach_keeps_its_results) {
    options_.inputs = {scratch_.path("in/a.txt")};
    notice("a.txt", 1);
    wait();
    run();
    std::filesystem::rename(scratch_.path("in/a.txt"), scratch_.path("in/b.txt"));
    std::filesystem::create_symlink("nowhere", scratch_.path("in/a.txt"));
    EXPECT_EQ(run().counts.failed, 1u);
    EXPECT_TRUE(scratch_.has("out/a.txt.json"));
    std::filesystem::remove(scratch_.path("in/a.txt"));
    std::filesystem::rename(scratch_.path("in/b.txt"), scratch_.path("in/a.txt"));
    EXPECT_EQ(run().counts.unchanged, 1u);
}

TEST_F(BatchTest, forms_that_are_not_asked_for_now_stay_until_they_are_pruned) {
    notice("a.txt", 1);
    wait();
    run();
    options_.forms = {"markdown"};
    EXPECT_EQ(run().leftover, 2u + 6u);
    EXPECT_THAT(names(), ElementsAre("a.txt.json", "a.txt.md", "a.txt.roster-1.csv", "report.ndjson"));
    options_.forms = {"json"};
    EXPECT_EQ(run().leftover, 2u + 6u);
    options_.prune = true;
    EXPECT_EQ(run().leftover, 0u);
    EXPECT_THAT(names(), ElementsAre("a.txt.json", "report.ndjson"));
}

TEST_F(BatchTest, stopped_it_finishes_what_is_in_hand_and_goes_on_next_time) {
    for (int i = 0; i < 200; ++i) {
        notice(fmt::format("{:03}.txt", i), i);
    }
    std::atomic<bool> stop{false};
    options_.stop = &stop;
    const Result<BatchSummary> summary =
        batch(options_, [&](const InputOutcome&, const BatchCounts& counts) { stop = stop || counts.settled == 10; });
    ASSERT_TRUE(summary);
    EXPECT_TRUE(summary->interrupted);
    EXPECT_LT(summary->counts.settled, 200u);
    EXPECT_FALSE(scratch_.has("out/report.ndjson"));
    stop = false;
    const BatchSummary second = run();
    EXPECT_FALSE(second.interrupted);
    EXPECT_EQ(second.counts.converted + second.counts.unchanged, 200u);
    EXPECT_GE(second.counts.converted, 200 - summary->counts.settled);
    EXPECT_EQ(names().size(), 401u);
}

TEST_F(BatchTest, an_output_folder_that_cannot_be_made_is_an_error) {
    scratch_.write("file", "");
    options_.folder = scratch_.path("file/out");
    const Result<BatchSummary> summary = batch(options_);
    ASSERT_FALSE(summary);
    EXPECT_EQ(summary.error().code, ErrorCode::output_unwritable);
}

TEST_F(BatchTest, a_result_that_cannot_be_written_costs_its_input_alone) {
    notice("a.txt", 1);
    notice("b.txt", 2);
    std::filesystem::create_directories(scratch_.path("out/a.txt.json"));
    const BatchSummary summary = run();
    EXPECT_EQ(summary.counts.failed, 1u);
    EXPECT_EQ(summary.counts.converted, 1u);
    EXPECT_EQ(seen_[0].error->code, ErrorCode::output_unwritable);
    std::filesystem::remove(scratch_.path("out/a.txt.json"));
    EXPECT_EQ(run().counts.converted, 1u);  // tried again, though the input is as it was
}

TEST_F(BatchTest, a_collector_gets_each_notice_once_and_the_whole_in_order_of_ids) {
    Joining::Log log;
    options_.forms = {"json", "ndjson"};
    notice("b.txt", 2);
    notice("a/z.txt", 1);
    wait();
    EXPECT_THAT(run(log).dataset_files, ElementsAre("dataset/all.txt"));
    EXPECT_EQ(scratch_.read("out/dataset/all.txt"), "a/z.txt 青教函〔2024〕1号\nb.txt 青教函〔2024〕2号\n");
    EXPECT_THAT(names(), ElementsAre("a/z.txt.json", "b.txt.json", "dataset/all.txt", "report.ndjson"));
    run(log);
    EXPECT_EQ(log.fragments, 2);
    EXPECT_EQ(log.assemblies, 1);
    notice("b.txt", 3);
    run(log);
    EXPECT_EQ(log.fragments, 3);
    EXPECT_EQ(log.assemblies, 2);
    EXPECT_EQ(scratch_.read("out/dataset/all.txt"), "a/z.txt 青教函〔2024〕1号\nb.txt 青教函〔2024〕3号\n");
}

TEST_F(BatchTest, what_is_gone_stays_in_the_whole_until_it_is_pruned) {
    Joining::Log log;
    notice("a.txt", 1);
    notice("b.txt", 2);
    wait();
    run(log);
    scratch_.remove("in/a.txt");
    run(log);
    EXPECT_EQ(scratch_.read("out/dataset/all.txt"), "a.txt 青教函〔2024〕1号\nb.txt 青教函〔2024〕2号\n");
    EXPECT_EQ(log.assemblies, 1);
    options_.prune = true;
    run(log);
    EXPECT_EQ(scratch_.read("out/dataset/all.txt"), "b.txt 青教函〔2024〕2号\n");
}

TEST_F(BatchTest, a_collector_of_another_format_has_all_converted_anew) {
    Joining::Log log;
    notice("a.txt", 1);
    wait();
    run(log);
    log.form = "2";
    log.file = "dataset/new.txt";
    run(log);
    EXPECT_EQ(log.fragments, 2);
    EXPECT_TRUE(scratch_.has("out/dataset/new.txt"));
    EXPECT_FALSE(scratch_.has("out/dataset/all.txt"));
}

TEST_F(BatchTest, a_missing_fragment_or_whole_is_made_again) {
    Joining::Log log;
    notice("a.txt", 1);
    wait();
    run(log);
    scratch_.remove("out/dataset/all.txt");
    run(log);
    EXPECT_EQ(log.fragments, 1);
    EXPECT_TRUE(scratch_.has("out/dataset/all.txt"));
    scratch_.remove("out/.mingdan/fragments");
    run(log);
    EXPECT_EQ(log.fragments, 2);
}

TEST_F(BatchTest, a_worker_that_dies_costs_its_document_and_is_named) {
    notice("a.txt", 1);
    options_.isolation.command = {"/bin/sh", "-c", "read -r order <&3; kill -SEGV $$"};
    run();
    ASSERT_TRUE(seen_[0].error);
    EXPECT_EQ(seen_[0].error->code, ErrorCode::worker_died);
    EXPECT_NE(seen_[0].error->message.find("signal 11 (Segmentation fault)"), std::string::npos);
    EXPECT_EQ(seen_[0].error->file, scratch_.path("in/a.txt"));
}

TEST_F(BatchTest, what_a_dead_worker_left_half_written_is_cleared_away) {
    notice("2023/a.txt", 1);
    options_.isolation.command = {"/bin/sh", "-c",
                                  "read -r order <&3; mkdir -p $0/2023; echo { > $0/2023/a.txt.json; "
                                  "echo { > $0/2023/.mingdan-$$-0.part; kill -KILL $$",
                                  options_.folder};
    run();
    EXPECT_EQ(seen_[0].error->code, ErrorCode::worker_died);
    EXPECT_THAT(names(), ElementsAre("report.ndjson"));
}

TEST_F(BatchTest, a_worker_that_hangs_is_ended) {
    notice("a.txt", 1);
    options_.isolation.command = {"/bin/sleep", "100"};
    options_.isolation.seconds = 0.1;
    run();
    EXPECT_EQ(seen_[0].error->code, ErrorCode::over_time);
    EXPECT_GE(seen_[0].microseconds, 100'000u);
    options_.isolation.command.clear();
    EXPECT_EQ(run().counts.converted, 1u);  // tried again
}

TEST_F(BatchTest, a_worker_that_talks_nonsense_is_ended) {
    notice("a.txt", 1);
    options_.isolation.command = {"/bin/sh", "-c", "read -r order <&3; echo nonsense >&3; exec sleep 100"};
    run();
    EXPECT_EQ(seen_[0].error->code, ErrorCode::worker_died);
}

}  // namespace
}  // namespace mingdan
