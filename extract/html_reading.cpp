// The encoding comes first: marks, strict UTF-8, what the page's carrier or its meta elements name, else GB18030. ICU
// decodes it, and libxml2 never hears of it.
#include "extract/html_reading.h"

#include <algorithm>

#include <fmt/format.h>

#include "extract/html_body.h"
#include "extract/html_page.h"
#include "extract/html_style.h"
#include "extract/html_tree.h"
#include "model/over_limit.h"
#include "model/try.h"
#include "wrap/decode.h"

namespace mingdan::html {

namespace {

constexpr std::size_t kHead = 16 * 1024;  ///< where a page declares its encoding; browsers look at less
constexpr std::string_view kSpaces = " \t\r\n\f";

/// The label in <meta charset=…> or <meta http-equiv … content="text/html; charset=…">, or in an XML declaration.
std::string_view declared_encoding(std::string_view page) {
    const std::string_view head = page.substr(0, kHead);
    if (head.substr(0, 64).find("<?xml") != std::string_view::npos) {
        const std::size_t at = head.substr(0, 200).find("encoding=");
        if (at != std::string_view::npos && at + 10 < head.size()) {
            const std::string_view rest = head.substr(at + 10);
            return rest.substr(0, std::min(rest.find_first_of("\"'"), rest.size()));
        }
    }
    for (std::size_t at = head.find('<'); at != std::string_view::npos; at = head.find('<', at + 1)) {
        std::string_view tag = head.substr(at, 6);
        if (tag.starts_with("<!--")) {
            at = std::min(head.find("-->", at), head.size() - 1);
            continue;
        }
        if (!contains_word(tag, "<meta")) {
            continue;
        }
        tag = head.substr(at, std::min(head.find('>', at), head.size()) - at);
        const auto found = std::search(tag.begin(), tag.end(), std::begin("charset"), std::end("charset") - 1,
                                       [](char a, char b) { return (a | 0x20) == b; });
        std::string_view value = tag.substr(static_cast<std::size_t>(found - tag.begin()));
        value.remove_prefix(std::min<std::size_t>(7, value.size()));
        value.remove_prefix(std::min(value.find_first_not_of(" \t\r\n="), value.size()));
        value.remove_prefix(value.starts_with('"') || value.starts_with('\'') ? 1 : 0);
        value = value.substr(0, std::min(value.find_first_of("\"' \t\r\n;/>"), value.size()));
        if (!value.empty()) {
            return value;
        }
    }
    return {};
}

void report_encoding(const text::Decoded& decoded, Document& document) {
    Origin origin;
    origin.part = static_cast<std::uint16_t>(document.parts.size());
    if (decoded.evidence == text::Evidence::guess) {
        document.findings.push_back(make_finding(
            FindingCode::decoded_by_guess,
            fmt::format("the page was read as {}, which fits its bytes; what it declares does not", decoded.encoding),
            {}, origin));
    }
    if (decoded.invalid > 0) {
        document.findings.push_back(make_finding(
            FindingCode::invalid_bytes,
            fmt::format("{} places hold bytes that are no {}; U+FFFD stands for each, the first is at byte {}",
                        decoded.invalid, decoded.encoding, decoded.examples.front().offset),
            {}, origin));
    }
}

/// The beginning without marks, NULs (UTF-16), white space, comments and declarations.
std::string head_of(std::string_view bytes) {
    std::string head(bytes.substr(0, kHead));
    head.erase(std::remove(head.begin(), head.end(), '\0'), head.end());
    std::string_view rest = head;
    for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"}) {
        rest.remove_prefix(rest.starts_with(mark) ? mark.size() : 0);
    }
    while (true) {
        rest.remove_prefix(std::min(rest.find_first_not_of(kSpaces), rest.size()));
        const std::string_view end = rest.starts_with("<!--") ? "-->" : rest.starts_with("<?") ? "?>" : "";
        const std::size_t at = end.empty() ? std::string_view::npos : rest.find(end);
        if (at == std::string_view::npos) {
            return std::string(rest);
        }
        rest.remove_prefix(at + end.size());
    }
}

/// Tags that a page begins with, and those that a piece of one may.
constexpr std::string_view kPageTags[] = {"html", "head", "body", "meta", "title", "frameset", "base"};
constexpr std::string_view kPieceTags[] = {"table", "tbody",   "thead",   "tr",     "div",  "p",      "h1",
                                           "h2",    "h3",      "h4",      "center", "font", "span",   "ul",
                                           "ol",    "section", "article", "style",  "link", "script", "form",
                                           "b",     "strong",  "img",     "a",      "main", "pre",    "caption"};

bool begins_tag(std::string_view text, std::string_view name) {
    if (text.size() < name.size() + 2 || text[0] != '<' || !equal_word(text.substr(1, name.size()), name)) {
        return false;
    }
    const char behind = text[name.size() + 1];
    return behind == '>' || behind == '/' || kSpaces.find(behind) != std::string_view::npos;
}

}  // namespace

bool looks_like_page(std::string_view bytes) {
    const std::string head = head_of(bytes);
    const std::string_view doctype = std::string_view(head).substr(0, 32);
    if (contains_word(doctype.substr(0, 9), "<!doctype")) {
        return contains_word(doctype, "html");
    }
    const bool is_xml = contains_word(std::string_view(bytes.substr(0, 64)), "<?xml version");
    const auto begins = [&](std::string_view name) { return begins_tag(head, name); };
    if (std::any_of(std::begin(kPageTags), std::end(kPageTags), begins)) {
        return true;
    }
    // A text may begin with a bracket; a piece of a page ends what it begins.
    return !is_xml && std::any_of(std::begin(kPieceTags), std::end(kPieceTags), begins) &&
           head.find("</") != std::string::npos;
}

Result<void> read_page(std::string_view bytes, std::string_view label, const Limits& limits, GridBudget& budget,
                       Document& document) {
    const std::string_view declared = label.empty() ? declared_encoding(bytes) : label;
    TRY_ASSIGN(const text::Decoded decoded, text::decode_declared(bytes, declared));
    if (decoded.text.size() > limits.text_bytes) {
        return over_limit("text-bytes", limits.text_bytes, "the page has more bytes than");
    }
    TRY_ASSIGN(const Tree tree, Tree::parse(decoded.text, limits));
    const Page page = find_notice(tree);
    TRY(BodyReader(tree, page, limits, budget, document).read());
    document.read += tree.characters();
    if (tree.lost() > 0) {
        Origin origin;
        origin.part = static_cast<std::uint16_t>(document.parts.size());
        origin.text = ++document.texts;
        document.left_out.push_back({Reason::unplaced, {}, static_cast<std::uint32_t>(tree.lost()), origin});
        document.findings.push_back(make_finding(
            FindingCode::left_out,
            fmt::format("{} characters of the page could not be read: its tags are damaged", tree.lost()), {}, origin));
    }
    report_encoding(decoded, document);
    return {};
}

std::vector<std::string> frames_of(std::string_view bytes, const Limits& limits) {
    std::vector<std::string> frames;
    const auto decoded = text::decode_declared(bytes, declared_encoding(bytes));
    const auto tree = decoded ? Tree::parse(decoded->text, limits) : Result<Tree>(decoded.error());
    for (NodeId node = 0; tree && node < tree->size(); ++node) {
        if (tree->element(node) == Element::frame) {
            frames.emplace_back(tree->get(node, Attribute::src));
        } else if (equal_word(tree->get(node, Attribute::id), "shlink")) {  // Excel names its sheets beside the frames
            frames.emplace_back(tree->get(node, Attribute::href));
        }
    }
    return frames;
}

}  // namespace mingdan::html
