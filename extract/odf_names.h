// The names of OpenDocument: namespaces, and a token for each element read.
#pragma once

#include "wrap/xml.h"

namespace mingdan::odf {

/// Namespaces by their customary prefix behind n_; `none` is also that of an attribute without a prefix.
enum : xml::Space {
    none,
    n_office,
    n_style,
    n_text,
    n_table,
    n_draw,
    n_dc,
    n_meta,
    n_svg,
    n_loext,
    n_presentation,
    n_dr3d,
    n_math,
    n_fo,
    n_xml,
};

/// Elements as space_local, dashes as underscores: table_table_cell, text_p.
enum : xml::Token {
    unknown,
#define ELEMENT(space, token, local) space##_##token,
#include "extract/odf_elements.def"
#undef ELEMENT
};

const xml::Vocabulary& vocabulary();

}  // namespace mingdan::odf
