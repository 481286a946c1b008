// The end of a batch: the fragments of all inputs, of this run and of former ones, go to the collector.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <mingdan/batch.h>

#include "pipeline/batch_inputs.h"
#include "pipeline/batch_job.h"
#include "pipeline/batch_state.h"

namespace mingdan {

/// A mark of a fragment's content, or 0 where there is none that this collector can read.
std::uint64_t fragment_mark(const BatchSetup& setup, const BatchRecord& record);

/// A former input whose fragment stays in the whole.
struct GoneFragment {
    std::string id;
    std::uint64_t mark = 0;
};

/// Calls the collector unless all that it was given last time is the same and all that it made is there.
/// `marks` are those of the inputs, by index. Gives the names of what there is.
Result<std::vector<std::string>> assemble(const BatchSetup& setup, const BatchInputs& inputs,
                                          const std::vector<std::uint64_t>& marks, std::vector<GoneFragment> gone,
                                          BatchState& state);

/// Where nothing is to be made of all notices any more: gives how many files a former run made, or takes them away.
Result<std::uint64_t> leave_assembled(const std::string& folder, bool prune, BatchState& state);

}  // namespace mingdan
