#include <mingdan/finding.h>

#include <utility>

namespace mingdan {

namespace {

struct FindingText {
    std::string_view name;
    Severity severity;
    std::string_view meaning;
};

constexpr FindingText kFindings[] = {
#define FINDING(id, name, severity, meaning) {name, Severity::severity, meaning},
#include <mingdan/findings.def>
#undef FINDING
};

const FindingText& text_of(FindingCode code) {
    return kFindings[static_cast<std::size_t>(code)];
}

}  // namespace

std::string_view finding_name(FindingCode code) {
    return text_of(code).name;
}
std::string_view finding_meaning(FindingCode code) {
    return text_of(code).meaning;
}
Severity usual_severity(FindingCode code) {
    return text_of(code).severity;
}

std::string_view severity_name(Severity severity) {
    constexpr std::string_view kNames[] = {"info", "warning", "error"};
    return kNames[static_cast<std::size_t>(severity)];
}

Finding make_finding(FindingCode code, std::string message, At at, Origin origin) {
    return Finding{code, usual_severity(code), std::move(message), std::move(at), origin};
}

}  // namespace mingdan
