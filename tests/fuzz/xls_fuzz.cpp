// Any bytes as an Excel 97-2003 workbook: no crash, small limits kept, every character accounted for.
#include "tests/fuzz/support/document_promises.h"

namespace mingdan {
extern const Reader xls_reader;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return mingdan::fuzz::read_any_bytes(mingdan::xls_reader, data, size);
}
