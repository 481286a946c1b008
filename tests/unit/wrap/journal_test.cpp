// Whole lines, whatever cut the last one short; one program a folder.
#include <gtest/gtest.h>

#include "tests/support/scratch.h"
#include "wrap/journal.h"

namespace mingdan::file {
namespace {

using mingdan::testing::Scratch;

std::vector<std::string> lines_of(const std::string& path) {
    std::vector<std::string> lines;
    std::optional<LineFile> file = LineFile::open(path);
    std::string line;
    while (file && file->next(line)) {
        lines.push_back(line);
    }
    return lines;
}

TEST(Journal, goes_on_behind_the_last_whole_line) {
    const Scratch scratch;
    scratch.write("state", "one\ntwo\nthr");
    {
        Result<Journal> journal = Journal::open(scratch.path("state"));
        ASSERT_TRUE(journal);
        ASSERT_TRUE(journal->append("three\n"));
        ASSERT_TRUE(journal->append("four\n"));
    }
    EXPECT_EQ(scratch.read("state"), "one\ntwo\nthree\nfour\n");
}

TEST(Journal, cuts_a_long_piece_without_any_line_end) {
    const Scratch scratch;
    scratch.write("state", "one\n" + std::string(100'000, '\0'));
    ASSERT_TRUE(Journal::open(scratch.path("state")));
    EXPECT_EQ(scratch.read("state"), "one\n");
    scratch.write("state", std::string(100'000, 'x'));
    ASSERT_TRUE(Journal::open(scratch.path("state")));
    EXPECT_EQ(scratch.read("state"), "");
}

TEST(Journal, that_cannot_be_written_is_an_error) {
    const Scratch scratch;
    const Result<Journal> journal = Journal::open(scratch.path("no/folder"));
    ASSERT_FALSE(journal);
    EXPECT_EQ(journal.error().code, ErrorCode::output_unwritable);
}

TEST(LineFile, gives_lines_and_finds_them_again_by_their_places) {
    const Scratch scratch;
    const std::string wide(200'000, 'w');
    scratch.write("lines", "one\n\n" + wide + "\nlast\nhalf");
    EXPECT_EQ(lines_of(scratch.path("lines")), (std::vector<std::string>{"one", "", wide, "last"}));
    std::optional<LineFile> file = LineFile::open(scratch.path("lines"));
    ASSERT_TRUE(file);
    std::string line;
    ASSERT_TRUE(file->next(line));
    ASSERT_TRUE(file->next(line));
    EXPECT_EQ(file->offset(), 5u);
    EXPECT_EQ(file->line_at(0), "one");
    EXPECT_EQ(file->line_at(4), "");
    EXPECT_EQ(file->line_at(5), wide);
    EXPECT_EQ(file->line_at(5 + wide.size() + 1), "last");
    EXPECT_FALSE(LineFile::open(scratch.path("none")));
}

TEST(Lock, is_one_programs) {
    const Scratch scratch;
    std::optional<Result<Lock>> first = Lock::take(scratch.path("lock"));
    ASSERT_TRUE(first->has_value());
    const Result<Lock> second = Lock::take(scratch.path("lock"));
    ASSERT_FALSE(second);
    EXPECT_EQ(second.error().code, ErrorCode::output_busy);
    first.reset();
    EXPECT_TRUE(Lock::take(scratch.path("lock")));
}

TEST(Boot, has_a_name) {
    EXPECT_FALSE(boot_id().empty());
    EXPECT_EQ(boot_id(), boot_id());
}

}  // namespace
}  // namespace mingdan::file
