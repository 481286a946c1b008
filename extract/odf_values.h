// Attribute values of OpenDocument (part 3, 18): whole numbers, and counts that say how often something stands there.
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>

#include "extract/odf_names.h"

namespace mingdan::odf {

inline std::optional<std::int64_t> to_integer(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc{} ? std::optional(number) : std::nullopt;
}

inline std::optional<std::int64_t> integer(const xml::Attributes& attributes, xml::Space space, std::string_view name) {
    const auto value = attributes.find(space, name);
    return value ? to_integer(*value) : std::nullopt;
}

/// A number of repetitions or of spanned places: 1 where it is missing, damaged or below 1; 2^31-1 at most.
inline std::uint32_t count(const xml::Attributes& attributes, xml::Space space, std::string_view name) {
    const auto value = integer(attributes, space, name);
    return !value || *value < 1 ? 1u : static_cast<std::uint32_t>(*value < INT32_MAX ? *value : INT32_MAX);
}

}  // namespace mingdan::odf
