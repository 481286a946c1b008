// What a person sees: messages on standard error, colour where a terminal wants it, no control characters of others.
#pragma once

#include <string>
#include <string_view>

#include <mingdan/finding.h>
#include <mingdan/notice.h>
#include <mingdan/result.h>

namespace mingdan::cli {

enum class Stream : int { output = 1, error = 2 };

bool is_terminal(Stream stream);

/// Marks text on a terminal that takes colour; elsewhere (a file, NO_COLOR set, TERM=dumb) text stays as it is.
class Style {
public:
    explicit Style(Stream stream);

    std::string heading(std::string_view text) const { return paint(text, "1"); }
    std::string good(std::string_view text) const { return paint(text, "32"); }
    std::string dim(std::string_view text) const { return paint(text, "2"); }
    std::string severity(Severity severity) const;
    std::string bad(std::string_view text) const { return paint(text, "31"); }
    std::string doubtful(std::string_view text) const { return paint(text, "33"); }

private:
    std::string paint(std::string_view text, std::string_view code) const;

    bool coloured_;
};

/// Text of others on one line: line ends become spaces, control characters U+FFFD.
std::string printable(std::string_view text);

/// Writes to standard error; what cannot be written there is lost.
void say(std::string_view text);
/// "mingdan: notice.docx: word/document.xml: <what was seen>\n  try: <hint>\n". Gives the exit code. Silent where
/// whoever read the output has gone.
int complain(const Error& error);
/// "notice.docx: warning: count-mismatch: <message> (roster 1, record 3)\n"; no file, no first part.
std::string finding_line(std::string_view file, const Notice& notice, const Finding& finding, const Style& style);
/// "2 warnings, 1 info", or "" for none.
std::string count_severities(const std::vector<Finding>& findings);

/// "1 roster", "2 rosters".
std::string counted(std::uint64_t number, std::string_view one, std::string_view many);

}  // namespace mingdan::cli
