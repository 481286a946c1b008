// A file is read as what it is; a name that says something else is a finding.
#include <gtest/gtest.h>

#include <span>
#include <string>

#include <mingdan/mingdan.h>

namespace mingdan {
namespace {

std::string findings_of(const std::string& bytes, const std::string& name) {
    Options options;
    options.name = name;
    const auto notice = convert(std::as_bytes(std::span(bytes)), options);
    std::string codes;
    for (const Finding& finding : notice ? notice->findings : std::vector<Finding>{}) {
        codes += std::string(finding_name(finding.code)) + ": " + finding.message + "\n";
    }
    return codes;
}

TEST(ConvertName, a_page_named_doc_is_read_as_a_page_with_a_finding) {
    EXPECT_EQ(findings_of("<html><p>关于公布名单的通知</p></html>", "通知.DOC"),
              "other-format-inside: the file is named .doc and is none; it was read as what it is (html)\n");
}

TEST(ConvertName, a_name_that_fits_or_says_nothing_is_no_finding) {
    EXPECT_EQ(findings_of("<html><p>关于公布名单的通知</p></html>", "通知.htm"), "");
    EXPECT_EQ(findings_of("<html><p>关于公布名单的通知</p></html>", "通知.jsp"), "");
    EXPECT_EQ(findings_of("<html><p>关于公布名单的通知</p></html>", "通知"), "");
    EXPECT_EQ(findings_of("关于公布名单的通知\n", "通知.txt"), "");
}

TEST(ConvertName, a_text_named_docx_is_a_finding) {
    EXPECT_EQ(findings_of("关于公布名单的通知\n", "a.b.docx"),
              "other-format-inside: the file is named .docx and is none; it was read as what it is (text)\n");
}

}  // namespace
}  // namespace mingdan
