// Where in a page the notice stands, encodings, sniffing.
#include <cstdlib>

#include "tests/unit/extract/html_support.h"

namespace mingdan::test {
namespace {

using namespace std::string_literals;

const std::string kNotice =
    "<p>各有关单位：</p><p>经研究，决定公布下列企业为全市专精特新中小企业，现将名单予以公布，请认真做好各项服务工作。</"
    "p>"
    "<table><tr><td>序号<td>名称<tr><td>1<td>甲厂<tr><td>2<td>乙厂</table>";
const std::string kNoticeShown =
    "|各有关单位：|\n|经研究，决定公布下列企业为全市专精特新中小企业，现将名单予以公布，请认真做好各项服务工作。|\n"
    "[序号][名称]\n[1][甲厂]\n[2][乙厂]\n";
const std::string kMenu =
    "<ul class=nav><li><a href=/>首页</a><li><a href=/a>公开</a><li><a href=/b>动态</a><li><a href=/c>服务</a></ul>";

TEST(HtmlPage, text_outside_of_the_article_is_page_furniture_and_accounted_for) {
    const Document document = read_html(kMenu + "<div id=zoom>" + kNotice + "</div><div>主办：某局　浙ICP备0号</div>");
    EXPECT_EQ(show(document), kNoticeShown);
    EXPECT_EQ(left_out(document), "page-furniture:首页 公开 动态 服务\npage-furniture:主办：某局　浙ICP备0号\n");
}

TEST(HtmlPage, the_title_above_the_article_is_taken_along) {
    EXPECT_EQ(show_html("<div class=crumbs>当前位置：<a href=/>首页</a></div><h1>某局关于公布名单的通知</h1><div "
                        "class=info>发布时间："
                        "2023-01-01 来源：某局</div><div class=TRS_Editor>" +
                        kNotice + "</div>"),
              "#1|某局关于公布名单的通知|\n" + kNoticeShown);
}

TEST(HtmlPage, a_title_that_the_article_repeats_is_kept_once) {
    EXPECT_EQ(show_html("<h1>某局关于公布名单的通知</h1><div class=TRS_Editor><p>关于公布名单<br>的通知</p>" + kNotice +
                        "</div>"),
              "|关于公布名单/的通知|\n" + kNoticeShown);
}

TEST(HtmlPage, a_title_is_known_by_what_the_page_calls_itself) {
    EXPECT_EQ(
        show(read_page(
            "<html><head><title>关于公布全市名单的通知-某局</title></head><body><div class=bt>关于公布全市名单的通知"
            "</div><div id=zoom>" +
            kNotice + "</div>")),
        "|关于公布全市名单的通知|\n" + kNoticeShown);
    EXPECT_EQ(
        show(read_page("<html><head><meta name=ArticleTitle content=关于公布全市名单的通知></head><body><div id=zoom>" +
                       kNotice + "</div>")),
        "|关于公布全市名单的通知|\n" + kNoticeShown);
}

TEST(HtmlPage, a_list_beside_the_article_is_never_lost) {
    std::string rows;
    for (int i = 0; i < 30; ++i) {
        rows += "<tr><td>" + std::to_string(i) + "<td>厂";
    }
    const Document document = read_html("<div id=zoom>" + kNotice + "</div><table>" + rows + "</table>");
    EXPECT_EQ(document.tables, 2u);
    EXPECT_EQ(left_out(document), "");
}

TEST(HtmlPage, without_known_names_furniture_goes_by_its_words_and_links) {
    const Document document = read_html(
        "<div><a href=/>首页</a> <a href=/a>公开</a> <a href=/b>动态</a> <a href=/c>服务</a> <a href=/d>互动</a> "
        "<a href=/e>专题</a></div><div>当前位置：首页</div>" +
        kNotice + "<div>【打印本页】</div><div>版权所有：某局</div>");
    EXPECT_EQ(show(document), kNoticeShown);
}

TEST(HtmlPage, links_to_files_are_part_of_the_notice) {
    EXPECT_EQ(show_html("<div id=zoom>" + kNotice + "<p>附件：<a href=a.docx>1.名单</a></p></div>"),
              kNoticeShown + "|附件：1.名单|\n");
    EXPECT_EQ(show_html(kNotice +
                        "<ul><li><a href=1.doc>附件1</a><li><a href=2.doc>附件2</a><li><a href=3.doc>附件3</a><li><a "
                        "href=4.doc>附件4</a><li><a href=5.doc>附件5</a><li><a href=6.doc>附件6</a></ul>"),
              kNoticeShown + "|附件1|\n|附件2|\n|附件3|\n|附件4|\n|附件5|\n|附件6|\n");
}

TEST(HtmlPage, an_article_that_a_script_would_show_is_not_hidden) {
    EXPECT_EQ(show_html("<h1>某局关于公布名单的通知</h1><div id=js_content style='visibility: hidden; opacity: 0;'>" +
                        kNotice + "</div>"),
              "#1|某局关于公布名单的通知|\n" + kNoticeShown);
}

TEST(HtmlPage, an_article_inside_a_layout_table_is_found) {
    EXPECT_EQ(show_html("<table><tr><td>" + kMenu + "<td><div id=zoom>" + kNotice + "</div></table>"), kNoticeShown);
}

TEST(HtmlPage, a_page_laid_out_by_tables_loses_its_menus_and_its_line_of_facts) {
    const std::string page =
        "<table><tr><td><a href=/>首页</a> | <a href=/a>机构</a> | <a href=/b>新闻</a> | <a href=/c>通知</a> | <a "
        "href=/d>政策</a> "
        "| <a href=/e>服务</a></table><table><tr><td><ul><li><a href=1>栏目一</a><li><a href=2>栏目二</a><li><a "
        "href=3>栏目三</a></ul><td><p>关于公布名单的通知</p><p>发布日期：2021-05-06　来源：某局</p>";
    EXPECT_EQ(show_html(page + kNotice + "</table>"), "|关于公布名单的通知|\n" + kNoticeShown);
}

TEST(HtmlPage, a_row_keeps_a_cell_whose_words_are_those_of_furniture) {
    EXPECT_EQ(show_html("<table><tr><td>1<td>版权所有登记中心<tr><td>2<td>乙厂</table>"),
              "[1][版权所有登记中心]\n[2][乙厂]\n");
    EXPECT_EQ(show_html("<table><tr><td>1<td><p>版权所有登记中心</p><tr><td>2<td><p>乙厂</p></table>"),
              "[1][版权所有登记中心]\n[2][乙厂]\n");
}

TEST(HtmlPage, a_page_that_Word_saved_has_no_furniture) {
    EXPECT_EQ(show(read_page("<html><head><meta name=Generator content=\"Microsoft Word "
                             "11\"></head><body><p>版权所有登记名单</p></body></html>")),
              "|版权所有登记名单|\n");
}

TEST(HtmlEncoding, a_page_that_declares_gb2312_is_read_to_its_end) {
    const Document document = read_page(
        "<html><head><meta http-equiv=Content-Type content=\"text/html; charset=gb2312\"></head><body><p>"
        "\xC0\xEE\xE9\x46\xA1\xA2\x99\x31\xA3\x37\xA1\xA3</p><p>\xC3\xFB</p></body></html>");
    EXPECT_EQ(document.body.size(), 2u);
    EXPECT_EQ(findings(document), "");
}

TEST(HtmlEncoding, a_guess_is_a_finding_and_a_bad_byte_is_no_end) {
    EXPECT_EQ(findings(read_page("<html><body><p>\xC3\xFB\xB5\xA5</p></body></html>")), "decoded-by-guess");
    const Document bad =
        read_page("<html><meta charset=gbk><body><p>\xC3\xFB\xFF\xB5\xA5</p><p>\xC3\xFB</p></body></html>");
    EXPECT_EQ(show(bad), "|名\uFFFD单|\n|名|\n");
    EXPECT_EQ(findings(bad), "invalid-bytes");
}

TEST(HtmlEncoding, UTF16_is_known_by_its_mark) {
    std::string wide = "\xFF\xFE";
    for (const char c : "<html><body><p>ab</p></body></html>"s) {
        wide += c;
        wide += '\0';
    }
    EXPECT_EQ(show(read_page(wide)), "|ab|\n");
}

TEST(HtmlEncoding, references_are_read_as_browsers_do) {
    EXPECT_EQ(show_html("<p>&#147;&#x94;&#149;&nbsp&middot;&amp&unknown;&lt;&#0;&#20313;&quot</p>"),
              "|“”•\u00A0·&&unknown;<\uFFFD余\"|\n");
}

TEST(HtmlSniff, pages_and_pieces_of_pages_are_told_by_their_beginning) {
    for (const char* page :
         {"<!DOCTYPE html><p>一", "\n <HTML><p>一", "\xEF\xBB\xBF<head></head>一", "<!-- x --><body>一",
          "<?xml version=\"1.0\"?>\n<!DOCTYPE html><html><p>一</p></html>", "<table><tr><td>一</td></table>",
          "<p class=x>一</p>", "<div>一</div>", "<meta charset=utf-8><p>一", "<h1>一</h1>"}) {
        const auto document = try_page(page);
        ASSERT_TRUE(document) << page;
        EXPECT_EQ(document->format, "html") << page;
    }
    for (const char* text :
         {"关于<html>的通知\n", "<附件>名单\n", "<p 名单\n", "a < b\n", "<<html>>\n", "<tablet>x</tablet>\n"}) {
        const auto document = try_page(text);
        ASSERT_TRUE(document) << text;
        EXPECT_EQ(document->format, "text") << text;
    }
}

}  // namespace
}  // namespace mingdan::test
