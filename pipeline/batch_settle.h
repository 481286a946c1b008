// Settles one input: as a former run left it where nothing has changed, else anew.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include <mingdan/batch.h>

#include "pipeline/batch_inputs.h"
#include "pipeline/batch_job.h"
#include "pipeline/batch_state.h"
#include "pipeline/batch_worker.h"
#include "pipeline/parts.h"

namespace mingdan {

struct Settled {
    BatchRecord record;          ///< with its outcome's path
    std::uint64_t mark = 0;      ///< of its fragment
    std::uint64_t leftover = 0;  ///< results of forms that nobody asks for any more
    bool skipped = false;        ///< somebody said stop
    std::optional<Error> fatal;  ///< no sense in going on
};

class Settler {
public:
    /// With `parts`, results are not made but taken from there.
    Settler(const BatchSetup& setup, const BatchInputs& inputs, BatchState& state, const Parts* parts = nullptr);

    /// Any number of threads at once, each by its own number.
    Settled settle(std::size_t index, unsigned thread);

private:
    struct Input {
        std::string id;
        std::string path;
        std::string planned;  ///< its SHA-256, where a manifest says it
        std::optional<BatchRecord> former;
        std::optional<file::Stamp> stamp;
    };

    bool stopped() const;
    Settled settle_from_part(Input& input, std::size_t index);
    Result<BatchRecord> bring(const Input& input, BatchRecord record);
    bool is_valid(const Input& input) const;
    bool has_results(const BatchRecord& former) const;
    bool is_unchanged(const Input& input) const;
    std::optional<BatchRecord> with_equal_content(const Input& input) const;
    Result<BatchRecord> settle_anew(const Input& input, unsigned thread);
    Result<BatchRecord> settle_as(const Input& input, BatchRecord record);
    Result<void> begin(const Input& input);
    Result<void> clear_former(const Input& input, BatchRecord& record);
    Settled leave(const Input& input, BatchRecord record);
    Result<void> prune_leftover(BatchRecord& record);

    const BatchSetup& setup_;
    const BatchInputs& inputs_;
    BatchState& state_;
    const Parts* parts_;
    std::vector<BatchWorker> workers_;  ///< by thread; none without isolation
};

/// Takes away all results of an input, and the memory of it.
Result<void> remove_record(const BatchSetup& setup, const BatchRecord& record, BatchState& state);

}  // namespace mingdan
