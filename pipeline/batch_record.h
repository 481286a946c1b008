// What a batch remembers of an input, as one line of its state file: fields between tabs, any byte of a name escaped, a
// checksum at the end, since a power failure may leave a line that is no line.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <mingdan/batch.h>

#include "wrap/stamp.h"

namespace mingdan {

struct BatchRecord {
    InputOutcome outcome;  ///< but for its path, which may be another next time
    file::Stamp stamp;
    std::int64_t read_at = 0;           ///< file_clock() before the reading
    std::string fingerprint;            ///< of program and options
    bool done = false;                  ///< false: begun, so that the results may be half of this and half of that
    std::uint64_t fragment_bytes = 0;   ///< 0: it has no fragment
    std::string fragment_fingerprint;   ///< the collector's
    std::vector<std::string> leftover;  ///< suffixes of results of forms that were asked for in former runs

    friend bool operator==(const BatchRecord&, const BatchRecord&) = default;
};

/// A line of the state file without its line end: its fields behind a mark that says what it is.
std::string state_line(std::string_view mark, const std::vector<std::string>& fields);
/// The mark and the fields, or nothing where the checksum does not fit.
std::optional<std::vector<std::string>> state_fields(std::string_view line);

inline constexpr std::string_view kRecordMark = "+";
std::string record_line(const BatchRecord& record);
std::optional<BatchRecord> read_record(std::string_view line);

}  // namespace mingdan
