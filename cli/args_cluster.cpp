// The options of the commands that go beyond one machine.
#include <fmt/format.h>

#include <mingdan/mingdan.h>

#include "cli/args_parts.h"

namespace mingdan::cli {

std::optional<int> parse(const Words& words, WorkOptions& arguments) {
    CLI::App app("Answers each line of standard input with one line of JSON, for engines that pipe.", "mingdan work");
    prepare(app);
    ReadingWords reading;
    app.add_flag("--codes", arguments.options.codes, "add the divisions' codes (GB/T 2260) beside region columns");
    app.add_flag("--trace", arguments.emit.trace, "add origins and every fix");
    add_reading(app, reading);
    app.footer(
        "A line is a path, or an object with \"path\" or \"bytes_base64\", and \"id\" and \"sha256\" if you like; a "
        "line\n"
        "of mingdan plan is one. Answers come in order, each as soon as it is known:\n"
        "  {\"id\": …, \"status\": \"ok\", \"notice\": {…}}, the notice as mingdan convert writes it, on one line\n"
        "  {\"id\": …, \"status\": \"failed\", \"error\": {\"code\", \"message\", \"part\", \"hint\"}}\n"
        "A line that cannot be understood has such an answer too. SIGTERM and SIGINT finish the document in hand.\n"
        "Exit codes: 0 at the end of the input and at SIGTERM, whatever failed; 130 at SIGINT; 5 where nobody reads\n"
        "the answers.\n\n" +
        limits_help() +
        "\nExamples:\n"
        "  mingdan work < manifest.ndjson > answers.ndjson\n"
        "  ls notices/*.docx | mingdan work --codes | jq -c .notice.notice.title");
    const std::optional<int> ended = parse_words(app, words);
    return ended ? ended : finish(set_reading(reading, arguments.options));
}

}  // namespace mingdan::cli
