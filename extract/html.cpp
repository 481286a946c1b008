// Web pages: of government sites, of editors, saved by Word, Excel, LibreOffice. docs/formats/html.md says what is
// read.
#include "extract/html_reading.h"
#include "extract/reader.h"
#include "model/try.h"

namespace mingdan {

namespace {

bool sniff(const Input& input) {
    return html::looks_like_page(input.view());
}

Result<Document> read(const Input& input) {
    Document document;
    document.format = "html";
    document.parts = {""};
    GridBudget budget(input.limits);
    TRY(html::read_page(input.view(), "", input.limits, budget, document));
    return document;
}

}  // namespace

extern const Reader html_reader{"html", "html,htm,shtml,xhtml", "web pages, also those saved by Word and Excel", sniff,
                                read};

}  // namespace mingdan
