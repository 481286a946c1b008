#include "extract/html_style.h"

#include <algorithm>

namespace mingdan::html {

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool equal_letter(char a, char b) {
    return lower(a) == b;
}

std::string_view trim(std::string_view text) {
    constexpr std::string_view kSpaces = " \t\r\n\f";
    const std::size_t first = text.find_first_not_of(kSpaces);
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(kSpaces) - first + 1);
}

Alignment alignment_named(std::string_view value) {
    if (contains_word(value, "center")) {
        return Alignment::center;
    }
    if (equal_word(value, "right") || equal_word(value, "end")) {
        return Alignment::right;
    }
    if (equal_word(value, "justify")) {
        return Alignment::both;
    }
    return equal_word(value, "left") || equal_word(value, "start") ? Alignment::left : Alignment::unknown;
}

}  // namespace

bool equal_word(std::string_view a, std::string_view lower_case) {
    return a.size() == lower_case.size() && std::equal(a.begin(), a.end(), lower_case.begin(), equal_letter);
}

bool contains_word(std::string_view text, std::string_view lower_case) {
    return std::search(text.begin(), text.end(), lower_case.begin(), lower_case.end(), equal_letter) != text.end();
}

std::string_view declaration(std::string_view style, std::string_view property) {
    std::string_view found;
    while (!style.empty()) {
        const std::size_t end = std::min(style.find(';'), style.size());
        const std::string_view one = style.substr(0, end);
        const std::size_t colon = one.find(':');
        if (colon != std::string_view::npos && equal_word(trim(one.substr(0, colon)), property)) {
            found = trim(one.substr(colon + 1));
            if (const std::size_t important = found.find('!'); important != std::string_view::npos) {
                found = trim(found.substr(0, important));
            }
        }
        style.remove_prefix(std::min(end + 1, style.size()));
    }
    return found;
}

bool is_hidden(const Tree& tree, NodeId node) {
    if (tree.has(node, Attribute::hidden) && !equal_word(tree.get(node, Attribute::hidden), "false")) {
        return true;
    }
    const std::string_view style = tree.get(node, Attribute::style);
    return !style.empty() && (equal_word(declaration(style, "display"), "none") ||
                              equal_word(declaration(style, "visibility"), "hidden") ||
                              equal_word(declaration(style, "mso-hide"), "all"));
}

Alignment alignment_of(const Tree& tree, NodeId node) {
    if (const std::string_view style = tree.get(node, Attribute::style); !style.empty()) {
        const Alignment said = alignment_named(declaration(style, "text-align"));
        if (said != Alignment::unknown) {
            return said;
        }
    }
    if (tree.element(node) == Element::center) {
        return Alignment::center;
    }
    return alignment_named(tree.get(node, Attribute::align));
}

bool begins_page(const Tree& tree, NodeId node) {
    const std::string_view style = tree.get(node, Attribute::style);
    if (style.empty()) {
        return false;
    }
    for (const std::string_view property : {"page-break-before", "break-before"}) {
        const std::string_view value = declaration(style, property);
        if (equal_word(value, "always") || equal_word(value, "page") || equal_word(value, "right") ||
            equal_word(value, "left")) {
            return true;
        }
    }
    return false;
}

WhiteSpace white_space_of(const Tree& tree, NodeId node) {
    const std::string_view value = declaration(tree.get(node, Attribute::style), "white-space");
    if (value.empty()) {
        return tree.element(node) == Element::pre ? WhiteSpace::stands : WhiteSpace::unsaid;
    }
    return contains_word(value, "pre") || equal_word(value, "break-spaces") ? WhiteSpace::stands
                                                                            : WhiteSpace::collapses;
}

bool is_vertical(const Tree& tree, NodeId node) {
    const std::string_view style = tree.get(node, Attribute::style);
    return contains_word(declaration(style, "writing-mode"), "tb") ||
           contains_word(declaration(style, "writing-mode"), "vertical") ||
           contains_word(declaration(style, "layout-flow"), "vertical");
}

}  // namespace mingdan::html
