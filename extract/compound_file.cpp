#include "extract/compound_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "extract/little_endian.h"
#include "model/over_limit.h"
#include "model/try.h"
#include "model/utf8.h"

namespace mingdan {

namespace {

using bytes::u16;
using bytes::u32;
using bytes::u64;
using bytes::u8;

constexpr std::uint32_t kEndOfChain = 0xFFFFFFFE;
constexpr std::uint32_t kNoEntry = 0xFFFFFFFF;
constexpr std::size_t kHeaderSize = 512;
constexpr std::size_t kFirstFatSectors = 109;  ///< listed in the header
constexpr std::size_t kEntrySize = 128;
constexpr std::uint32_t kSmallShift = 6;

enum Kind : std::uint8_t { storage = 1, stream_entry = 2, root = 5 };

Error damaged(std::string_view what) {
    return fail(ErrorCode::damaged_file, fmt::format("the compound file (OLE) is damaged: {}", what),
                "fetch the file again, or open it in Word or WPS and save it anew");
}

bool equal_names(std::string_view a, std::string_view b) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; };
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [&](char x, char y) { return lower(x) == lower(y); });
}

/// A directory entry's name: UTF-16LE, its length in bytes behind it, a NUL included.
std::string name_of(std::string_view record) {
    const std::size_t units = std::min<std::size_t>(u16(record, 64) / 2, 32);
    std::string name;
    for (std::size_t i = 0; i + 1 < units; ++i) {
        const std::uint16_t unit = u16(record, 2 * i);
        utf8::append(name, unit >= 0xD800 && unit <= 0xDFFF ? char32_t{0xFFFD} : unit);
    }
    return name;
}

/// The numbers of the root's children: its tree of siblings, each entry once.
std::vector<std::uint32_t> children_of_root(std::string_view directory) {
    const auto count = static_cast<std::uint32_t>(directory.size() / kEntrySize);
    std::vector<bool> seen(count);
    std::vector<std::uint32_t> open{u32(directory, 76)};
    std::vector<std::uint32_t> found;
    while (!open.empty()) {
        const std::uint32_t id = open.back();
        open.pop_back();
        if (id >= count || seen[id]) {
            continue;
        }
        seen[id] = true;
        found.push_back(id);
        open.push_back(u32(directory, id * kEntrySize + 72));
        open.push_back(u32(directory, id * kEntrySize + 68));
    }
    return found;
}

}  // namespace

Result<CompoundFile> CompoundFile::open(std::string_view bytes, const Limits& limits) {
    CompoundFile file(bytes, limits);
    TRY(file.read_header());
    return file;
}

Result<void> CompoundFile::read_header() {
    if (!looks_like(bytes_)) {
        return damaged("it does not begin like one");
    }
    if (bytes_.size() < kHeaderSize) {
        return damaged(fmt::format("it has {} bytes, its header alone has {}", bytes_.size(), kHeaderSize));
    }
    sector_shift_ = u16(bytes_, 30);
    if (sector_shift_ != 9 && sector_shift_ != 12) {
        return damaged(fmt::format("its sectors would have 2^{} bytes", sector_shift_));
    }
    const std::uint64_t size = std::uint64_t{1} << sector_shift_;
    sectors_ = static_cast<std::uint32_t>(std::min<std::uint64_t>((bytes_.size() + size - 1) / size - 1, kEndOfChain));
    small_limit_ = u32(bytes_, 56) == 0 ? 4096 : u32(bytes_, 56);
    read_fat_sectors();
    small_fat_sectors_ = chain(u32(bytes_, 60), sectors_);
    return read_directory(u32(bytes_, 48));
}

/// A sector of which at least a byte stands in the file.
bool CompoundFile::inside(std::uint32_t sector) const {
    return sector < sectors_;
}

/// The sectors that hold the FAT: 109 of them in the header, the others in a chain of sectors of their own (DIFAT).
void CompoundFile::read_fat_sectors() {
    const std::size_t wanted = std::min(u32(bytes_, 44), sectors_);
    const auto take = [&](std::uint64_t at) {
        if (fat_sectors_.size() < wanted) {
            fat_sectors_.push_back(at + 4 <= bytes_.size() ? u32(bytes_, at) : kNoEntry);
        }
    };
    for (std::size_t i = 0; i < kFirstFatSectors; ++i) {
        take(76 + 4 * i);
    }
    const std::uint64_t entries = (std::uint64_t{1} << (sector_shift_ - 2)) - 1;
    std::uint32_t sector = u32(bytes_, 68);
    for (std::uint32_t steps = 0; steps < sectors_ && inside(sector) && fat_sectors_.size() < wanted; ++steps) {
        for (std::uint64_t i = 0; i < entries; ++i) {
            take(place_of(sector) + 4 * i);
        }
        sector = u32(bytes_, place_of(sector) + 4 * entries);
    }
}

std::uint32_t CompoundFile::next_sector(std::uint32_t sector) const {
    const std::uint32_t shift = sector_shift_ - 2;
    const std::uint32_t index = sector >> shift;
    if (index >= fat_sectors_.size() || !inside(fat_sectors_[index])) {
        return kEndOfChain;
    }
    const std::uint64_t at = place_of(fat_sectors_[index]) + 4ull * (sector & ((1u << shift) - 1));
    return at + 4 <= bytes_.size() ? u32(bytes_, at) : kEndOfChain;
}

std::uint32_t CompoundFile::next_small_sector(std::uint32_t sector) const {
    const std::uint32_t shift = sector_shift_ - 2;
    const std::uint32_t index = sector >> shift;
    if (index >= small_fat_sectors_.size()) {
        return kEndOfChain;
    }
    const std::uint64_t at = place_of(small_fat_sectors_[index]) + 4ull * (sector & ((1u << shift) - 1));
    return at + 4 <= bytes_.size() ? u32(bytes_, at) : kEndOfChain;
}

/// The sectors of a chain, at most `most`; it ends where it would leave the file or come back to itself.
std::vector<std::uint32_t> CompoundFile::chain(std::uint32_t first, std::uint64_t most) const {
    std::vector<std::uint32_t> sectors;
    std::vector<bool> seen(most > 0 ? sectors_ : 0);
    for (std::uint32_t at = first; sectors.size() < most && inside(at) && !seen[at]; at = next_sector(at)) {
        seen[at] = true;
        sectors.push_back(at);
    }
    return sectors;
}

CompoundFile::Entry CompoundFile::to_entry(std::string_view record) const {
    Entry entry{name_of(record), u8(record, 66), u32(record, 116), u64(record, 120)};
    if (sector_shift_ == 9) {
        entry.size &= 0xFFFFFFFF;  // version 3 leaves the upper half undefined
    }
    return entry;
}

Result<void> CompoundFile::read_directory(std::uint32_t first) {
    const std::uint64_t most = (std::uint64_t{limits_->entries} * kEntrySize >> sector_shift_) + 1;
    const std::vector<std::uint32_t> sectors = chain(first, most + 1);
    if (sectors.size() > most) {
        return over_limit("entries", limits_->entries, "the compound file's directory has more entries than");
    }
    std::string directory;
    for (const std::uint32_t sector : sectors) {
        directory += bytes::part(bytes_, place_of(sector), std::size_t{1} << sector_shift_);
    }
    if (u8(directory, 66) != root) {
        return damaged("its directory does not begin with the root entry");
    }
    const Entry top = to_entry(directory);
    small_stream_ = chain(top.start, sectors_);
    for (const std::uint32_t id : children_of_root(directory)) {
        entries_.push_back(to_entry(bytes::part(directory, id * kEntrySize, kEntrySize)));
    }
    if (entries_.empty()) {  // a damaged tree; its entries may be whole
        for (std::size_t at = kEntrySize; at + kEntrySize <= directory.size(); at += kEntrySize) {
            entries_.push_back(to_entry(bytes::part(directory, at, kEntrySize)));
        }
    }
    return {};
}

const CompoundFile::Entry* CompoundFile::find(std::string_view name) const {
    const auto at = std::find_if(entries_.begin(), entries_.end(), [&](const Entry& entry) {
        return entry.kind == stream_entry && equal_names(entry.name, name);
    });
    return at == entries_.end() ? nullptr : &*at;
}

bool CompoundFile::has_storage(std::string_view name) const {
    return std::any_of(entries_.begin(), entries_.end(),
                       [&](const Entry& entry) { return entry.kind == storage && equal_names(entry.name, name); });
}

void CompoundFile::append_large(std::string& to, const Entry& entry) const {
    const std::size_t size = std::size_t{1} << sector_shift_;
    for (const std::uint32_t sector : chain(entry.start, (entry.size + size - 1) >> sector_shift_)) {
        const std::string_view there = bytes::part(bytes_, place_of(sector), size);
        to += there;
        to.append(size - there.size(), '\0');  // only the last sector can be cut
    }
}

/// Sectors of 64 bytes inside the mini stream.
void CompoundFile::append_small(std::string& to, const Entry& entry) const {
    const std::uint32_t shift = sector_shift_ - kSmallShift;
    const std::size_t size = std::size_t{1} << kSmallShift;
    const std::uint64_t there_are = std::uint64_t{small_stream_.size()} << shift;
    const std::uint64_t most = std::min((entry.size + size - 1) >> kSmallShift, there_are);  // a loop ends, too
    std::uint32_t sector = entry.start;
    for (std::uint64_t steps = 0; steps < most && (sector >> shift) < small_stream_.size(); ++steps) {
        const std::uint64_t place = place_of(small_stream_[sector >> shift]);
        const std::uint64_t at = place + (std::uint64_t{sector & ((1u << shift) - 1)} << kSmallShift);
        const std::string_view there = bytes::part(bytes_, at, size);
        to += there;
        to.append(size - there.size(), '\0');
        sector = next_small_sector(sector);
    }
}

Result<std::string> CompoundFile::stream(std::string_view name) {
    const Entry* entry = find(name);
    if (entry == nullptr) {
        return damaged(fmt::format("its stream {} is missing", name));
    }
    if (entry->size > limits_->part_bytes) {
        return over_limit("part-bytes", limits_->part_bytes, "the stream has more bytes than");
    }
    if (entry->size > limits_->archive_bytes - taken_) {
        return over_limit("archive-bytes", limits_->archive_bytes, "the streams have more bytes than");
    }
    std::string content;
    content.reserve(std::min<std::size_t>(entry->size, bytes_.size()) + (std::size_t{1} << sector_shift_));
    if (entry->size < small_limit_) {
        append_small(content, *entry);
    } else {
        append_large(content, *entry);
    }
    content.resize(std::min<std::uint64_t>(content.size(), entry->size));
    taken_ += content.size();
    return content;
}

}  // namespace mingdan
