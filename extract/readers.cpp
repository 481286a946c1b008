// The registry of readers and the way from bytes to the one that takes them.
#include "extract/other_formats.h"
#include "extract/reader.h"

#include <fmt/format.h>

namespace mingdan {

#define READER(name) extern const Reader name##_reader;
#include "extract/readers.def"
#undef READER

namespace {

const Reader* const kReaders[] = {
#define READER(name) &name##_reader,
#include "extract/readers.def"
#undef READER
};

}  // namespace

std::span<const Reader* const> readers() {
    return kReaders;
}

Result<Document> read_document(const Input& input) {
    if (input.bytes.empty()) {
        return fail(ErrorCode::empty, "the file is empty", "the file that the notice came in, saved anew");
    }
    if (input.bytes.size() > input.limits.file_bytes) {
        return fail(ErrorCode::over_limit,
                    fmt::format("the file has {} bytes, the limit is {}", input.bytes.size(), input.limits.file_bytes),
                    "a higher limit of the file's size, if it is to be trusted");
    }
    for (const Reader* reader : readers()) {
        if (reader->sniff(input)) {
            return reader->read(input);
        }
    }
    if (auto error = name_other_format(input.view())) {
        return std::move(*error);
    }
    return fail(ErrorCode::unknown_format, "the content is binary and of no format that is known here",
                "a Word document (.docx) or a text file");
}

}  // namespace mingdan
