#include <gtest/gtest.h>

#include "tests/support/docx_builder.h"
#include "tests/support/odf_builder.h"

namespace mingdan::test {
namespace {

Error error_of(const std::string& bytes) {
    auto document = read_odf(bytes);
    EXPECT_FALSE(document);
    return document ? Error{} : document.error();
}

TEST(OdfPackage, the_media_type_tells_texts_templates_and_sheets) {
    EXPECT_EQ(read_odf_built(OdfBuilder(text_p("甲"))).format, "odt");
    EXPECT_EQ(
        read_odf_built(OdfBuilder(text_p("甲")).media_type("application/vnd.oasis.opendocument.text-template")).format,
        "odt");
    EXPECT_EQ(read_odf_built(OdfBuilder("", "spreadsheet")).format, "ods");
}

TEST(OdfPackage, without_a_media_type_the_body_tells) {
    EXPECT_EQ(read_odf_built(OdfBuilder(text_p("甲")).media_type("")).format, "odt");
    EXPECT_EQ(read_odf_built(OdfBuilder(table(row(cell("甲"))), "spreadsheet").media_type("")).format, "ods");
}

TEST(OdfPackage, presentations_and_drawings_are_named) {
    for (const char* media_type : {"application/vnd.oasis.opendocument.presentation", ""}) {
        const Error error = error_of(OdfBuilder("", "presentation").media_type(media_type).bytes());
        EXPECT_EQ(error.code, ErrorCode::unsupported_format);
        EXPECT_NE(error.message.find("presentation (ODP)"), std::string::npos) << error.message;
    }
    EXPECT_NE(error_of(OdfBuilder("", "drawing").media_type("application/vnd.oasis.opendocument.graphics").bytes())
                  .message.find("(ODG)"),
              std::string::npos);
}

TEST(OdfPackage, an_encrypted_file_is_named_as_such) {
    const Error error = error_of(OdfBuilder(text_p("甲"))
                                     .part("META-INF/manifest.xml",
                                           "<manifest:manifest><manifest:file-entry>"
                                           "<manifest:encryption-data/></manifest:file-entry>"
                                           "</manifest:manifest>")
                                     .bytes());
    EXPECT_EQ(error.code, ErrorCode::encrypted);
    EXPECT_NE(error.hint.find("password"), std::string::npos);
}

TEST(OdfPackage, the_manifest_of_openoffice_2_may_declare_a_doctype_and_the_content_may_not) {
    OdfBuilder old(text_p("甲"));
    old.part("META-INF/manifest.xml", "<!DOCTYPE manifest:manifest><manifest:manifest/>");
    EXPECT_EQ(show(read_odf_built(old)), "|甲|\n");
    const std::string mimetype = "application/vnd.oasis.opendocument.text";
    const Error error = error_of(zip_of({{"mimetype", mimetype}, {"content.xml", "<!DOCTYPE a><a/>"}}));
    EXPECT_EQ(error.code, ErrorCode::doctype);
    EXPECT_EQ(error.part, "content.xml");
}

TEST(OdfPackage, damage_is_named_with_its_part) {
    const std::string mimetype = "application/vnd.oasis.opendocument.text";
    EXPECT_EQ(error_of(zip_of({{"mimetype", mimetype}})).code, ErrorCode::no_document);
    EXPECT_EQ(error_of(zip_of({{"mimetype", mimetype}, {"content.xml", "<a/>"}})).code, ErrorCode::no_document);
    const Error error = error_of(zip_of({{"mimetype", mimetype}, {"content.xml", "<a><b></a>"}}));
    EXPECT_EQ(error.code, ErrorCode::no_document);
    const std::string whole = OdfBuilder(text_p("甲")).bytes();
    EXPECT_EQ(error_of(whole.substr(0, whole.size() / 2)).code, ErrorCode::damaged_zip);
    EXPECT_EQ(error_of(OdfBuilder("<text:p>").bytes()).code, ErrorCode::damaged_xml);
}

TEST(OdfPackage, a_kind_that_its_media_type_denies_is_refused) {
    EXPECT_EQ(
        error_of(OdfBuilder("", "spreadsheet").media_type("application/vnd.oasis.opendocument.text").bytes()).code,
        ErrorCode::no_document);
}

}  // namespace
}  // namespace mingdan::test
