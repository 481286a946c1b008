// OpenDocument texts and spreadsheets: ODT, OTT, ODS, OTS (OpenDocument 1.0 to 1.3, ISO/IEC 26300).
//
// Common styles come first, from styles.xml; then content.xml with its automatic styles and the body; then styles.xml
// once more if its master pages have headers or footers with text, which stand behind the body in reading order. One
// reader by the name of odt and one by that of ods, since the two are told apart by their content.
#include <algorithm>
#include <utility>

#include "extract/odf_body.h"
#include "extract/odf_package.h"
#include "extract/reader.h"
#include "model/try.h"

namespace mingdan {

namespace odf {

namespace {

constexpr std::string_view kContent = "content.xml";
constexpr std::string_view kStyles = "styles.xml";

/// styles.xml before the body: its styles, and whether a header or footer holds text.
class DefinitionsHandler : public xml::Handler {
public:
    explicit DefinitionsHandler(Styles& styles) : reader_(styles) {}

    bool has_stories = false;

    void start(xml::Token token, const xml::Attributes& attributes) override {
        if (token == office_styles || token == office_automatic_styles) {
            definitions_ = parser().depth();
            automatic_ = token == office_automatic_styles;
        } else if (definitions_ != 0) {
            reader_.start(token, attributes, automatic_);
        } else if (token == text_p || token == text_h) {
            has_stories = true;
        }
    }
    void end(xml::Token token) override {
        reader_.end(token);
        definitions_ = definitions_ == parser().depth() ? 0 : definitions_;
    }
    void text(std::string_view) override {}

private:
    StyleReader reader_;
    std::uint32_t definitions_ = 0;
    bool automatic_ = false;
};

/// Headers, footers, footnotes, endnotes, comments, as in every Document.
void order_stories(Document& document) {
    std::stable_sort(document.stories.begin(), document.stories.end(),
                     [](const Story& one, const Story& other) { return one.kind < other.kind; });
}

Result<Document> read(const Input& input, Kind kind) {
    TRY_ASSIGN(Package package, Package::open(input));
    Document document;
    document.format = kind == Kind::spreadsheet ? "ods" : "odt";
    Reading reading(input.limits, document);
    bool has_stories = false;
    if (package.has(kStyles)) {
        DefinitionsHandler definitions(reading.styles);
        TRY(package.parse(kStyles, definitions));
        has_stories = definitions.has_stories;
    }
    reading.styles.forget_automatic();
    BodyHandler body(reading, reading.add_part(std::string(kContent)), kind);
    TRY(package.parse(kContent, body));
    if (has_stories) {
        reading.styles.forget_automatic();
        BodyHandler stories(reading, reading.add_part(std::string(kStyles)), kind);
        TRY(package.parse(kStyles, stories));
    }
    order_stories(document);
    reading.report();
    return document;
}

}  // namespace

}  // namespace odf

namespace {

/// All OpenDocument files but spreadsheets: what is no text is named by read().
bool sniff_text(const Input& input) {
    const auto kind = odf::kind_of(input);
    return kind && *kind != odf::Kind::spreadsheet;
}

Result<Document> read_text(const Input& input) {
    const auto kind = odf::kind_of(input);
    if (kind && *kind != odf::Kind::text) {
        return odf::unsupported(*kind);
    }
    return odf::read(input, odf::Kind::text);
}

bool sniff_sheets(const Input& input) {
    return odf::kind_of(input) == odf::Kind::spreadsheet;
}

Result<Document> read_sheets(const Input& input) {
    return odf::read(input, odf::Kind::spreadsheet);
}

}  // namespace

extern const Reader odt_reader{"odt", "odt,ott", "OpenDocument texts and templates", sniff_text, read_text};
extern const Reader ods_reader{"ods", "ods,ots", "OpenDocument spreadsheets and templates", sniff_sheets, read_sheets};

}  // namespace mingdan
