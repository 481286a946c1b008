// The text of RTF files: characters, fields, what is left out, what stands beside the body.
#include "tests/unit/extract/rtf_support.h"

namespace mingdan::test {
namespace {

std::string shown(std::string_view body) {
    return show(read_rtf(body));
}

TEST(RtfText, paragraphs_end_with_par_and_the_last_one_needs_none) {
    EXPECT_EQ(shown("\\pard a\\par\\par b"), "|a|\n||\n|b|\n");
}

TEST(RtfText, line_ends_of_the_file_mean_nothing) {
    EXPECT_EQ(shown("\\pard a\r\nb\\par"), "|ab|\n");
}

TEST(RtfText, u_numbers_are_followed_by_as_many_characters_for_older_readers_as_uc_says) {
    EXPECT_EQ(shown("\\u20013?\\u25991\\'3f{\\uc2\\u21517 ??\\u21333\\'a3\\'ba}\\uc0\\u-27036 x"), "|中文名单除x|\n");
}

TEST(RtfText, two_surrogates_are_one_character_and_half_a_pair_is_none) {
    const Document document = read_rtf("\\u-10179?\\u-8704?\\u-10179?a");
    EXPECT_EQ(show(document), "|😀\uFFFDa|\n");
    EXPECT_EQ(findings(document), "invalid-bytes");
}

TEST(RtfText, bytes_are_read_by_the_charset_of_their_font) {
    EXPECT_EQ(shown("\\f1\\'c3\\'fb\\'b5\\'a5{\\f3\\'96\\'bc}"), "|名单名|\n");
}

TEST(RtfText, the_second_byte_may_stand_as_a_letter) {
    EXPECT_EQ(shown("\\f1 \\'89_\\'81@a"), "|塤丂a|\n");
}

TEST(RtfText, four_byte_characters_of_gb18030_are_read) {
    EXPECT_EQ(shown("\\f1\\'82\\'30\\'b7\\'31"), "|㛃|\n");
}

TEST(RtfText, a_font_that_says_western_gives_way_to_the_code_page_of_the_file) {
    const Document document = read_rtf("\\f0\\'c3\\'fb\\'b5\\'a5 \\'e9!");
    EXPECT_EQ(show(document), "|名单 é!|\n");
    EXPECT_EQ(findings(document), "decoded-by-guess");
}

TEST(RtfText, symbol_fonts_go_by_their_glyphs) {
    EXPECT_EQ(shown("{\\f2\\'fc}{\\f2\\u-3844?}{\\field{\\*\\fldinst SYMBOL 254 \\\\f \"Wingdings\"}{\\fldrslt}}"),
              "|✓✓☑|\n");
}

TEST(RtfText, words_that_stand_for_characters_are_characters) {
    EXPECT_EQ(shown("\\ldblquote a\\rdblquote\\emdash b\\~c\\_d\\-e\\tab f\\{\\}\\\\"),
              "|“a”—b\u00A0c\u2011de\tf{}\\|\n");
}

TEST(RtfText, upr_says_the_same_twice_and_the_unicode_one_is_read) {
    EXPECT_EQ(shown("{\\upr{\\'3f}{\\*\\ud{\\u20013?}}}b"), "|中b|\n");
}

TEST(RtfText, unknown_destinations_are_passed_over_and_known_tables_too) {
    EXPECT_EQ(shown("{\\*\\themedata 00{ab}}{\\stylesheet{\\s0 Normal;}}{\\info{\\title t}}a{\\*\\bkmkstart x}b"),
              "|ab|\n");
}

TEST(RtfText, binary_data_may_hold_braces) {
    EXPECT_EQ(shown("a{\\pict\\bin5 {{}}\\}b"), "|ab|*\n");
    EXPECT_EQ(shown("{\\*\\x\\bin3 {{{}b"), "|b|\n");
}

TEST(RtfText, pictures_are_counted_once) {
    const Document document = read_rtf("{\\*\\shppict{\\pict 00ff}}{\\nonshppict{\\pict 00}}\\par");
    EXPECT_EQ(std::get<Paragraph>(document.body.front().is).pictures, 1u);
}

TEST(RtfText, the_result_of_a_field_is_text_and_its_instruction_is_not) {
    const Document document = read_rtf("{\\field{\\*\\fldinst{ PAGE }}{\\fldrslt{7}}}\\par");
    EXPECT_EQ(show(document), "|7|\n");
    EXPECT_EQ(left_out(document), "field-code: PAGE \n");
}

TEST(RtfText, characters_composed_by_a_field_are_taken_from_its_instruction) {
    EXPECT_EQ(shown("{\\field{\\*\\fldinst EQ \\\\o\\\\ac(\\u9675?,\\u29579?)}{\\fldrslt}}"), "|王|\n");
    EXPECT_EQ(shown("{\\field{\\*\\fldinst EQ \\\\* jc2 \\\\o\\\\ad(\\\\s\\\\up 9(tian),\\u30033?)}}"), "|畑|\n");
}

TEST(RtfText, a_table_of_contents_is_left_out) {
    const Document document = read_rtf("{\\field{\\*\\fldinst TOC}{\\fldrslt a\\par b\\par}}c\\par");
    EXPECT_EQ(show(document), "|c|\n");
    EXPECT_EQ(left_out(document), "field-code:TOC\ncontents:a\ncontents:b\n");
}

TEST(RtfText, the_chosen_entry_of_a_drop_down_list_is_text) {
    EXPECT_EQ(shown("{\\field{\\*\\fldinst FORMDROPDOWN{\\*\\formfield{\\fftype2\\ffres1{\\*\\ffl a}{\\*\\ffl "
                    "b}}}}{\\fldrslt}}"),
              "|b|\n");
}

TEST(RtfText, automatic_numbers_stand_beside_the_text) {
    EXPECT_EQ(shown("{\\listtext\\pard 1.\\tab}a\\par{\\pntext\\f2\\'b7\\tab}b\\par"), "|{1.}a|\n|b|\n");
}

TEST(RtfText, hidden_and_deleted_text_is_left_out_and_revised_text_stays) {
    const Document document = read_rtf("a{\\v b}{\\deleted c}{\\revised d}\\v e\\v0 f\\v g\\plain h\\par");
    EXPECT_EQ(show(document), "|adfh|\n");
    EXPECT_EQ(left_out(document), "hidden:b\ndeleted:c\nhidden:e\nhidden:g\n");
    EXPECT_EQ(findings(document), "tracked-changes hidden-text");
}

TEST(RtfText, paragraphs_join_at_a_deleted_mark) {
    EXPECT_EQ(shown("a{\\deleted\\par}b\\par"), "|ab|\n");
}

TEST(RtfText, notes_headers_and_comments_are_stories) {
    EXPECT_EQ(shown("{\\header h\\par}a{\\super\\chftn{\\footnote\\pard\\chftn n}}{\\footnote\\ftnalt e}"
                    "{\\*\\atnid x}{\\*\\annotation c}b\\par{\\footer\\pard f\\par}"),
              "|ab|\nheader\n  |h|\nfootnote at paragraph 2\n  |n|\nendnote at paragraph 2\n  |e|\ncomment at "
              "paragraph 2\n  |c|\nfooter\n  |f|\n");
}

TEST(RtfText, a_text_box_stands_at_its_anchor_and_its_older_copy_is_left_out) {
    const Document document = read_rtf(
        "a{\\shp{\\*\\shpinst\\shpleft0{\\sp{\\sn t}{\\sv 202}}{\\shptxt\\pard b\\par}}"
        "{\\shprslt{\\*\\do\\dobxpage{\\dptxbx{\\dptxbxtext\\pard b\\par}}}}}c\\par");
    EXPECT_EQ(show(document), "|ac|\nbox\n  |b|\n");
    EXPECT_EQ(left_out(document), "fallback-copy:b\n\n");
}

TEST(RtfText, an_embedded_object_is_named_and_its_result_read) {
    const Document document =
        read_rtf("{\\object\\objemb{\\*\\objclass Excel.Sheet.8}{\\*\\objdata 00}{\\result r}}\\par");
    EXPECT_EQ(show(document), "|r|\n");
    EXPECT_EQ(findings(document), "embedded-object");
}

TEST(RtfText, page_and_section_breaks_begin_a_page) {
    EXPECT_EQ(shown("a\\page b\\par\\page\\par c\\sect\\sectd d\\sect\\sectd\\sbknone e\\par\\pard\\pagebb f\\par"),
              "|a|\n^|b|\n||\n^|c|\n^|d|\n|e|\n^|f|\n");
}

TEST(RtfText, alignment_and_outline_are_those_at_the_paragraphs_end) {
    const Document document = read_rtf("\\pard\\qc\\outlinelevel0 a\\par\\pard{\\qr b\\par}c\\par");
    EXPECT_EQ(std::get<Paragraph>(document.body[0].is).alignment, Alignment::center);
    EXPECT_EQ(std::get<Paragraph>(document.body[0].is).outline, 1);
    EXPECT_EQ(std::get<Paragraph>(document.body[1].is).alignment, Alignment::right);
    EXPECT_EQ(std::get<Paragraph>(document.body[2].is).alignment, Alignment::unknown);
}

TEST(RtfText, a_file_that_ends_in_the_middle_gives_what_is_there) {
    const auto document = try_rtf("{\\rtf1 a\\par {\\b b");
    ASSERT_TRUE(document);
    EXPECT_EQ(show(*document), "|a|\n|b|\n");
    EXPECT_EQ(findings(*document), "cut-short");
    const auto nothing = try_rtf("{\\rtf1{\\fonttbl{\\f0 Ti");
    ASSERT_FALSE(nothing);
    EXPECT_EQ(nothing.error().describe(), "the RTF ends before its text begins. Try: the file, fetched or saved anew");
}

TEST(RtfText, groups_do_not_nest_without_end) {
    const auto document = try_rtf("{\\rtf1" + std::string(400, '{'));
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, ErrorCode::over_limit);
}

}  // namespace
}  // namespace mingdan::test
