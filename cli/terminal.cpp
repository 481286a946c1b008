#include "cli/terminal.h"

#include <cstdio>
#include <cstdlib>

#include <fmt/format.h>
#include <unistd.h>

namespace mingdan::cli {

namespace {

bool has_text(const char* variable) {
    return variable != nullptr && *variable != '\0';
}

/// no-color.org: any text in NO_COLOR turns colour off.
bool takes_colour(Stream stream) {
    const char* kind = std::getenv("TERM");
    return is_terminal(stream) && !has_text(std::getenv("NO_COLOR")) && has_text(kind) &&
           std::string_view(kind) != "dumb";
}

std::string place_of(const Notice& notice, const Finding& finding) {
    std::string place;
    const auto add = [&](std::string_view part) {
        place += place.empty() ? "" : ", ";
        place += part;
    };
    if (finding.at.roster) {
        add(fmt::format("roster {}", *finding.at.roster + 1));
    }
    if (finding.at.record) {
        add(fmt::format("record {}", *finding.at.record + 1));
    }
    for (const std::string* name : {&finding.at.column, &finding.at.field}) {
        if (!name->empty()) {
            add(*name);
        }
    }
    return place.empty() ? describe(notice, finding.origin) : place;
}

}  // namespace

bool is_terminal(Stream stream) {
    return ::isatty(static_cast<int>(stream)) != 0;
}

Style::Style(Stream stream) : coloured_(takes_colour(stream)) {}

std::string Style::paint(std::string_view text, std::string_view code) const {
    return coloured_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

std::string Style::severity(Severity severity) const {
    const std::string_view name = severity_name(severity);
    return severity == Severity::error ? bad(name) : severity == Severity::warning ? doubtful(name) : dim(name);
}

std::string printable(std::string_view text) {
    constexpr std::string_view kReplacement = "\xEF\xBF\xBD";
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if (byte == '\n' || byte == '\t' || byte == '\r') {
            out += ' ';
        } else if (byte < 0x20 || byte == 0x7F) {
            out += kReplacement;
        } else if (byte == 0xC2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) < 0xA0) {
            out += kReplacement;  // U+0080 to U+009F
            ++i;
        } else {
            out += text[i];
        }
    }
    return out;
}

void say(std::string_view text) {
    std::fwrite(text.data(), 1, text.size(), stderr);
}

int complain(const Error& error) {
    if (error.code == ErrorCode::output_closed) {
        return exit_code(error.code);
    }
    std::string text = "mingdan: ";
    for (const std::string* place : {&error.file, &error.part}) {
        if (!place->empty()) {
            text += printable(*place) + ": ";
        }
    }
    text += printable(error.message) + '\n';
    if (!error.hint.empty()) {
        text += "  try: " + printable(error.hint) + '\n';
    }
    say(text);
    return exit_code(error.code);
}

std::string finding_line(std::string_view file, const Notice& notice, const Finding& finding, const Style& style) {
    const std::string place = place_of(notice, finding);
    return fmt::format("{}{}{}: {}: {}{}\n", printable(file), file.empty() ? "" : ": ",
                       style.severity(finding.severity), finding_name(finding.code), printable(finding.message),
                       place.empty() ? "" : fmt::format(" ({})", printable(place)));
}

std::string count_severities(const std::vector<Finding>& findings) {
    std::uint64_t counts[3] = {};
    for (const Finding& finding : findings) {
        ++counts[static_cast<std::size_t>(finding.severity)];
    }
    std::string text;
    const auto add = [&](Severity severity, std::string_view one, std::string_view many) {
        if (const std::uint64_t count = counts[static_cast<std::size_t>(severity)]; count > 0) {
            text += (text.empty() ? "" : ", ") + counted(count, one, many);
        }
    };
    add(Severity::error, "error", "errors");
    add(Severity::warning, "warning", "warnings");
    add(Severity::info, "info", "infos");
    return text;
}

std::string counted(std::uint64_t number, std::string_view one, std::string_view many) {
    return fmt::format("{} {}", number, number == 1 ? one : many);
}

}  // namespace mingdan::cli
