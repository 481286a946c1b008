// Kinds of paths, the order of names, and what may be cleared away.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include <fmt/format.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tests/support/scratch.h"
#include "wrap/folder.h"

namespace mingdan::file {
namespace {

using mingdan::testing::Scratch;
using ::testing::ElementsAre;

TEST(Folder, names_come_in_bytewise_order) {
    const Scratch scratch;
    for (const char* name : {"b", "a", "通知", "A", ".x", "~$a"}) {
        scratch.write(name, "");
    }
    const Result<std::vector<std::string>> names = names_in(scratch.path());
    ASSERT_TRUE(names);
    EXPECT_THAT(*names, ElementsAre(".x", "A", "a", "b", "~$a", "通知"));
}

TEST(Folder, one_that_is_not_there_is_an_error_that_names_it) {
    const Scratch scratch;
    const Result<std::vector<std::string>> names = names_in(scratch.path("none"));
    ASSERT_FALSE(names);
    EXPECT_EQ(names.error().code, ErrorCode::not_found);
    EXPECT_EQ(names.error().file, scratch.path("none"));
}

TEST(Folder, kinds_are_those_of_what_links_lead_to) {
    const Scratch scratch;
    scratch.write("folder/file", "");
    const auto link = [&](const char* to, const char* name) {
        std::filesystem::create_symlink(to, scratch.path(name));
    };
    link("folder/file", "to-file");
    link("folder", "to-folder");
    link("nothing", "to-nothing");
    link("loop-b", "loop-a");
    link("loop-a", "loop-b");
    ASSERT_EQ(::mkfifo(scratch.path("pipe").c_str(), 0600), 0);
    const auto kind = [&](const char* name) { return look_at(scratch.path(name)).kind; };
    EXPECT_EQ(kind("folder"), Kind::folder);
    EXPECT_EQ(kind("folder/file"), Kind::file);
    EXPECT_EQ(kind("to-file"), Kind::file);
    EXPECT_EQ(kind("to-folder"), Kind::folder);
    EXPECT_EQ(kind("to-nothing"), Kind::missing);
    EXPECT_EQ(kind("loop-a"), Kind::loop);
    EXPECT_EQ(kind("pipe"), Kind::other);
    EXPECT_TRUE(look_at(scratch.path("to-folder")).link);
    EXPECT_EQ(look_at(scratch.path("to-folder")).identity, look_at(scratch.path("folder")).identity);
}

TEST(Folder, empty_ones_are_removed_up_to_the_top) {
    const Scratch scratch;
    scratch.write("out/a/b/file", "");
    scratch.write("out/a/other", "");
    scratch.remove("out/a/b/file");
    remove_empty_folders(scratch.path("out/a/b/file"), scratch.path("out"));
    EXPECT_FALSE(scratch.has("out/a/b"));
    EXPECT_TRUE(scratch.has("out/a"));
    scratch.remove("out/a/other");
    remove_empty_folders(scratch.path("out/a/other"), scratch.path("out"));
    EXPECT_FALSE(scratch.has("out/a"));
    EXPECT_TRUE(scratch.has("out"));
}

TEST(Folder, parts_of_writers_that_are_gone_are_cleared_away_and_no_others) {
    const Scratch scratch;
    const pid_t gone = 0x3FFFFFFE;  // above the system's largest number
    scratch.write(fmt::format("a/.mingdan-{}-0.part", gone), "");
    scratch.write(fmt::format(".mingdan-{}-12.part", ::getpid()), "");  // of a former life
    scratch.write(fmt::format(".mingdan-{}-1.part", ::getppid()), "");
    scratch.write(".mingdan-x-1.part", "");
    scratch.write("mingdan.part", "");
    const pid_t zombie = ::fork();
    if (zombie == 0) {
        ::_exit(0);
    }
    siginfo_t ended{};
    ASSERT_EQ(::waitid(P_PID, static_cast<id_t>(zombie), &ended, WEXITED | WNOWAIT), 0);
    scratch.write(fmt::format(".mingdan-{}-1.part", zombie), "");
    EXPECT_EQ(remove_stale_parts(scratch.path()), 3u);
    ::waitpid(zombie, nullptr, 0);
    EXPECT_FALSE(scratch.has(fmt::format("a/.mingdan-{}-0.part", gone)));
    EXPECT_TRUE(scratch.has(fmt::format(".mingdan-{}-1.part", ::getppid())));
    EXPECT_TRUE(scratch.has(".mingdan-x-1.part"));
    EXPECT_TRUE(scratch.has("mingdan.part"));
}

}  // namespace
}  // namespace mingdan::file
