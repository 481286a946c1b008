// Joins the stages for one document: sniff, read, passes.
#include <mingdan/mingdan.h>

#include "extract/reader.h"
#include "normalize/pass.h"

namespace mingdan {

std::string_view version() { return MINGDAN_VERSION; }

}  // namespace mingdan
