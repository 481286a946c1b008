#include "extract/mime.h"

#include <algorithm>
#include <cstdint>
#include <optional>

#include "model/utf8.h"

namespace mingdan::mime {

namespace {

constexpr int kDeepest = 8;             ///< multipart bodies inside each other
constexpr std::size_t kParts = 10'000;  ///< of one message
constexpr std::size_t kHead = 16 * 1024;
constexpr std::string_view kSpaces = " \t\r\n";
constexpr std::size_t npos = std::string_view::npos;

std::string lower(std::string_view text) {
    std::string out(text);
    std::transform(out.begin(), out.end(), out.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return out;
}

std::string_view trim(std::string_view text) {
    const std::size_t first = text.find_first_not_of(kSpaces);
    return first == npos ? std::string_view{} : text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

/// Takes a line off, without its end.
std::string_view take_line(std::string_view& text) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    line.remove_suffix(line.ends_with('\r') ? 1 : 0);
    return line;
}

struct Header {
    std::string name;  ///< in lower case
    std::string value;
};

/// Takes headers and the blank line behind them off. A line that is none ends them.
std::vector<Header> take_headers(std::string_view& text) {
    std::vector<Header> headers;
    while (!text.empty()) {
        std::string_view rest = text;
        const std::string_view line = take_line(rest);
        if (line.empty()) {
            text = rest;
            break;
        }
        const std::size_t colon = line.find(':');
        const bool folded = line[0] == ' ' || line[0] == '\t';
        if (folded && !headers.empty()) {
            headers.back().value.append(" ").append(trim(line));
        } else if (colon == npos || colon == 0 || line.substr(0, colon).find_first_of(" \t<") != npos) {
            break;
        } else {
            headers.push_back({lower(line.substr(0, colon)), std::string(trim(line.substr(colon + 1)))});
        }
        text = rest;
    }
    return headers;
}

std::string value_of(const std::vector<Header>& headers, std::string_view name) {
    const auto found =
        std::find_if(headers.begin(), headers.end(), [&](const Header& header) { return header.name == name; });
    return found == headers.end() ? std::string{} : found->value;
}

/// A parameter of Content-Type: ; boundary="----=_Next".
std::string parameter(std::string_view value, std::string_view name) {
    const std::string low = lower(value);
    for (std::size_t at = low.find(';'); at != npos; at = low.find(';', at + 1)) {
        std::size_t begin = low.find_first_not_of(" \t;", at);
        if (begin == npos || low.compare(begin, name.size(), name) != 0) {
            continue;
        }
        begin = low.find_first_not_of(kSpaces, begin + name.size());
        if (begin == npos || low[begin] != '=') {
            continue;
        }
        const std::string_view rest = trim(value.substr(begin + 1));
        return rest.starts_with('"') ? std::string(rest.substr(1, std::min(rest.find('"', 1), rest.size()) - 1))
                                     : std::string(trim(rest.substr(0, std::min(rest.find(';'), rest.size()))));
    }
    return {};
}

std::string without_brackets(std::string_view id) {
    id.remove_prefix(id.starts_with('<') ? 1 : 0);
    id.remove_suffix(id.ends_with('>') ? 1 : 0);
    return std::string(id);
}

void split_entity(std::string_view entity, int depth, Message& message);

/// Where the next line with the delimiter begins, or the end.
std::size_t find_delimiter(std::string_view body, std::string_view delimiter, std::size_t from) {
    for (std::size_t at = body.find(delimiter, from); at != npos; at = body.find(delimiter, at + 1)) {
        if (at == 0 || body[at - 1] == '\n') {
            return at;
        }
    }
    return body.size();
}

void split_multipart(std::string_view body, std::string_view boundary, int depth, Message& message) {
    const std::string delimiter = "--" + std::string(boundary);
    std::size_t at = find_delimiter(body, delimiter, 0);
    while (at < body.size() && message.parts.size() < kParts) {
        std::string_view rest = body.substr(at);
        const std::string_view line = take_line(rest);
        if (line.substr(delimiter.size()).starts_with("--")) {
            return;
        }
        const std::size_t begin = body.size() - rest.size();
        const std::size_t end = find_delimiter(body, delimiter, begin);
        split_entity(body.substr(begin, end - begin), depth + 1, message);
        at = end;
    }
}

void split_entity(std::string_view entity, int depth, Message& message) {
    const std::vector<Header> headers = take_headers(entity);
    const std::string content = value_of(headers, "content-type");
    const std::string type = lower(trim(std::string_view(content).substr(0, content.find(';'))));
    if (type.starts_with("multipart/") && depth < kDeepest) {
        if (message.start.empty()) {
            message.start = without_brackets(parameter(content, "start"));
        }
        split_multipart(entity, parameter(content, "boundary"), depth, message);
        return;
    }
    Part& part = message.parts.emplace_back();
    part.type = type.empty() ? "text/plain" : utf8::replace_invalid(type);  // findings may name them
    part.charset = parameter(content, "charset");
    part.transfer = lower(value_of(headers, "content-transfer-encoding"));
    part.location = utf8::replace_invalid(value_of(headers, "content-location"));
    part.id = utf8::replace_invalid(without_brackets(value_of(headers, "content-id")));
    part.body = entity;
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char low = static_cast<char>(c | 0x20);
    return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

std::string from_quoted_printable(std::string_view body) {
    std::string out;
    out.reserve(body.size());
    for (std::size_t at = 0; at < body.size(); ++at) {
        if (body[at] != '=') {
            out += body[at];
            continue;
        }
        const std::string_view rest = body.substr(at + 1);
        if (rest.size() >= 2 && hex_value(rest[0]) >= 0 && hex_value(rest[1]) >= 0) {
            out += static_cast<char>(hex_value(rest[0]) * 16 + hex_value(rest[1]));
            at += 2;
            continue;
        }
        const std::size_t end = rest.find_first_not_of(" \t\r");  // spaces may stand behind a soft line break
        if (end == npos || rest[end] == '\n') {
            at += end == npos ? rest.size() : end + 1;
        } else {
            out += '=';
        }
    }
    return out;
}

int base64_value(char c) {
    if (c >= 'A' && c <= 'Z') {
        return c - 'A';
    }
    if (c >= 'a' && c <= 'z') {
        return c - 'a' + 26;
    }
    if (c >= '0' && c <= '9') {
        return c - '0' + 52;
    }
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

std::string from_base64(std::string_view body) {
    std::string out;
    out.reserve(body.size() / 4 * 3 + 3);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : body) {
        if (c == '=') {
            bits = 0;
            count = 0;
        }
        const int value = base64_value(c);
        if (value < 0) {
            continue;
        }
        bits = (bits << 6 | static_cast<std::uint32_t>(value)) & 0xFFFFFF;
        count += 6;
        if (count >= 8) {
            count -= 8;
            out += static_cast<char>(bits >> count & 0xFF);
        }
    }
    return out;
}

}  // namespace

bool looks_like_message(std::string_view bytes) {
    std::string_view head = bytes.substr(0, kHead);
    head.remove_prefix(head.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    head.remove_prefix(std::min(head.find_first_not_of(kSpaces), head.size()));
    const std::vector<Header> headers = take_headers(head);
    const std::string type = lower(value_of(headers, "content-type"));
    const bool declared = !value_of(headers, "mime-version").empty() || headers.size() >= 2;
    return declared && (type.starts_with("multipart/") || type.starts_with("text/html"));
}

Message split(std::string_view bytes) {
    bytes.remove_prefix(bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0);
    bytes.remove_prefix(std::min(bytes.find_first_not_of(kSpaces), bytes.size()));
    Message message;
    split_entity(bytes, 0, message);
    return message;
}

std::string decode(const Part& part) {
    if (part.transfer == "quoted-printable") {
        return from_quoted_printable(part.body);
    }
    return part.transfer == "base64" ? from_base64(part.body) : std::string(part.body);
}

}  // namespace mingdan::mime
