#include "wrap/stamp.h"

#include <algorithm>
#include <ctime>

#include <sys/stat.h>

namespace mingdan::file {

namespace {

constexpr std::int64_t kSecond = 1'000'000'000;
/// Linux takes times from a clock that ticks every 1 to 10 ms; FAT, and file systems that keep whole seconds, every
/// two.
constexpr std::int64_t kFineGrain = kSecond / 50;
constexpr std::int64_t kCoarseGrain = 2 * kSecond;

std::int64_t nanoseconds(const timespec& time) {
    return std::int64_t{time.tv_sec} * kSecond + time.tv_nsec;
}

}  // namespace

Stamp stamp_of(const struct stat& seen) {
    return {static_cast<std::uint64_t>(seen.st_size), nanoseconds(seen.st_mtim), nanoseconds(seen.st_ctim),
            seen.st_ino};
}

std::optional<Stamp> stamp_of(const std::string& path) {
    struct stat seen {};
    if (::stat(path.c_str(), &seen) != 0) {
        return std::nullopt;
    }
    return stamp_of(seen);
}

std::int64_t file_clock() {
    timespec now{};
    ::clock_gettime(CLOCK_REALTIME_COARSE, &now);
    return nanoseconds(now);
}

bool is_racy(const Stamp& stamp, std::int64_t read_at) {
    const bool whole_seconds = stamp.modified % kSecond == 0 && stamp.changed % kSecond == 0;
    const std::int64_t grain = whole_seconds ? kCoarseGrain : kFineGrain;
    return std::max(stamp.modified, stamp.changed) > read_at - grain;
}

}  // namespace mingdan::file
