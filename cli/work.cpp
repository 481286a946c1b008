// mingdan work: the loop is the library's; here are the signals that end it.
#include <mingdan/work.h>

#include <atomic>
#include <csignal>

#include <mingdan/mingdan.h>

#include "cli/commands.h"
#include "cli/terminal.h"

namespace mingdan::cli {

namespace {

std::atomic<bool> stop_asked{false};
std::atomic<bool> by_hand{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler sets it");

/// The first time: finish the document in hand. The second time the signal does what it does by itself.
void ask_to_stop(int signal) {
    by_hand.store(by_hand.load() || signal == SIGINT);
    stop_asked.store(true);
    std::signal(signal, SIG_DFL);
}

}  // namespace

int work(const Words& words) {
    WorkOptions options;
    if (const std::optional<int> ended = parse(words, options)) {
        return *ended;
    }
    options.stop = &stop_asked;
    std::signal(SIGINT, ask_to_stop);
    std::signal(SIGTERM, ask_to_stop);
    const Result<WorkSummary> summary = mingdan::work(options);
    if (!summary) {
        return complain(summary.error());
    }
    return summary->stopped && by_hand ? exit_code(ErrorCode::interrupted) : 0;
}

}  // namespace mingdan::cli
