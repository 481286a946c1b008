// libxml2 2.9.14. Its push parser is fed in chunks that end behind a tag, so that no token is cut and a page that is
// given up costs no more than one chunk: its search for the element that an end tag closes is linear in the open ones.
#include "wrap/html.h"

#include <libxml/HTMLparser.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <utility>

#include "model/over_limit.h"

namespace mingdan::html {

namespace {

constexpr std::size_t kChunk = 64 * 1024;
/// Unclosed <font> and <b> pile up in honest pages; those that hold blocks are counted by who builds of the events.
constexpr std::uint32_t kInlinePerBlock = 4;

/// How much of the page goes in at once: to the last tag's end in the chunk, else to the next one behind it.
std::size_t chunk_of(std::string_view page) {
    if (page.size() <= kChunk) {
        return page.size();
    }
    std::size_t end = page.rfind('>', kChunk - 1);
    if (end == std::string_view::npos || end == 0) {
        end = page.find('>', kChunk);
    }
    return end == std::string_view::npos ? page.size() : end + 1;
}

void silent(void*, const char*, ...) {}
void silent_error(void*, xmlErrorPtr) {}

}  // namespace

struct Parser::Context {
    htmlParserCtxtPtr parser = nullptr;

    ~Context() {
        if (parser != nullptr) {
            xmlFreeDoc(parser->myDoc);
            htmlFreeParserCtxt(parser);
        }
    }
};

/// What libxml2 calls.
struct Parser::Callbacks {
    static Parser& self(void* user) { return *static_cast<Parser*>(user); }

    static void start(void* user, const xmlChar* name, const xmlChar** attributes) {
        Parser& parser = self(user);
        if (parser.error_) {
            return;
        }
        if (++parser.open_ > parser.limits_.xml_depth * kInlinePerBlock) {
            parser.stop(
                over_limit("xml-depth", parser.limits_.xml_depth, "elements stand inside each other deeper than"));
            return;
        }
        parser.handler_.start(reinterpret_cast<const char*>(name), Attributes(attributes));
    }

    static void end(void* user, const xmlChar*) {
        Parser& parser = self(user);
        if (!parser.error_ && parser.open_ > 0) {
            --parser.open_;
            parser.handler_.end();
        }
    }

    static void text(void* user, const xmlChar* bytes, int length) {
        Parser& parser = self(user);
        if (!parser.error_) {
            parser.handler_.text({reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(length)});
        }
    }

    static xmlSAXHandler handler() {
        xmlSAXHandler sax{};
        sax.initialized = XML_SAX2_MAGIC;
        sax.startElement = start;
        sax.endElement = end;
        sax.characters = text;
        sax.ignorableWhitespace = text;
        sax.cdataBlock = text;
        sax.serror = silent_error;
        sax.error = silent;
        sax.warning = silent;
        return sax;
    }
};

Parser::Parser(Handler& handler, const Limits& limits)
    : handler_(handler), limits_(limits), context_(std::make_unique<Context>()) {
    static const bool initialized = (xmlInitParser(), true);
    static_cast<void>(initialized);
}

Parser::~Parser() = default;

void Parser::stop(Error error) {
    if (!error_) {
        error_ = std::move(error);
    }
}

Result<void> Parser::parse(std::string_view page) {
    xmlSAXHandler sax = Callbacks::handler();
    context_->parser = htmlCreatePushParserCtxt(&sax, this, nullptr, 0, nullptr, XML_CHAR_ENCODING_UTF8);
    if (context_->parser == nullptr) {
        return fail(ErrorCode::out_of_memory, "there is not enough memory for the HTML parser", "more memory for it");
    }
    htmlCtxtUseOptions(context_->parser, HTML_PARSE_IGNORE_ENC | HTML_PARSE_NONET | HTML_PARSE_NODEFDTD);
    while (!page.empty() && !error_) {
        const std::size_t size = chunk_of(page);
        htmlParseChunk(context_->parser, page.data(), static_cast<int>(size), 0);
        page.remove_prefix(size);
    }
    if (!error_) {
        htmlParseChunk(context_->parser, nullptr, 0, 1);
    }
    if (!error_ && context_->parser->lastError.code == XML_ERR_NO_MEMORY) {
        return fail(ErrorCode::out_of_memory, "there is not enough memory for its HTML", "more memory for it");
    }
    if (error_) {
        return *error_;
    }
    return {};
}

}  // namespace mingdan::html
