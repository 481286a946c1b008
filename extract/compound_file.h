// The container of Office 97-2003 files: streams in a directory, chained by a FAT like a disk's ([MS-CFB], versions 3
// and 4). Nothing is kept but the places of its own tables; streams are copied out when they are asked for.
//
// Met: WPS Office cuts the last sector, so what is missing behind the end of the file reads as zeros. Embedded
// documents have storages of their own, so a name is looked for among the root's children; only where their tree is
// damaged are all entries looked through. A chain that bites its tail, or leaves the file, ends there.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <mingdan/options.h>
#include <mingdan/result.h>

namespace mingdan {

class CompoundFile {
public:
    /// By the signature alone.
    static bool looks_like(std::string_view bytes) { return bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"); }
    /// Reads header, tables and directory. REQUIRES: bytes and limits outlive the result.
    static Result<CompoundFile> open(std::string_view bytes, const Limits& limits);

    /// Whether the root holds a stream of that name; ASCII letters in any case.
    bool has(std::string_view name) const { return find(name) != nullptr; }
    /// Whether the root holds a storage (a folder) of that name.
    bool has_storage(std::string_view name) const;
    /// The stream's bytes; fewer than declared where its chain is broken. Charged to part_bytes and archive_bytes.
    Result<std::string> stream(std::string_view name);

private:
    struct Entry {
        std::string name;  ///< UTF-8; letters outside of ASCII as they are
        std::uint8_t kind = 0;
        std::uint32_t start = 0;
        std::uint64_t size = 0;
    };

    CompoundFile(std::string_view bytes, const Limits& limits) : bytes_(bytes), limits_(&limits) {}

    Result<void> read_header();
    void read_fat_sectors();
    Result<void> read_directory(std::uint32_t first);
    Entry to_entry(std::string_view record) const;
    std::uint64_t place_of(std::uint32_t sector) const { return (std::uint64_t{sector} + 1) << sector_shift_; }
    bool inside(std::uint32_t sector) const;
    std::uint32_t next_sector(std::uint32_t sector) const;
    std::uint32_t next_small_sector(std::uint32_t sector) const;
    std::vector<std::uint32_t> chain(std::uint32_t first, std::uint64_t most) const;
    void append_small(std::string& to, const Entry& entry) const;
    void append_large(std::string& to, const Entry& entry) const;
    const Entry* find(std::string_view name) const;

    std::string_view bytes_;
    const Limits* limits_;
    std::uint32_t sector_shift_ = 9;
    std::uint32_t sectors_ = 0;         ///< that begin inside the file
    std::uint64_t small_limit_ = 4096;  ///< streams below it stand in the mini stream
    std::uint64_t taken_ = 0;           ///< bytes of streams handed out
    std::vector<std::uint32_t> fat_sectors_;
    std::vector<std::uint32_t> small_fat_sectors_;
    std::vector<std::uint32_t> small_stream_;  ///< sectors of the mini stream
    std::vector<Entry> entries_;               ///< the root's children
};

}  // namespace mingdan
