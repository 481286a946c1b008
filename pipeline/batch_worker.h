// Documents in another process: the side that gives orders. An order is a line, its answer a record; a worker that dies
// or is late is replaced, and its document has failed.
#pragma once

#include <optional>
#include <string>

#include "pipeline/batch_job.h"
#include "wrap/child.h"

namespace mingdan {

/// One thread's worker.
class BatchWorker {
public:
    explicit BatchWorker(const BatchSetup& setup) : setup_(setup) {}

    BatchRecord convert(const std::string& id, const std::string& path, const std::string& planned);

private:
    Result<BatchRecord> order(const std::vector<std::string>& fields);
    Error late();
    Error dead(const std::string& end);

    const BatchSetup& setup_;
    std::optional<file::Child> child_;
    std::uint32_t documents_ = 0;  ///< that the child was given
};

}  // namespace mingdan
