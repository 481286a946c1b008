// mingdan merge: the parts of all shards as one batch folder.
#include <mingdan/shard.h>

#include <mingdan/mingdan.h>

#include "cli/batch_view.h"
#include "cli/commands.h"
#include "cli/terminal.h"

namespace mingdan::cli {

int merge(const Words& words) {
    MergeOptions options;
    if (const std::optional<int> ended = parse(words, options)) {
        return *ended;
    }
    const auto call = [&](const std::atomic<bool>* stop, const BatchWatcher& watcher) {
        options.stop = stop;
        return mingdan::merge(options, watcher);
    };
    return show_batch(call, "merged", options.folder);
}

}  // namespace mingdan::cli
