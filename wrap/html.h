// HTML as events: libxml2's HTML push parser, which closes what pages leave open as browsers do. With wrap/xml the only
// door to libxml2.
//
// It is given UTF-8 and told so, and a page's own declaration is not looked at: by a declared gb2312 libxml2 ends at
// the first character beyond it and still calls the document whole. Nothing is an error to it; what ends a document is
// a limit. No network. The page has to be mended first (extract/html_mend.h): libxml2 2.9.14 takes for text what
// browsers take for comments, and ends at a second </html>.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string_view>

#include <mingdan/options.h>
#include <mingdan/result.h>

namespace mingdan::html {

/// The attributes of one element, in the order of the file; names in lower case.
class Attributes {
public:
    explicit Attributes(const unsigned char** items) : items_(items) {}

    /// Calls with each name and value ("" where it has none).
    template <class Function>
    void each(Function&& function) const {
        for (const unsigned char** item = items_; item != nullptr && item[0] != nullptr; item += 2) {
            function(view(item[0]), item[1] == nullptr ? std::string_view{} : view(item[1]));
        }
    }

private:
    static std::string_view view(const unsigned char* text) { return reinterpret_cast<const char*>(text); }

    const unsigned char** items_;
};

/// Receives the events of one page. Starts and ends are balanced.
class Handler {
public:
    virtual void start(std::string_view name, const Attributes& attributes) = 0;
    virtual void end() = 0;
    virtual void text(std::string_view text) = 0;

protected:
    ~Handler() = default;
};

/// Parses one page. REQUIRES: handler and limits outlive it.
class Parser {
public:
    Parser(Handler& handler, const Limits& limits);
    ~Parser();
    Parser(const Parser&) = delete;
    Parser& operator=(const Parser&) = delete;

    /// REQUIRES: valid UTF-8, mended.
    Result<void> parse(std::string_view page);

    /// For handlers, while an event is delivered: ends the parsing with this error; no further event comes.
    void stop(Error error);

private:
    struct Callbacks;
    struct Context;

    Handler& handler_;
    const Limits& limits_;
    std::unique_ptr<Context> context_;
    std::uint32_t open_ = 0;
    std::optional<Error> error_;
};

}  // namespace mingdan::html
