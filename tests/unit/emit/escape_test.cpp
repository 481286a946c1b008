#include "emit/escape.h"

#include <gtest/gtest.h>

#include <chrono>

namespace mingdan {

namespace {

struct Case {
    std::string_view before;
    std::string_view after;
};

template <class Append>
std::string appended(std::string_view text, Append append) {
    std::string out = "x";  // what stands before is left alone
    append(out, text);
    EXPECT_EQ(out[0], 'x');
    return out.substr(1);
}

TEST(AppendJsonText, escapes_controls_quotes_and_backslashes_only) {
    using namespace std::string_view_literals;
    const Case cases[] = {
        {"", R"("")"},
        {"思政一体 立德优师", R"("思政一体 立德优师")"},
        {R"(a"b\c/d)", R"("a\"b\\c/d")"},
        {"\0\x01\t\n\r\x1f\x7f"sv, "\"\\u0000\\u0001\\u0009\\u000a\\u000d\\u001f\x7f\""},
        {"\u2028\u2029\u00a0\ufeff\u200b", "\"\u2028\u2029\u00a0\ufeff\u200b\""},
        {"𠮷𬱖", R"("𠮷𬱖")"},
        {"\"\"", R"("\"\"")"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(appended(c.before, append_json_text), c.after);
    }
}

TEST(IsJsonNumber, takes_plain_digits_only) {
    for (const char* number : {"0", "7", "10", "-5", "2.50", "0.05", "-0.0", "123456789012345"}) {
        EXPECT_TRUE(is_json_number(number)) << number;
    }
    for (const char* text :
         {"", "-", "007", "00", ".5", "5.", "+3", "1,234", "1e5", "１", " 1", "1 ", "1.2.3", "--1", "NaN", "合计"}) {
        EXPECT_FALSE(is_json_number(text)) << text;
    }
}

TEST(QuoteCsvField, quotes_what_would_not_come_back_otherwise) {
    const Case cases[] = {
        {"", ""},           {"甲", "甲"},         {"甲 乙", "甲 乙"},   {"a,b", "\"a,b\""}, {"a\"b", "\"a\"\"b\""},
        {"\"", "\"\"\"\""}, {"a\nb", "\"a\nb\""}, {"a\rb", "\"a\rb\""}, {" a", "\" a\""},   {"a ", "\"a \""},
        {"\ta", "\"\ta\""}, {"a；b", "a；b"},     {"a'b", "a'b"},       {"a，b", "a，b"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(appended(c.before,
                           [](std::string& out, std::string_view text) {
                               const std::size_t begin = out.size();
                               out += text;
                               quote_csv_field(out, begin);
                           }),
                  c.after);
    }
}

TEST(QuoteCsvField, takes_time_in_proportion_to_the_text) {
    std::string out(2'000'000, '"');
    const auto begin = std::chrono::steady_clock::now();
    quote_csv_field(out, 0);
    EXPECT_EQ(out.size(), 4'000'002u);
    EXPECT_LT(std::chrono::steady_clock::now() - begin, std::chrono::seconds(5));  // hours, were it quadratic
}

TEST(RunsAsFormula, sees_through_blanks_and_full_width_forms) {
    for (const char* cell : {"=1", "+86", "-5", "@x", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠x", " =1", "　=1",
                             "\u00a0\u200b=1", "\ufeff＝1", " \tx"}) {
        EXPECT_TRUE(runs_as_formula(cell)) << cell;
    }
    for (const char* cell : {"", " ", "甲=1", "1-2", "'=1", "—", "·=", "（＝）", "\xE3", "\xE3\x80", "\xEF\xBC"}) {
        EXPECT_FALSE(runs_as_formula(cell)) << cell;
    }
}

TEST(AppendMarkdownText, escapes_what_would_change_a_table) {
    const Case cases[] = {
        {"甲|乙", "甲\\|乙"},
        {R"(\)", R"(\\)"},
        {R"(\|)", R"(\\\|)"},
        {"`a` *b* _c_ ~d~ [e] <f> &g;", R"(\`a\` \*b\* \_c\_ \~d\~ \[e\] \<f\> \&g;)"},
        {"a\nb\r\nc\rd", "a<br>b<br>c<br>d"},
        {"1. a - b # c", "1. a - b # c"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(appended(c.before, append_markdown_text), c.after);
    }
}

TEST(AppendMarkdownParagraph, opens_neither_list_nor_heading) {
    const Case cases[] = {
        {"# a", "\\# a"},     {"- a", "\\- a"},         {"+ a", "\\+ a"},
        {"* a", "\\* a"},     {"> a", "\\> a"},         {"1. a", "1\\. a"},
        {"12) a", "12\\) a"}, {"    # a\n", "\\# a"},   {" \n", ""},
        {"===", "\\==="},     {"---", "\\---"},         {"2023年", "2023年"},
        {"12", "12"},         {"注：1.甲", "注：1.甲"}, {"", ""},
        {"1、甲", "1、甲"},   {"~~~", "\\~\\~\\~"},
    };
    for (const Case& c : cases) {
        EXPECT_EQ(appended(c.before, append_markdown_paragraph), c.after);
    }
}

TEST(AppendMarkdownHeading, is_not_closed_by_its_own_text) {
    const Case cases[] = {{"名单", "名单"}, {"C #", "C \\#"}, {"a ##", "a \\##"},
                          {"#", "\\#"},     {"a#b", "a#b"},   {"a_b#", "a\\_b\\#"}};
    for (const Case& c : cases) {
        EXPECT_EQ(appended(c.before, append_markdown_heading), c.after);
    }
}

}  // namespace

}  // namespace mingdan
