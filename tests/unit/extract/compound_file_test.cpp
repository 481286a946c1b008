// The container of .doc, .xls, .wps and .et files: streams by name, and what damage and writers do to it.
#include "extract/compound_file.h"

#include <gtest/gtest.h>

#include "tests/support/compound_builder.h"

namespace mingdan::test {
namespace {

const std::string kLong = std::string(5000, 'x') + "end";

std::string file(int version = 3) {
    return CompoundBuilder(version).stream("WordDocument", kLong).stream("1Table", "small").stream("Data", "").bytes();
}

std::string read(std::string_view bytes, std::string_view name, const Limits& limits = {}) {
    auto opened = CompoundFile::open(bytes, limits);
    if (!opened) {
        return "error " + std::string(error_name(opened.error().code));
    }
    auto content = opened->stream(name);
    return content ? *content : "error " + std::string(error_name(content.error().code));
}

TEST(CompoundFile, streams_are_found_by_name_in_any_case) {
    const std::string bytes = file();
    EXPECT_EQ(read(bytes, "WordDocument"), kLong);
    EXPECT_EQ(read(bytes, "1TABLE"), "small");
    EXPECT_EQ(read(bytes, "data"), "");
    EXPECT_EQ(read(bytes, "0Table"), "error damaged-file");
    const Limits limits;
    const auto opened = CompoundFile::open(bytes, limits);
    EXPECT_TRUE(opened->has("worddocument"));
    EXPECT_FALSE(opened->has("Root Entry"));
}

TEST(CompoundFile, version_4_has_sectors_of_4096_bytes) {
    EXPECT_EQ(read(file(4), "WordDocument"), kLong);
    EXPECT_EQ(read(file(4), "1Table"), "small");
}

TEST(CompoundFile, the_cut_last_sector_that_WPS_writes_reads_as_zeros) {
    const std::string bytes = file();  // its last sector is the FAT, whose tail says "free"
    EXPECT_EQ(read(bytes.substr(0, bytes.size() - 400), "WordDocument"), kLong);
    EXPECT_EQ(read(bytes.substr(0, bytes.size() - 400), "1Table"), "small");
}

TEST(CompoundFile, an_embedded_documents_stream_is_no_stream_of_the_root) {
    std::string bytes = file();
    // the entry of 1Table is reached by WordDocument's right sibling; without it, it could only be a storage's child
    const std::size_t entry = bytes.find(std::string("W\0o\0r\0d\0D\0", 10));
    bytes.replace(entry + 72, 4, u32(0xFFFFFFFF));
    EXPECT_EQ(read(bytes, "1Table"), "error damaged-file");
}

TEST(CompoundFile, entries_without_a_tree_are_found_by_looking_through_all) {
    std::string bytes = file();
    const std::size_t root = bytes.find(std::string("R\0o\0o\0t\0", 8));
    bytes.replace(root + 76, 4, u32(0xFFFFFFFF));
    EXPECT_EQ(read(bytes, "1Table"), "small");
}

TEST(CompoundFile, chains_that_bite_their_tail_end) {
    std::string bytes = file();
    const std::size_t fat = bytes.size() - 512;
    bytes.replace(fat + 4, 4, u32(0));  // sector 1 -> sector 0
    EXPECT_EQ(read(bytes, "WordDocument"), kLong.substr(0, 1024));
    std::string tree = file();
    const std::size_t entry = tree.find(std::string("W\0o\0r\0d\0D\0", 10));
    tree.replace(entry + 68, 4, u32(1));
    EXPECT_EQ(read(tree, "1Table"), "small");
}

TEST(CompoundFile, a_small_chain_that_bites_its_tail_ends) {
    std::string bytes = CompoundBuilder().stream("Book", std::string(200, 'b')).bytes();
    const std::size_t small_fat = 2 * 512;  // behind the header and the mini stream
    ASSERT_EQ(bytes.substr(small_fat, 4), u32(1));
    bytes.replace(small_fat + 4, 4, u32(0));
    EXPECT_EQ(read(bytes, "Book").size(), 200u);
}

TEST(CompoundFile, declared_sizes_take_no_memory) {
    std::string bytes = file();
    const std::size_t entry = bytes.find(std::string("W\0o\0r\0d\0D\0", 10));
    bytes.replace(entry + 120, 4, u32(0x10000000));
    EXPECT_EQ(read(bytes, "WordDocument").substr(0, kLong.size()), kLong);
    EXPECT_LT(read(bytes, "WordDocument").size(), 6000u);
    bytes.replace(entry + 120, 4, u32(0xFFFFFFFF));
    EXPECT_EQ(read(bytes, "WordDocument"), "error over-limit");
}

TEST(CompoundFile, streams_are_charged_to_the_limits) {
    Limits limits;
    limits.archive_bytes = 6000;
    const std::string bytes = file();
    auto opened = CompoundFile::open(bytes, limits);
    ASSERT_TRUE(opened);
    EXPECT_TRUE(opened->stream("WordDocument"));
    EXPECT_EQ(opened->stream("WordDocument").error().code, ErrorCode::over_limit);
    limits.part_bytes = 3;
    EXPECT_EQ(read(bytes, "1Table", limits), "error over-limit");
}

TEST(CompoundFile, more_entries_than_the_limit_are_refused) {
    CompoundBuilder builder;
    for (int i = 0; i < 60; ++i) {
        builder.stream("s" + std::to_string(i), "");
    }
    Limits limits;
    limits.entries = 40;
    EXPECT_EQ(read(builder.bytes(), "s1", limits), "error over-limit");
}

TEST(CompoundFile, a_cut_file_is_damaged_or_short_and_never_read_beyond) {
    const std::string bytes = file();
    for (std::size_t size = 0; size < bytes.size(); size += 37) {
        const std::string content = read(bytes.substr(0, size), "WordDocument");
        EXPECT_TRUE(content.starts_with("error damaged-file") || content.size() <= kLong.size()) << size;
    }
}

}  // namespace
}  // namespace mingdan::test
