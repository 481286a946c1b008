#include "extract/reader.h"

namespace mingdan {

namespace {

bool sniff(const Input&) { return false; }
Result<Document> read(const Input&) { return fail(ErrorCode::internal, "not yet"); }

}  // namespace

extern const Reader text_dump_reader{"text_dump", "text_dump", "", sniff, read};

}  // namespace mingdan
