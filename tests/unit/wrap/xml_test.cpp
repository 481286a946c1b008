#include "wrap/xml.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace mingdan::xml {
namespace {

constexpr SpaceName kSpaces[] = {{"urn:a", 1}, {"urn:b", 2}, {"urn:b-strict", 2}};
constexpr ElementName kNames[] = {{1, "x", 10}, {1, "y", 11}, {2, "x", 20}};
constexpr Vocabulary kVocabulary{kSpaces, kNames};

/// Writes events down: (token text )token.
class Events : public Handler {
public:
    std::string seen;
    Token skipped = 0;

    void start(Token token, const Attributes& attributes) override {
        seen += "(" + std::to_string(token);
        if (const auto value = attributes.find(1, "v")) {
            seen += "=" + attributes.text(1, "v");
        }
        if (skipped != 0 && token == skipped) {
            parser().skip();
        }
    }
    void end(Token token) override { seen += ")" + std::to_string(token); }
    void text(std::string_view text) override { seen += text; }
};

Result<std::string> parse(std::string_view xml, std::size_t chunk = SIZE_MAX, const Limits& limits = {},
                          Token skipped = 0) {
    Events events;
    events.skipped = skipped;
    Parser parser(kVocabulary, events, limits);
    while (!xml.empty()) {
        const std::string_view part = xml.substr(0, chunk);
        if (auto fed = parser.feed(part); !fed) {
            return fed.error();
        }
        xml.remove_prefix(part.size());
    }
    auto finished = parser.finish();
    return finished ? Result<std::string>(events.seen) : Result<std::string>(finished.error());
}

constexpr std::string_view kSample =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<p:x xmlns:p=\"urn:a\" xmlns=\"urn:b-strict\" "
    "p:v=\"甲&amp;&#x26;#38;乙\"><x/>市<p:y>直</p:y>"
    "<z p:v=\"\"/><!-- c --><?i?></p:x>";

TEST(Xml, names_become_tokens_whatever_the_prefix) {
    EXPECT_EQ(parse(kSample).value(), "(10=甲&&#38;乙(20)20市(11直)11(0=)0)10");
}

TEST(Xml, chunks_of_any_size_give_the_same_events) {
    for (std::size_t chunk = 1; chunk < kSample.size(); ++chunk) {
        EXPECT_EQ(parse(kSample, chunk).value(), parse(kSample).value()) << chunk;
    }
}

TEST(Xml, a_skipped_subtree_is_silent) {
    EXPECT_EQ(parse("<p:x xmlns:p=\"urn:a\">1<p:y>2<p:x>3</p:x></p:y>4<p:x/></p:x>", SIZE_MAX, {}, 11).value(),
              "(101(114(10)10)10");
}

TEST(Xml, a_byte_order_mark_and_utf16_are_read) {
    EXPECT_EQ(parse("\xEF\xBB\xBF<x xmlns=\"urn:b\">甲</x>").value(), "(20甲)20");
    const std::u16string wide = u"\uFEFF<?xml version=\"1.0\" encoding=\"UTF-16\"?><x xmlns=\"urn:b\">甲𠮷</x>";
    std::string little, big;
    for (const char16_t unit : wide) {
        little += {static_cast<char>(unit & 0xFF), static_cast<char>(unit >> 8)};
        big += {static_cast<char>(unit >> 8), static_cast<char>(unit & 0xFF)};
    }
    for (const std::size_t chunk : {std::size_t{1}, std::size_t{3}, std::size_t{1000}}) {
        EXPECT_EQ(parse(little, chunk).value(), "(20甲𠮷)20") << chunk;
        EXPECT_EQ(parse(big, chunk).value(), "(20甲𠮷)20") << chunk;
    }
}

TEST(Xml, gb18030_is_read_whole_or_refused) {
    const std::string head = "<?xml version=\"1.0\" encoding=\"gb18030\"?><x xmlns=\"urn:b\">";
    EXPECT_EQ(parse(head + "\xBC\xD7" + "</x>").value(), "(20甲)20");
    const auto damaged = parse(head + std::string(5000, 'a') + "\xFF\xFF" + std::string(5000, 'a') + "</x>");
    ASSERT_FALSE(damaged);
    EXPECT_EQ(damaged.error().code, ErrorCode::damaged_xml);
}

TEST(Xml, bytes_that_are_no_utf8_are_damage_wherever_they_stand) {
    for (const std::string bad : {"\xC0\x80", "\xE4\xB8", "\xED\xA0\x80", "\xF5\x80\x80\x80", "\xFF", "\xBC\xD7"}) {
        for (const std::string& xml : {"<x xmlns='urn:b'>甲" + bad + "</x>", "<x xmlns='urn:b' v='" + bad + "'/>",
                                       "<x xmlns='urn:b'><![CDATA[" + bad + "]]></x>"}) {
            const auto result = parse(xml);
            ASSERT_FALSE(result) << xml;
            EXPECT_EQ(result.error().code, ErrorCode::damaged_xml);
        }
    }
}

TEST(Xml, errors_name_the_line) {
    struct Case {
        const char* xml;
        const char* line;
    };
    for (const auto& [xml, line] :
         {Case{"<x>\n<y>\n</x>", "line 3"}, Case{"<x>", "line 1"}, Case{"", "line"}, Case{"<x/><x/>", "line 1"},
          Case{"<x>&nbsp;</x>", "line 1"}, Case{"<x>&#1;</x>", "line 1"}, Case{"<q:x/>", "line 1"},
          Case{"<x a='1' a='2'/>", "line 1"}, Case{"<?xml version='1.0' encoding='klingon'?><x/>", "line"}}) {
        const auto result = parse(xml);
        ASSERT_FALSE(result) << xml;
        EXPECT_EQ(result.error().code, ErrorCode::damaged_xml);
        EXPECT_NE(result.error().message.find(line), std::string::npos) << result.error().message;
    }
}

TEST(Xml, nothing_is_written_to_stderr) {
    testing::internal::CaptureStderr();
    EXPECT_FALSE(parse("<?xml version='1.0' encoding='gb18030'?><x>\xFF\xFF</x>"));
    EXPECT_FALSE(parse("<x>\xFF</y>"));
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
}

TEST(Xml, a_doctype_ends_the_parsing) {
    for (const char* xml : {"<!DOCTYPE x><x/>", "<!DOCTYPE x SYSTEM 'file:///etc/passwd'><x/>",
                            "<!DOCTYPE x [<!ENTITY a 'b'>]><x>&a;</x>"}) {
        EXPECT_EQ(parse(xml).error().code, ErrorCode::doctype) << xml;
    }
}

std::string repeated(std::string_view text, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) {
        all += text;
    }
    return all;
}

TEST(Xml, limits_hold) {
    EXPECT_EQ(parse(repeated("<x>", 100'000)).error().code, ErrorCode::over_limit);
    EXPECT_TRUE(parse(repeated("<x>", 256) + repeated("</x>", 256)));
    std::string attributes = "<x";
    for (int i = 0; i < 20'000; ++i) {
        attributes += " a" + std::to_string(i) + "=''";
    }
    EXPECT_EQ(parse(attributes + "/>").error().code, ErrorCode::over_limit);
    EXPECT_EQ(parse("<x><!--" + std::string(3 << 20, '-') + "--></x>").error().code, ErrorCode::over_limit);
    std::string names = "<x>";
    for (int i = 0; i < 200'000; ++i) {
        names += "<n" + std::to_string(i) + "/>";
    }
    EXPECT_EQ(parse(names + "</x>").error().code, ErrorCode::over_limit);
}

TEST(Xml, a_long_text_is_no_long_token) {
    const std::string text(12 << 20, 'a');
    EXPECT_EQ(parse("<x>" + text + "</x>", 64 * 1024).value().size(), text.size() + 4);
}

}  // namespace
}  // namespace mingdan::xml
