#include "extract/html_references.h"

#include <algorithm>
#include <cstdint>

#include "model/utf8.h"

namespace mingdan::html {

namespace {

/// 0x80 to 0x9F; 0 for those that Windows-1252 leaves open.
constexpr char16_t kWindows[32] = {0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
                                   0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
                                   0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                   0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178};

/// Names that need no semicolon, as far as Chinese pages write them.
constexpr std::string_view kBareNames[] = {"nbsp",   "lt",  "gt",   "amp",  "quot", "copy",   "reg",    "middot",
                                           "times",  "yen", "sect", "para", "deg",  "plusmn", "laquo",  "raquo",
                                           "divide", "LT",  "GT",   "AMP",  "QUOT", "sup2",   "frac12", "cent"};

struct Named {
    std::string_view name;
    std::string_view text;
};

/// Names of HTML 5 that libxml2 does not know.
constexpr Named kNames[] = {{"lpar", "("}, {"rpar", ")"},     {"comma", ","},  {"period", "."}, {"colon", ":"},
                            {"semi", ";"}, {"num", "#"},      {"percnt", "%"}, {"ast", "*"},    {"plus", "+"},
                            {"sol", "/"},  {"bsol", "\\"},    {"equals", "="}, {"quest", "?"},  {"excl", "!"},
                            {"lsqb", "["}, {"rsqb", "]"},     {"lbrack", "["}, {"rbrack", "]"}, {"lcub", "{"},
                            {"rcub", "}"}, {"lowbar", "_"},   {"commat", "@"}, {"dollar", "$"}, {"verbar", "|"},
                            {"Tab", "\t"}, {"NewLine", "\n"}, {"apos", "'"},   {"hyphen", "‐"}, {"dash", "‐"}};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}
int hex_value(char c) {
    if (is_digit(c)) {
        return c - '0';
    }
    const char lower = static_cast<char>(c | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

void append_character(char32_t c, std::string& out) {
    if (c >= 0x80 && c <= 0x9F && kWindows[c - 0x80] != 0) {
        c = kWindows[c - 0x80];
    }
    if (c == 0 || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF)) {
        c = 0xFFFD;
    }
    if (c == '<' || c == '>' || c == '&' || c == '"' || c == '\'') {
        out += c == '<' ? "&lt;" : c == '>' ? "&gt;" : c == '&' ? "&amp;" : c == '"' ? "&quot;" : "&#39;";
        return;
    }
    const bool control = (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0xFFFE || c == 0xFFFF;
    if (!control) {
        utf8::append(out, c);
    }
}

std::size_t mend_number(std::string_view text, std::string& out) {
    const bool hex = text.size() > 2 && (text[2] == 'x' || text[2] == 'X');
    std::size_t at = hex ? 3 : 2;
    const std::size_t digits = at;
    std::uint32_t value = 0;
    for (; at < text.size() && (hex ? hex_value(text[at]) >= 0 : is_digit(text[at])); ++at) {
        value = std::min<std::uint32_t>(value * (hex ? 16 : 10) + static_cast<std::uint32_t>(hex_value(text[at])),
                                        0x110000);
    }
    if (at == digits) {
        out += "&amp;";
        return 1;
    }
    append_character(value, out);
    return at + (at < text.size() && text[at] == ';' ? 1 : 0);
}

}  // namespace

std::size_t mend_reference(std::string_view text, bool in_attribute, std::string& out) {
    if (text.size() > 1 && text[1] == '#') {
        return mend_number(text, out);
    }
    std::size_t end = 1;
    while (end < text.size() && end < 40 && (is_letter(text[end]) || is_digit(text[end]))) {
        ++end;
    }
    const std::string_view name = text.substr(1, end - 1);
    if (end < text.size() && text[end] == ';' && !name.empty()) {
        for (const Named& known : kNames) {
            if (known.name == name) {
                out += known.text;
                return end + 1;
            }
        }
        out.append(text, 0, end + 1);
        return end + 1;
    }
    for (const std::string_view bare : kBareNames) {
        const bool whole = name == bare && (end >= text.size() || text[end] != '=');
        if (in_attribute ? whole : name.starts_with(bare)) {
            out.append("&").append(bare).append(";");
            return bare.size() + 1;
        }
    }
    out += "&amp;";
    return 1;
}

}  // namespace mingdan::html
