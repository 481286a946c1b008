// A batch with a collector of one's own, and what a batch, a shard and a merge have in common.
#pragma once

#include <functional>

#include <mingdan/batch.h>

#include "pipeline/batch_inputs.h"
#include "pipeline/batch_job.h"
#include "pipeline/batch_state.h"
#include "pipeline/parts.h"

namespace mingdan {

Result<BatchSummary> run_batch(BatchSetup& setup, const BatchWatcher& watcher);

struct BatchRun {
    const BatchInputs& inputs;
    BatchState& state;
    const Parts* parts = nullptr;                                 ///< takes the results from there
    std::function<Result<void>(const BatchRecord& record)> note;  ///< gets each input's record in their order
};

/// Settles all inputs, collects, reports, and ends the state.
Result<BatchSummary> run_inputs(BatchSetup& setup, const BatchRun& run, const BatchWatcher& watcher);

}  // namespace mingdan
