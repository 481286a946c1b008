// A section of a number format, taken apart once: what it shows of a number or a date, and the literals around that.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "extract/cell_format.h"

namespace mingdan {

struct SectionParts {
    std::string before;                ///< literals before the number's first placeholder
    std::string behind;                ///< and behind its last; those between are taken to stand behind
    std::uint32_t integers = 0;        ///< placeholders before the point
    std::uint32_t least_integer = 0;   ///< of these, zeros
    std::uint32_t decimals = 0;        ///< placeholders behind the point
    std::uint32_t least_decimals = 0;  ///< up to the last zero among them
    std::uint32_t least_exponent = 0;
    std::uint32_t percents = 0;
    std::uint32_t thousands = 0;  ///< commas behind the last placeholder: each divides by a thousand
    std::uint32_t denominators = 0;
    std::uint32_t fixed_denominator = 0;
    bool point = false;
    bool commas = false;
    bool exponent = false;
    bool exponent_plus = false;
    bool general = false;
    bool is_text = false;  ///< @
    bool is_date = false;
    bool shows_number = false;
    bool unknown = false;  ///< holds what is not followed here
};

struct Section {
    std::string_view body;        ///< behind its bracketed conditions, colours and locales
    std::string_view comparison;  ///< ">=", "" where the section has no condition
    double bound = 0;
    int chinese = 0;  ///< [DBNum1] 1, [DBNum2] 2
    SectionParts parts;

    bool holds(double value) const;
};

/// At least one. The views are into `code`.
std::vector<Section> sections_of(std::string_view code);

/// Behind a literal that begins at `at` ("…", \x, _x, *x) or a bracket; `at` itself where none does. `shown` gets what
/// the literal shows.
std::size_t behind_literal(std::string_view code, std::size_t at, std::string& shown);

/// What a section with date letters shows.
std::string date_text(const Section& section, double value, DateSystem dates);

}  // namespace mingdan
