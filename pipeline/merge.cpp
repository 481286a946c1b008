// A merge is a batch of the manifest whose results come from the parts: so the whole has the bytes, the report, the
// dataset and even the state of a batch, and the next `batch` or `merge` into it goes on from there.
#include <mingdan/shard.h>

#include "model/try.h"
#include "pipeline/batch_inputs.h"
#include "pipeline/batch_run.h"
#include "pipeline/ordered.h"
#include "pipeline/part.h"
#include "pipeline/part_collector.h"
#include "pipeline/parts.h"
#include "wrap/file.h"
#include "wrap/folder.h"

namespace mingdan {

namespace {

std::vector<std::string> forms_of(std::string_view list) {
    std::vector<std::string> forms;
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        forms.emplace_back(list.substr(0, comma));
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return forms;
}

Result<void> require_other_folder(const MergeOptions& options) {
    TRY(file::make_folder(options.folder));
    if (file::look_at(options.folder).identity == file::look_at(options.parts).identity) {
        Error error =
            fail(ErrorCode::usage, "the whole cannot go into the folder of the parts", "another folder with -o");
        error.file = options.folder;
        return error;
    }
    return {};
}

}  // namespace

Result<BatchSummary> merge(const MergeOptions& options, const MakeCollector& make, const BatchWatcher& watcher) {
    TRY_ASSIGN(const Done done, Parts::check(options.parts));
    TRY(require_other_folder(options));
    BatchOptions chosen;
    chosen.manifest = manifest_copy(options.parts);
    chosen.folder = options.folder;
    chosen.forms = forms_of(done.forms);
    chosen.threads = options.threads;
    chosen.prune = options.prune;
    chosen.stop = options.stop;
    BatchSetup setup(chosen, make(chosen.forms));
    setup.fingerprint = done.fingerprint;
    TRY_ASSIGN(const BatchInputs inputs, find_inputs(chosen, {}, Listed::planned));
    TRY_ASSIGN(const Parts parts, Parts::open(options.parts, inputs));
    TRY_ASSIGN(BatchState state, BatchState::open(options.folder));
    return run_inputs(setup, {inputs, state, &parts, {}}, watcher);
}

Result<BatchSummary> merge(const MergeOptions& options, const BatchWatcher& watcher) {
    return merge(options, make_collector, watcher);
}

}  // namespace mingdan
