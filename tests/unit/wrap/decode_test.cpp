#include "wrap/decode.h"

#include <iconv.h>

#include <array>
#include <string>

#include <gtest/gtest.h>

#include "model/utf8.h"

namespace mingdan::text {
namespace {

using namespace std::string_literals;

std::string encode(const char* encoding, const std::string& text) {
    const iconv_t converter = iconv_open(encoding, "UTF-8");
    std::string in = text;
    std::string out(text.size() * 4 + 8, '\0');
    char* source = in.data();
    char* target = out.data();
    std::size_t left = in.size();
    std::size_t room = out.size();
    EXPECT_NE(iconv(converter, &source, &left, &target, &room), static_cast<std::size_t>(-1)) << encoding;
    iconv_close(converter);
    out.resize(out.size() - room);
    return out;
}

const std::string kNotice = "附件\n全市先进集体名单\n\t序号\n\t单位名称\n\n\t1\n\t湖州市第一中学\n";

TEST(Decode, reads_one_text_in_every_encoding) {
    struct Case {
        const char* what;
        std::string bytes;
        const char* encoding;
        Evidence evidence;
    };
    const Case cases[] = {
        {"UTF-8", kNotice, "UTF-8", Evidence::valid},
        {"UTF-8 with mark", "\xEF\xBB\xBF" + kNotice, "UTF-8", Evidence::mark},
        {"UTF-16LE with mark", "\xFF\xFE" + encode("UTF-16LE", kNotice), "UTF-16LE", Evidence::mark},
        {"UTF-16BE with mark", "\xFE\xFF" + encode("UTF-16BE", kNotice), "UTF-16BE", Evidence::mark},
        {"UTF-16LE", encode("UTF-16LE", kNotice), "UTF-16LE", Evidence::guess},
        {"UTF-16BE", encode("UTF-16BE", kNotice), "UTF-16BE", Evidence::guess},
        {"GBK", encode("GBK", kNotice), "GB18030", Evidence::guess},
        {"GB18030 with mark", "\x84\x31\x95\x33" + encode("GB18030", kNotice), "GB18030", Evidence::mark},
    };
    for (const Case& each : cases) {
        const auto decoded = decode(each.bytes);
        ASSERT_TRUE(decoded) << each.what;
        EXPECT_EQ(decoded->text, kNotice) << each.what;
        EXPECT_EQ(decoded->encoding, each.encoding) << each.what;
        EXPECT_EQ(decoded->evidence, each.evidence) << each.what;
        EXPECT_EQ(decoded->invalid, 0u) << each.what;
        EXPECT_TRUE(looks_like_text(each.bytes)) << each.what;
    }
}

TEST(Decode, utf16_of_han_alone_needs_no_nul_to_be_seen) {
    const std::string text = "湖州市滨湖高级中学党委思政一体立德优师";
    for (const char* encoding : {"UTF-16LE", "UTF-16BE"}) {
        const auto decoded = decode(encode(encoding, text));
        ASSERT_TRUE(decoded);
        EXPECT_EQ(decoded->text, text);
        EXPECT_EQ(decoded->encoding, encoding);
    }
}

TEST(Decode, short_gbk_names_are_no_utf16) {
    for (const char* text : {"张三", "附件", "李四、王五", "市直属"}) {
        const auto decoded = decode(encode("GBK", text));
        ASSERT_TRUE(decoded);
        EXPECT_EQ(decoded->text, text);
    }
}

TEST(Decode, rare_characters_come_through_gb18030) {
    std::string text;
    for (int i = 0; i < 5000; ++i) {  // every place of a pair in ICU's buffer
        text += i % 3 == 0 ? "𠮷" : i % 3 == 1 ? "㛃" : "𬱖";
    }
    const auto decoded = decode(encode("GB18030", text));
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, text);
}

TEST(Decode, the_24_private_use_codes_of_2005_become_what_glibc_says) {
    constexpr std::array<unsigned, 24> kCodes = {0xA6D9, 0xA6DA, 0xA6DB, 0xA6DC, 0xA6DD, 0xA6DE, 0xA6DF, 0xA6EC,
                                                 0xA6ED, 0xA6F3, 0xFE51, 0xFE52, 0xFE53, 0xFE59, 0xFE61, 0xFE66,
                                                 0xFE67, 0xFE6C, 0xFE6D, 0xFE76, 0xFE7E, 0xFE90, 0xFE91, 0xFEA0};
    constexpr std::array<char32_t, 24> kCharacters = {
        0xFE10,  0xFE12, 0xFE11, 0xFE13, 0xFE14, 0xFE15,  0xFE16, 0xFE17,  0xFE18, 0xFE19, 0x20087, 0x20089,
        0x200CC, 0x9FB4, 0x9FB5, 0x9FB6, 0x9FB7, 0x215D7, 0x9FB8, 0x2298F, 0x9FB9, 0x9FBA, 0x241FE, 0x9FBB};
    for (std::size_t i = 0; i < kCodes.size(); ++i) {
        const std::string bytes = {static_cast<char>(kCodes[i] >> 8), static_cast<char>(kCodes[i] & 0xFF)};
        std::string expected;
        utf8::append(expected, kCharacters[i]);
        EXPECT_EQ(encode("GB18030", expected), bytes) << std::hex << kCodes[i];
        const auto decoded = decode(bytes + "\n");
        ASSERT_TRUE(decoded);
        EXPECT_EQ(decoded->text, expected + "\n") << std::hex << kCodes[i];
    }
}

TEST(Decode, other_private_use_codes_stay) {
    const auto decoded = decode("\xFE\x55\xAA\xA1 \xB8\xBD\xBC\xFE\n");  // FE55 is U+3473, AAA1 is U+E000
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, "㑳\uE000 附件\n");
    EXPECT_EQ(decoded->mapped, 0u);
}

TEST(Decode, a_bad_byte_in_utf8_is_replaced_and_named) {
    const auto decoded = decode("附件\xFF一览\xE5\x90\n名单\n"s);
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, "附件\uFFFD一览\uFFFD\n名单\n");
    EXPECT_EQ(decoded->encoding, "UTF-8");
    ASSERT_EQ(decoded->invalid, 2u);
    EXPECT_EQ(decoded->examples[0].offset, 6u);
    EXPECT_EQ(decoded->examples[0].at, 6u);
    EXPECT_EQ(decoded->examples[0].bytes, "\xFF");
    EXPECT_EQ(decoded->examples[1].bytes, "\xE5\x90");
}

TEST(Decode, a_bad_byte_in_gbk_is_replaced_and_named) {
    const std::string bytes = encode("GBK", "全市先进集体和先进个人名单") + "\xFF" + encode("GBK", "\n序号\t姓名\n");
    const auto decoded = decode(bytes);
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->encoding, "GB18030");
    EXPECT_EQ(decoded->text, "全市先进集体和先进个人名单\uFFFD\n序号\t姓名\n");
    ASSERT_EQ(decoded->invalid, 1u);
    EXPECT_EQ(decoded->examples[0].offset, 26u);
}

TEST(Decode, a_gbk_text_that_breaks_off_keeps_its_beginning) {
    const auto decoded = decode(encode("GBK", "全市先进集体和先进个人名单") + "\xB5");
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, "全市先进集体和先进个人名单\uFFFD");
    EXPECT_EQ(decoded->examples.at(0).bytes, "\xB5");
}

TEST(Decode, a_lone_surrogate_and_an_odd_byte_are_replaced) {
    const auto decoded =
        decode("\xFF\xFE"s + encode("UTF-16LE", "附件名单一览") + "\x00\xD8"s + encode("UTF-16LE", "二") + "x");
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, "附件名单一览\uFFFD二\uFFFD");
    EXPECT_EQ(decoded->invalid, 2u);
}

TEST(Decode, what_is_no_text_is_refused) {
    struct Case {
        const char* what;
        std::string bytes;
        const char* message;
    };
    std::string noise;
    for (unsigned i = 0; i < 4096; ++i) {
        noise += static_cast<char>(i * 2654435761u >> 13 | 1);
    }
    const Case cases[] = {
        {"NUL", "附件\0名单"s, "a NUL stands at character"},
        {"NUL behind a mark",
         "\xEF\xBB\xBF"
         "a\0b"s,
         "a NUL stands at character"},
        {"controls", std::string(100, '\x01'), "100 of 100 characters are controls"},
        {"noise", noise, "the bytes are no text"},
    };
    for (const Case& each : cases) {
        const auto decoded = decode(each.bytes);
        ASSERT_FALSE(decoded) << each.what;
        EXPECT_EQ(decoded.error().code, ErrorCode::damaged_text) << each.what;
        EXPECT_NE(decoded.error().message.find(each.message), std::string::npos) << decoded.error().message;
    }
    EXPECT_FALSE(looks_like_text("附件\0名单"s));
    EXPECT_FALSE(looks_like_text(std::string(100, '\x01')));
}

TEST(DecodeDeclared, gb2312_means_GB18030_so_that_rare_names_come_through) {
    const std::string bytes = encode("GB18030", "李镕、𬱖某和㛃某·之名单");
    for (const char* label : {"gb2312", "GBK", " 'x-gbk'", "gb_2312-80", "GB18030"}) {
        const auto decoded = decode_declared(bytes, label);
        ASSERT_TRUE(decoded) << label;
        EXPECT_EQ(decoded->text, "李镕、𬱖某和㛃某·之名单") << label;
        EXPECT_EQ(decoded->evidence, Evidence::declared) << label;
        EXPECT_EQ(decoded->encoding, "GB18030") << label;
    }
}

TEST(DecodeDeclared, bytes_that_are_strict_UTF8_are_believed_against_the_name) {
    const auto decoded = decode_declared("附件：名单", "gb2312");
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, "附件：名单");
    EXPECT_EQ(decoded->evidence, Evidence::valid);
}

TEST(DecodeDeclared, a_bad_byte_costs_itself_and_not_the_rest) {
    const auto decoded = decode_declared(encode("GB18030", "附件名单") + "\xFF" + encode("GB18030", "二"), "gb2312");
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, "附件名单\uFFFD二");
    EXPECT_EQ(decoded->invalid, 1u);
}

TEST(DecodeDeclared, a_name_that_says_UTF8_is_not_believed_of_GB18030_bytes) {
    const auto decoded = decode_declared(encode("GB18030", "关于公布名单的通知"), "utf-8");
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, "关于公布名单的通知");
    EXPECT_EQ(decoded->evidence, Evidence::guess);
}

TEST(DecodeDeclared, big5_is_read_as_declared) {
    const auto decoded = decode_declared(encode("Big5", "關於公布名單的通知"), "big5");
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, "關於公布名單的通知");
    EXPECT_EQ(decoded->evidence, Evidence::declared);
}

TEST(DecodeDeclared, iso_8859_1_says_nothing_where_bytes_stand_in_pairs) {
    const auto chinese = decode_declared(encode("GB18030", "关于公布名单的通知"), "iso-8859-1");
    ASSERT_TRUE(chinese);
    EXPECT_EQ(chinese->text, "关于公布名单的通知");
    const auto western = decode_declared("Liste des \xE9l\xE8ves du coll\xE8ge", "iso-8859-1");
    ASSERT_TRUE(western);
    EXPECT_EQ(western->text, "Liste des élèves du collège");
}

TEST(DecodeDeclared, a_stray_NUL_is_passed_over) {
    const auto decoded = decode_declared("附件\0名单"s, "");
    ASSERT_TRUE(decoded);
    EXPECT_EQ(decoded->text, "附件名单");
}

}  // namespace
}  // namespace mingdan::text
