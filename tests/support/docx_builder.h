// Word files made in memory from XML snippets, and a short text form of what was read from them.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <mingdan/document.h>
#include <mingdan/options.h>
#include <mingdan/result.h>

namespace mingdan::test {

/// A ZIP archive of these parts, by libzip.
std::string zip_of(const std::vector<std::pair<std::string, std::string>>& parts);

/// A Word package with a body and what is added to it. Snippets may use the prefixes w r mc wps v o a c dgm m w14.
class DocxBuilder {
public:
    explicit DocxBuilder(std::string body) : body_(std::move(body)) {}

    /// A part of that kind ("styles", "footnotes"), related to the main part; `content` stands inside the root element.
    DocxBuilder& part(std::string_view kind, std::string_view root, std::string_view content,
                      std::string_view suffix = "");
    DocxBuilder& styles(std::string_view content) { return part("styles", "w:styles", content); }
    DocxBuilder& numbering(std::string_view content) { return part("numbering", "w:numbering", content); }
    DocxBuilder& related(std::string_view kind, std::string_view id, std::string_view target, bool external = false);
    DocxBuilder& main_part(std::string_view name) {
        main_ = name;
        return *this;
    }
    DocxBuilder& strict() {
        strict_ = true;
        return *this;
    }
    DocxBuilder& without_relationships() {
        relationships_ = false;
        return *this;
    }
    /// The parts of the package, for tests that damage them.
    std::vector<std::pair<std::string, std::string>> parts() const;
    std::string bytes() const { return zip_of(parts()); }

private:
    std::string body_;
    std::string main_ = "word/document.xml";
    std::vector<std::pair<std::string, std::string>> parts_;
    std::string related_;
    bool strict_ = false;
    bool relationships_ = true;
};

/// <w:p> with one run of text; <w:tc> with such a paragraph; <w:tr> of cells; a table of rows.
std::string p(std::string_view text, std::string_view properties = "");
std::string tc(std::string_view text, std::string_view properties = "");
std::string tr(std::string_view cells, std::string_view properties = "");
std::string tbl(std::string_view rows, std::string_view properties = "");

/// Reads a package, or a body alone, as the docx reader does; the test fails if a character is neither kept nor left
/// out.
Result<Document> read_docx(std::string_view bytes, const Limits& limits = {});
Document read_body(std::string_view body);
Document read_built(const DocxBuilder& builder);

/// Paragraphs as |text|, with ^ before one that begins a page, # and a level before a heading, {number} before the text
/// and / for soft breaks; a table as rows of [text], with [2x1 text] for row and column spans, < and ^ for positions
/// covered by a cell to the left or above, _ for vacant ones; children and boxes indented; stories after the body.
std::string show(const Document& document);
/// "deleted:text" and so on, one a line.
std::string left_out(const Document& document);
/// The findings' codes, in order, parted by spaces.
std::string findings(const Document& document);

}  // namespace mingdan::test
