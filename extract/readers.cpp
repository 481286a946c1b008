#include "extract/reader.h"

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

std::span<const Reader* const> readers() { return kReaders; }

Result<Document> read_document(const Input& input) {
    for (const Reader* reader : readers()) {
        if (reader->sniff(input)) {
            return reader->read(input);
        }
    }
    return fail(ErrorCode::unknown_format, "the content is of no format that this build reads");
}

}  // namespace mingdan
