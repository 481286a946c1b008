#include "extract/doc_file.h"

#include <fmt/format.h>

#include <utility>

#include "extract/little_endian.h"
#include "model/try.h"

namespace mingdan::doc {

using bytes::u16;
using bytes::u32;

namespace {

constexpr std::uint16_t kFirstWord97 = 0xC0;  // of files for right-to-left text; 0xC1 else
constexpr std::uint16_t kEncrypted = 0x0100;
constexpr std::uint16_t kTableIsOne = 0x0200;
constexpr std::size_t kBaseSize = 32;

Error damaged(std::string_view what) {
    return fail(ErrorCode::damaged_file, fmt::format("the Word document is damaged: {}", what),
                "fetch the file again, or open it in Word or WPS and save it anew");
}

/// The arrays of the FIB: 16-bit numbers, 32-bit numbers, pairs; each behind its own count.
Result<void> read_arrays(File& file) {
    const std::size_t longs = kBaseSize + 2 + 2 * std::size_t{u16(file.word, kBaseSize)};
    const std::size_t counted = u16(file.word, longs);
    constexpr std::array<std::size_t, kParts> kPlaces = {3, 4, 5, 7, 8, 9, 10};  // FibRgLw97: ccpText and on
    for (std::size_t i = 0; i < kParts; ++i) {
        const std::uint32_t length = kPlaces[i] < counted ? u32(file.word, longs + 2 + 4 * kPlaces[i]) : 0;
        if (length > 0x7FFFFFFF) {
            return damaged("a part of its text has a negative length");
        }
        file.lengths[i] = length;
    }
    const std::size_t pairs = longs + 2 + 4 * counted;
    file.pairs = u16(file.word, pairs);
    file.pairs_at = pairs + 2;
    if (file.pairs <= static_cast<std::size_t>(Entry::text)) {
        return damaged("its first block does not say where the text stands");
    }
    return {};
}

}  // namespace

std::size_t File::begin_of(Entry which) const {
    const auto index = static_cast<std::size_t>(which);
    return index < pairs ? u32(word, pairs_at + 8 * index) : 0;
}

std::string_view File::block(Entry which) const {
    const auto index = static_cast<std::size_t>(which);
    const std::size_t size = index < pairs ? u32(word, pairs_at + 8 * index + 4) : 0;
    return bytes::part(table, begin_of(which), size);
}

bool is_word_file(const CompoundFile& container) {
    return container.has("WordDocument") && !container.has("EncryptedPackage");
}

Result<File> open_file(CompoundFile& container) {
    File file;
    TRY_ASSIGN(file.word, container.stream("WordDocument"));
    const std::uint16_t version = u16(file.word, 2);
    const std::uint16_t flags = u16(file.word, 10);
    if (file.word.size() < kBaseSize) {
        return damaged("its main stream has no header");
    }
    if ((flags & kEncrypted) != 0) {
        return fail(ErrorCode::encrypted, "this is a Word document that is encrypted with a password",
                    "open it with its password and save it without one");
    }
    if (version < kFirstWord97) {
        return fail(ErrorCode::unsupported_format,
                    fmt::format("this is a document of Word 6 or Word 95 (version {}), which is not read", version),
                    "open it in Word or WPS and save it as .docx");
    }
    TRY(read_arrays(file));
    const std::string_view table = (flags & kTableIsOne) != 0 ? "1Table" : "0Table";
    TRY_ASSIGN(file.table, container.stream(table));
    if (container.has("Data")) {
        TRY_ASSIGN(file.data, container.stream("Data"));
    }
    return file;
}

}  // namespace mingdan::doc
