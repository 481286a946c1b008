// The names of OOXML: namespaces, Strict and Transitional brought to one, and a token for each element read.
#pragma once

#include "wrap/xml.h"

namespace mingdan::ooxml {

/// Namespaces by their customary prefix; `none` is also that of an attribute without a prefix.
enum : xml::Space { none, w, r, mc, a, m, v, o, c, dgm, w14, x, rels, ct };

/// Elements as space_local: w_tbl, mc_Choice.
enum : xml::Token {
    unknown,
#define ELEMENT(space, local) space##_##local,
#include "extract/ooxml_elements.def"
#undef ELEMENT
};

const xml::Vocabulary& vocabulary();

}  // namespace mingdan::ooxml
