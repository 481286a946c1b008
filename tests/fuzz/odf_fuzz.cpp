// Any bytes as an OpenDocument file: no crash, small limits kept, every character accounted for. Bytes that are no ZIP
// archive are parts: content.xml and styles.xml with a NUL between, behind a letter: t for a text, s for a spreadsheet.
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

#include "extract/odf_body.h"
#include "extract/reader.h"
#include "tests/fuzz/support/document_promises.h"

namespace mingdan {
extern const Reader odt_reader;
extern const Reader ods_reader;
}  // namespace mingdan

namespace {

using namespace mingdan;

void read_package(const Input& input) {
    for (const Reader* reader : {&odt_reader, &ods_reader}) {
        fuzz::require_sound_or_named(*reader, input);
    }
}

Result<void> parse(std::string_view part, odf::Reading& reading, odf::Kind kind) {
    reading.styles.forget_automatic();
    odf::BodyHandler handler(reading, reading.add_part("content.xml"), kind);
    xml::Parser parser(odf::vocabulary(), handler, reading.limits);
    if (auto fed = parser.feed(part); !fed) {
        return fed;
    }
    return parser.finish();
}

void read_parts(std::string_view bytes, const Limits& limits) {
    Document document;
    odf::Reading reading(limits, document);
    const odf::Kind kind = bytes.starts_with('s') ? odf::Kind::spreadsheet : odf::Kind::text;
    bytes.remove_prefix(bytes.empty() ? 0 : 1);
    const std::size_t cut = bytes.find('\0');
    if (cut != bytes.npos && !parse(bytes.substr(cut + 1), reading, kind)) {
        return;
    }
    if (parse(bytes.substr(0, cut), reading, kind)) {
        reading.report();
        fuzz::require_sound(document);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const Limits limits = fuzz::small_limits();
    const Input input{std::as_bytes(std::span(data, size)), limits};
    if (mingdan::zip::looks_like_zip(input.view())) {
        read_package(input);
    } else {
        read_parts(input.view(), limits);
    }
    return 0;
}
