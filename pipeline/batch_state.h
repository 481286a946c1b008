// What is done already: DIR/.mingdan/state. During a run lines are added to it, so that a killed run loses nothing that
// it finished; at the end it is written anew without what is outdated, and takes its name in one step. Read from the
// disk as it is needed: memory does not grow with what former runs did.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include <mingdan/batch.h>
#include <mingdan/result.h>

#include "pipeline/batch_record.h"
#include "wrap/journal.h"

namespace mingdan {

/// What a collector made, and of what.
struct Assembled {
    std::string digest;
    std::vector<std::pair<std::string, std::uint64_t>> files;  ///< names below the folder, and sizes

    friend bool operator==(const Assembled&, const Assembled&) = default;
};

class BatchState {
public:
    /// Locks the folder for this program, reads what former runs left, and clears away what a killed one did not
    /// finish.
    static Result<BatchState> open(const std::string& folder);

    /// Of former runs; what this one adds is not found. Any number of threads may ask.
    std::optional<BatchRecord> find(const std::string& id) const;
    /// All records of former runs, in no order.
    void for_each(const std::function<void(BatchRecord)>& see) const;
    const std::optional<Assembled>& assembled() const { return assembled_; }
    int lock() const { return lock_.descriptor(); }
    bool empty() const { return index_.empty(); }

    // Any number of threads may add.
    Result<void> keep(const BatchRecord& record);
    Result<void> forget(const std::string& id);
    Result<void> keep(const Assembled& assembled);

    /// Brings all to the disk, and ends the file. The last call.
    Result<void> finish();

private:
    /// Where the last line of an id is. There may be millions of them.
    struct Place {
        std::uint64_t key;  ///< a hash of the id
        std::uint64_t offset : 62;
        std::uint64_t present : 1;  ///< 0: a line that takes the record back
        std::uint64_t trusted : 1;  ///< 0: written before a power failure, and the outputs perhaps not
    };

    BatchState(std::string folder, file::Lock lock) : folder_(std::move(folder)), lock_(std::move(lock)) {}
    Result<void> load();
    void take_line(std::string_view line, std::uint64_t offset);
    void doubt_unsynced(const std::string& boot);
    void keep_last_places();
    Result<void> add(const std::string& line);
    Result<void> begin_adding();
    Result<void> end_file();
    Result<void> write_anew();
    std::optional<BatchRecord> read(const Place& place) const;

    std::string folder_;
    std::string path_;
    file::Lock lock_;
    std::optional<file::LineFile> file_;
    std::vector<Place> index_;  ///< by key, one place a key
    std::optional<Assembled> assembled_;

    // While reading.
    std::uint64_t lines_ = 0;   ///< outdated ones too
    std::size_t unsynced_ = 0;  ///< the first place that no sync stands behind
    std::string boot_;          ///< of the run that the lines are of
    bool clean_ = true;         ///< the last line is an end

    struct Adding {
        std::mutex mutex;
        std::optional<file::Journal> journal;
        std::uint64_t lines = 0;
        std::chrono::steady_clock::time_point synced = std::chrono::steady_clock::now();
    };
    std::unique_ptr<Adding> adding_ = std::make_unique<Adding>();
};

}  // namespace mingdan
