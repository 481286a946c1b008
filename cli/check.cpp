// mingdan check: the findings of each input on standard output, and an exit code. An input that cannot be read never
// stops the others, and counts for more than any finding.
#include <fmt/format.h>

#include <mingdan/check.h>
#include <mingdan/mingdan.h>
#include <mingdan/save.h>

#include "cli/commands.h"
#include "cli/terminal.h"

namespace mingdan::cli {

namespace {

struct Outcome {
    bool failed = false;      ///< a finding is as severe as --fail-on
    bool unreadable = false;  ///< an input could not be read
};

std::string in_text(const std::string& file, const Result<Notice>& notice, const Style& style) {
    if (!notice) {
        return {};  // said on standard error
    }
    std::string text;
    for (const Finding& finding : notice->findings) {
        text += finding_line(file, *notice, finding, style);
    }
    const std::string counts = count_severities(notice->findings);
    return text + fmt::format("{}: {}\n", printable(file), counts.empty() ? style.good("nothing found") : counts);
}

void note(Outcome& outcome, const Result<Notice>& notice, Severity fail_on) {
    if (!notice) {
        outcome.unreadable = true;
        return;
    }
    for (const Finding& finding : notice->findings) {
        outcome.failed = outcome.failed || finding.severity >= fail_on;
    }
}

int code_of(const Outcome& outcome) {
    constexpr int kFailed = 1;
    return outcome.unreadable ? exit_code(ErrorCode::unreadable) : outcome.failed ? kFailed : 0;
}

}  // namespace

int check(const Words& words) {
    CheckArguments arguments;
    if (const std::optional<int> ended = parse(words, arguments)) {
        return *ended;
    }
    const Style style(Stream::output);
    const bool json = arguments.view == View::json;
    Outcome outcome;
    std::string report = json ? "{\"files\": [" : "";
    for (const std::string& input : arguments.inputs) {
        const Result<Notice> notice = mingdan::convert(input, arguments.options);
        note(outcome, notice, arguments.fail_on);
        if (!notice) {
            complain(notice.error());
        }
        if (json) {
            report += report.ends_with('[') ? "\n  " : ",\n  ";
            report += verdict_json(input, notice);
        } else {
            report += in_text(input == "-" ? "standard input" : input, notice, style);
        }
    }
    report += json ? "\n]}\n" : "";
    const Result<void> written = save_text(report, "-");
    return written ? code_of(outcome) : complain(written.error());
}

}  // namespace mingdan::cli
