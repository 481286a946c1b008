// Namespace URIs: ECMA-376 part 1 (Strict, purl.oclc.org) and part 4 (Transitional, schemas.openxmlformats.org).
#include "extract/ooxml_names.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace mingdan::ooxml {

namespace {

constexpr xml::SpaceName kSpaces[] = {
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", w},
    {"http://purl.oclc.org/ooxml/wordprocessingml/main", w},
    {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", r},
    {"http://purl.oclc.org/ooxml/officeDocument/relationships", r},
    {"http://schemas.openxmlformats.org/markup-compatibility/2006", mc},
    {"http://schemas.openxmlformats.org/drawingml/2006/main", a},
    {"http://purl.oclc.org/ooxml/drawingml/main", a},
    {"http://schemas.openxmlformats.org/officeDocument/2006/math", m},
    {"http://purl.oclc.org/ooxml/officeDocument/math", m},
    {"urn:schemas-microsoft-com:vml", v},
    {"urn:schemas-microsoft-com:office:office", o},
    {"http://schemas.openxmlformats.org/drawingml/2006/chart", c},
    {"http://purl.oclc.org/ooxml/drawingml/chart", c},
    {"http://schemas.openxmlformats.org/drawingml/2006/diagram", dgm},
    {"http://purl.oclc.org/ooxml/drawingml/diagram", dgm},
    {"http://schemas.microsoft.com/office/word/2010/wordml", w14},
    {"http://schemas.openxmlformats.org/spreadsheetml/2006/main", x},
    {"http://purl.oclc.org/ooxml/spreadsheetml/main", x},
    {"http://schemas.openxmlformats.org/package/2006/relationships", rels},
    {"http://schemas.openxmlformats.org/package/2006/content-types", ct},
};

constexpr auto sorted_elements() {
    std::array elements = {
#define ELEMENT(space, local) xml::ElementName{space, #local, space##_##local},
#include "extract/ooxml_elements.def"
#undef ELEMENT
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

}  // namespace mingdan::ooxml
