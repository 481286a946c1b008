// mingdan: picks the command. Only that one's options are built: start-up is part of speed. Here is the only place of
// the program that catches exceptions.
#include <csignal>
#include <exception>
#include <new>

#include <fcntl.h>
#include <fmt/format.h>
#include <unistd.h>

#include <mingdan/mingdan.h>
#include <mingdan/save.h>

#include "cli/commands.h"
#include "cli/terminal.h"

namespace mingdan::cli {

namespace {

constexpr Command kCommands[] = {
    {"convert", "makes data of one notice: JSON, NDJSON, CSV, Markdown or XLSX", convert},
    {"batch", "converts many files and folders, and again only what changed", batch},
    {"plan", "lists the inputs of a job by content, for run", plan},
    {"run", "converts one shard of a plan: a job on several machines", run},
    {"merge", "makes of all shards what one batch would have made", merge},
    {"work", "answers each line of standard input, for engines that pipe", work},
    {"inspect", "shows what a file says and what was understood, for a person", inspect},
    {"explain", "says where the values of one record were read and what was done to them", explain},
    {"check", "lists the findings of one or more notices, for a machine", check},
    {"diff", "says what differs between two states of a list: records and members", diff},
    {"formats", "lists what this build reads and writes", formats},
};

/// Started by the program itself.
constexpr Command kWorkers[] = {{"batch-worker", "", batch_worker}, {"run-worker", "", run_worker}};

std::string help() {
    std::string text =
        "mingdan turns official Chinese notices (公文) into data: the notice's metadata and its rosters.\n\n"
        "Usage: mingdan COMMAND …\n\nCommands:\n";
    for (const Command& command : kCommands) {
        text += fmt::format("  {:<9} {}\n", command.name, command.purpose);
    }
    text +=
        "\nmingdan COMMAND --help says more. mingdan --version names the version.\n\n"
        "Examples:\n"
        "  mingdan convert notice.docx                      JSON to standard output\n"
        "  mingdan convert notice.docx --to csv,json -o out one file a roster, and the JSON, into the folder out\n"
        "  mingdan batch notices -o out --to json,csv       a whole folder; the same command again does what is new\n"
        "  mingdan inspect notice.docx | less               what the file says, what was understood, and why\n"
        "  mingdan explain notice.docx --record 5           where each value of the fifth record came from\n"
        "  mingdan diff 2023.docx 2024.docx                 who is new, who is gone, what changed\n"
        "  mingdan check *.docx --fail-on warning           exit code 1 if a person should look\n\n"
        "Exit codes: 0 done; 1 check found something; 2 wrong usage; 3 some inputs of a batch failed;\n"
        "4 the input could not be read; 5 the output could not be written; 70 a fault of mingdan itself;\n"
        "130 interrupted.\n";
    return text;
}

int print(std::string_view text) {
    const Result<void> written = save_text(text, "-");
    return written ? 0 : complain(written.error());
}

int start(const Words& words) {
    const std::string first = words.empty() ? "" : words.front();
    if (first == "--help" || first == "-h" || first == "help") {
        return print(help());
    }
    if (first == "--version") {
        return print(fmt::format("mingdan {}\n", version()));
    }
    for (const Command& command : kCommands) {
        if (command.name == first) {
            return command.run(Words(words.begin() + 1, words.end()));
        }
    }
    for (const Command& command : kWorkers) {
        if (command.name == first) {
            return command.run(Words(words.begin() + 1, words.end()));
        }
    }
    return complain(fail(ErrorCode::usage,
                         first.empty() ? "a command is missing" : fmt::format("there is no command \"{}\"", first),
                         "mingdan --help"));
}

/// A file opened in the place of a closed standard output would receive our data: none may be free. Standard output is
/// then one that cannot be written, which is an error as it should be.
void occupy_standard_descriptors() {
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(descriptor, F_GETFD) == -1) {
            ::open("/dev/null", descriptor == STDERR_FILENO ? O_WRONLY : O_RDONLY);
        }
    }
}

}  // namespace

}  // namespace mingdan::cli

int main(int argc, char** argv) {
    using namespace mingdan;
    using namespace mingdan::cli;
    occupy_standard_descriptors();
    std::signal(SIGPIPE, SIG_IGN);  // a reader that has gone, and a file that grew too large, are errors like others
    std::signal(SIGXFSZ, SIG_IGN);
    try {
        return start(Words(argv + (argc > 0 ? 1 : 0), argv + argc));
    } catch (const std::bad_alloc&) {
        say("mingdan: there is not enough memory for this\n  try: a smaller input, or lower limits (--limit)\n");
    } catch (const std::exception& fault) {
        complain(fail(ErrorCode::internal, fmt::format("a fault of mingdan itself: {}", fault.what()),
                      "please report it with the input, if you can share it"));
    }
    return exit_code(ErrorCode::internal);
}
