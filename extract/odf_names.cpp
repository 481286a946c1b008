// Namespace URIs: OpenDocument 1.3 part 3, 2.2; the same since 1.0. LibreOffice adds its own namespace.
#include "extract/odf_names.h"

#include <algorithm>
#include <array>

namespace mingdan::odf {

namespace {

constexpr xml::SpaceName kSpaces[] = {
    {"urn:oasis:names:tc:opendocument:xmlns:office:1.0", n_office},
    {"urn:oasis:names:tc:opendocument:xmlns:style:1.0", n_style},
    {"urn:oasis:names:tc:opendocument:xmlns:text:1.0", n_text},
    {"urn:oasis:names:tc:opendocument:xmlns:table:1.0", n_table},
    {"urn:oasis:names:tc:opendocument:xmlns:drawing:1.0", n_draw},
    {"http://purl.org/dc/elements/1.1/", n_dc},
    {"urn:oasis:names:tc:opendocument:xmlns:meta:1.0", n_meta},
    {"urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0", n_svg},
    {"urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0", n_loext},
    {"urn:oasis:names:tc:opendocument:xmlns:presentation:1.0", n_presentation},
    {"urn:oasis:names:tc:opendocument:xmlns:dr3d:1.0", n_dr3d},
    {"http://www.w3.org/1998/Math/MathML", n_math},
    {"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0", n_fo},
    {"http://www.w3.org/XML/1998/namespace", n_xml},
};

constexpr auto sorted_elements() {
    std::array elements = {
#define ELEMENT(space, token, local) xml::ElementName{n_##space, local, space##_##token},
#include "extract/odf_elements.def"
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

}  // namespace mingdan::odf
