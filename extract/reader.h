// What a reader is: bytes -> Document. Readers never interpret and never repair wording.
#pragma once

#include <cstddef>
#include <span>
#include <string_view>

#include <mingdan/document.h>
#include <mingdan/options.h>
#include <mingdan/result.h>

namespace mingdan {

struct Input {
    std::span<const std::byte> bytes;
    const Limits& limits;

    std::string_view view() const { return {reinterpret_cast<const char*>(bytes.data()), bytes.size()}; }
};

struct Reader {
    std::string_view name;
    std::string_view extensions;  ///< comma-separated, without dots; for help texts, never for sniffing
    std::string_view description;
    bool (*sniff)(const Input&);  ///< by content only
    Result<Document> (*read)(const Input&);
};

/// All readers in sniffing order (readers.def).
std::span<const Reader* const> readers();

/// Finds the reader by content and reads. What no reader takes is named: what it is, what to try.
Result<Document> read_document(const Input& input);

}  // namespace mingdan
