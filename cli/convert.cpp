// mingdan convert: one notice in; data to standard output or into files; findings to standard error.
#include <mingdan/mingdan.h>

#include <algorithm>

#include <fmt/format.h>
#include <sys/stat.h>

#include <mingdan/save.h>

#include "cli/commands.h"
#include "cli/terminal.h"

namespace mingdan::cli {

namespace {

bool is_folder(const std::string& path) {
    struct stat seen {};
    return ::stat(path.c_str(), &seen) == 0 && S_ISDIR(seen.st_mode);
}

std::string in_words(const ConvertArguments& arguments) {
    return arguments.input == "-" ? "standard input" : arguments.input;
}

/// Forms that write one file a roster need a folder, unless -o names such a file.
bool goes_to_folder(const ConvertArguments& arguments) {
    const std::string& output = arguments.output;
    if (output.empty() || output == "-") {
        return false;
    }
    if (arguments.forms.size() > 1 || output.ends_with('/') || is_folder(output)) {
        return true;
    }
    const std::string& form = arguments.forms.front();
    return one_file_per_roster(form) && !output.ends_with("." + form);
}

Result<void> check_several(const ConvertArguments& arguments) {
    if (arguments.forms.size() > 1 && !goes_to_folder(arguments)) {
        return fail(ErrorCode::usage, "several forms need a folder to go to", "-o DIR");
    }
    return {};
}

/// One stream or file holds one roster of such a form.
Result<void> check_rosters(const ConvertArguments& arguments, const Notice& notice) {
    const std::string& form = arguments.forms.front();
    if (!one_file_per_roster(form) || notice.rosters.size() == 1) {
        return {};
    }
    if (notice.rosters.empty()) {
        return fail(ErrorCode::usage, fmt::format("the notice has no roster to be written as {}", form), "--to json");
    }
    return fail(ErrorCode::usage,
                fmt::format("the notice has {} rosters, and {} holds one", notice.rosters.size(), form),
                "-o DIR, which gets a file for each roster");
}

Result<void> write(const ConvertArguments& arguments, const Notice& notice, std::vector<Finding>& found) {
    if (goes_to_folder(arguments)) {
        const auto paths = save_all(notice, arguments.forms, arguments.output, arguments.emit, &found);
        return paths ? Result<void>() : paths.error();
    }
    if (is_binary(arguments.forms.front()) && arguments.output.empty() && is_terminal(Stream::output)) {
        return fail(ErrorCode::usage, fmt::format("{} is nothing for a terminal", arguments.forms.front()), "-o FILE");
    }
    if (Result<void> fits = check_rosters(arguments, notice); !fits) {
        return fits;
    }
    return save(notice, arguments.forms.front(), arguments.output.empty() ? "-" : arguments.output, arguments.emit,
                &found);
}

std::size_t count_records(const Notice& notice) {
    std::size_t records = 0;
    for (const Roster& roster : notice.rosters) {
        records += roster.records.size();
    }
    return records;
}

/// A summary only where somebody looks, or has to.
void report(const ConvertArguments& arguments, const Notice& notice, const std::vector<Finding>& findings) {
    const Style style(Stream::error);
    const std::string file = in_words(arguments);
    std::string text;
    for (const Finding& finding : findings) {
        text += finding_line(file, notice, finding, style);
    }
    const bool severe = std::any_of(findings.begin(), findings.end(),
                                    [](const Finding& finding) { return finding.severity >= Severity::warning; });
    if (severe || is_terminal(Stream::error)) {
        const std::string counts = count_severities(findings);
        text += fmt::format("{}: {}, {}{}{}\n", printable(file), counted(notice.rosters.size(), "roster", "rosters"),
                            counted(count_records(notice), "record", "records"), counts.empty() ? "" : "; ", counts);
    }
    say(text);
}

}  // namespace

int convert(const Words& words) {
    ConvertArguments arguments;
    if (const std::optional<int> ended = parse(words, arguments)) {
        return *ended;
    }
    if (const Result<void> fits = check_several(arguments); !fits) {
        return complain(fits.error());
    }
    const Result<Notice> notice = mingdan::convert(arguments.input, arguments.options);
    if (!notice) {
        return complain(notice.error());
    }
    std::vector<Finding> findings = notice->findings;  // and those that the writing adds
    const Result<void> written = write(arguments, *notice, findings);
    if (!written) {
        return complain(written.error());
    }
    report(arguments, *notice, findings);
    return 0;
}

}  // namespace mingdan::cli
