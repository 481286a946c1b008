// Base64 by the vectors of RFC 4648 section 10, and what is none.
#include <gtest/gtest.h>

#include "wrap/base64.h"

namespace mingdan {
namespace {

TEST(Base64, gives_the_bytes_of_the_vectors) {
    const std::pair<const char*, const char*> cases[] = {
        {"", ""}, {"Zg==", "f"}, {"Zm8=", "fo"}, {"Zm9v", "foo"}, {"Zm9vYmFy", "foobar"}, {"Zm9v\nYmE=\n", "fooba"}};
    for (const auto& [text, bytes] : cases) {
        EXPECT_EQ(base64_decoded(text), bytes) << text;
    }
}

TEST(Base64, what_is_cut_or_has_other_letters_is_none) {
    for (const char* text : {"Z", "Zg", "Zg=", "Zm9v!", "Zm-_", "=", "Zg==Zg=="}) {
        EXPECT_EQ(base64_decoded(text), std::nullopt) << text;
    }
}

}  // namespace
}  // namespace mingdan
