// mingdan batch: many files into one folder.
#include <mingdan/batch.h>

#include <mingdan/mingdan.h>

#include "cli/batch_view.h"
#include "cli/commands.h"
#include "cli/terminal.h"

namespace mingdan::cli {

int batch(const Words& words) {
    BatchArguments arguments;
    if (const std::optional<int> ended = parse(words, arguments)) {
        return *ended;
    }
    BatchOptions& options = arguments.batch;
    if (arguments.isolate) {
        options.isolation.command = worker_command("batch-worker", words);
    }
    const auto call = [&](const std::atomic<bool>* stop, const BatchWatcher& watcher) {
        options.stop = stop;
        return mingdan::batch(options, watcher);
    };
    return show_batch(call, "converted", options.folder);
}

int batch_worker(const Words& words) {
    BatchArguments arguments;
    if (const std::optional<int> ended = parse(words, arguments)) {
        return *ended;
    }
    leave_signals_to_parent();
    const Result<void> served = serve_batch(arguments.batch);
    return served ? 0 : complain(served.error());
}

}  // namespace mingdan::cli
