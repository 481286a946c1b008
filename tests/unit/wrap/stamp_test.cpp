// What tells a changed file, and when that cannot be told.
#include <gtest/gtest.h>

#include <filesystem>

#include "tests/support/scratch.h"
#include "wrap/file.h"
#include "wrap/stamp.h"

namespace mingdan::file {
namespace {

using mingdan::testing::Scratch;

constexpr std::int64_t kSecond = 1'000'000'000;

TEST(Stamp, is_the_same_for_a_file_that_nobody_touched) {
    const Scratch scratch;
    scratch.write("a", "text");
    const std::optional<Stamp> stamp = stamp_of(scratch.path("a"));
    ASSERT_TRUE(stamp);
    EXPECT_EQ(stamp->size, 4u);
    EXPECT_EQ(stamp, stamp_of(scratch.path("a")));
    EXPECT_FALSE(stamp_of(scratch.path("b")));
}

TEST(Stamp, tells_equal_size_and_a_modification_time_set_back) {
    const Scratch scratch;
    scratch.write("a", "text");
    const Stamp before = *stamp_of(scratch.path("a"));
    const auto time = std::filesystem::last_write_time(scratch.path("a"));
    while (file_clock() <= before.changed) {
    }
    scratch.write("a", "tixt");
    std::filesystem::last_write_time(scratch.path("a"), time);
    const Stamp after = *stamp_of(scratch.path("a"));
    EXPECT_EQ(after.modified, before.modified);
    EXPECT_NE(after, before);
}

TEST(Stamp, comes_with_the_reading) {
    const Scratch scratch;
    scratch.write("a", "text");
    Stamp stamp;
    ASSERT_TRUE(read_whole(scratch.path("a"), 100, &stamp));
    EXPECT_EQ(stamp, stamp_of(scratch.path("a")));
}

TEST(Stamp, is_racy_where_the_file_changed_within_the_clocks_grain_of_the_reading) {
    const std::int64_t read_at = 1000 * kSecond;
    const auto racy = [&](std::int64_t modified, std::int64_t changed) {
        return is_racy(Stamp{1, modified, changed, 1}, read_at);
    };
    EXPECT_TRUE(racy(read_at, read_at));
    EXPECT_TRUE(racy(read_at - 1'000'001, read_at - 1'000'001));
    EXPECT_TRUE(racy(read_at + kSecond, 0));  // a server's clock that is ahead
    EXPECT_TRUE(racy(0, read_at - 1));
    EXPECT_FALSE(racy(read_at - kSecond - 1, read_at - kSecond - 1));
    EXPECT_TRUE(racy(read_at - kSecond, read_at - kSecond));  // whole seconds: the grain is that coarse
    EXPECT_FALSE(racy(read_at - 2 * kSecond, read_at - 2 * kSecond));
}

}  // namespace
}  // namespace mingdan::file
