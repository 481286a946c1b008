// mingdan run: one shard of a manifest.
#include <mingdan/shard.h>

#include <cstdlib>

#include <fmt/format.h>

#include <mingdan/mingdan.h>

#include "cli/batch_view.h"
#include "cli/commands.h"
#include "cli/terminal.h"

namespace mingdan::cli {

namespace {

Result<ShardOptions> options_of(const RunArguments& arguments) {
    ShardOptions options;
    options.batch = arguments.batch.batch;
    options.again = arguments.again;
    const bool by_environment = arguments.shard.empty() || arguments.shard == "auto";
    const Result<Shard> shard =
        by_environment ? shard_of_environment([](const char* name) -> const char* { return std::getenv(name); })
                       : read_shard(arguments.shard);
    if (!shard) {
        return shard.error();
    }
    options.shard = *shard;
    return options;
}

std::string in_words(Shard shard) {
    return fmt::format("{}/{}", shard.number, shard.of);
}

}  // namespace

int run(const Words& words) {
    RunArguments arguments;
    if (const std::optional<int> ended = parse(words, arguments)) {
        return *ended;
    }
    Result<ShardOptions> options = options_of(arguments);
    if (!options) {
        return complain(options.error());
    }
    if (arguments.batch.isolate) {
        options->batch.isolation.command = worker_command("run-worker", words);
    }
    const auto call = [&](const std::atomic<bool>* stop, const BatchWatcher& watcher) -> Result<BatchSummary> {
        options->batch.stop = stop;
        Result<ShardSummary> summary = run_shard(*options, watcher);
        if (!summary) {
            return summary.error();
        }
        say(fmt::format("shard {}{}\n", in_words(options->shard),
                        summary->was_done ? " was done before; there is nothing to do" : ""));
        return std::move(summary->batch);
    };
    const std::string part = fmt::format("parts/{}-of-{}", options->shard.number, options->shard.of);
    return show_batch(
        call, "converted",
        fmt::format("{}{}{}", options->batch.folder, options->batch.folder.ends_with('/') ? "" : "/", part));
}

int run_worker(const Words& words) {
    RunArguments arguments;
    if (const std::optional<int> ended = parse(words, arguments)) {
        return *ended;
    }
    leave_signals_to_parent();
    const Result<ShardOptions> options = options_of(arguments);
    const Result<void> served = options ? serve_shard(*options) : Result<void>(options.error());
    return served ? 0 : complain(served.error());
}

}  // namespace mingdan::cli
