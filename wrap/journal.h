// A file that grows by whole lines, and the lock that keeps a folder to one program.
#pragma once

#include <cstdint>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>

#include <mingdan/result.h>

#include "wrap/descriptor.h"

namespace mingdan::file {

/// Held as long as it lives; the system drops it with the process, however that ends.
class Lock {
public:
    /// ErrorCode::output_busy where another program holds it, and still does after a moment: the workers of a killed
    /// program take some to die.
    static Result<Lock> take(const std::string& path);
    int descriptor() const { return descriptor_.get(); }

private:
    Descriptor descriptor_;
};

/// Any number of threads may append; a line is written by one call of the system, so that a killed program leaves whole
/// lines, and the next one can see where the last whole one ends.
class Journal {
public:
    /// Opens for appending, made if missing. What stands behind the last line end is cut off.
    static Result<Journal> open(const std::string& path);
    Journal(Journal&& other) noexcept : path_(std::move(other.path_)), descriptor_(std::move(other.descriptor_)) {}

    Result<void> append(std::string_view line);  ///< with its line end
    Result<void> sync();

private:
    Journal() = default;

    std::string path_;
    Descriptor descriptor_;
    std::mutex one_at_a_time_;
};

/// A file of lines, read one after the other or by its place, a small piece in memory at a time.
class LineFile {
public:
    /// Nothing where there is no such file.
    static std::optional<LineFile> open(const std::string& path);

    /// The next whole line, without its line end. False behind the last one.
    bool next(std::string& line);
    std::uint64_t offset() const { return offset_; }  ///< where the next line begins
    /// Any number of threads may ask.
    std::string line_at(std::uint64_t offset) const;

private:
    std::string bytes_at(std::uint64_t offset, std::size_t length) const;
    explicit LineFile(Descriptor descriptor) : descriptor_(std::move(descriptor)) {}

    Descriptor descriptor_;
    std::string piece_;
    std::size_t used_ = 0;  ///< of the piece
    std::uint64_t offset_ = 0;
};

/// Brings all that was written on the file system of a folder to its disk.
Result<void> sync_all(const std::string& folder);

/// Another text at each start of the machine: what was written under the same one and not synced is still there.
std::string boot_id();

}  // namespace mingdan::file
