// Blocks, lines, lists and what is no text of a page.
#include "tests/unit/extract/html_support.h"

namespace mingdan::test {
namespace {

TEST(HtmlBlocks, paragraphs_divisions_and_bare_text_are_paragraphs) {
    EXPECT_EQ(show_html("前<p>一</p>中<div>二<div>三</div>四</div><h2>五</h2>"),
              "|前|\n|一|\n|中|\n|二|\n|三|\n|四|\n#2|五|\n");
}

TEST(HtmlBlocks, an_empty_paragraph_shows_nothing_and_one_with_a_break_is_blank) {
    EXPECT_EQ(show_html("<p>一</p><p></p><p> \n </p><p><br/></p><p>二</p>"), "|一|\n||\n|二|\n");
}

TEST(HtmlBlocks, white_space_collapses_and_ends_are_cut) {
    EXPECT_EQ(show_html("<p>\n  关于 \t 公布 <b> 的</b>\n  2023 年 </p>"), "|关于 公布 的 2023 年|\n");
}

TEST(HtmlBlocks, a_line_break_of_the_source_between_two_wide_characters_is_no_space) {
    EXPECT_EQ(show_html("<p>根据国务院\n关于</p><p>第2\n批</p><p>the\nlist</p><p>“名单”\n的</p>"),
              "|根据国务院关于|\n|第2 批|\n|the list|\n|“名单”的|\n");
}

TEST(HtmlBlocks, LibreOffice_breaks_its_lines_at_spaces_only) {
    EXPECT_EQ(
        show(read_page(
            "<html><head><meta name=generator content=\"LibreOffice 7.4\"></head><body><p>思政一体\n立德优师</p>")),
        "|思政一体 立德优师|\n");
}

TEST(HtmlBlocks, nbsp_and_zero_width_marks_are_text) {
    EXPECT_EQ(show_html("<p>&nbsp;</p><p>张&nbsp;&nbsp;三&#8203;</p>"), "|\u00A0|\n|张\u00A0\u00A0三\u200B|\n");
}

TEST(HtmlBlocks, br_in_a_paragraph_is_a_soft_break_and_elsewhere_parts_paragraphs) {
    EXPECT_EQ(show_html("<p>湖州市<br>教育局</p>"), "|湖州市/教育局|\n");
    EXPECT_EQ(show_html("<div>一<br>二<br/>三</div>"), "|一|\n|二|\n|三|\n");
}

TEST(HtmlBlocks, a_blank_line_or_an_indent_behind_br_begins_a_paragraph) {
    EXPECT_EQ(show_html("<p>各单位：<br>　　现将名单公布。<br><br>特此通知。</p>"),
              "|各单位：|\n|　　现将名单公布。|\n||\n|特此通知。|\n");
}

TEST(HtmlBlocks, pre_keeps_its_lines) {
    EXPECT_EQ(show_html("<pre>一  二\n三</pre>"), "|一  二|\n|三|\n");
}

TEST(HtmlBlocks, ordered_lists_are_numbered_as_browsers_show_them) {
    EXPECT_EQ(show_html("<ol><li>一<li>二<li value=7>三<li>四</ol>"), "|{1.}一|\n|{2.}二|\n|{7.}三|\n|{8.}四|\n");
    EXPECT_EQ(show_html("<ol start=3 type=a><li>一<li>二</ol>"), "|{c.}一|\n|{d.}二|\n");
    EXPECT_EQ(show_html("<ol reversed><li>一<li>二</ol>"), "|{2.}一|\n|{1.}二|\n");
    EXPECT_EQ(show_html("<ol type=I><li>一<ol type=i><li>二</ol><li>三</ol>"), "|{I.}一|\n|{i.}二|\n|{II.}三|\n");
    EXPECT_EQ(show_html("<ol style='list-style-type:cjk-ideographic'><li>甲</ol>"), "|{一、}甲|\n");
    EXPECT_EQ(show_html("<ol style='list-style: none'><li>甲</ol><ul><li>乙</ul>"), "|甲|\n|乙|\n");
}

TEST(HtmlBlocks, a_number_without_text_makes_a_paragraph) {
    EXPECT_EQ(show_html("<ol><li><p></p></li><li><p>二</p></li></ol>"), "|{1.}|\n|{2.}二|\n");
}

TEST(HtmlBlocks, the_number_that_Word_writes_into_a_list_paragraph_is_no_text) {
    const Document document = read_html(
        "<p><![if !supportLists]><span style='mso-list:Ignore'>一、<span style='font:7.0pt'>&nbsp;&nbsp; </span></span>"
        "<![endif]>提高认识</p>");
    EXPECT_EQ(show(document), "|{一、}提高认识|\n");
    EXPECT_EQ(left_out(document), "numbering:一、 \u00A0\u00A0\n");
}

TEST(HtmlBlocks, a_number_of_Words_without_text_stays_with_its_paragraph) {
    EXPECT_EQ(show_html("<p><span style='mso-list:Ignore'>1.</span></p><p>二</p>"), "|{1.}|\n|二|\n");
}

TEST(HtmlBlocks, hidden_text_is_left_out_and_found) {
    const Document document = read_html(
        "<p>一<span style='DISPLAY: none'>二</span><span style='mso-hide:all'>三</span>"
        "<b hidden>四</b><i style='visibility:hidden'>五</i></p>");
    EXPECT_EQ(show(document), "|一|\n");
    EXPECT_EQ(left_out(document), "hidden:二三四五\n");
    EXPECT_EQ(findings(document), "hidden-text");
}

TEST(HtmlBlocks, deleted_text_is_left_out_and_struck_text_stays) {
    const Document document = read_html("<p>一<del>二</del><s>三</s><ins>四</ins></p>");
    EXPECT_EQ(show(document), "|一三四|\n");
    EXPECT_EQ(left_out(document), "deleted:二\n");
    EXPECT_EQ(findings(document), "tracked-changes");
}

TEST(HtmlBlocks, ruby_gives_its_base_text) {
    const Document document = read_html("<p><ruby>畎<rp>（</rp><rt>quǎn</rt><rp>）</rp></ruby>某</p>");
    EXPECT_EQ(show(document), "|畎某|\n");
    EXPECT_EQ(left_out(document), "ruby:（quǎn）\n");
}

TEST(HtmlBlocks, scripts_and_styles_are_no_text_and_forms_are_left_out) {
    const Document document = read_html(
        "<script>if (a < b) document.write('<p>x</p>')</script><style>p {}</style><p>一"
        "<button>提交</button></p><noscript>请启用</noscript>");
    EXPECT_EQ(show(document), "|一|\n");
    EXPECT_EQ(left_out(document), "page-furniture:提交\nfallback-copy:请启用\n");
    EXPECT_EQ(document.read, 6u);
}

TEST(HtmlBlocks, comments_that_LibreOffice_writes_beside_cells_are_left_out) {
    const Document document =
        read_html("<table><tr><td><a class=comment-indicator></a><comment>已更名</comment>甲厂<td>1</table>");
    EXPECT_EQ(show(document), "[甲厂][1]\n");
    EXPECT_EQ(left_out(document), "comment:已更名\n");
}

TEST(HtmlBlocks, boxes_are_ticked_or_not) {
    EXPECT_EQ(show_html("<p><input type=checkbox checked>是<input type=checkbox>否<input type=text value=x></p>"),
              "|☑是☐否|\n");
}

TEST(HtmlBlocks, pictures_are_counted_and_icons_are_not) {
    const Document document = read_html("<p><img src=a.png></p><p>一<img src=icon.gif width=16 height=16></p>");
    EXPECT_EQ(std::get<Paragraph>(document.body[0].is).pictures, 1u);
    EXPECT_EQ(std::get<Paragraph>(document.body[1].is).pictures, 0u);
}

TEST(HtmlBlocks, an_embedded_page_is_named) {
    const Document document =
        read_html("<p>一</p><iframe src=\"list.html\"></iframe><iframe src=about:blank></iframe>");
    EXPECT_EQ(findings(document), "embedded-object");
    EXPECT_EQ(document.findings[0].message, "an embedded page was not read: list.html");
}

TEST(HtmlBlocks, page_breaks_of_Word_and_LibreOffice_begin_pages) {
    EXPECT_EQ(show_html("<p>一</p><br clear=all style='page-break-before:always'><p>附件</p>"), "|一|\n^|附件|\n");
    EXPECT_EQ(show_html("<p>一</p><p style='page-break-before: always'>附件</p>"), "|一|\n^|附件|\n");
}

TEST(HtmlBlocks, alignment_comes_from_styles_attributes_and_center) {
    const Document document = read_html(
        "<p align=right>一</p><p style='text-align: center'>二</p><center>三</center>"
        "<div align=center><p>四</p><p align=left>五</p></div>");
    std::vector<Alignment> found;
    for (const Block& block : document.body) {
        found.push_back(std::get<Paragraph>(block.is).alignment);
    }
    EXPECT_EQ(found, (std::vector<Alignment>{Alignment::right, Alignment::center, Alignment::center, Alignment::center,
                                             Alignment::left}));
}

TEST(HtmlBlocks, notes_stand_beside_the_text_and_their_marks_are_no_part_of_it) {
    const Document word = read_html(
        "<p>吴兴高级中学<a style='mso-footnote-id:ftn1' href='#_ftn1' name='_ftnref1'><span>[1]</span></a></p>"
        "<div style='mso-element:footnote-list'><div style='mso-element:footnote' id=ftn1><p><a "
        "style='mso-footnote-id:ftn1' href='#_ftnref1' name='_ftn1'>[1]</a>已更名</p></div></div>");
    EXPECT_EQ(show(word), "|吴兴高级中学|\nfootnote at paragraph 1\n  |已更名|\n");
    ASSERT_EQ(word.stories.size(), 1u);
    EXPECT_EQ(word.stories[0].anchor.paragraph, 1u);
    EXPECT_EQ(left_out(word), "numbering:[1]\nnumbering:[1]\n");
}

TEST(HtmlBlocks, content_behind_the_end_of_the_page_is_read) {
    EXPECT_EQ(show(read_page("<html><body><p>一</p></body></html><table><tr><td>二<td>三</table><p>四")),
              "|一|\n[二][三]\n|四|\n");
}

TEST(HtmlBlocks, elements_that_are_never_closed_pile_up_without_harm) {
    std::string body;
    for (int i = 0; i < 600; ++i) {
        body += "<font>一";
    }
    EXPECT_EQ(read_html(body).read, 600u);
    std::string deep;
    for (int i = 0; i < 600; ++i) {
        deep += "<div>一";
    }
    const auto refused = try_page("<html>" + deep);
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::over_limit);
}

}  // namespace
}  // namespace mingdan::test
