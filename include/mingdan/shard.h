// A batch beyond one machine: each machine does a shard of a manifest (plan.h) and leaves a part; the parts together
// make what one batch would have made of the manifest, byte for byte, whatever their number.
#pragma once

#include <atomic>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include <mingdan/batch.h>
#include <mingdan/result.h>

namespace mingdan {

/// One of several, counted from 0.
struct Shard {
    std::uint32_t number = 0;
    std::uint32_t of = 1;

    friend bool operator==(const Shard&, const Shard&) = default;
};

/// "0/7" to "6/7"; ErrorCode::usage for all else.
Result<Shard> read_shard(std::string_view word);

/// Looks up a variable; nullptr where it is not set (std::getenv is one).
using Environment = std::function<const char*(const char* name)>;
/// What the variables of an array job say: Slurm, a Kubernetes indexed job, MPI, GNU parallel (docs/scaling.md).
/// ErrorCode::usage where they say nothing, only half of it, or two things.
Result<Shard> shard_of_environment(const Environment& environment);

/// Which shard a document belongs to: XXH3-64 of its id modulo their number, so that new documents move no other.
std::uint32_t shard_of(std::string_view id, std::uint32_t of);

struct ShardOptions {
    /// `manifest` names the plan, `folder` the folder that all shards share; `inputs` and `prune` are not used.
    BatchOptions batch;
    Shard shard;
    bool again = false;  ///< looks at the inputs also where the part is done: some failures pass
};

struct ShardSummary {
    BatchSummary batch;
    bool was_done = false;  ///< by the same program, options and manifest: nothing was looked at
    std::string part;       ///< the folder with its results and report
};

/// Makes a part below the folder, and at last, in one step, the record that it is done. An interrupted or killed call
/// has left none; the same call goes on.
Result<ShardSummary> run_shard(const ShardOptions& options, const BatchWatcher& watcher = {});

/// The other side of Isolation::command for a shard.
Result<void> serve_shard(const ShardOptions& options);

struct MergeOptions {
    std::string parts;   ///< the folder that the shards shared
    std::string folder;  ///< where the whole goes; made if missing
    unsigned threads = 0;
    bool prune = false;  ///< as BatchOptions::prune: `folder` may hold what an older plan had
    const std::atomic<bool>* stop = nullptr;
};

/// Makes one batch folder of all parts. ErrorCode::parts_missing where shards are not done, ErrorCode::parts_differ
/// where they do not belong together. `converted` of the counts says how many inputs' results were brought over.
Result<BatchSummary> merge(const MergeOptions& options, const BatchWatcher& watcher = {});

}  // namespace mingdan
