// Any bytes as a page and as a page in one file: no crash, small limits kept, every character accounted for.
#include <cstddef>
#include <cstdint>
#include <span>

#include "tests/fuzz/support/document_promises.h"

namespace mingdan {
extern const Reader html_reader;
extern const Reader mht_reader;
}  // namespace mingdan

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const mingdan::Limits limits = mingdan::fuzz::small_limits();
    const mingdan::Input input{std::as_bytes(std::span(data, size)), limits};
    mingdan::fuzz::require_sound_or_named(mingdan::html_reader, input);
    if (mingdan::mht_reader.sniff(input)) {
        mingdan::fuzz::require_sound_or_named(mingdan::mht_reader, input);
    }
    return 0;
}
