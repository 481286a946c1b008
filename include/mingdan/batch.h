// Many files at once: one document a thread, results below one folder, only what changed on a later run.
#pragma once

#include <array>
#include <atomic>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <mingdan/finding.h>
#include <mingdan/options.h>
#include <mingdan/result.h>

namespace mingdan {

/// Why something in a folder is no input (passed_over.def).
enum class PassedOver : std::uint8_t {
#define PASSED_OVER(id, name, meaning) id,
#include <mingdan/passed_over.def>
#undef PASSED_OVER
};
std::string_view passed_over_name(PassedOver reason);     ///< "lock-file"
std::string_view passed_over_meaning(PassedOver reason);  ///< one sentence for people

/// Documents in processes of their own: one that dies, hangs or takes too much costs itself alone.
struct Isolation {
    std::vector<std::string> command;   ///< runs `serve_batch` with the same options; empty: no isolation
    std::uint64_t memory = 2ull << 30;  ///< bytes that a process may map
    double seconds = 60;                ///< for one document, by the clock and of the processor
    std::uint32_t documents = 1000;     ///< then the process is replaced
};

struct BatchOptions {
    std::vector<std::string> inputs;  ///< files, folders, patterns (* ? [] and ** for any folders)
    std::string manifest;  ///< a file that lists more inputs, a path or a JSON object a line; - is standard input
    std::string folder;    ///< where the results go; made if missing
    std::vector<std::string> forms{"json"};
    Options options;
    EmitOptions emit;
    unsigned threads = 0;  ///< 0: as many as the machine has processors
    bool verify = false;   ///< compares contents where stamps (size, times, inode) would do
    bool prune = false;    ///< removes results of inputs that are gone, and of forms no longer asked for
    Isolation isolation;
    const std::atomic<bool>* stop = nullptr;  ///< set by anyone (a signal handler too): finish what is in hand
};

enum class InputStatus : std::uint8_t { ok, failed, passed_over };
std::string_view status_name(InputStatus status);  ///< "ok", "failed", "passed-over"

/// A file made of an input; its name is the input's id and this.
struct OutputFile {
    std::string suffix;  ///< ".json", ".roster-1.csv"
    std::uint64_t bytes = 0;

    friend bool operator==(const OutputFile&, const OutputFile&) = default;
};

/// What became of one input: a line of report.ndjson.
struct InputOutcome {
    std::string id;    ///< its place below the folder given; what its outputs' names begin with
    std::string path;  ///< where it was read
    InputStatus status = InputStatus::ok;
    bool unchanged = false;  ///< not converted in this run, since a former one did it; not in the report
    std::optional<Error> error;
    std::optional<PassedOver> passed_over;
    std::string format;
    std::uint64_t bytes = 0;
    std::string sha256;                       ///< empty where it could not be read
    std::array<std::uint32_t, 3> findings{};  ///< by Severity
    std::uint64_t rosters = 0;
    std::uint64_t records = 0;
    std::uint64_t microseconds = 0;
    std::vector<OutputFile> outputs;

    friend bool operator==(const InputOutcome&, const InputOutcome&) = default;
};

/// One line of JSON, without a line end.
std::string report_line(const InputOutcome& outcome);

/// Where a batch stands, and at its end what came of it.
struct BatchCounts {
    std::uint64_t inputs = 0;  ///< all that was found, passed over or not
    std::uint64_t settled = 0;
    std::uint64_t converted = 0;  ///< anew, in this run
    std::uint64_t unchanged = 0;
    std::uint64_t failed = 0;
    std::uint64_t passed_over = 0;
    std::uint64_t rosters = 0;
    std::uint64_t records = 0;
    std::array<std::uint64_t, 3> findings{};
};

struct BatchSummary {
    BatchCounts counts;
    bool interrupted = false;                ///< by `stop`; the same call goes on
    std::vector<std::string> gone;           ///< ids of former inputs that are none now; their results are still there
    std::uint64_t pruned = 0;                ///< former inputs whose results were removed
    bool prune_refused = false;              ///< since a folder or file named could not be read
    std::uint64_t leftover = 0;              ///< results of forms no longer asked for
    std::uint64_t unusable = 0;              ///< former inputs that another version read: not in the dataset
    std::vector<std::string> dataset_files;  ///< relative to the folder
};

/// Called in the order of the inputs, by one thread at a time.
using BatchWatcher = std::function<void(const InputOutcome&, const BatchCounts&)>;

/// An error ends the whole batch: nothing that it could write to, or no more space. What fails in one input is an
/// outcome.
Result<BatchSummary> batch(const BatchOptions& options, const BatchWatcher& watcher = {});

/// The other side of Isolation::command: reads orders from descriptor 3 until it is closed.
Result<void> serve_batch(const BatchOptions& options);

}  // namespace mingdan
