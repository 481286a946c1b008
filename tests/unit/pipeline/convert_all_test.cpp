// Many documents for callers of the library.
#include <gtest/gtest.h>

#include <mingdan/mingdan.h>

#include "tests/support/scratch.h"

namespace mingdan {
namespace {

using mingdan::testing::notice_text;
using mingdan::testing::Scratch;

TEST(ConvertAll, gives_notices_and_errors_in_the_order_of_the_paths) {
    const Scratch scratch;
    std::vector<std::string> paths;
    for (int i = 0; i < 60; ++i) {
        paths.push_back(scratch.path(std::to_string(i) + ".txt"));
        if (i % 10 != 3) {
            scratch.write(std::to_string(i) + ".txt", notice_text(i, 1 + i % 4));
        }
    }
    for (const unsigned threads : {1u, 2u, 7u}) {
        std::size_t next = 0;
        convert_all(
            paths, {},
            [&](std::size_t index, Result<Notice> notice) {
                EXPECT_EQ(index, next++);
                EXPECT_EQ(notice.has_value(), index % 10 != 3);
                if (notice) {
                    EXPECT_EQ(*notice, *convert(paths[index]));
                } else {
                    EXPECT_EQ(notice.error().code, ErrorCode::not_found);
                    EXPECT_EQ(notice.error().file, paths[index]);
                }
                return true;
            },
            threads);
        EXPECT_EQ(next, paths.size());
    }
}

TEST(ConvertAll, stops_when_it_is_told_to) {
    const std::vector<std::string> paths(1000, "nowhere.txt");
    std::size_t seen = 0;
    convert_all(
        paths, {}, [&](std::size_t, Result<Notice>) { return ++seen < 3; }, 2);
    EXPECT_LT(seen, 100u);
}

}  // namespace
}  // namespace mingdan
