// Pages in one file: MIME parts, transfer encodings, workbooks of several sheets.
#include "extract/mime.h"
#include "tests/unit/extract/html_support.h"

namespace mingdan::test {
namespace {

const std::string kHead =
    "From: <Saved by Windows Internet Explorer 8>\r\nSubject: =?gb2312?B?w/u1pQ==?=\r\nMIME-Version: "
    "1.0\r\nContent-Type: "
    "multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----=_NextPart_000\"\r\n\r\nThis is a multi-part "
    "message.\r\n\r\n";

std::string part(const std::string& headers, const std::string& body) {
    return "------=_NextPart_000\r\n" + headers + "\r\n\r\n" + body + "\r\n";
}

const std::string kEnd = "------=_NextPart_000--\r\n";

TEST(Mht, a_quoted_printable_page_is_read_in_its_part_s_charset) {
    const Document document = read_page(
        kHead +
        part("Content-Type: text/html;\r\n\tcharset=\"gb2312\"\r\nContent-Transfer-Encoding: quoted-printable\r\n"
             "Content-Location: http://x.gov.cn/1.html",
             "<html><body><p align=3Dcenter>=C3=FB=\r\n=B5=A5</p><img src=3D\"a.png\"></body></html>") +
        part("Content-Type: image/png\r\nContent-Transfer-Encoding: base64\r\nContent-Location: http://x.gov.cn/a.png",
             "iVBORw0KGgo=") +
        kEnd);
    EXPECT_EQ(document.format, "mht");
    EXPECT_EQ(show(document).substr(0, 9), "|名单|\n");
    EXPECT_EQ(findings(document), "");
    EXPECT_EQ(document.parts, (std::vector<std::string>{"http://x.gov.cn/1.html"}));
}

TEST(Mht, base64_is_decoded_and_the_end_may_be_missing) {
    EXPECT_EQ(show(read_page(kHead + part("Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: base64",
                                          "PHA+5ZCN\r\n5Y2VPC9wPg=="))),
              "|名单|\n");
}

TEST(Mht, each_sheet_of_a_workbook_is_read) {
    const auto sheet = [](const char* name, const char* text) {
        return part(std::string("Content-Location: file:///C:/x/book.files/") + name +
                        "\r\nContent-Type: text/html; charset=utf-8",
                    std::string("<html><table><tr><td>") + text + "<td>1</table></html>");
    };
    const Document document =
        read_page(kHead +
                  part("Content-Location: file:///C:/x/book.htm\r\nContent-Type: text/html; charset=utf-8",
                       "<html><head><link id=\"shLink\" href=\"book.files/sheet001.htm\"><link id=\"shLink\" "
                       "href=\"book.files/sheet002.htm\"></head><frameset><frame "
                       "src=\"book.files/sheet001.htm\"></frameset></html>") +
                  sheet("sheet001.htm", "甲") + sheet("sheet002.htm", "乙") + kEnd);
    EXPECT_EQ(show(document), "[甲][1]\n[乙][1]\n");
    EXPECT_EQ(findings(document), "");
    EXPECT_EQ(document.parts.size(), 3u);
}

TEST(Mht, a_part_that_is_not_read_is_named) {
    const Document document =
        read_page(kHead + part("Content-Type: text/html", "<p>一</p>") +
                  part("Content-Type: application/msword\r\nContent-Location: list.doc", "x") + kEnd);
    EXPECT_EQ(findings(document), "embedded-object");
    EXPECT_EQ(document.findings[0].message, "a part of the file was not read: list.doc (application/msword)");
}

TEST(Mht, names_of_parts_that_are_no_text_become_text) {
    const Document document =
        read_page(kHead + part("Content-Type: text/html\r\nContent-Location: \xFF.htm", "<p>一</p>") +
                  part("Content-Type: tex\xBC/x\r\nContent-Location: \xFE", "x") + kEnd);
    EXPECT_EQ(document.parts[0], "\uFFFD.htm");
    EXPECT_EQ(document.findings.at(0).message, "a part of the file was not read: \uFFFD (tex\uFFFD/x)");
}

TEST(Mht, a_mail_without_a_page_is_named) {
    const auto document = try_page(kHead + part("Content-Type: text/plain", "x") + kEnd);
    ASSERT_FALSE(document);
    EXPECT_EQ(document.error().code, ErrorCode::unsupported_format);
    EXPECT_EQ(document.error().message, "this is a mail message (MIME) that holds no web page");
}

TEST(Mime, quoted_printable_keeps_what_is_none) {
    mime::Part part;
    part.transfer = "quoted-printable";
    part.body = "a=3db=\n=E5=90=8D= \r\nc=zz=";
    EXPECT_EQ(mime::decode(part), "a=b名c=zz");
}

}  // namespace
}  // namespace mingdan::test
