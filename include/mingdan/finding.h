// What a person should look at: findings, their closed list of codes, and where they point.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <mingdan/origin.h>

namespace mingdan {

enum class Severity : std::uint8_t { info, warning, error };

/// The closed list of findings (contract section 6), in findings.def with their usual severity.
enum class FindingCode : std::uint8_t {
#define FINDING(id, name, severity, meaning) id,
#include <mingdan/findings.def>
#undef FINDING
};

std::string_view finding_name(FindingCode code);     ///< "count-mismatch"
std::string_view finding_meaning(FindingCode code);  ///< one sentence for people
Severity usual_severity(FindingCode code);
std::string_view severity_name(Severity severity);  ///< "info", "warning", "error"

/// The place in the output that a finding speaks of. All numbers count from 0; empty means "the whole notice".
struct At {
    std::optional<std::uint32_t> roster;
    std::optional<std::uint32_t> record;
    std::string column;  ///< a column's name, or empty
    std::string field;   ///< a key of the notice ("number", "body"), or empty

    friend bool operator==(const At&, const At&) = default;
};

struct Finding {
    FindingCode code{};
    Severity severity{};
    std::string message;  ///< what was seen, with both figures where two disagree
    At at;
    Origin origin;  ///< where in the source, when that is known

    friend bool operator==(const Finding&, const Finding&) = default;
};

/// A finding with its usual severity.
Finding make_finding(FindingCode code, std::string message, At at = {}, Origin origin = {});

}  // namespace mingdan
