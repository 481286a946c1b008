// A batch with a collector of one's own.
#pragma once

#include <mingdan/batch.h>

#include "pipeline/batch_job.h"

namespace mingdan {

Result<BatchSummary> run_batch(BatchSetup& setup, const BatchWatcher& watcher);

}  // namespace mingdan
