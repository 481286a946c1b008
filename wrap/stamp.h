// What tells a file that was seen before from one that has changed, without reading it: size, times, inode.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

struct stat;

namespace mingdan::file {

struct Stamp {
    std::uint64_t size = 0;
    std::int64_t modified = 0;  ///< nanoseconds since 1970: the content
    std::int64_t changed = 0;   ///< nanoseconds since 1970: content, name, owner or mode; nobody can set it back
    std::uint64_t inode = 0;

    friend bool operator==(const Stamp&, const Stamp&) = default;
};

Stamp stamp_of(const struct stat& seen);
/// Nothing where there is no such file, or none that may be looked at. Links are followed.
std::optional<Stamp> stamp_of(const std::string& path);

/// The clock that file systems take their times from.
std::int64_t file_clock();

/// Git's rule ("racy git"): a file that changed so shortly before it was read may change once more within the same tick
/// of the file system's clock, and no stamp would tell. `read_at` is file_clock() before the reading.
bool is_racy(const Stamp& stamp, std::int64_t read_at);

}  // namespace mingdan::file
