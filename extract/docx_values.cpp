#include "extract/docx_values.h"

#include <charconv>

namespace mingdan::docx {

std::optional<std::int64_t> to_integer(std::string_view text) {
    if (text.starts_with('+')) {
        text.remove_prefix(1);
    }
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} ? std::optional(number) : std::nullopt;
}

std::optional<std::int64_t> integer_value(const xml::Attributes& attributes, std::string_view name) {
    const auto value = attributes.find(ooxml::w, name);
    return value ? to_integer(*value) : std::nullopt;
}

std::int32_t twips(const xml::Attributes& attributes) {
    const auto type = attributes.find(ooxml::w, "type");
    const auto width = attributes.find(ooxml::w, "w");
    if (!width || width->find_first_not_of("0123456789") != width->npos || (type && *type != "dxa")) {
        return 0;
    }
    const auto value = to_integer(*width);
    return value && *value <= 1'000'000 ? static_cast<std::int32_t>(*value) : 0;
}

Alignment to_alignment(std::string_view value) {
    if (value == "center") {
        return Alignment::center;
    }
    if (value == "right" || value == "end") {
        return Alignment::right;
    }
    if (value == "left" || value == "start") {
        return Alignment::left;
    }
    return Alignment::both;  // both, distribute and the kashida kinds fill the line
}

Border to_border(std::string_view value) {
    return value == "nil" || value == "none" ? Border::absent : Border::drawn;
}

}  // namespace mingdan::docx
