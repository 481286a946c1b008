// Files read in pieces, and hashed so.
#include <gtest/gtest.h>

#include "tests/support/scratch.h"
#include "wrap/file.h"
#include "wrap/hash.h"

namespace mingdan {
namespace {

using mingdan::testing::Scratch;

Result<std::string> all_of(const std::string& path) {
    std::string bytes;
    const Result<void> read = file::read_pieces(path, [&](std::string_view piece) -> Result<void> {
        bytes += piece;
        return {};
    });
    return read ? Result<std::string>(bytes) : Result<std::string>(read.error());
}

TEST(Pieces, are_the_whole_file) {
    const Scratch scratch;
    const std::string text = std::string(200'000, 'x') + "end";
    scratch.write("long", text);
    scratch.write("nothing", "");
    EXPECT_EQ(all_of(scratch.path("long")).value(), text);
    EXPECT_EQ(all_of(scratch.path("nothing")).value(), "");
    EXPECT_EQ(all_of(scratch.path("none")).error().code, ErrorCode::not_found);
    EXPECT_EQ(all_of(scratch.path()).error().code, ErrorCode::is_directory);
}

TEST(Pieces, an_error_of_the_sink_ends_the_reading) {
    const Scratch scratch;
    scratch.write("long", std::string(200'000, 'x'));
    int calls = 0;
    const Result<void> read = file::read_pieces(scratch.path("long"), [&](std::string_view) -> Result<void> {
        ++calls;
        return fail(ErrorCode::output_full, "no more");
    });
    EXPECT_EQ(read.error().code, ErrorCode::output_full);
    EXPECT_EQ(calls, 1);
}

TEST(Pieces, have_the_hash_of_the_whole) {
    Sha256 hash;
    hash.add("a");
    hash.add("");
    hash.add("bc");
    EXPECT_EQ(hash.hex(), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");  // FIPS 180-4, "abc"
    EXPECT_EQ(hash.hex(), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
}

}  // namespace
}  // namespace mingdan
