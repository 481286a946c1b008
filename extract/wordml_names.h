// The names of WordprocessingML 2003 brought to those of OOXML, so that one handler reads both; and the few of its own.
#pragma once

#include "extract/ooxml_names.h"

namespace mingdan::wordml {

enum : xml::Space { wx = 32, aml };

enum : xml::Token { w_wordDocument = 4096, w_ilfo, w_listPr, wx_t, aml_annotation, aml_content };

const xml::Vocabulary& vocabulary();

}  // namespace mingdan::wordml
