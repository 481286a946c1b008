// One document of a batch, from its file to its results, in the process that calls.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include <mingdan/batch.h>

#include "pipeline/batch_record.h"
#include "pipeline/collector.h"

namespace mingdan {

/// What all documents of a batch share.
struct BatchSetup {
    /// Keeps a reference to the options.
    explicit BatchSetup(const BatchOptions& chosen) : BatchSetup(chosen, make_collector(chosen.forms)) {}
    BatchSetup(const BatchOptions& chosen, std::unique_ptr<Collector> chosen_collector);

    const BatchOptions& options;
    std::vector<std::string> forms;  ///< those that get files a notice; the collector has the others
    std::unique_ptr<Collector> collector;
    std::string fingerprint;            ///< of the program and of all that its results depend on
    std::string collector_fingerprint;  ///< "" without collector
    unsigned threads = 1;
    int lock = -1;  ///< the descriptor that keeps the folder ours; workers hold it too
};

/// Converts, writes the results and the fragment, and takes away what a former run left in their place. The record says
/// what came of it; it never throws. `path` is where it is read, `id` where its results go, `planned` what its SHA-256
/// is to be, or "".
BatchRecord convert_input(const BatchSetup& setup, const std::string& id, const std::string& path,
                          const std::string& planned = "");

/// A record of an input that has failed with nothing written.
BatchRecord failed_record(const BatchSetup& setup, const std::string& id, Error error);

/// Whether an error says nothing of the document: out of reach, or its results could not be written. Results of former
/// runs then stay as they are.
bool is_no_verdict(const Error& error);

}  // namespace mingdan
