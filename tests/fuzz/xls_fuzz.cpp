// Any bytes as an Excel 97-2003 workbook: no crash, small limits kept, every character accounted for.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>

#include "extract/reader.h"
#include "tests/fuzz/support/document_promises.h"

namespace mingdan {
extern const Reader xls_reader;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    mingdan::Limits limits;
    limits.part_bytes = 1u << 20;
    limits.archive_bytes = 4u << 20;
    limits.entries = 200;
    limits.text_bytes = 1u << 20;
    limits.cells = 20'000;
    limits.columns = 1000;
    const mingdan::Input input{std::as_bytes(std::span(data, size)), limits};
    (void)mingdan::xls_reader.sniff(input);
    const auto document = mingdan::xls_reader.read(input);
    if (document) {
        mingdan::fuzz::require_sound(*document);
    } else if (document.error().message.empty()) {
        std::abort();
    }
    return 0;
}
