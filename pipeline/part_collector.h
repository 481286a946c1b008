// The collector of a part: each notice leaves its fragment, and nobody makes a whole of them yet. Shards and merges
// with a collector of one's own.
#pragma once

#include <memory>

#include <mingdan/shard.h>

#include "pipeline/batch_job.h"
#include "pipeline/collector.h"

namespace mingdan {

/// Makes the setup's collector, if it has one, keep the fragments alone.
void keep_fragments_only(BatchSetup& setup);

Result<ShardSummary> run_shard(const ShardOptions& options, std::unique_ptr<Collector> collector,
                               const BatchWatcher& watcher);
using MakeCollector = std::function<std::unique_ptr<Collector>(std::span<const std::string> forms)>;
Result<BatchSummary> merge(const MergeOptions& options, const MakeCollector& make, const BatchWatcher& watcher);

}  // namespace mingdan
