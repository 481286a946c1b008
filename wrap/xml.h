// XML as events: libxml2's SAX2 push parser behind small integer names. The only door to libxml2.
//
// A vocabulary names the elements a reader knows; each element arrives as its token, all others as 0. Names are
// resolved once per distinct name and parser (libxml2 interns them, so their addresses are keys). No network, no entity
// is expanded, any DOCTYPE is refused, the first complaint of the parser is the error. libxml2 sets no bounds in this
// mode for depth and attributes and takes square time for absurd tags, so the limits are ours.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <mingdan/options.h>
#include <mingdan/result.h>

namespace mingdan::xml {

using Token = std::uint16_t;  ///< an element's name in a vocabulary; 0: not in it
using Space = std::uint8_t;   ///< a namespace in a vocabulary; 0: none or not in it

struct SpaceName {
    std::string_view uri;
    Space space;
};

struct ElementName {
    Space space;
    std::string_view local;
    Token token;
};

/// REQUIRES: `names` sorted by space, then local name. Several URIs may stand for one space (Strict and Transitional).
struct Vocabulary {
    std::span<const SpaceName> spaces;
    std::span<const ElementName> names;
};

class Parser;

/// The attributes of one element, looked at only when asked.
class Attributes {
public:
    Attributes(Parser& parser, const unsigned char** items, int count)
        : parser_(parser), items_(items), count_(count) {}

    /// The value as libxml2 has it, in which an ampersand stands as "&#38;": good for keywords, numbers and keys.
    std::optional<std::string_view> find(Space space, std::string_view local) const;
    /// The value as text; "" if there is none.
    std::string text(Space space, std::string_view local) const;

private:
    Parser& parser_;
    const unsigned char** items_;
    int count_;
};

/// Receives the events of one part. Text is valid UTF-8 as far as libxml2 checks it.
class Handler {
public:
    virtual void start(Token token, const Attributes& attributes) = 0;
    virtual void end(Token token) = 0;
    virtual void text(std::string_view text) = 0;

protected:
    ~Handler() = default;
    Parser& parser() const { return *parser_; }
    /// For a handler that hands events on to another.
    void lend_parser(Handler& other) const { other.parser_ = parser_; }

private:
    friend class Parser;
    Parser* parser_ = nullptr;
};

/// Parses one part. REQUIRES: vocabulary, handler and limits outlive it.
class Parser {
public:
    Parser(const Vocabulary& vocabulary, Handler& handler, const Limits& limits);
    ~Parser();
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    Result<void> feed(std::string_view bytes);
    Result<void> finish();

    // for handlers, while an event is delivered
    /// From start(): neither the subtree nor the end of this element is delivered.
    void skip() { skip_from_ = depth(); }
    /// Ends the parsing with this error; no further event comes.
    void stop(Error error);
    /// Open elements, the one that starts or ends included.
    std::uint32_t depth() const { return static_cast<std::uint32_t>(open_.size()); }
    /// The element `up` levels above the one that starts or ends; 0 beyond the root.
    Token above(std::uint32_t up = 1) const { return up < open_.size() ? open_[open_.size() - 1 - up] : Token{0}; }
    /// The element that holds the text being delivered.
    Token here() const { return open_.empty() ? Token{0} : open_.back(); }
    std::uint32_t line() const;

private:
    friend class Attributes;
    struct Callbacks;
    struct Context;

    Space space_of(const unsigned char* uri);
    Token token_of(const unsigned char* local, const unsigned char* uri);
    Token look_up(const unsigned char* local, const unsigned char* uri);
    Result<void> push(std::string_view bytes, bool last);
    Result<void> outcome(int code);

    struct KnownName {
        const unsigned char* local = nullptr;
        const unsigned char* uri = nullptr;
        Token token = 0;
    };
    struct KnownSpace {
        const unsigned char* uri = nullptr;
        Space space = 0;
    };

    const Vocabulary& vocabulary_;
    Handler& handler_;
    const Limits& limits_;
    std::unique_ptr<Context> context_;
    std::vector<Token> open_;
    std::vector<KnownName> known_;
    KnownSpace spaces_[8];
    std::uint32_t skip_from_ = 0;
    std::uint64_t silent_bytes_ = 0;  ///< fed since the last event
    bool stopped_ = false;
    std::optional<Error> error_;
    std::string head_;  ///< the first bytes, until there are enough to tell the encoding
};

}  // namespace mingdan::xml
