#include "cli/batch_view.h"

#include <algorithm>
#include <csignal>

#include <fmt/format.h>

#include <mingdan/mingdan.h>

#include "cli/progress.h"

namespace mingdan::cli {

namespace {

constexpr std::size_t kMostListed = 50;
constexpr int kSomeFailed = 3;

std::atomic<bool> stop_asked{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler sets it");

/// The first time: finish what is in hand. The second time the signal does what it does by itself.
void ask_to_stop(int signal) {
    stop_asked.store(true);
    std::signal(signal, SIG_DFL);
}

std::string findings_line(const BatchCounts& counts) {
    std::string text;
    const auto add = [&](Severity severity, std::string_view one, std::string_view many) {
        if (const std::uint64_t count = counts.findings[static_cast<std::size_t>(severity)]; count > 0) {
            text += (text.empty() ? "" : ", ") + counted(count, one, many);
        }
    };
    add(Severity::error, "error", "errors");
    add(Severity::warning, "warning", "warnings");
    add(Severity::info, "info", "infos");
    return text.empty() ? "" : fmt::format("findings: {}\n", text);
}

std::string counts_lines(const BatchCounts& counts, std::string_view done) {
    std::string text =
        fmt::format("{}: {} {}, {} unchanged, {} failed, {} passed over\n", counted(counts.inputs, "input", "inputs"),
                    counts.converted, done, counts.unchanged, counts.failed, counts.passed_over);
    if (counts.converted + counts.unchanged > 0) {
        text += fmt::format("{}, {}\n", counted(counts.rosters, "roster", "rosters"),
                            counted(counts.records, "record", "records"));
    }
    return text + findings_line(counts);
}

std::string gone_lines(const BatchSummary& summary) {
    std::string text;
    if (!summary.gone.empty()) {
        text += fmt::format("{} of former runs {} not among the inputs any more; the results are kept{}:\n",
                            counted(summary.gone.size(), "notice", "notices"), summary.gone.size() == 1 ? "is" : "are",
                            summary.prune_refused ? "" : " (--prune removes them)");
        for (std::size_t i = 0; i < std::min<std::size_t>(summary.gone.size(), 5); ++i) {
            text += fmt::format("  {}\n", printable(summary.gone[i]));
        }
        text += summary.gone.size() > 5 ? fmt::format("  and {} more\n", summary.gone.size() - 5) : "";
    }
    if (summary.prune_refused) {
        text += "nothing was pruned: a file or folder that was named could not be read\n";
    }
    if (summary.pruned > 0) {
        text += fmt::format("the results of {} removed\n",
                            counted(summary.pruned, "former notice were", "former notices were"));
    }
    if (summary.leftover > 0) {
        text += fmt::format("{} of forms not asked for now {} kept (--prune removes them)\n",
                            counted(summary.leftover, "file", "files"), summary.leftover == 1 ? "is" : "are");
    }
    if (summary.unusable > 0) {
        text += fmt::format("{} of these, read by another version or with other options, cannot be in the dataset\n",
                            summary.unusable);
    }
    return text;
}

std::string interrupted_lines(const BatchCounts& counts) {
    return fmt::format("interrupted: {} of {} are done; the same command goes on with the rest\n", counts.settled,
                       counted(counts.inputs, "input", "inputs"));
}

}  // namespace

void Failures::add(const Error& error, const Style& style) {
    if (++all > kMostListed) {
        return;
    }
    ++listed;
    lines += fmt::format("  {}: {}: {}{}\n", printable(error.file), style.bad(error_name(error.code)),
                         error.part.empty() ? "" : printable(error.part) + ": ", printable(error.message));
    if (!error.hint.empty()) {
        lines += fmt::format("    try: {}\n", printable(error.hint));
    }
}

std::string Failures::text() const {
    if (all == 0) {
        return {};
    }
    return fmt::format("failed:\n{}{}", lines,
                       all > listed ? fmt::format("  and {} more, in the report\n", all - listed) : "");
}

int show_batch(const BatchCall& call, std::string_view done, const std::string& output) {
    std::signal(SIGINT, ask_to_stop);
    std::signal(SIGTERM, ask_to_stop);
    Progress progress;
    Failures failures;
    std::uint64_t settled = 0;
    const Style style(Stream::error);
    const auto watch = [&](const InputOutcome& outcome, const BatchCounts& counts) {
        if (outcome.error) {
            failures.add(*outcome.error, style);
        }
        settled = counts.settled;
        progress.show(counts);
    };
    const Result<BatchSummary> summary = call(&stop_asked, watch);
    progress.clear();
    if (!summary) {
        say(failures.text());
        const int code = complain(summary.error());
        if (settled > 0) {
            say(fmt::format("what was done before is kept ({}); the same command goes on with the rest\n",
                            counted(settled, "input", "inputs")));
        }
        return code;
    }
    if (summary->interrupted) {
        say(failures.text() + interrupted_lines(summary->counts));
        return exit_code(ErrorCode::interrupted);
    }
    const std::string folder = printable(output) + (output.ends_with('/') ? "" : "/");
    say(counts_lines(summary->counts, done) + gone_lines(*summary) + failures.text() +
        (summary->dataset_files.empty() ? "" : fmt::format("dataset: {}dataset/\n", folder)) +
        fmt::format("report: {}report.ndjson\n", folder));
    return summary->counts.failed > 0 ? kSomeFailed : 0;
}

std::vector<std::string> worker_command(const std::string& command, const Words& words) {
    std::vector<std::string> all{"/proc/self/exe", command};
    all.insert(all.end(), words.begin(), words.end());
    return all;
}

void leave_signals_to_parent() {
    std::signal(SIGINT, SIG_IGN);
    std::signal(SIGTERM, SIG_IGN);
}

}  // namespace mingdan::cli
