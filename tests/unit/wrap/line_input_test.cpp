// Lines as they come through a pipe: in pieces, too long, without an end, or not any more.
#include <gtest/gtest.h>

#include <atomic>
#include <string>

#include <unistd.h>

#include "wrap/line_input.h"

namespace mingdan::file {
namespace {

using Got = LineInput::Got;

class LineInputTest : public ::testing::Test {
protected:
    LineInputTest() { EXPECT_EQ(::pipe(ends_), 0); }
    ~LineInputTest() override {
        ::close(ends_[0]);
        hang_up();
    }
    void put(std::string_view text) const {
        ASSERT_EQ(::write(ends_[1], text.data(), text.size()), static_cast<ssize_t>(text.size()));
    }
    void hang_up() { ::close(std::exchange(ends_[1], -1)); }

    int ends_[2];
    std::string line_;
};

TEST_F(LineInputTest, gives_lines_whatever_ends_them) {
    put("a\r\n\nb\nlast");
    hang_up();
    LineInput input(ends_[0], 100, nullptr);
    for (const char* wanted : {"a", "", "b", "last"}) {
        ASSERT_EQ(input.next(line_), Got::line);
        EXPECT_EQ(line_, wanted);
    }
    EXPECT_EQ(input.next(line_), Got::end);
}

TEST_F(LineInputTest, a_line_comes_before_the_next_is_there) {
    LineInput input(ends_[0], 100, nullptr);
    put("first\nsec");
    ASSERT_EQ(input.next(line_), Got::line);
    EXPECT_EQ(line_, "first");
    put("ond\n");
    ASSERT_EQ(input.next(line_), Got::line);
    EXPECT_EQ(line_, "second");
}

TEST_F(LineInputTest, a_line_that_is_too_long_is_dropped_and_the_next_is_whole) {
    put("12345678901\nok\n" + std::string(5000, 'x'));
    hang_up();
    LineInput input(ends_[0], 10, nullptr);
    EXPECT_EQ(input.next(line_), Got::too_long);
    ASSERT_EQ(input.next(line_), Got::line);
    EXPECT_EQ(line_, "ok");
    EXPECT_EQ(input.next(line_), Got::too_long);
    EXPECT_EQ(input.next(line_), Got::end);
}

TEST_F(LineInputTest, stop_ends_the_waiting_and_keeps_what_was_not_begun) {
    std::atomic<bool> stop{false};
    LineInput input(ends_[0], 10, &stop);
    put("a\nb\n");
    ASSERT_EQ(input.next(line_), Got::line);
    stop = true;
    EXPECT_EQ(input.next(line_), Got::stopped);
}

}  // namespace
}  // namespace mingdan::file
