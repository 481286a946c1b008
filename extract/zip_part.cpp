#include "extract/zip_part.h"

#include <utility>

namespace mingdan {

Result<void> parse_part(zip::Archive& archive, std::string_view part, const xml::Vocabulary& vocabulary,
                        xml::Handler& handler, const Limits& limits) {
    const auto in_part = [&](Error error) {
        error.part = part;
        return error;
    };
    const auto entry = archive.find(part);
    if (!entry) {
        return entry.error();
    }
    if (!entry.value()) {
        return in_part(fail(ErrorCode::no_document, "the archive has no such part"));
    }
    xml::Parser parser(vocabulary, handler, limits);
    Result<void> read = archive.read(*entry.value(), [&](std::string_view chunk) { return parser.feed(chunk); });
    if (read) {
        read = parser.finish();
    }
    return read ? std::move(read) : Result<void>(in_part(std::move(read.error())));
}

}  // namespace mingdan
