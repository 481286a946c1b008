// OpenDocument files made in memory from XML snippets. What was read is shown by docx_builder.h's show().
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <mingdan/document.h>
#include <mingdan/options.h>
#include <mingdan/result.h>

namespace mingdan::test {

/// An OpenDocument package. Snippets may use the prefixes office style text table draw dc svg fo loext xlink.
class OdfBuilder {
public:
    explicit OdfBuilder(std::string body, std::string kind = "text")
        : body_(std::move(body)), kind_(std::move(kind)), media_type_("application/vnd.oasis.opendocument." + kind_) {}

    /// content.xml's own styles.
    OdfBuilder& automatic(std::string_view styles);
    /// styles.xml: common styles, its own automatic ones, master pages.
    OdfBuilder& styles(std::string_view common, std::string_view automatic = "", std::string_view masters = "");
    OdfBuilder& media_type(std::string_view type);
    OdfBuilder& part(std::string name, std::string content);
    std::vector<std::pair<std::string, std::string>> parts() const;
    std::string bytes() const;

private:
    std::string body_;
    std::string kind_;
    std::string media_type_;
    std::string automatic_;
    std::vector<std::pair<std::string, std::string>> parts_;
};

/// <text:p>; a cell with such a paragraph; a row; a table.
std::string text_p(std::string_view text, std::string_view style = "");
std::string cell(std::string_view content, std::string_view attributes = "");
std::string row(std::string_view cells, std::string_view attributes = "");
std::string table(std::string_view rows, std::string_view attributes = "");
/// covered-table-cell
std::string covered(std::string_view content = "");

/// Reads as the reader of that content does; the test fails if a character is neither kept nor left out.
Result<Document> read_odf(std::string_view bytes, const Limits& limits = {});
Document read_odf_built(const OdfBuilder& builder);
Document read_odt_body(std::string_view body, std::string_view automatic = "");
Document read_ods_body(std::string_view body, std::string_view automatic = "");

}  // namespace mingdan::test
