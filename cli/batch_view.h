// What batch, run and merge show of many inputs: how far they are, and at the end what came of it, with the inputs that
// failed and what to try.
#pragma once

#include <atomic>
#include <functional>
#include <string>
#include <string_view>

#include <mingdan/batch.h>

#include "cli/args.h"
#include "cli/terminal.h"

namespace mingdan::cli {

/// What is kept for the end: the failures, and how many more there were.
struct Failures {
    std::string lines;
    std::uint64_t listed = 0;
    std::uint64_t all = 0;

    void add(const Error& error, const Style& style);
    std::string text() const;
};

/// Settles many inputs until somebody says stop.
using BatchCall = std::function<Result<BatchSummary>(const std::atomic<bool>* stop, const BatchWatcher& watcher)>;

/// Runs it, with signals that ask it to stop. `done` says what was done to inputs: "converted". Gives the exit code.
int show_batch(const BatchCall& call, std::string_view done, const std::string& output);

/// The words with which this program is started as a worker.
std::vector<std::string> worker_command(const std::string& command, const Words& words);
/// The signals that whoever gives the orders answers.
void leave_signals_to_parent();

}  // namespace mingdan::cli
