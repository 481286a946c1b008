// Any bytes as word/document.xml, past the ZIP archive and its check sums, which stop most mutations of a whole file.
// A NUL ends the part; what follows is styles.xml, and after another NUL numbering.xml. Bytes that do not begin like
// XML are decisions instead: which element opens, with which value, or closes, so that every input is well-formed.
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "extract/docx_body.h"
#include "tests/fuzz/support/document_promises.h"

namespace {

std::string_view next_part(std::string_view& bytes) {
    const std::string_view part = bytes.substr(0, bytes.find('\0'));
    bytes.remove_prefix(part.size() < bytes.size() ? part.size() + 1 : bytes.size());
    return part;
}

bool parse(std::string_view part, mingdan::xml::Handler& handler, const mingdan::Limits& limits) {
    mingdan::xml::Parser parser(mingdan::ooxml::vocabulary(), handler, limits);
    return parser.feed(part).has_value() && parser.finish().has_value();
}

constexpr std::string_view kElements[] = {"w:p",
                                          "w:p",
                                          "w:pPr",
                                          "w:rPr",
                                          "w:r",
                                          "w:r",
                                          "w:t",
                                          "w:t",
                                          "w:tbl",
                                          "w:tbl",
                                          "w:tr",
                                          "w:tr",
                                          "w:tc",
                                          "w:tc",
                                          "w:tcPr",
                                          "w:trPr",
                                          "w:tblPr",
                                          "w:tblGrid",
                                          "w:gridCol",
                                          "w:gridSpan",
                                          "w:vMerge",
                                          "w:hMerge",
                                          "w:tcW",
                                          "w:gridBefore",
                                          "w:gridAfter",
                                          "w:wBefore",
                                          "w:cellDel",
                                          "w:cellMerge",
                                          "w:ins",
                                          "w:del",
                                          "w:moveFrom",
                                          "w:moveTo",
                                          "w:delText",
                                          "w:instrText",
                                          "w:fldChar",
                                          "w:fldSimple",
                                          "w:sdt",
                                          "w:sdtPr",
                                          "w:sdtContent",
                                          "w:showingPlcHdr",
                                          "w14:checkbox",
                                          "w:txbxContent",
                                          "a:txBody",
                                          "a:p",
                                          "a:t",
                                          "m:t",
                                          "w:br",
                                          "w:tab",
                                          "w:noBreakHyphen",
                                          "w:sym",
                                          "w:ruby",
                                          "w:rt",
                                          "w:vanish",
                                          "w:specVanish",
                                          "w:pStyle",
                                          "w:numPr",
                                          "w:numId",
                                          "w:ilvl",
                                          "w:sectPr",
                                          "w:type",
                                          "w:jc",
                                          "mc:AlternateContent",
                                          "mc:Choice",
                                          "mc:Fallback",
                                          "w:footnoteReference",
                                          "w:tblBorders",
                                          "w:insideH",
                                          "w:pageBreakBefore",
                                          "w:pPrChange",
                                          "w:body",
                                          "w:footnote",
                                          "w:object"};
constexpr std::string_view kValues[] = {"",    "restart", "1",          "2",          "3",     "0",
                                        "70",  "1000",    "2000",       "page",       "begin", "separate",
                                        "end", "H",       "continuous", "99999999999"};
constexpr std::string_view kTexts[] = {"甲", "a b", " TOC ", "EQ \\o(甲,乙)", "　", "FORMCHECKBOX"};

/// Well-formed XML by decisions.
std::string compose(std::string_view decisions) {
    std::string xml =
        "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main' "
        "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "
        "xmlns:w14='http://schemas.microsoft.com/office/word/2010/wordml' "
        "xmlns:a='http://schemas.openxmlformats.org/drawingml/2006/main' "
        "xmlns:m='http://schemas.openxmlformats.org/officeDocument/2006/math'><w:body>";
    std::vector<std::string_view> open;
    for (std::size_t i = 0; i + 1 < decisions.size(); i += 2) {
        const auto what = static_cast<unsigned char>(decisions[i]);
        const auto value = static_cast<unsigned char>(decisions[i + 1]);
        if (what >= 200 && !open.empty()) {
            xml.append("</").append(open.back()).append(">");
            open.pop_back();
        } else if (what >= 160 || open.size() > 80) {
            xml += kTexts[value % std::size(kTexts)];
        } else {
            open.push_back(kElements[what % std::size(kElements)]);
            const std::string_view word = kValues[value % std::size(kValues)];
            xml.append("<").append(open.back());
            for (const char* name : {" w:val='", " w:w='", " w:type='", " w:fldCharType='", " w:id='", " w:vMerge='"}) {
                xml.append(word.empty() ? "" : name).append(word).append(word.empty() ? "" : "'");
            }
            xml += ">";
        }
    }
    for (; !open.empty(); open.pop_back()) {
        xml.append("</").append(open.back()).append(">");
    }
    return xml + "</w:body></w:document>";
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace mingdan;
    Limits limits;
    limits.cells = 20'000;
    limits.columns = 1000;
    limits.xml_depth = 100;
    std::string_view bytes(reinterpret_cast<const char*>(data), size);
    const bool is_xml = bytes.empty() || bytes.front() == '<' || bytes.front() == '\xEF';
    const std::string composed = is_xml ? std::string{} : compose(bytes);
    const std::string_view body = is_xml ? next_part(bytes) : std::string_view(composed);
    bytes = is_xml ? bytes : std::string_view{};
    const std::string_view styles = next_part(bytes);
    Document document;
    docx::Reading reading(limits, document);
    docx::StylesHandler styles_handler(reading.styles);
    docx::NumberingHandler numbering_handler(reading.numbering);
    if ((!styles.empty() && !parse(styles, styles_handler, limits)) ||
        (!bytes.empty() && !parse(bytes, numbering_handler, limits))) {
        return 0;
    }
    const ooxml::Relationships relationships;
    docx::BodyHandler handler(reading, relationships, 1, ooxml::w_document,
                              [&](std::int64_t, std::vector<Block> blocks) {
                                  document.stories.push_back({StoryKind::header, std::move(blocks), {}});
                              });
    if (parse(body, handler, limits)) {
        reading.report();
        fuzz::require_sound(document);
    }
    return 0;
}
