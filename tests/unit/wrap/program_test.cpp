#include <gtest/gtest.h>

#include "wrap/program.h"

namespace mingdan::file {
namespace {

TEST(Program, has_a_number_of_its_build) {
    const std::string id = build_id();
    EXPECT_GE(id.size(), 16u);
    EXPECT_EQ(id.find_first_not_of("0123456789abcdef"), std::string::npos);
    EXPECT_EQ(id, build_id());
}

}  // namespace
}  // namespace mingdan::file
