#include "extract/html_list.h"

#include <charconv>
#include <optional>

#include "extract/html_style.h"
#include "extract/number_format.h"

namespace mingdan::html {

namespace {

struct Style {
    std::string_view name;    ///< list-style-type
    std::string_view format;  ///< ST_NumberFormat
    std::string_view behind;
};

constexpr Style kStyles[] = {
    {"none", "", ""},
    {"disc", "", ""},
    {"circle", "", ""},
    {"square", "", ""},
    {"decimal", "decimal", "."},
    {"decimal-leading-zero", "decimalZero", "."},
    {"lower-alpha", "lowerLetter", "."},
    {"lower-latin", "lowerLetter", "."},
    {"upper-alpha", "upperLetter", "."},
    {"upper-latin", "upperLetter", "."},
    {"lower-roman", "lowerRoman", "."},
    {"upper-roman", "upperRoman", "."},
    {"cjk-ideographic", "chineseCounting", "、"},
    {"simp-chinese-informal", "chineseCounting", "、"},
    {"trad-chinese-informal", "chineseCounting", "、"},
    {"simp-chinese-formal", "chineseLegalSimplified", "、"},
    {"cjk-heavenly-stem", "ideographTraditional", "、"},
    {"cjk-earthly-branch", "ideographZodiac", "、"},
};

std::optional<std::int64_t> integer(std::string_view text) {
    text = text.substr(std::min(text.find_first_not_of(" \t\r\n"), text.size()));
    text.remove_prefix(text.starts_with('+') ? 1 : 0);
    std::int32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} ? std::optional<std::int64_t>(value) : std::nullopt;
}

std::string_view format_of_type(std::string_view type) {
    return type == "a"   ? "lowerLetter"
           : type == "A" ? "upperLetter"
           : type == "i" ? "lowerRoman"
           : type == "I" ? "upperRoman"
                         : "decimal";
}

/// list-style may name type, position and picture in any order.
const Style* style_named(std::string_view value) {
    while (!value.empty()) {
        const std::size_t end = std::min(value.find(' '), value.size());
        for (const Style& style : kStyles) {
            if (equal_word(value.substr(0, end), style.name)) {
                return &style;
            }
        }
        value.remove_prefix(std::min(end + 1, value.size()));
    }
    return nullptr;
}

const Style* style_of(const Tree& tree, NodeId node) {
    const std::string_view style = tree.get(node, Attribute::style);
    if (style.empty()) {
        return nullptr;
    }
    const Style* const type = style_named(declaration(style, "list-style-type"));
    return type != nullptr ? type : style_named(declaration(style, "list-style"));
}

std::int64_t count_items(const Tree& tree, NodeId list) {
    std::int64_t count = 0;
    for (NodeId child = tree.first_child(list); child != kNoNode; child = tree.next(child)) {
        count += tree.element(child) == Element::li;
    }
    return count;
}

}  // namespace

List List::of(const Tree& tree, NodeId list) {
    List made;
    const Style* const style = style_of(tree, list);
    if (tree.element(list) != Element::ol) {
        const bool counts = style != nullptr && !style->format.empty();  // <ul style="list-style-type:decimal">
        made.format_ = counts ? style->format : "";
        made.behind_ = counts ? style->behind : "";
        return made;
    }
    made.format_ = style != nullptr ? style->format : format_of_type(tree.get(list, Attribute::type));
    made.behind_ = style != nullptr ? style->behind : ".";
    if (tree.has(list, Attribute::reversed)) {
        made.step_ = -1;
        made.value_ = count_items(tree, list);
    }
    made.value_ = integer(tree.get(list, Attribute::start)).value_or(made.value_);
    return made;
}

std::string List::next(const Tree& tree, NodeId item) {
    value_ = integer(tree.get(item, Attribute::value)).value_or(value_);
    const std::int64_t value = value_;
    value_ += step_;
    const Style* const style = style_of(tree, item);
    std::string_view format = style != nullptr ? style->format : format_;
    const std::string_view behind = style != nullptr ? style->behind : behind_;
    if (const std::string_view type = tree.get(item, Attribute::type); type.size() == 1 && !format.empty()) {
        format = format_of_type(type);
    }
    if (format.empty()) {
        return {};
    }
    const bool plain = value < 1 && format != "decimal";  // letters and Roman numbers have no zero
    return format_number(plain ? "decimal" : format, value).value_or(std::to_string(value)).append(behind);
}

}  // namespace mingdan::html
