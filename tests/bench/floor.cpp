#include "floor.h"

#include <libxml/parser.h>
#include <zip.h>

#include <array>
#include <memory>
#include <string_view>

namespace mingdan::bench {

namespace {

constexpr std::size_t kChunk = 64 * 1024;

/// The parts that a reader of the text and its lists has to open; those that a file lacks cost nothing.
constexpr std::string_view kParts[] = {"[Content_Types].xml", "_rels/.rels",        "word/_rels/document.xml.rels",
                                       "word/document.xml",   "word/numbering.xml", "word/styles.xml",
                                       "word/footnotes.xml",  "word/endnotes.xml",  "word/comments.xml",
                                       "word/header1.xml",    "word/header2.xml",   "word/header3.xml",
                                       "word/footer1.xml",    "word/footer2.xml",   "word/footer3.xml"};

struct Close {
    void operator()(zip_t* archive) const { zip_discard(archive); }
    void operator()(zip_file_t* file) const { zip_fclose(file); }
    void operator()(xmlParserCtxt* parser) const { xmlFreeParserCtxt(parser); }
};

void start(void*, const xmlChar*, const xmlChar*, const xmlChar*, int, const xmlChar**, int, int, const xmlChar**) {}
void end(void*, const xmlChar*, const xmlChar*, const xmlChar*) {}
void text(void*, const xmlChar*, int) {}

xmlSAXHandler empty_handler() {
    xmlSAXHandler handler{};
    handler.initialized = XML_SAX2_MAGIC;
    handler.startElementNs = start;
    handler.endElementNs = end;
    handler.characters = text;
    handler.ignorableWhitespace = text;
    handler.cdataBlock = text;
    return handler;
}

/// One part through the parser. Returns its bytes, 0 when it is not there or damaged.
std::size_t parse_part(zip_t* archive, zip_int64_t index) {
    const std::unique_ptr<zip_file_t, Close> file(zip_fopen_index(archive, static_cast<zip_uint64_t>(index), 0));
    xmlSAXHandler handler = empty_handler();
    const std::unique_ptr<xmlParserCtxt, Close> parser(xmlCreatePushParserCtxt(&handler, nullptr, nullptr, 0, nullptr));
    if (!file || !parser) {
        return 0;
    }
    xmlCtxtUseOptions(parser.get(), XML_PARSE_NONET);
    static thread_local std::array<char, kChunk> buffer;
    std::size_t bytes = 0;
    zip_int64_t length = 0;
    while ((length = zip_fread(file.get(), buffer.data(), buffer.size())) > 0) {
        bytes += static_cast<std::size_t>(length);
        if (xmlParseChunk(parser.get(), buffer.data(), static_cast<int>(length), 0) != 0) {
            return 0;
        }
    }
    return xmlParseChunk(parser.get(), buffer.data(), 0, 1) == 0 ? bytes : 0;
}

}  // namespace

std::size_t run_floor(std::span<const std::byte> bytes) {
    zip_error_t error;
    zip_error_init(&error);
    zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
    const std::unique_ptr<zip_t, Close> archive(source == nullptr ? nullptr
                                                                  : zip_open_from_source(source, ZIP_RDONLY, &error));
    zip_error_fini(&error);
    if (!archive) {
        return 0;
    }
    std::size_t total = 0;
    for (const std::string_view part : kParts) {
        const zip_int64_t index = zip_name_locate(archive.get(), std::string(part).c_str(), 0);
        total += index < 0 ? 0 : parse_part(archive.get(), index);
    }
    return total;
}

}  // namespace mingdan::bench
