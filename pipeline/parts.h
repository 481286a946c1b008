// All parts of a manifest, read for a merge: what became of each input, and where its results lie. Of an input only the
// place of its line is held.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <mingdan/batch.h>
#include <mingdan/result.h>

#include "pipeline/batch_inputs.h"
#include "pipeline/batch_job.h"
#include "pipeline/batch_record.h"
#include "pipeline/part.h"

namespace mingdan {

class Parts {
public:
    /// Whether all shards are done, and belong together: what they have in common. Names those that are not.
    static Result<Done> check(const std::string& shared);

    /// REQUIRES: check() was good, and `inputs` are those of the manifest that it names.
    static Result<Parts> open(const std::string& shared, const BatchInputs& inputs);

    /// Any number of threads may ask.
    Result<BatchRecord> record(std::size_t index, const std::string& id) const;
    /// Copies an input's results and its fragment to the setup's folder.
    Result<void> bring(const BatchSetup& setup, const BatchRecord& record) const;

private:
    Parts(std::string shared, std::uint32_t of) : shared_(std::move(shared)), of_(of) {}
    Result<void> index_part(Shard shard, const BatchInputs& inputs, const std::vector<std::uint32_t>& order);

    std::string shared_;
    std::uint32_t of_;
    std::vector<std::uint64_t> offsets_;  ///< of the lines in the records of its shard, by input
};

}  // namespace mingdan
