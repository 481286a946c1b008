#include "extract/reader.h"

namespace mingdan {

namespace {

bool sniff(const Input&) { return false; }
Result<Document> read(const Input&) { return fail(ErrorCode::internal, "not yet"); }

}  // namespace

extern const Reader docx_reader{"docx", "docx", "", sniff, read};

}  // namespace mingdan
