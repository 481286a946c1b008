#include <gtest/gtest.h>

#include <fmt/format.h>

#include "tests/support/docx_builder.h"
#include "tests/support/odf_builder.h"

namespace mingdan::test {
namespace {

std::string list_style(std::string_view levels, std::string_view name = "L") {
    return fmt::format("<text:list-style style:name=\"{}\">{}</text:list-style>", name, levels);
}

std::string level(int number, std::string_view attributes) {
    return fmt::format("<text:list-level-style-number text:level=\"{}\" {}/>", number, attributes);
}

std::string item(std::string_view text, std::string_view attributes = "") {
    return fmt::format("<text:list-item {}>{}</text:list-item>", attributes,
                       text.starts_with('<') ? std::string(text) : text_p(text));
}

std::string list(std::string_view items, std::string_view attributes = "text:style-name=\"L\"") {
    return fmt::format("<text:list {}>{}</text:list>", attributes, items);
}

const std::string kDecimal = list_style(level(1, "style:num-format=\"1\" style:num-suffix=\".\""));

TEST(OdfNumbering, an_item_bears_one_number_and_a_list_header_none) {
    EXPECT_EQ(show(read_odt_body(list("<text:list-header><text:p>题</text:p></text:list-header>" +
                                      item("<text:p>甲</text:p><text:p>又</text:p>") + item("乙")),
                                 kDecimal)),
              "|题|\n|{1.}甲|\n|又|\n|{2.}乙|\n");
}

TEST(OdfNumbering, chinese_formats_are_told_by_their_first_items) {
    const std::pair<const char*, const char*> cases[] = {
        {"一, 二, 三, ...", "十二"}, {"壹, 贰, 叁, ...", "壹拾贰"}, {"①, ②, ③, ...", "⑫"}, {"１, ２, ３, ...", "１２"},
        {"甲, 乙, 丙, ...", "12"},   {"子, 丑, 寅, ...", "亥"},     {"I", "XII"},          {"a", "l"},
        {"01, 02, 03, ...", "12"},
    };
    for (const auto& [format, number] : cases) {
        EXPECT_EQ(show(read_odt_body(list(item("名", "text:start-value=\"12\"")),
                                     list_style(level(1, fmt::format("style:num-format=\"{}\"", format))))),
                  fmt::format("|{{{}}}名|\n", number));
    }
}

TEST(OdfNumbering, an_unknown_format_is_decimal_and_a_finding) {
    const Document document =
        read_odt_body(list(item("甲")), list_style(level(1, "style:num-format=\"ก, ข, ค, ...\"")));
    EXPECT_EQ(show(document), "|{1}甲|\n");
    EXPECT_EQ(findings(document), "unknown-numbering");
}

TEST(OdfNumbering, levels_are_shown_with_those_above_and_begin_anew_behind_them) {
    const std::string style =
        list_style(level(1, "style:num-format=\"1\" style:num-suffix=\"、\"") +
                   level(2,
                         "style:num-format=\"1\" text:display-levels=\"2\" style:num-prefix=\"（\" "
                         "style:num-suffix=\"）\""));
    EXPECT_EQ(show(read_odt_body(list(item("<text:p>甲</text:p>" + list(item("子") + item("丑"), "")) +
                                      item("<text:p>乙</text:p>" + list(item("寅"), ""))),
                                 style)),
              "|{1、}甲|\n|{（1.1）}子|\n|{（1.2）}丑|\n|{2、}乙|\n|{（2.1）}寅|\n");
}

TEST(OdfNumbering, a_pattern_says_it_all) {
    EXPECT_EQ(show(read_odt_body(
                  list(item("<text:p>甲</text:p>" + list(item("子"), ""))),
                  list_style(level(1, "style:num-format=\"一, 二, 三, ...\" loext:num-list-format=\"第%1%章\"") +
                             level(2, "style:num-format=\"1\" loext:num-list-format=\"%1%-%2%%\"")))),
              "|{第一章}甲|\n|{一-1%}子|\n");
}

TEST(OdfNumbering, lists_begin_anew_unless_they_go_on) {
    EXPECT_EQ(show(read_odt_body(list(item("甲"), "text:style-name=\"L\" xml:id=\"a\"") + list(item("乙")) +
                                     list(item("丙"), "text:style-name=\"L\" text:continue-numbering=\"true\"") +
                                     list(item("丁"), "text:style-name=\"L\" text:continue-list=\"a\""),
                                 kDecimal)),
              "|{1.}甲|\n|{1.}乙|\n|{2.}丙|\n|{2.}丁|\n");
}

TEST(OdfNumbering, counters_run_through_the_cells_of_a_table) {
    const std::string on = "text:style-name=\"L\" text:continue-list=\"a\"";
    EXPECT_EQ(show(read_odt_body(table(row(cell(list(item(""), "text:style-name=\"L\" xml:id=\"a\"")) + cell("甲")) +
                                       row(cell(list(item(""), on)) + cell("乙"))),
                                 kDecimal)),
              "[{1.}][甲]\n[{2.}][乙]\n");
}

TEST(OdfNumbering, a_bullet_is_no_number) {
    EXPECT_EQ(
        show(read_odt_body(list(item("甲")),
                           list_style("<text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"•\"/>"))),
        "|甲|\n");
}

TEST(OdfNumbering, headings_count_by_the_outline_style) {
    const auto heading = [](int level, std::string_view text, std::string_view more = "") {
        return fmt::format("<text:h text:outline-level=\"{}\" {}>{}</text:h>", level, more, text);
    };
    const Document document = read_odf_built(
        OdfBuilder(heading(1, "甲") + heading(2, "子") + heading(1, "乙", "text:is-list-header=\"true\"") +
                   heading(1, "丙", "text:style-name=\"N\"") +
                   heading(1, "丁", "text:restart-numbering=\"true\" text:start-value=\"9\"") +
                   heading(1, "<text:number>10、</text:number>戊"))
            .styles("<text:outline-style><text:outline-level-style text:level=\"1\" style:num-format=\"一, 二, 三, "
                    "...\" style:num-suffix=\"、\"/></text:outline-style><style:style style:name=\"N\" "
                    "style:family=\"paragraph\" style:list-style-name=\"\"/>"));
    EXPECT_EQ(show(document), "#1|{一、}甲|\n#2|子|\n#1|乙|\n#1|丙|\n#1|{九、}丁|\n#1|{十、}戊|\n");
    EXPECT_EQ(left_out(document), "numbering:10、\n");
}

TEST(OdfNumbering, a_paragraphs_style_names_the_list_where_the_list_does_not) {
    EXPECT_EQ(show(read_odt_body(list(item(text_p("甲", "P")), ""),
                                 kDecimal + "<style:style style:name=\"P\" style:family=\"paragraph\" "
                                            "style:list-style-name=\"L\"/>")),
              "|{1.}甲|\n");
}

}  // namespace
}  // namespace mingdan::test
