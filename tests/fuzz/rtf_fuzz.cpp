// Any bytes as RTF: no crash, small limits kept, every character accounted for, every grid position once.
#include "tests/fuzz/support/document_promises.h"

namespace mingdan {
extern const Reader rtf_reader;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    return mingdan::fuzz::read_any_bytes(mingdan::rtf_reader, data, size);
}
