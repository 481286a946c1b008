// Any bytes as Word 2003 XML: no crash, small limits kept, every character accounted for, every grid position once.
#include "tests/fuzz/support/document_promises.h"

namespace mingdan {
extern const Reader wordml_reader;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return mingdan::fuzz::read_any_bytes(mingdan::wordml_reader, data, size);
}
