// A program beside us: it answers, is silent, or dies.
#include <gtest/gtest.h>

#include <optional>

#include "tests/support/scratch.h"
#include "wrap/child.h"
#include "wrap/journal.h"

namespace mingdan::file {
namespace {

std::vector<std::string> shell(const char* script) {
    return {"/bin/sh", "-c", script};
}

Lines::Clock::time_point soon(int milliseconds) {
    return Lines::Clock::now() + std::chrono::milliseconds(milliseconds);
}

TEST(Child, answers_line_by_line) {
    Result<Child> child = Child::start(shell("while read -r line <&3; do echo \"got $line\" >&3; done"));
    ASSERT_TRUE(child);
    std::string line;
    for (const char* word : {"one", "two 三"}) {
        ASSERT_TRUE(child->lines().send(word));
        ASSERT_EQ(child->lines().receive(line, soon(10'000)), Lines::Got::line);
        EXPECT_EQ(line, std::string("got ") + word);
    }
}

TEST(Child, that_is_silent_is_late) {
    Result<Child> child = Child::start({"/bin/sleep", "100"});
    ASSERT_TRUE(child);
    std::string line;
    EXPECT_EQ(child->lines().receive(line, soon(50)), Lines::Got::timeout);
    EXPECT_EQ(child->end(true), "signal 9 (Killed)");
}

TEST(Child, that_dies_says_how) {
    std::string line;
    Result<Child> killed = Child::start(shell("kill -SEGV $$"));
    ASSERT_TRUE(killed);
    EXPECT_EQ(killed->lines().receive(line, soon(10'000)), Lines::Got::end);
    EXPECT_EQ(killed->end(false), "signal 11 (Segmentation fault)");
    Result<Child> ended = Child::start(shell("exit 3"));
    ASSERT_TRUE(ended);
    EXPECT_EQ(ended->lines().receive(line, soon(10'000)), Lines::Got::end);
    EXPECT_EQ(ended->end(false), "exit code 3");
}

TEST(Child, holds_a_lock_after_its_parent) {
    const mingdan::testing::Scratch scratch;
    std::optional<Result<Lock>> lock = Lock::take(scratch.path("lock"));
    ASSERT_TRUE(lock->has_value());
    std::optional<Result<Child>> child = Child::start({"/bin/sleep", "100"}, (*lock)->descriptor());
    ASSERT_TRUE(child->has_value());
    lock.reset();
    EXPECT_FALSE(Lock::take(scratch.path("lock")));
    (*child)->end(true);
    EXPECT_TRUE(Lock::take(scratch.path("lock")));
}

TEST(Child, that_is_no_program_is_an_error) {
    const Result<Child> child = Child::start({"/nowhere/program"});
    ASSERT_FALSE(child);
    EXPECT_EQ(child.error().file, "/nowhere/program");
    EXPECT_NE(child.error().message.find("No such file"), std::string::npos);
}

}  // namespace
}  // namespace mingdan::file
