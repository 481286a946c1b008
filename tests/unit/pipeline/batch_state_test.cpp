// What is remembered between runs, and what of it is trusted.
#include <gtest/gtest.h>

#include <fmt/format.h>

#include "pipeline/batch_state.h"
#include "tests/support/scratch.h"

namespace mingdan {
namespace {

using mingdan::testing::Scratch;

BatchRecord record_of(const std::string& id, std::uint64_t bytes = 1) {
    BatchRecord record;
    record.outcome.id = id;
    record.outcome.bytes = bytes;
    record.done = true;
    return record;
}

class BatchStateTest : public ::testing::Test {
protected:
    BatchState open() {
        Result<BatchState> state = BatchState::open(scratch_.path("out"));
        EXPECT_TRUE(state) << state.error().describe();
        return std::move(*state);
    }
    std::string text() const { return scratch_.read("out/.mingdan/state"); }
    void set_text(const std::string& text) const { scratch_.write("out/.mingdan/state", text); }
    /// The state as a machine left it that was started anew since.
    void forge_boot() const {
        const std::string old = state_line("run", {"1", "another-boot"});
        std::string changed = text();
        changed.replace(0, changed.find('\n'), old);
        set_text(changed);
    }

    Scratch scratch_;
};

TEST_F(BatchStateTest, keeps_the_last_word_on_each_input) {
    {
        BatchState state = open();
        EXPECT_TRUE(state.empty());
        ASSERT_TRUE(state.keep(record_of("a", 1)));
        ASSERT_TRUE(state.keep(record_of("b", 2)));
        ASSERT_TRUE(state.keep(record_of("a", 3)));
        ASSERT_TRUE(state.keep(record_of("c", 4)));
        ASSERT_TRUE(state.forget("c"));
        ASSERT_TRUE(state.keep(Assembled{"d1", {{"dataset/x.csv", 7}}}));
        ASSERT_TRUE(state.finish());
    }
    BatchState state = open();
    EXPECT_EQ(state.find("a"), record_of("a", 3));
    EXPECT_EQ(state.find("b"), record_of("b", 2));
    EXPECT_FALSE(state.find("c"));
    EXPECT_FALSE(state.find("d"));
    EXPECT_EQ(state.assembled(), (Assembled{"d1", {{"dataset/x.csv", 7}}}));
    std::size_t seen = 0;
    state.for_each([&](const BatchRecord&) { ++seen; });
    EXPECT_EQ(seen, 2u);
}

TEST_F(BatchStateTest, is_trusted_after_a_kill_up_to_its_last_whole_line) {
    {
        BatchState state = open();
        ASSERT_TRUE(state.keep(record_of("a")));
        ASSERT_TRUE(state.keep(record_of("b")));
    }
    const std::string whole = text();
    for (std::size_t length = whole.size(); length > whole.find("\n+") + 1; --length) {
        set_text(whole.substr(0, length));
        BatchState state = open();
        EXPECT_TRUE(!state.find("b") || state.find("b") == record_of("b"));
        EXPECT_EQ(state.find("b").has_value(), length == whole.size()) << length;
        ASSERT_TRUE(state.keep(record_of("c")));
        ASSERT_TRUE(state.finish());
    }
    EXPECT_EQ(open().find("c"), record_of("c"));
}

TEST_F(BatchStateTest, is_not_trusted_after_a_power_failure_but_for_what_was_synced) {
    {
        BatchState state = open();
        ASSERT_TRUE(state.keep(record_of("a")));
        ASSERT_TRUE(state.keep(Assembled{"d1", {}}));
        ASSERT_TRUE(state.finish());
    }
    forge_boot();
    {
        BatchState state = open();
        EXPECT_TRUE(state.find("a")->done);
        EXPECT_TRUE(state.assembled());
        ASSERT_TRUE(state.keep(record_of("b")));
    }
    std::string text_then = text();
    const std::size_t run = text_then.rfind("run\t");
    text_then.replace(run, text_then.find('\n', run) - run, state_line("run", {"1", "another-boot"}));
    set_text(text_then);
    const BatchState state = open();
    EXPECT_TRUE(state.find("a")->done);
    ASSERT_TRUE(state.find("b"));
    EXPECT_FALSE(state.find("b")->done);
    EXPECT_FALSE(state.assembled());
}

TEST_F(BatchStateTest, is_not_written_where_nothing_was_added) {
    {
        BatchState state = open();
        ASSERT_TRUE(state.keep(record_of("a")));
        ASSERT_TRUE(state.finish());
    }
    const auto before = file::stamp_of(scratch_.path("out/.mingdan/state"));
    {
        BatchState state = open();
        ASSERT_TRUE(state.finish());
    }
    EXPECT_EQ(file::stamp_of(scratch_.path("out/.mingdan/state")), before);
}

TEST_F(BatchStateTest, is_written_anew_where_most_of_it_is_outdated) {
    for (std::uint64_t run = 1; run <= 20; ++run) {
        BatchState state = open();
        for (int i = 0; i < 100; ++i) {
            ASSERT_TRUE(state.keep(record_of(fmt::format("{}", i), run)));
        }
        ASSERT_TRUE(state.forget("7"));
        ASSERT_TRUE(state.keep(Assembled{"d1", {}}));
        ASSERT_TRUE(state.finish());
        EXPECT_LT(text().size(), 400 * record_line(record_of("11")).size()) << run;
    }
    const BatchState state = open();
    EXPECT_EQ(state.find("99"), record_of("99", 20));
    EXPECT_FALSE(state.find("7"));
    EXPECT_EQ(state.assembled(), (Assembled{"d1", {}}));
}

TEST_F(BatchStateTest, of_another_format_counts_for_nothing) {
    set_text(state_line("run", {"999", "x"}) + "\n" + record_line(record_of("a")).insert(0, "") + "\n");
    {
        BatchState state = open();
        ASSERT_TRUE(state.keep(record_of("b")));
        ASSERT_TRUE(state.finish());
    }
    EXPECT_EQ(open().find("b"), record_of("b"));
}

TEST_F(BatchStateTest, clears_away_what_a_killed_run_left) {
    scratch_.write(fmt::format("out/a/.mingdan-{}-0.part", 0x3FFFFFFE), "half");
    set_text(state_line("run", {"1", "x"}) + "\n");
    open();
    EXPECT_FALSE(scratch_.has(fmt::format("out/a/.mingdan-{}-0.part", 0x3FFFFFFE)));
}

TEST_F(BatchStateTest, belongs_to_one_program) {
    const BatchState state = open();
    const Result<BatchState> second = BatchState::open(scratch_.path("out"));
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::output_busy);
}

}  // namespace
}  // namespace mingdan
