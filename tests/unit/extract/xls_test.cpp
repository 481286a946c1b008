// Excel 97-2003: how its records store what a sheet shows.
#include <bit>
#include <string>

#include <gtest/gtest.h>

#include "extract/reader.h"
#include "extract/xls_records.h"
#include "tests/support/compound_builder.h"
#include "tests/support/docx_builder.h"

namespace mingdan {
extern const Reader xls_reader;
}

namespace mingdan::test {
namespace {

using namespace xls;

std::string record(std::uint32_t type, const std::string& data) {
    return u16(type) + u16(static_cast<std::uint32_t>(data.size())) + data;
}

/// Characters of two bytes, without length and flags.
std::string wide(std::u16string_view text) {
    std::string bytes;
    for (const char16_t c : text) {
        bytes += u16(c);
    }
    return bytes;
}

std::string text16(std::u16string_view text) {
    return u16(static_cast<std::uint32_t>(text.size())) + u8(1) + wide(text);
}

std::string number64(double value) {
    const auto bits = std::bit_cast<std::uint64_t>(value);
    return u32(static_cast<std::uint32_t>(bits)) + u32(static_cast<std::uint32_t>(bits >> 32));
}

std::string at(std::uint32_t row, std::uint32_t column, std::uint32_t xf = 0) {
    return u16(row) + u16(column) + u16(xf);
}

std::string label(std::uint32_t row, std::uint32_t column, std::u16string_view text) {
    return record(kLabel, at(row, column) + text16(text));
}

const std::string kBofGlobals = record(kBof, u16(0x0600) + u16(0x0005) + std::string(12, '\0'));
const std::string kBofSheet = record(kBof, u16(0x0600) + u16(0x0010) + std::string(12, '\0'));
const std::string kEnd = record(kEof, "");

std::string xf(std::uint32_t format, std::uint32_t lines = 0) {
    return record(kXf, u16(0) + u16(format) + std::string(6, '\0') + u16(lines) + std::string(8, '\0'));
}

/// A workbook of one sheet, or of two where the second is hidden.
std::string workbook(const std::string& globals, const std::string& sheet, const std::string& hidden = "") {
    const auto bound = [](std::size_t place, std::uint32_t state, char name) {
        return record(kBoundSheet8, u32(static_cast<std::uint32_t>(place)) + u8(state) + u8(0) + u8(1) + u8(0) + name);
    };
    const std::size_t bounds = bound(0, 0, 'a').size() * (hidden.empty() ? 1 : 2);
    const std::size_t first = kBofGlobals.size() + globals.size() + bounds + kEnd.size();
    const std::string body = kBofSheet + sheet + kEnd;
    std::string stream = kBofGlobals + globals + bound(first, 0, 'a');
    stream += hidden.empty() ? "" : bound(first + body.size(), 1, 'b');
    stream += kEnd + body;
    stream += hidden.empty() ? "" : kBofSheet + hidden + kEnd;
    return CompoundBuilder().stream("Workbook", stream).bytes();
}

Result<Document> read_xls(const std::string& bytes, const Limits& limits = {}) {
    const Input input{std::as_bytes(std::span(bytes)), limits};
    EXPECT_TRUE(xls_reader.sniff(input));
    return xls_reader.read(input);
}

Document read_workbook(const std::string& globals, const std::string& sheet, const std::string& hidden = "") {
    auto document = read_xls(workbook(globals, sheet, hidden));
    EXPECT_TRUE(document) << (document ? "" : document.error().describe());
    return document ? std::move(*document) : Document{};
}

TEST(Xls, strings_go_on_in_the_next_record_and_change_their_width_there) {
    const std::string sst = record(kSst, u32(3) + u32(3) + u16(3) + u8(0) + "ab") +
                            record(kContinue, u8(1) + wide(u"校") + u16(2) + u8(0x09) + u16(1) + wide(u"甲乙") +
                                                  u32(0) + u16(1) + u8(0x05) + u32(18) + wide(u"张") + u16(1) +
                                                  u16(14) + std::string(6, '\0') + u16(2) + u16(2) + wide(u"zh"));
    const std::string cells = record(kLabelSst, at(0, 0) + u32(0)) + record(kLabelSst, at(0, 1) + u32(1)) +
                              record(kLabelSst, at(0, 2) + u32(2)) + record(kLabelSst, at(0, 3) + u32(9));
    const Document document = read_workbook(sst, cells);
    EXPECT_EQ(show(document), "[ab校][甲乙][张]\n");
    EXPECT_EQ(left_out(document), "ruby:zh\n");
}

TEST(Xls, numbers_of_every_record_stand_as_the_sheet_shows_them) {
    const std::string globals = record(kFormat, u16(164) + text16(u"yyyy\"年\"m\"月\"")) + xf(0) + xf(2) + xf(164);
    const std::string cells =
        record(kNumber, at(0, 0, 1) + number64(2.5)) + record(kRk, at(0, 1) + u32(7 << 2 | 2)) +
        record(kRk, at(0, 2) + u32(12345 << 2 | 3)) +
        record(kMulRk, u16(0) + u16(3) + u16(2) + u32(45091 << 2 | 2) + u16(0) + u32(1 << 2 | 2) + u16(4)) +
        record(kBoolErr, at(0, 5) + u8(1) + u8(0)) + record(kBoolErr, at(0, 6) + u8(0x2A) + u8(1));
    const Document document = read_workbook(globals, cells);
    EXPECT_EQ(show(document), "[2.50][7][123.45][2023年6月][1][TRUE][#N/A]\n");
    EXPECT_EQ(findings(document), "missing-value");
}

TEST(Xls, formulas_give_their_stored_results) {
    const std::string cells =
        record(kFormula, at(0, 0) + number64(3) + std::string(8, '\0')) +
        record(kFormula, at(0, 1) + u8(0) + std::string(5, '\0') + u16(0xFFFF) + std::string(8, '\0')) +
        record(kString, text16(u"乙")) +
        record(kFormula, at(0, 2) + u8(0) + std::string(5, '\0') + u16(0xFFFF) + std::string(8, '\0'));
    const Document document = read_workbook("", cells);
    EXPECT_EQ(show(document), "[3][乙]\n");
    EXPECT_EQ(findings(document), "missing-value");
}

TEST(Xls, merges_and_borders_are_followed) {
    const std::string cells = label(0, 0, u"区") + label(0, 1, u"名") + label(1, 0, u"市直") + label(1, 1, u"一") +
                              label(2, 1, u"二") + record(kMergeCells, u16(1) + u16(1) + u16(2) + u16(0) + u16(0));
    EXPECT_EQ(show(read_workbook("", cells)), "[区][名]\n[2x1 市直][一]\n^[二]\n");
    const std::string bordered = label(0, 0, u"甲") + label(0, 1, u"乙") + label(0, 2, u"丙") + label(1, 0, u"丁") +
                                 record(kMulBlank, u16(1) + u16(1) + u16(1) + u16(1) + u16(2));
    EXPECT_EQ(show(read_workbook(xf(0) + xf(0, 0x1111), bordered)), "[甲][乙][丙]\n[丁][][]\n");
}

TEST(Xls, hidden_rows_and_columns_are_read_and_hidden_sheets_left_out) {
    const std::string cells = record(kRow, u16(1) + std::string(10, '\0') + u32(0x20)) +
                              record(kColInfo, u16(1) + u16(1) + u16(0) + u16(0) + u16(1)) + label(0, 0, u"甲") +
                              label(0, 1, u"乙") + label(1, 0, u"丙");
    const Document document = read_workbook("", cells, label(0, 0, u"暗"));
    EXPECT_EQ(show(document), "[甲][乙]\n[丙][]\n");
    EXPECT_EQ(findings(document), "hidden-cells hidden-text");
    EXPECT_EQ(left_out(document), "hidden:暗\n\n");
}

TEST(Xls, text_of_boxes_and_comments_stands_beside_the_table) {
    const auto object = [](std::uint32_t kind) {
        return record(kObj, u16(0x15) + u16(0x12) + u16(kind) + std::string(16, '\0'));
    };
    const auto box = [](std::u16string_view text) {
        return record(kTxO,
                      std::string(10, '\0') + u16(static_cast<std::uint32_t>(text.size())) + std::string(6, '\0')) +
               record(kContinue, u8(1) + wide(text)) + record(kContinue, std::string(16, '\0'));
    };
    const Document document =
        read_workbook("", label(0, 0, u"甲") + object(6) + box(u"框") + object(0x19) + box(u"核") + object(8));
    EXPECT_EQ(show(document), "[甲]\nbox\n  |框|\n||*\ncomment\n  |核|\n");
}

TEST(Xls, charts_inside_a_sheet_are_passed_over) {
    EXPECT_EQ(show(read_workbook("", label(0, 0, u"甲") + kBofSheet + label(0, 1, u"图") + kEnd + label(0, 2, u"乙"))),
              "[甲][乙]\n");
}

TEST(Xls, what_cannot_be_read_is_named) {
    const auto code_of = [](const std::string& stream) {
        const auto document = read_xls(CompoundBuilder().stream("Workbook", stream).bytes());
        return document ? "" : std::string(error_name(document.error().code));
    };
    EXPECT_EQ(code_of(record(kBof, u16(0x0500) + u16(0x0005))), "unsupported-format");
    EXPECT_EQ(code_of(kBofGlobals + record(kFilePass, u16(1)) + kEnd), "encrypted");
    EXPECT_EQ(code_of("nothing of a workbook"), "damaged-file");
}

TEST(Xls, counts_that_a_file_declares_take_nothing) {
    const std::string sst = record(kSst, u32(0xFFFFFFFF) + u32(0xFFFFFFFF) + u16(0xFFFF) + u8(0) + "ab");
    EXPECT_EQ(show(read_workbook(sst, record(kLabelSst, at(0, 0) + u32(0)) + label(65535, 255, u"远"))),
              "[ab][]\n[][远]\n");
}

}  // namespace
}  // namespace mingdan::test
