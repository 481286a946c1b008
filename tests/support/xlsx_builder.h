// Workbooks made in memory from XML snippets.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <mingdan/document.h>
#include <mingdan/options.h>
#include <mingdan/result.h>

namespace mingdan::test {

/// A workbook package; sheets are named 甲, 乙, … Snippets may use the prefixes r a xdr c.
class XlsxBuilder {
public:
    /// `content` stands inside the worksheet element; `state` as in the workbook ("hidden").
    XlsxBuilder& sheet(std::string_view content, std::string_view state = "visible");
    XlsxBuilder& strings(std::string_view content);
    XlsxBuilder& styles(std::string_view content);
    /// A part of the last sheet: "drawing", "comments".
    XlsxBuilder& beside_sheet(std::string_view kind, std::string_view root, std::string_view content);
    XlsxBuilder& workbook_properties(std::string_view content);
    XlsxBuilder& main_part(std::string_view name);
    XlsxBuilder& strict();
    std::vector<std::pair<std::string, std::string>> parts() const;
    std::string bytes() const;

private:
    struct Part {
        std::string name, root, content, relationship;
    };
    std::vector<Part> sheets_, beside_, shared_;
    std::vector<std::string> states_;
    std::string properties_;
    std::string main_ = "xl/workbook.xml";
    bool strict_ = false;
};

/// <sheetData> of rows; a cell is text ("" for none), "=1.5" a number, "=1.5@3" one of style 3.
std::string rows(std::initializer_list<std::vector<std::string>> rows);

Result<Document> read_xlsx(std::string_view bytes, const Limits& limits = {});
Document read_built(const XlsxBuilder& builder);
/// A workbook of one sheet.
Document read_sheet(std::string_view content);

}  // namespace mingdan::test
