// Results in order, whatever the threads do; no more in memory than a window; stops and exceptions.
#include <gtest/gtest.h>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

#include "pipeline/ordered.h"

namespace mingdan {
namespace {

class OrderedTest : public ::testing::TestWithParam<unsigned> {};

TEST_P(OrderedTest, hands_on_all_results_in_order) {
    std::vector<std::size_t> seen;
    const auto work = [](std::size_t index, unsigned) {
        if (index % 37 == 0) {
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        }
        return index * 3;
    };
    const auto sink = [&](std::size_t index, std::size_t result) {
        EXPECT_EQ(result, index * 3);
        seen.push_back(index);
        return true;
    };
    EXPECT_EQ(Ordered<std::size_t>(500, GetParam(), work, sink).run(), 500u);
    ASSERT_EQ(seen.size(), 500u);
    EXPECT_TRUE(std::is_sorted(seen.begin(), seen.end()));
}

TEST_P(OrderedTest, what_is_in_hand_when_the_sink_says_stop_still_comes_without_a_gap) {
    std::atomic<std::size_t> begun{0};
    std::vector<std::size_t> seen;
    const auto work = [&](std::size_t index, unsigned) { return ++begun, index; };
    const auto sink = [&](std::size_t index, std::size_t) {
        seen.push_back(index);
        return index < 20;
    };
    const std::size_t handed_on = Ordered<std::size_t>(10'000, GetParam(), work, sink).run();
    EXPECT_EQ(handed_on, seen.size());
    EXPECT_EQ(begun, seen.size());
    EXPECT_EQ(seen.back() + 1, seen.size());
    EXPECT_LE(seen.size(), 21 + 17 * std::size_t{GetParam()});
}

TEST_P(OrderedTest, a_slow_one_does_not_let_results_pile_up) {
    std::atomic<std::size_t> furthest{0};
    const auto work = [&](std::size_t index, unsigned) {
        if (index == 0) {
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
            EXPECT_LE(furthest, 16 * std::size_t{GetParam()});
        }
        std::size_t before = furthest;
        while (before < index && !furthest.compare_exchange_weak(before, index)) {
        }
        return index;
    };
    Ordered<std::size_t>(5000, GetParam(), work, [](std::size_t, std::size_t) { return true; }).run();
}

TEST_P(OrderedTest, what_work_throws_comes_out_once_all_have_stopped) {
    const auto work = [](std::size_t index, unsigned) {
        return index == 100 ? throw std::runtime_error("of the work") : index;
    };
    const auto take_all = [](std::size_t, std::size_t) { return true; };
    EXPECT_THROW(Ordered<std::size_t>(1000, GetParam(), work, take_all).run(), std::runtime_error);
    const auto same = [](std::size_t index, unsigned) { return index; };
    const auto refuse = [](std::size_t, std::size_t) -> bool { throw std::logic_error("of the sink"); };
    EXPECT_THROW(Ordered<std::size_t>(1000, GetParam(), same, refuse).run(), std::logic_error);
}

INSTANTIATE_TEST_SUITE_P(Threads, OrderedTest, ::testing::Values(1u, 2u, 3u, 8u));

TEST(Ordered, of_nothing_ends_at_once) {
    const auto never = [](std::size_t index, unsigned) { return ADD_FAILURE(), index; };
    EXPECT_EQ(Ordered<std::size_t>(0, 4, never, [](std::size_t, std::size_t) { return true; }).run(), 0u);
}

TEST(Ordered, threads_are_no_more_than_inputs) {
    EXPECT_EQ(thread_count(8, 3), 3u);
    EXPECT_EQ(thread_count(8, 0), 1u);
    EXPECT_EQ(thread_count(2, 1000), 2u);
    EXPECT_GE(thread_count(0, 1000), 1u);
}

}  // namespace
}  // namespace mingdan
