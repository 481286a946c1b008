#include "wrap/zip.h"

#include <gtest/gtest.h>
#include <zip.h>

#include "tests/support/docx_builder.h"

namespace mingdan::zip {
namespace {

Result<std::string> read(const std::string& bytes, std::string_view name, const Limits& limits = {}) {
    auto archive = Archive::open(std::as_bytes(std::span(bytes)), limits);
    if (!archive) {
        return archive.error();
    }
    const auto entry = archive->find(name);
    if (!entry) {
        return entry.error();
    }
    std::string content;
    const auto done = archive->read(entry.value().value(), [&](std::string_view chunk) {
        EXPECT_LE(chunk.size(), 64u * 1024);
        content += chunk;
        return Result<void>{};
    });
    return done ? Result<std::string>(std::move(content)) : Result<std::string>(done.error());
}

std::string archive_with(zip_int32_t method, zip_uint16_t cipher) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* target = zip_source_buffer_create(nullptr, 0, 0, &error);
    zip_t* archive = zip_open_from_source(target, ZIP_TRUNCATE, &error);
    zip_source_keep(target);
    const zip_int64_t entry = zip_file_add(archive, "a", zip_source_buffer(archive, "0123456789abcdef", 16, 0), 0);
    zip_set_file_compression(archive, static_cast<zip_uint64_t>(entry), method, 0);
    if (cipher != ZIP_EM_NONE) {
        zip_file_set_encryption(archive, static_cast<zip_uint64_t>(entry), cipher, "secret");
    }
    zip_close(archive);
    zip_stat_t stat;
    zip_source_stat(target, &stat);
    std::string bytes(stat.size, '\0');
    zip_source_open(target);
    zip_source_read(target, bytes.data(), bytes.size());
    zip_source_close(target);
    zip_source_free(target);
    return bytes;
}

TEST(Zip, reads_a_large_entry_whole_in_small_chunks) {
    std::string content;
    for (int i = 0; i < 100'000; ++i) {
        content += std::to_string(i);
    }
    EXPECT_EQ(read(test::zip_of({{"a", "x"}, {"b", content}}), "b").value(), content);
}

TEST(Zip, an_encrypted_entry_is_named) {
    for (const int cipher : {ZIP_EM_AES_128, ZIP_EM_AES_256}) {
        const auto content = read(archive_with(ZIP_CM_DEFLATE, static_cast<zip_uint16_t>(cipher)), "a");
        ASSERT_FALSE(content);
        EXPECT_EQ(content.error().code, ErrorCode::encrypted);
        EXPECT_EQ(content.error().message, "the ZIP archive is encrypted");
    }
}

TEST(Zip, a_method_that_no_office_program_writes_is_named) {
    const auto content = read(archive_with(ZIP_CM_BZIP2, ZIP_EM_NONE), "a");
    ASSERT_FALSE(content);
    EXPECT_EQ(content.error().code, ErrorCode::unsupported_format);
    EXPECT_NE(content.error().message.find("method 12"), std::string::npos);
}

TEST(Zip, a_wrong_check_sum_is_damage) {
    std::string bytes = archive_with(ZIP_CM_STORE, ZIP_EM_NONE);
    bytes[bytes.find("0123456789")] = 'x';
    const auto content = read(bytes, "a");
    ASSERT_FALSE(content);
    EXPECT_EQ(content.error().code, ErrorCode::damaged_zip);
}

TEST(Zip, other_bytes_are_no_archive) {
    for (const std::string& bytes :
         {std::string(), std::string("hello"), std::string("%PDF-1.7\n") + std::string(500, 'x')}) {
        const auto content = read(bytes, "a");
        ASSERT_FALSE(content);
        EXPECT_EQ(content.error().code, ErrorCode::not_a_zip) << bytes;
    }
}

TEST(Zip, limits_count_the_bytes_that_inflating_gives) {
    const std::string bytes = test::zip_of({{"a", std::string(1'000'000, 'x')}});
    Limits limits;
    limits.part_bytes = 999'999;
    EXPECT_EQ(read(bytes, "a", limits).error().code, ErrorCode::over_limit);
    limits.part_bytes = 1'000'000;
    EXPECT_TRUE(read(bytes, "a", limits));
}

TEST(Zip, the_directory_tells_names_without_being_opened) {
    const std::string archive = test::zip_of({{"[Content_Types].xml", "<a/>"}, {"XL\\workbook.xml", "<b/>"}});
    EXPECT_TRUE(zip::names_entry(archive, "xl/"));
    EXPECT_TRUE(zip::names_entry(archive, "[content"));
    EXPECT_FALSE(zip::names_entry(archive, "word/"));
    EXPECT_FALSE(zip::names_entry(archive.substr(0, archive.size() - 23), "xl/"));
    EXPECT_FALSE(zip::names_entry("PK", "xl/"));
    EXPECT_FALSE(zip::names_entry("", "xl/"));
}

}  // namespace
}  // namespace mingdan::zip
