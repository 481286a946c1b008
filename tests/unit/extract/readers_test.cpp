#include <gtest/gtest.h>

#include "tests/unit/extract/text_dump_support.h"

namespace mingdan {
namespace {

using namespace std::string_literals;

std::string wide(const std::string& text) {
    std::string out;
    for (const char c : text) {
        out += c;
        out += '\0';
    }
    return out + "\0\0"s;
}

std::string compound_file(const std::string& entry) {
    return "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"s + std::string(1024, '\0') + wide("Root Entry") + wide(entry) +
           std::string(512, '\0');
}

struct Case {
    std::string bytes;
    ErrorCode code;
    const char* message;
    const char* hint;
};

TEST(ReadDocument, names_what_it_cannot_read_and_what_to_try) {
    const Case cases[] = {
        {"", ErrorCode::empty, "the file is empty", "saved anew"},
        {compound_file("WordDocument"), ErrorCode::damaged_file,
         "this is a Word 97-2003 document whose container (OLE) is damaged", "save it anew"},
        {compound_file("Workbook"), ErrorCode::damaged_file,
         "this is an Excel 97-2003 workbook whose container (OLE) is damaged", "save it anew"},
        {compound_file("Book"), ErrorCode::unsupported_format, "an Excel 5.0/95 workbook", "save it as .xlsx"},
        {compound_file("EncryptedPackage"), ErrorCode::encrypted, "encrypted with a password", "save it without one"},
        {compound_file("ENCRYPTEDPACKAGE"), ErrorCode::encrypted, "encrypted with a password", "save it without one"},
        {compound_file("CONTENTS"), ErrorCode::unsupported_format, "a Microsoft Works document", "save it as .docx"},
        {compound_file("MatOST"), ErrorCode::unsupported_format, "a Microsoft Works document", "save it as .docx"},
        {compound_file("Other"), ErrorCode::unsupported_format, "a compound file (OLE)", "save it as .docx"},
        {"%PDF-1.7\n", ErrorCode::unsupported_format, "a PDF document", "Word file"},
        {"\x89PNG\r\n\x1A\n....", ErrorCode::unsupported_format, "a PNG picture", "OCR"},
        {"\xFF\xD8\xFF\xE0....", ErrorCode::unsupported_format, "a JPEG picture", "OCR"},
        {"GIF89a....", ErrorCode::unsupported_format, "a GIF picture", "OCR"},
        {"II*\0...."s, ErrorCode::unsupported_format, "a TIFF picture", "OCR"},
        {"BM\x36\x30\0\0\0\0\0\0\x36\0\0\0\x28\0\0\0\x01\0"s, ErrorCode::unsupported_format, "a BMP picture", "OCR"},
        {"\x1F\x8B\x08....", ErrorCode::unsupported_format, "a gzip archive", "unpack"},
        {"Rar!\x1A\x07....", ErrorCode::unsupported_format, "a RAR archive", "unpack"},
        {"7z\xBC\xAF\x27\x1C....", ErrorCode::unsupported_format, "a 7z archive", "unpack"},
        {"<?xml version=\"1.0\"?>\n<?mso-application progid=\"Word.Document\"?><pkg:package/>",
         ErrorCode::unsupported_format, "an Office document saved as one XML file", "save it as .docx"},
        {"<?xml version=\"1.0\"?><uof:UOF xmlns:uof=\"http://schemas.uof.org/cn/2003/uof\"/>",
         ErrorCode::unsupported_format, "a UOF document", "save it as .docx"},
        {"<?xml version=\"1.0\"?><rss><html/></rss>", ErrorCode::unsupported_format, "an XML file", "save it as .docx"},
        {"<?xml version=\"1.0\"?><a/>", ErrorCode::unsupported_format, "an XML file", "save it as .docx"},
        {"\x01\x02\0\x03\x04 binary \0\0\x05"s, ErrorCode::unknown_format, "binary", ".docx"},
    };
    for (const Case& each : cases) {
        const auto document = read_text(each.bytes);
        ASSERT_FALSE(document) << each.message;
        EXPECT_EQ(document.error().code, each.code) << each.message;
        EXPECT_NE(document.error().message.find(each.message), std::string::npos) << document.error().message;
        EXPECT_NE(document.error().hint.find(each.hint), std::string::npos) << document.error().hint;
    }
}

TEST(ReadDocument, a_notice_that_begins_like_another_format_is_text) {
    for (const char* text : {"BM公司\n名单\n", "From 2023\n", "MM\n", "（见%PDF）\n", "7z\n"}) {
        const auto document = read_text(text);
        ASSERT_TRUE(document) << text;
        EXPECT_EQ(document->format, "text");
    }
}

TEST(ReadDocument, readers_name_themselves) {
    ASSERT_FALSE(readers().empty());
    const Reader& text = *readers().back();
    EXPECT_EQ(text.name, "text");
    EXPECT_EQ(text.extensions, "txt,text,tsv");
    for (const Reader* reader : readers()) {
        EXPECT_FALSE(reader->description.empty() && reader->name == "text");
    }
}

}  // namespace
}  // namespace mingdan
