// Any bytes as a Word 97-2003 file: no crash, small limits kept, every character accounted for.
#include "tests/fuzz/support/document_promises.h"

namespace mingdan {
extern const Reader doc_reader;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return mingdan::fuzz::read_any_bytes(mingdan::doc_reader, data, size);
}
