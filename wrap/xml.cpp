#include "wrap/xml.h"

#include <fmt/format.h>
#include <libxml/parser.h>
#include <libxml/xmlerror.h>

#include <algorithm>
#include <cstring>
#include <utility>

#include "model/over_limit.h"
#include "model/try.h"
#include "model/utf8.h"

namespace mingdan::xml {

namespace {

constexpr std::size_t kChunk = 64 * 1024;
constexpr std::size_t kKnownNames = 512;  // a power of two
constexpr int kMostNames = 50'000;        // distinct names of one part; libxml2 takes square time beyond
constexpr std::string_view kSaveAgain = "opening the file in Word or WPS and saving it anew";

const char* chars(const unsigned char* text) {
    return reinterpret_cast<const char*>(text);
}

bool equal(const unsigned char* text, std::string_view other) {
    return std::strncmp(chars(text), other.data(), other.size()) == 0 && text[other.size()] == 0;
}

/// libxml2 without entity expansion hands out '&' in attribute values as "&#38;".
std::string unescape(std::string_view value) {
    constexpr std::string_view kAmpersand = "&#38;";
    std::string text;
    text.reserve(value.size());
    for (std::size_t at = value.find(kAmpersand); at != std::string_view::npos; at = value.find(kAmpersand)) {
        text.append(value.substr(0, at)).push_back('&');
        value.remove_prefix(at + kAmpersand.size());
    }
    return text.append(value);
}

std::string printable(const char* message) {
    std::string text = message == nullptr ? "" : message;
    while (!text.empty() && (text.back() == '\n' || text.back() == ' ')) {
        text.pop_back();
    }
    for (std::size_t bad = utf8::find_invalid(text); bad != std::string_view::npos; bad = utf8::find_invalid(text)) {
        text[bad] = '?';
    }
    std::replace(text.begin(), text.end(), '\n', ' ');
    return text;
}

Error damaged_at(std::uint32_t line, std::string_view seen) {
    return fail(ErrorCode::damaged_xml, fmt::format("the XML is damaged at line {}: {}", line, seen),
                "opening the file in Word or WPS, which can repair some damage, and saving it anew");
}

void silent(void*, const char*, ...) {}
void silent_error(void*, xmlErrorPtr) {}

/// Takes this thread's global error handlers away while libxml2 runs: encoding errors go there, and from there to
/// stderr.
class Silence {
public:
    Silence()
        : generic_(xmlGenericError),
          generic_context_(xmlGenericErrorContext),
          structured_(xmlStructuredError),
          structured_context_(xmlStructuredErrorContext) {
        xmlSetGenericErrorFunc(nullptr, silent);
        xmlSetStructuredErrorFunc(nullptr, silent_error);
    }
    ~Silence() {
        xmlSetGenericErrorFunc(generic_context_, generic_);
        xmlSetStructuredErrorFunc(structured_context_, structured_);
    }
    Silence(const Silence&) = delete;
    Silence& operator=(const Silence&) = delete;

private:
    xmlGenericErrorFunc generic_;
    void* generic_context_;
    xmlStructuredErrorFunc structured_;
    void* structured_context_;
};

}  // namespace

struct Parser::Context {
    xmlParserCtxtPtr parser = nullptr;
    std::string message;  ///< the first error's
    int line = 0;

    ~Context() {
        if (parser != nullptr) {
            xmlFreeDoc(parser->myDoc);
            xmlFreeParserCtxt(parser);
        }
    }
};

/// What libxml2 calls.
struct Parser::Callbacks {
    static Parser& self(void* user) { return *static_cast<Parser*>(user); }

    static void start(void* user, const xmlChar* local, const xmlChar*, const xmlChar* uri, int namespaces,
                      const xmlChar**, int attributes, int, const xmlChar** items) {
        Parser& parser = self(user);
        parser.silent_bytes_ = 0;
        if (parser.stopped_) {
            return;
        }
        if (parser.open_.size() >= parser.limits_.xml_depth) {
            parser.stop(
                over_limit("xml-depth", parser.limits_.xml_depth, "elements stand inside each other deeper than"));
            return;
        }
        if (static_cast<std::uint32_t>(attributes + namespaces) > parser.limits_.xml_attributes) {
            parser.stop(
                over_limit("xml-attributes", parser.limits_.xml_attributes, "an element has more attributes than"));
            return;
        }
        const Token token = parser.token_of(local, uri);
        parser.open_.push_back(token);
        if (parser.skip_from_ == 0) {
            parser.handler_.start(token, Attributes(parser, items, attributes));
        }
    }

    static void end(void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
        Parser& parser = self(user);
        parser.silent_bytes_ = 0;
        if (parser.stopped_ || parser.open_.empty()) {
            return;
        }
        if (parser.skip_from_ == 0) {
            parser.handler_.end(parser.open_.back());
        } else if (parser.skip_from_ == parser.depth()) {
            parser.skip_from_ = 0;
        }
        parser.open_.pop_back();
    }

    static void text(void* user, const xmlChar* bytes, int length) {
        Parser& parser = self(user);
        parser.silent_bytes_ = 0;
        if (!parser.stopped_ && parser.skip_from_ == 0) {
            parser.handler_.text({chars(bytes), static_cast<std::size_t>(length)});
        }
    }

    /// CDATA is the one text that libxml2 hands on as it came; all other text it has decoded character by character.
    static void cdata(void* user, const xmlChar* bytes, int length) {
        Parser& parser = self(user);
        if (utf8::find_invalid({chars(bytes), static_cast<std::size_t>(length)}) != std::string_view::npos) {
            parser.stop(damaged_at(parser.line(), "it holds bytes that are no UTF-8"));
            return;
        }
        text(user, bytes, length);
    }

    static void doctype(void* user, const xmlChar*, const xmlChar*, const xmlChar*) {
        self(user).stop(fail(ErrorCode::doctype,
                             "it declares a DOCTYPE, which no office program writes and which can harm",
                             std::string(kSaveAgain)));
    }

    static void comment(void* user, const xmlChar*) { self(user).silent_bytes_ = 0; }
    static void instruction(void* user, const xmlChar*, const xmlChar*) { self(user).silent_bytes_ = 0; }

    static void error(void* user, xmlErrorPtr error) {
        Context& context = *self(user).context_;
        if (error->level >= XML_ERR_ERROR && context.message.empty()) {
            context.message = printable(error->message);
            context.line = error->line;
        }
    }

    static xmlSAXHandler handler() {
        xmlSAXHandler sax{};
        sax.initialized = XML_SAX2_MAGIC;
        sax.startElementNs = start;
        sax.endElementNs = end;
        sax.characters = text;
        sax.ignorableWhitespace = text;
        sax.cdataBlock = cdata;
        sax.internalSubset = doctype;
        sax.comment = comment;
        sax.processingInstruction = instruction;
        sax.serror = error;
        return sax;
    }
};

std::optional<std::string_view> Attributes::find(Space space, std::string_view local) const {
    for (int i = 0; i < count_; ++i) {  // five pointers each: local name, prefix, URI, value, end of value
        const unsigned char** item = items_ + 5 * i;
        if (equal(item[0], local) && parser_.space_of(item[2]) == space) {
            return std::string_view{chars(item[3]), static_cast<std::size_t>(item[4] - item[3])};
        }
    }
    return std::nullopt;
}

std::string Attributes::text(Space space, std::string_view local) const {
    const auto value = find(space, local);
    return value ? unescape(*value) : std::string{};
}

Parser::Parser(const Vocabulary& vocabulary, Handler& handler, const Limits& limits)
    : vocabulary_(vocabulary),
      handler_(handler),
      limits_(limits),
      context_(std::make_unique<Context>()),
      known_(kKnownNames) {
    static const bool initialized = (xmlInitParser(), true);
    static_cast<void>(initialized);
    open_.reserve(64);
    handler_.parser_ = this;
}

Parser::~Parser() = default;

Space Parser::space_of(const unsigned char* uri) {
    if (uri == nullptr) {
        return 0;
    }
    for (const KnownSpace& known : spaces_) {
        if (known.uri == uri) {
            return known.space;
        }
    }
    const auto named = std::find_if(vocabulary_.spaces.begin(), vocabulary_.spaces.end(),
                                    [&](const SpaceName& name) { return equal(uri, name.uri); });
    const Space space = named == vocabulary_.spaces.end() ? Space{0} : named->space;
    std::move_backward(std::begin(spaces_), std::end(spaces_) - 1, std::end(spaces_));
    spaces_[0] = {uri, space};
    return space;
}

Token Parser::look_up(const unsigned char* local, const unsigned char* uri) {
    const Space space = space_of(uri);
    if (space == 0) {
        return 0;
    }
    const std::string_view name = chars(local);
    const auto at = std::lower_bound(vocabulary_.names.begin(), vocabulary_.names.end(), name,
                                     [&](const ElementName& entry, std::string_view wanted) {
                                         return entry.space != space ? entry.space < space : entry.local < wanted;
                                     });
    return at != vocabulary_.names.end() && at->space == space && at->local == name ? at->token : Token{0};
}

Token Parser::token_of(const unsigned char* local, const unsigned char* uri) {
    const auto address = reinterpret_cast<std::uintptr_t>(local);
    KnownName& known = known_[(address ^ address >> 7) & (kKnownNames - 1)];
    if (known.local != local || known.uri != uri) {
        known = {local, uri, look_up(local, uri)};
    }
    return known.token;
}

void Parser::stop(Error error) {
    if (!stopped_) {
        error_ = std::move(error);
        stopped_ = true;
        xmlStopParser(context_->parser);
    }
}

std::uint32_t Parser::line() const {
    const auto* input = context_->parser == nullptr ? nullptr : context_->parser->input;
    return input == nullptr ? 0 : static_cast<std::uint32_t>(input->line);
}

Result<void> Parser::outcome(int code) {
    if (error_) {
        return *error_;
    }
    if (code == XML_ERR_OK && context_->message.empty()) {  // a prefix without a namespace is no error in the code
        return {};
    }
    if (code == XML_ERR_NO_MEMORY) {
        stopped_ = true;
        error_ = fail(ErrorCode::out_of_memory, "there is not enough memory for its XML", "more memory for it");
        return *error_;
    }
    const std::string seen =
        context_->message.empty() ? "its bytes do not fit its character encoding" : context_->message;
    const std::uint32_t at = context_->line > 0 ? static_cast<std::uint32_t>(context_->line) : line();
    stopped_ = true;
    error_ = damaged_at(at, seen);
    return *error_;
}

Result<void> Parser::push(std::string_view bytes, bool last) {
    const Silence silence;
    if (context_->parser == nullptr) {  // libxml2 tells the encoding by the bytes that it is created with
        xmlSAXHandler sax = Callbacks::handler();
        const std::size_t first = std::min<std::size_t>(bytes.size(), 4);
        context_->parser = xmlCreatePushParserCtxt(&sax, this, bytes.data(), static_cast<int>(first), nullptr);
        if (context_->parser == nullptr) {
            return fail(ErrorCode::out_of_memory, "there is not enough memory for the XML parser",
                        "more memory for it");
        }
        xmlCtxtUseOptions(context_->parser, XML_PARSE_NONET);
        bytes.remove_prefix(first);
    }
    do {
        const std::string_view chunk = bytes.substr(0, kChunk);
        bytes.remove_prefix(chunk.size());
        silent_bytes_ += chunk.size();
        const bool ends = last && bytes.empty();
        TRY(outcome(xmlParseChunk(context_->parser, chunk.data(), static_cast<int>(chunk.size()), ends ? 1 : 0)));
        if (silent_bytes_ > limits_.xml_token_bytes) {
            stop(over_limit("xml-token-bytes", limits_.xml_token_bytes,
                            "one tag, comment or instruction has more bytes than"));
            return outcome(XML_ERR_OK);
        }
        if (xmlDictSize(context_->parser->dict) > kMostNames) {
            stop(fail(ErrorCode::over_limit, fmt::format("it has more than {} different names", kMostNames),
                      std::string(kSaveAgain)));
            return *error_;
        }
    } while (!bytes.empty());
    return {};
}

Result<void> Parser::feed(std::string_view bytes) {
    if (error_) {
        return *error_;
    }
    if (context_->parser != nullptr) {
        return push(bytes, false);
    }
    head_.append(bytes);
    return head_.size() < 4 ? Result<void>{} : push(std::exchange(head_, {}), false);
}

Result<void> Parser::finish() {
    if (error_) {
        return *error_;
    }
    return push(std::exchange(head_, {}), true);
}

}  // namespace mingdan::xml
