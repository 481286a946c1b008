// HTML 13.2.5 (tokenization) as far as libxml2 2.9.14 departs from it. Met: `<![if !supportLists]>`, which libxml2
// hands on as text; `<?xml:namespace prefix = o />`; `&nbsp` without a semicolon; a quotation mark that is never
// closed.
#include "extract/html_mend.h"

#include <algorithm>
#include <optional>

#include <mingdan/document.h>

#include "extract/html_references.h"

namespace mingdan::html {

namespace {

constexpr std::string_view kSpaces = " \t\r\n\f";
constexpr std::size_t npos = std::string_view::npos;

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}
bool is_letter(char c) {
    return lower(c) >= 'a' && lower(c) <= 'z';
}

bool begins(std::string_view text, std::string_view word) {
    return text.size() >= word.size() &&
           std::equal(word.begin(), word.end(), text.begin(), [](char a, char b) { return a == lower(b); });
}

/// Characters that are none of HTML's: libxml2 would pass them over, the accounting would not.
bool is_foreign(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    if (byte < 0x20) {
        return byte != '\t' && byte != '\n' && byte != '\r';
    }
    return byte == 0xEF && at + 2 < text.size() && text[at + 1] == '\xBF' &&
           static_cast<unsigned char>(text[at + 2]) >= 0xBE;
}

std::string without_foreign(std::string_view page) {
    std::string kept;
    kept.reserve(page.size());
    for (std::size_t at = 0; at < page.size(); ++at) {
        if (!is_foreign(page, at)) {
            kept += page[at];
        } else if (page[at] == '\f') {
            kept += ' ';
        } else if (page[at] == '\xEF') {
            at += 2;
        }
    }
    return kept;
}

class Mender {
public:
    explicit Mender(std::string_view page)
        : page_(page), is_xml_(page.substr(0, 512).find("<?xml ") != npos), last_bracket_(page.rfind('>')) {
        out_.page.reserve(page.size() + 64);
    }

    Mended run() {
        while (at_ < page_.size()) {
            const std::size_t next = std::min(page_.find_first_of("<&", at_), page_.size());
            pass_text(next);
            if (at_ < page_.size() && page_[at_] == '&') {
                at_ += mend_reference(page_.substr(at_), false, out_.page);
            } else if (at_ < page_.size()) {
                markup();
            }
        }
        return std::move(out_);
    }

private:
    void pass_text(std::size_t end) {
        const std::string_view text = page_.substr(at_, end - at_);
        out_.page += text;
        out_.characters += count_characters(text);
        at_ = end;
    }

    void markup() {
        const std::string_view rest = page_.substr(at_);
        const char next = rest.size() > 1 ? rest[1] : ' ';
        if (is_letter(next)) {
            tag();
        } else if (next == '/') {
            end_tag();
        } else if (rest.starts_with("<!--")) {
            comment();
        } else if (is_xml_ && rest.starts_with("<![CDATA[")) {
            at_ += 9;
            escaped_text(std::min(page_.find("]]>", at_), page_.size()));
            at_ = std::min(at_ + 3, page_.size());
        } else if (next == '!' || next == '?') {
            skip_to_bracket();
        } else {
            literal_bracket();
        }
    }

    void literal_bracket() {
        out_.page += "&lt;";
        ++at_;
    }

    /// Asked before each search, which would else run to the page's end each time.
    bool has_bracket() const { return last_bracket_ != npos && at_ <= last_bracket_; }

    void skip_to_bracket() {
        if (has_bracket()) {
            at_ = page_.find('>', at_) + 1;
        } else {
            literal_bracket();
        }
    }

    /// One that is never closed ends at its first bracket: browsers would lose the rest of the page.
    void comment() {
        const std::size_t end = comments_end_ ? page_.find("-->", at_ + 2) : npos;
        comments_end_ = end != npos;
        const std::size_t odd = end == npos ? npos : page_.substr(at_, end - at_).find("--!>", 4);
        if (odd != npos) {
            at_ += odd + 4;
        } else if (end != npos) {
            at_ = end + 3;
        } else {
            skip_to_bracket();
        }
    }

    void end_tag() {
        if (!has_bracket()) {
            literal_bracket();
            return;
        }
        const std::size_t end = page_.find('>', at_);
        const std::string_view name = name_at(at_ + 2);
        if (!name.empty() && name != "html" && name != "body") {
            out_.page.append("</").append(name).append(">");
        }
        at_ = end + 1;
    }

    /// The name in lower case; "" where none begins.
    std::string_view name_at(std::size_t at) {
        name_.clear();
        for (; at < page_.size() && kSpaces.find(page_[at]) == npos && page_[at] != '>' && page_[at] != '/' &&
               page_[at] != '<';
             ++at) {
            name_ += lower(page_[at]);
        }
        return !name_.empty() && is_letter(name_[0]) ? std::string_view(name_) : std::string_view();
    }

    /// Passes a start tag on with its references mended; a tag that never ends is text.
    void tag() {
        if (!has_bracket()) {
            literal_bracket();
            return;
        }
        const std::string name(name_at(at_ + 1));
        const bool kept = name != "script" && name != "style";
        const std::size_t begin = out_.page.size();
        out_.page.append("<").append(name);
        at_ += 1 + name.size();
        attributes();
        const bool closed = is_xml_ && out_.page.ends_with("/>");
        if (!kept) {
            out_.page.resize(begin);
            if (!closed) {
                skip_raw_text(name);
            }
        } else if (!closed && (name == "title" || name == "textarea")) {
            const std::size_t end = unended_ == name ? npos : find_end(name);
            if (end != npos) {
                escaped_text(end);
            } else {
                unended_ = name;
            }
        }
    }

    void attributes() {
        bool value = false;  // an equals sign came before
        while (at_ < page_.size()) {
            const char c = page_[at_];
            if (c == '>' || c == '<') {  // a tag within a tag: the bracket was forgotten
                out_.page += '>';
                at_ += c == '>';
                return;
            }
            if (value && (c == '"' || c == '\'')) {
                quoted();
                value = false;
                continue;
            }
            if (value && kSpaces.find(c) == npos) {
                unquoted();
                value = false;
                continue;
            }
            value = c == '=' || (value && kSpaces.find(c) != npos);
            out_.page +=
                c == '"' || c == '\'' ? ' ' : c;  // a stray mark is part of a name to browsers, of a value to libxml2
            ++at_;
        }
    }

    void quoted() {
        const char mark = page_[at_];
        const std::size_t end = page_.find(mark, at_ + 1);
        if (end == npos) {
            ++at_;
            return;
        }
        out_.page += mark;
        ++at_;
        value_text(end);
        out_.page += mark;
        at_ = end + 1;
        out_.page += ' ';
    }

    void unquoted() {
        std::size_t end = at_;
        while (end < page_.size() && kSpaces.find(page_[end]) == npos && page_[end] != '>') {
            ++end;
        }
        out_.page += '"';
        for (; at_ < end; ++at_) {
            if (page_[at_] == '&') {
                at_ += mend_reference(page_.substr(at_, end - at_), true, out_.page) - 1;
            } else if (page_[at_] == '"') {
                out_.page += "&quot;";
            } else {
                out_.page += page_[at_];
            }
        }
        out_.page += "\" ";
    }

    void value_text(std::size_t end) {
        while (at_ < end) {
            const std::size_t next = std::min(page_.substr(0, end).find('&', at_), end);  // no further: each text asks
            out_.page.append(page_, at_, next - at_);
            at_ = next;
            if (at_ < end) {
                at_ += mend_reference(page_.substr(at_, end - at_), true, out_.page);
            }
        }
    }

    /// Where the end tag of the element begins, or npos.
    std::size_t find_end(std::string_view name) const {
        for (std::size_t at = page_.find("</", at_); at != npos; at = page_.find("</", at + 2)) {
            if (begins(page_.substr(at + 2), name)) {
                return at;
            }
        }
        return npos;
    }

    /// Nothing ends it: the page was cut off in it.
    void skip_raw_text(std::string_view name) {
        const std::size_t end = find_end(name);
        const std::size_t bracket = end == npos ? npos : page_.find('>', end);
        at_ = bracket == npos ? page_.size() : bracket + 1;
    }

    /// Text in which a bracket is no tag.
    void escaped_text(std::size_t end) {
        while (at_ < end) {
            const std::size_t next = std::min(page_.find_first_of("<&", at_), end);
            pass_text(next);
            if (at_ < end && page_[at_] == '<') {
                literal_bracket();
            } else if (at_ < end) {
                at_ += mend_reference(page_.substr(at_, end - at_), false, out_.page);
            }
        }
    }

    std::string_view page_;
    bool is_xml_;
    std::size_t last_bracket_;
    bool comments_end_ = true;  ///< some comment further on is closed
    std::string unended_;       ///< the element of plain text that nothing ends any more
    std::size_t at_ = 0;
    std::string name_;
    Mended out_;
};

}  // namespace

Mended mend(std::string_view page) {
    for (std::size_t at = 0; at < page.size(); ++at) {
        if (is_foreign(page, at)) {
            return Mender(without_foreign(page)).run();
        }
    }
    return Mender(page).run();
}

}  // namespace mingdan::html
