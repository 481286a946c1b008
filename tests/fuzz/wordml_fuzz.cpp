// Any bytes as Word 2003 XML: no crash, small limits kept, every character accounted for, every grid position once.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>

#include "extract/reader.h"
#include "tests/fuzz/support/document_promises.h"

namespace mingdan {
extern const Reader wordml_reader;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    mingdan::Limits limits;
    limits.text_bytes = 1u << 20;
    limits.cells = 20'000;
    limits.columns = 1000;
    const mingdan::Input input{std::as_bytes(std::span(data, size)), limits};
    (void)mingdan::wordml_reader.sniff(input);
    const auto document = mingdan::wordml_reader.read(input);
    if (document) {
        mingdan::fuzz::require_sound(*document);
    } else if (document.error().message.empty()) {
        std::abort();
    }
    return 0;
}
