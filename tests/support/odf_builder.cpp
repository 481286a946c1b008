#include "tests/support/odf_builder.h"

#include <fmt/format.h>
#include <gtest/gtest.h>

#include <span>

#include "extract/reader.h"
#include "model/conservation.h"
#include "tests/support/docx_builder.h"

namespace mingdan::test {

namespace {

constexpr std::string_view kSpaces =
    " xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\""
    " xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\""
    " xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\""
    " xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\""
    " xmlns:draw=\"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0\""
    " xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:xlink=\"http://www.w3.org/1999/xlink\""
    " xmlns:svg=\"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0\""
    " xmlns:loext=\"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0\""
    " xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\"";

std::string with(std::string_view attributes) {
    return attributes.empty() ? std::string{} : fmt::format(" {}", attributes);
}

std::string paragraphs(std::string_view content) {
    return content.empty() || content.starts_with('<') ? std::string(content) : text_p(content);
}

}  // namespace

OdfBuilder& OdfBuilder::automatic(std::string_view styles) {
    automatic_ = styles;
    return *this;
}

OdfBuilder& OdfBuilder::styles(std::string_view common, std::string_view automatic, std::string_view masters) {
    return part("styles.xml",
                fmt::format("<?xml version=\"1.0\"?><office:document-styles{}><office:styles>{}</office:styles>"
                            "<office:automatic-styles>{}</office:automatic-styles><office:master-styles>{}"
                            "</office:master-styles></office:document-styles>",
                            kSpaces, common, automatic, masters));
}

OdfBuilder& OdfBuilder::media_type(std::string_view type) {
    media_type_ = type;
    return *this;
}

OdfBuilder& OdfBuilder::part(std::string name, std::string content) {
    parts_.emplace_back(std::move(name), std::move(content));
    return *this;
}

std::vector<std::pair<std::string, std::string>> OdfBuilder::parts() const {
    std::vector<std::pair<std::string, std::string>> all;
    if (!media_type_.empty()) {
        all.emplace_back("mimetype", media_type_);
    }
    all.emplace_back("content.xml",
                     fmt::format("<?xml version=\"1.0\"?><office:document-content{0}><office:automatic-styles>{1}"
                                 "</office:automatic-styles><office:body><office:{2}>{3}</office:{2}></office:body>"
                                 "</office:document-content>",
                                 kSpaces, automatic_, kind_, body_));
    all.insert(all.end(), parts_.begin(), parts_.end());
    return all;
}

std::string OdfBuilder::bytes() const {
    return zip_of(parts());
}

std::string text_p(std::string_view text, std::string_view style) {
    return fmt::format("<text:p{}>{}</text:p>", style.empty() ? "" : fmt::format(" text:style-name=\"{}\"", style),
                       text);
}

std::string cell(std::string_view content, std::string_view attributes) {
    return fmt::format("<table:table-cell{}>{}</table:table-cell>", with(attributes), paragraphs(content));
}

std::string covered(std::string_view content) {
    return fmt::format("<table:covered-table-cell>{}</table:covered-table-cell>", paragraphs(content));
}

std::string row(std::string_view cells, std::string_view attributes) {
    return fmt::format("<table:table-row{}>{}</table:table-row>", with(attributes), cells);
}

std::string table(std::string_view rows, std::string_view attributes) {
    return fmt::format("<table:table{}>{}</table:table>", with(attributes), rows);
}

Result<Document> read_odf(std::string_view bytes, const Limits& limits) {
    const Input input{std::as_bytes(std::span(bytes)), limits};
    Result<Document> document = read_document(input);
    if (document) {
        EXPECT_EQ(document->read, weight_of(*document) + left_out_of(*document))
            << "a character is neither kept nor left out";
    }
    return document;
}

Document read_odf_built(const OdfBuilder& builder) {
    Result<Document> document = read_odf(builder.bytes());
    EXPECT_TRUE(document) << (document ? "" : document.error().describe());
    return document ? std::move(document).value() : Document{};
}

Document read_odt_body(std::string_view body, std::string_view automatic) {
    return read_odf_built(OdfBuilder(std::string(body)).automatic(automatic));
}

Document read_ods_body(std::string_view body, std::string_view automatic) {
    return read_odf_built(OdfBuilder(std::string(body), "spreadsheet").automatic(automatic));
}

}  // namespace mingdan::test
