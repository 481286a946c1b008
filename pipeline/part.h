// A part: what one shard leaves. Below the folder that all shards share,
//   manifest.ndjson             the plan, as it was when the shards ran
//   parts/3-of-7/               a batch folder: results, report.ndjson, .mingdan
//   parts/3-of-7/.mingdan/records   what became of each input, a line each, in the order of the manifest
//   parts/3-of-7.done           one line of JSON, written last, in one step
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <mingdan/batch.h>
#include <mingdan/result.h>
#include <mingdan/shard.h>

namespace mingdan {

std::string part_folder(const std::string& shared, Shard shard);
std::string done_file(const std::string& shared, Shard shard);
std::string records_file(const std::string& shared, Shard shard);
std::string manifest_copy(const std::string& shared);

/// The record that a shard is done.
struct Done {
    std::string program;      ///< version and build
    std::string forms;        ///< comma-separated, in their order
    std::string fingerprint;  ///< of program and options
    std::string manifest;     ///< SHA-256 of the plan
    std::string report;       ///< SHA-256 of the part's report
    std::string records;      ///< SHA-256 of its records
    BatchCounts counts;       ///< `converted` are all that are ok
};

std::string program_name();
std::string done_line(Shard shard, const Done& done);
/// Nothing where there is no such file, or one that is no record of this shard.
std::optional<Done> read_done(const std::string& shared, Shard shard);

/// SHA-256 of a file's bytes.
Result<std::string> file_digest(const std::string& path);

/// The numbers N of all parts "K-of-N" that were begun or done.
Result<std::vector<std::uint32_t>> part_numbers(const std::string& shared);

}  // namespace mingdan
