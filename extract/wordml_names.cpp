// The schemas of Office 2003 ("Microsoft Office 2003 XML Reference Schemas"): w:vmerge and w:hmerge are OOXML's vMerge
// and hMerge; revisions, comments and bookmarks are aml:annotation; wx: are hints of what Word showed.
#include "extract/wordml_names.h"

#include <algorithm>
#include <array>

namespace mingdan::wordml {

namespace {

using namespace ooxml;

constexpr xml::SpaceName kSpaces[] = {
    {"http://schemas.microsoft.com/office/word/2003/wordml", w},
    {"http://schemas.microsoft.com/office/word/2003/auxHint", wx},
    {"http://schemas.microsoft.com/aml/2001/core", aml},
    {"urn:schemas-microsoft-com:vml", v},
    {"urn:schemas-microsoft-com:office:office", o},
};

constexpr auto sorted_elements() {
    std::array elements = {
#define ELEMENT(space, local) xml::ElementName{space, #local, space##_##local},
#include "extract/ooxml_elements.def"
#undef ELEMENT
        xml::ElementName{w, "vmerge", w_vMerge},
        xml::ElementName{w, "hmerge", w_hMerge},
        xml::ElementName{w, "wordDocument", w_wordDocument},
        xml::ElementName{w, "ilfo", w_ilfo},
        xml::ElementName{w, "listPr", w_listPr},
        xml::ElementName{wx, "t", wx_t},
        xml::ElementName{aml, "annotation", aml_annotation},
        xml::ElementName{aml, "content", aml_content},
    };
    std::sort(elements.begin(), elements.end(), [](const xml::ElementName& one, const xml::ElementName& other) {
        return one.space != other.space ? one.space < other.space : one.local < other.local;
    });
    return elements;
}

constexpr auto kElements = sorted_elements();
constexpr xml::Vocabulary kVocabulary{kSpaces, kElements};

}  // namespace

const xml::Vocabulary& vocabulary() {
    return kVocabulary;
}

}  // namespace mingdan::wordml
