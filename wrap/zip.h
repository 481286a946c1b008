// ZIP archives in memory, read only. The only door to libzip.
//
// Opened without ZIP_CHECKCONS, which refuses one real Word file in twenty. Sizes in the directory are claims: limits
// count the bytes that inflating really gives. An entry is read until a read gives nothing, since libzip tells of a
// wrong CRC on that read and on no other.
#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string_view>

#include <mingdan/options.h>
#include <mingdan/result.h>

struct zip;

namespace mingdan::zip {

/// Takes the inflated bytes chunk by chunk, each at most 64 KiB; an error ends the reading.
using Sink = std::function<Result<void>(std::string_view chunk)>;

/// One archive. REQUIRES: the bytes and the limits outlive it. One thread at a time.
class Archive {
public:
    static Result<Archive> open(std::span<const std::byte> bytes, const Limits& limits);

    std::size_t size() const { return size_; }
    /// The entry's name as stored, a view into the archive.
    std::string_view name(std::size_t entry) const;
    /// The entry of that name, cases of ASCII letters and the direction of slashes aside. An error where two entries
    /// answer to it: readers disagree on which of them counts.
    Result<std::optional<std::size_t>> find(std::string_view name) const;
    /// Inflates an entry to its end.
    Result<void> read(std::size_t entry, const Sink& sink);

private:
    struct Close {
        void operator()(struct ::zip* archive) const;
    };

    Archive(struct ::zip* archive, const Limits& limits);
    Result<void> charge(std::uint64_t of_part, std::uint64_t more);

    std::unique_ptr<struct ::zip, Close> archive_;
    std::unique_ptr<char[]> chunk_;
    const Limits* limits_;
    std::size_t size_ = 0;
    std::uint64_t inflated_ = 0;
};

/// True if the archive's directory names an entry that begins so (given in small letters), cases of ASCII letters and
/// the direction of slashes aside; looked up without opening it.
bool names_entry(std::string_view bytes, std::string_view beginning);

/// True if the bytes begin like a ZIP archive, an empty one included.
bool looks_like_zip(std::string_view bytes);

}  // namespace mingdan::zip
