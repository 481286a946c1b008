// Word 97-2003 files, one oddity a test.
#include <gtest/gtest.h>

#include <span>

#include "extract/reader.h"
#include "tests/support/compound_builder.h"
#include "tests/support/doc_builder.h"
#include "tests/support/docx_builder.h"

namespace mingdan::test {
namespace {

using namespace std::string_literals;

const std::string kDeleted = sprm(0x0800, u8(1));
const std::string kInserted = sprm(0x0801, u8(1));
const std::string kHidden = sprm(0x083C, u8(1));
const std::string kSpecial = sprm(0x0855, u8(1));
constexpr std::uint32_t kDown = 0x20;    // TC80: the cell goes on with the one above
constexpr std::uint32_t kBegins = 0x60;  // the cell begins a merge over rows

std::string depth(std::uint32_t value) {
    return sprm(0x2416, u8(1)) + sprm(0x6649, u32(value));
}

ErrorCode error_of(const DocBuilder& builder) {
    const auto document = read_doc(builder.bytes());
    EXPECT_FALSE(document);
    return document ? ErrorCode::internal : document.error().code;
}

TEST(Doc, paragraphs_and_soft_breaks) {
    EXPECT_EQ(show(read_built(DocBuilder().p(u"甲\vb").p(u"").p(u"乙"))), "|甲/b|\n||\n|乙|\n");
}

TEST(Doc, compressed_pieces_have_quotation_marks_of_their_own) {
    EXPECT_EQ(show(read_built(DocBuilder().compressed().p(u"a\x93q\x94\x85"))), "|a“q”…|\n");
}

TEST(Doc, characters_beyond_the_first_plane_may_be_halved_by_a_run) {
    EXPECT_EQ(show(read_built(DocBuilder().run(u"\xD842").run(u"\xDFB7", kInserted).end())), "|𠮷|\n");
    const Document document = read_built(DocBuilder().p(u"a\xD842"));
    EXPECT_EQ(show(document), "|a\uFFFD|\n");
    EXPECT_EQ(findings(document), "invalid-bytes");
}

TEST(Doc, deleted_and_hidden_text_is_left_out) {
    const Document document =
        read_built(DocBuilder().run(u"留").run(u"旧", kDeleted).run(u"新", kInserted).run(u"隐", kHidden).end());
    EXPECT_EQ(show(document), "|留新|\n");
    EXPECT_EQ(left_out(document), "deleted:旧\nhidden:隐\n");
    EXPECT_EQ(findings(document), "tracked-changes hidden-text");
}

TEST(Doc, a_deleted_paragraph_mark_joins_the_next_paragraph) {
    EXPECT_EQ(show(read_built(DocBuilder().run(u"甲").end("", u'\r', kDeleted).p(u"乙"))), "|甲乙|\n");
}

TEST(Doc, of_a_field_the_result_is_text) {
    const Document document =
        read_built(DocBuilder().p(u"第\x13 PAGE \x14"
                                  u"3\x15页"));
    EXPECT_EQ(show(document), "|第3页|\n");
    EXPECT_EQ(left_out(document), "field-code: PAGE \n");
}

TEST(Doc, fields_stand_in_fields) {
    EXPECT_EQ(show(read_built(DocBuilder().p(u"\x13 IF \x13 REF a \x14"
                                             u"1\x15=1\x14\x13 REF b \x14是\x15\x15"))),
              "|是|\n");
}

TEST(Doc, a_field_that_never_ends_swallows_nothing) {
    EXPECT_EQ(show(read_built(DocBuilder().p(u"甲\x13乙").p(u"丙"))), "|甲乙|\n|丙|\n");
}

TEST(Doc, an_EQ_field_shows_its_characters) {
    const Document document = read_built(DocBuilder().p(u"\x13 EQ \\o\\ac(○,王)\x15芳"));
    EXPECT_EQ(show(document), "|王芳|\n");
    EXPECT_EQ(findings(document), "composed-character");
}

TEST(Doc, hyphens_and_symbols) {
    std::string font = std::string(40, '\0') + u16('S') + u16('y') + u16('m') + u16('b') + u16('o') + u16('l') + u16(0);
    font[0] = static_cast<char>(font.size() - 1);
    const std::string symbol = kSpecial + sprm(0x6A09, u16(0) + u16(0xF0B7));
    EXPECT_EQ(show(read_built(DocBuilder()
                                  .block(15, u16(1) + u16(0) + font)
                                  .run(u"a\x1E"
                                       u"b\x1F"
                                       u"c")
                                  .run(u"(", symbol)
                                  .run(u"\xF0B7", sprm(0x4A4F, u16(0)))
                                  .end())),
              "|a‑bc••|\n");
}

TEST(Doc, a_page_break_begins_a_page_inside_a_paragraph) {
    EXPECT_EQ(show(read_built(DocBuilder().p(u"甲\f乙").p(u"丙", sprm(0x2407, u8(1))))), "|甲|\n^|乙|\n^|丙|\n");
}

TEST(Doc, a_section_mark_ends_a_paragraph) {
    const std::string sections = u32(0) + u32(2) + u32(4) + (u16(0) + u32(0xFFFFFFFF) + std::string(6, '\0')) +
                                 (u16(0) + u32(0xFFFFFFFF) + std::string(6, '\0'));
    EXPECT_EQ(show(read_built(DocBuilder().block(6, sections).run(u"甲").end("", u'\f').p(u"乙"))), "|甲|\n^|乙|\n");
}

TEST(Doc, rows_of_cells_are_placed_by_their_edges) {
    const Document document = read_built(DocBuilder()
                                             .cell(u"题")
                                             .row(row_of({0, 3000}))
                                             .cell(u"a")
                                             .cell(u"b")
                                             .row(row_of({10, 1010, 2990}))
                                             .cell(u"c")
                                             .row(row_of({1000, 3000}))
                                             .p(u"后"));
    EXPECT_EQ(show(document), "[1x2 题]<\n[a][b]\n_[c]\n|后|\n");
    EXPECT_EQ(findings(document), "");
}

TEST(Doc, cells_are_merged_over_rows) {
    EXPECT_EQ(show(read_built(DocBuilder()
                                  .cell(u"甲")
                                  .cell(u"1")
                                  .row(row_of({0, 1000, 2000}, {kBegins, 0}))
                                  .cell(u"")
                                  .cell(u"2")
                                  .row(row_of({0, 1000, 2000}, {kDown, 0})))),
              "[2x1 甲][1]\n^[2]\n");
}

TEST(Doc, cells_are_merged_in_a_row_by_flags_of_both_kinds) {
    for (const auto& flags : {std::vector<std::uint32_t>{2, 1, 0}, std::vector<std::uint32_t>{1, 2, 0}}) {
        EXPECT_EQ(
            show(read_built(DocBuilder().cell(u"甲").cell(u"").cell(u"1").row(row_of({0, 1000, 2000, 3000}, flags)))),
            "[1x2 甲]<[1]\n");
    }
}

TEST(Doc, later_properties_change_the_row) {
    const std::string inserted = row_of({0, 1000}) + sprm(0x7621, u8(1) + u8(2) + u16(1000));
    const std::string merged = row_of({0, 1000, 2000, 3000}) + sprm(0x5624, u8(0) + u8(2));
    const std::string deleted = row_of({0, 500, 1000, 2000, 3000}) + sprm(0x5622, u8(0) + u8(1));
    EXPECT_EQ(show(read_built(DocBuilder().cell(u"a").cell(u"b").cell(u"c").row(inserted))), "[a][b][c]\n");
    EXPECT_EQ(show(read_built(DocBuilder().cell(u"a").cell(u"").cell(u"c").row(merged))), "[1x2 a]<[c]\n");
    EXPECT_EQ(show(read_built(DocBuilder().cell(u"a").cell(u"b").cell(u"c").row(deleted))), "[a][b][c]\n");
    const std::string start = row_of({0, 1000}) + sprm(0xD62B, u8(2) + u8(0) + u8(3));
    const std::string going_on = row_of({0, 1000}) + sprm(0xD62B, u8(2) + u8(0) + u8(1));
    EXPECT_EQ(show(read_built(DocBuilder().cell(u"a").row(start).cell(u"").row(going_on))), "[2x1 a]\n^\n");
}

TEST(Doc, a_rows_properties_may_stand_in_the_data_stream) {
    const std::string properties = row_of({0, 1000, 3000});
    const std::string data = std::string(4, 'x') + u16(static_cast<std::uint32_t>(properties.size())) + properties;
    EXPECT_EQ(show(read_built(DocBuilder()
                                  .data(data)
                                  .cell(u"题")
                                  .row(row_of({0, 3000}))
                                  .cell(u"a")
                                  .cell(u"b")
                                  .row(sprm(0x646B, u32(4))))),
              "[1x2 题]<\n[a][b]\n");
}

TEST(Doc, a_table_stands_in_a_cell) {
    const std::string inner_row = depth(2) + sprm(0x244C, u8(1)) + row_of({0, 500});
    EXPECT_EQ(show(read_built(DocBuilder()
                                  .run(u"外")
                                  .end(depth(1))
                                  .run(u"内")
                                  .end(depth(2) + sprm(0x244B, u8(1)))
                                  .end(inner_row)
                                  .run(u"")
                                  .end(depth(1), u'\a')
                                  .row(row_of({0, 3000})))),
              "[外¶]\n  [内]\n");
}

TEST(Doc, a_deleted_row_is_left_out) {
    const Document document = read_built(DocBuilder()
                                             .run(u"去", kDeleted)
                                             .end(sprm(0x2416, u8(1)), u'\a', kDeleted)
                                             .row(row_of({0, 1000}))
                                             .cell(u"留")
                                             .row(row_of({0, 1000})));
    EXPECT_EQ(show(document), "[留]\n");
    EXPECT_EQ(left_out(document), "deleted:去\n");
}

TEST(Doc, footnotes_stand_behind_the_body_with_their_place) {
    const std::string marks = u32(1) + u32(4) + u16(1);
    const std::string texts = u32(0) + u32(3) + u32(4);
    const Document document = read_built(DocBuilder()
                                             .block(2, marks)
                                             .block(3, texts)
                                             .run(u"甲")
                                             .run(u"\x02", kSpecial)
                                             .run(u"乙")
                                             .end()
                                             .part(0)
                                             .run(u"\x02", kSpecial)
                                             .run(u"注")
                                             .end()
                                             .end()
                                             .part(1));
    EXPECT_EQ(show(document), "|甲乙|\nfootnote at paragraph 1\n  |注|\n");
}

TEST(Doc, headers_without_text_are_none) {
    std::string places;
    for (const std::uint32_t place : {0u, 0u, 0u, 0u, 0u, 0u, 0u, 0u, 3u, 3u, 3u, 3u, 3u, 4u}) {
        places += u32(place);
    }
    const Document document = read_built(DocBuilder().block(11, places).p(u"文").part(0).p(u"眉").end().end().part(2));
    EXPECT_EQ(show(document), "|文|\nheader\n  |眉|\n");
}

TEST(Doc, text_boxes_without_an_anchor_come_behind_the_body) {
    const std::string boxes = u32(0) + u32(2) + u32(3) + std::string(22, '\0') + std::string(22, '\0');
    const Document document = read_built(DocBuilder().block(56, boxes).p(u"文").part(0).p(u"框").end().part(5));
    EXPECT_NE(show(document).find("|框|"), std::string::npos) << show(document);
}

TEST(Doc, what_is_encrypted_or_older_is_named) {
    EXPECT_EQ(error_of(DocBuilder().p(u"a").flags(0x0300)), ErrorCode::encrypted);
    EXPECT_EQ(error_of(DocBuilder().p(u"a").version(0x68)), ErrorCode::unsupported_format);
    EXPECT_EQ(error_of(DocBuilder().p(u"a").flags(0)), ErrorCode::damaged_file);  // 0Table is not there
}

TEST(Doc, a_cut_file_ends_with_an_error_or_says_what_is_missing) {
    const std::string bytes = DocBuilder().p(u"甲乙丙").cell(u"a").row(row_of({0, 1000})).p(u"丁").bytes();
    for (std::size_t size = 0; size < bytes.size(); size += 101) {
        const Limits limits;
        const Input input{std::as_bytes(std::span(bytes).first(size)), limits};
        const auto document = read_document(input);
        EXPECT_TRUE(document || !document.error().message.empty()) << size;
    }
}

TEST(Doc, text_beyond_the_limit_is_refused) {
    Limits limits;
    limits.text_bytes = 5;
    const auto document = read_doc(DocBuilder().p(u"甲乙丙丁戊己").bytes(), limits);
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, ErrorCode::over_limit);
}

}  // namespace
}  // namespace mingdan::test
