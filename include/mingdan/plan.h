// A manifest of what is to be done, by content: each document with its place, its size and its hash. What is done by
// it, on how many machines, is shard.h's.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include <mingdan/batch.h>
#include <mingdan/result.h>

namespace mingdan {

struct PlanOptions {
    std::vector<std::string> inputs;  ///< as BatchOptions::inputs, but no standard input
    std::string manifest;             ///< as BatchOptions::manifest: a list of more inputs
    std::string output = "-";         ///< the file that is made, whole or not at all; - is standard output
    unsigned threads = 0;             ///< 0: as many as the machine has processors
};

struct PlanSummary {
    std::uint64_t documents = 0;  ///< lines of the manifest
    std::uint64_t bytes = 0;
    std::uint64_t failed = 0;  ///< those of them that cannot be read now, and what cannot be a document of its own
    std::uint64_t passed_over = 0;
};

/// Gets what is no line of the manifest (passed over, or failed), and then each document by its id.
using PlanWatcher = std::function<void(const InputOutcome&)>;

/// Writes a line of JSON for each document, {"id", "path", "bytes", "sha256"}, in the bytewise order of the ids. A file
/// that cannot be read has null for the last two: whoever does the work tries it once more, and it stands in the
/// report.
Result<PlanSummary> plan(const PlanOptions& options, const PlanWatcher& watcher = {});

}  // namespace mingdan
