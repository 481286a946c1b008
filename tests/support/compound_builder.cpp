#include "tests/support/compound_builder.h"

#include <algorithm>

namespace mingdan::test {

namespace {

constexpr std::uint32_t kEnd = 0xFFFFFFFE;
constexpr std::uint32_t kFree = 0xFFFFFFFF;
constexpr std::uint32_t kFatMark = 0xFFFFFFFD;

struct Placed {
    std::uint32_t start = kEnd;
    std::size_t size = 0;
};

/// Sectors and their chains while they grow; the same for the file and for the mini stream in it.
class Space {
public:
    explicit Space(std::size_t sector) : sector_(sector) {}

    Placed add(std::string_view content) {
        Placed placed{content.empty() ? kEnd : static_cast<std::uint32_t>(next_.size()), content.size()};
        for (std::size_t at = 0; at < content.size(); at += sector_) {
            std::string piece(content.substr(at, sector_));
            piece.resize(sector_, '\0');
            bytes_ += piece;
            next_.push_back(at + sector_ < content.size() ? static_cast<std::uint32_t>(next_.size()) + 1 : kEnd);
        }
        return placed;
    }

    std::size_t sector_;
    std::string bytes_;
    std::vector<std::uint32_t> next_;
};

std::string table_of(const std::vector<std::uint32_t>& numbers, std::size_t sector) {
    std::string table;
    for (const std::uint32_t number : numbers) {
        table += u32(number);
    }
    while (table.size() % sector != 0) {
        table += u32(kFree);
    }
    return table;
}

std::string entry(std::string_view name, std::uint32_t kind, std::uint32_t right, std::uint32_t child,
                  const Placed& placed) {
    std::string record;
    for (const char c : name) {
        record += u16(static_cast<unsigned char>(c));
    }
    record.resize(64, '\0');
    record += u16(static_cast<std::uint32_t>(2 * name.size() + 2)) + u8(kind) + u8(1);
    record += u32(kFree) + u32(right) + u32(child) + std::string(36, '\0');
    return record + u32(placed.start) + u32(static_cast<std::uint32_t>(placed.size)) + u32(0);
}

std::string header(int version, std::uint32_t fat_count, std::uint32_t directory, const Placed& small_table,
                   std::uint32_t small_count, std::uint32_t first_fat) {
    std::string text("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
    text += std::string(16, '\0') + u16(0x3E) + u16(static_cast<std::uint32_t>(version)) + u16(0xFFFE);
    text += u16(version == 3 ? 9 : 12) + u16(6) + std::string(6, '\0') + u32(0) + u32(fat_count) + u32(directory);
    text += u32(0) + u32(4096) + u32(small_table.start) + u32(small_count) + u32(kEnd) + u32(0);
    for (std::uint32_t i = 0; i < 109; ++i) {
        text += u32(i < fat_count ? first_fat + i : kFree);
    }
    return text;
}

}  // namespace

std::string u8(std::uint32_t value) {
    return std::string(1, static_cast<char>(value & 0xFF));
}
std::string u16(std::uint32_t value) {
    return u8(value) + u8(value >> 8);
}
std::string u32(std::uint32_t value) {
    return u16(value) + u16(value >> 16);
}

std::string CompoundBuilder::bytes() const {
    const std::size_t sector = version_ == 3 ? 512 : 4096;
    Space large(sector);
    Space small(64);
    std::vector<Placed> placed;
    for (const auto& [name, content] : streams_) {
        placed.push_back(content.size() < 4096 ? small.add(content) : large.add(content));
    }
    const Placed small_stream = large.add(small.bytes_);
    const std::string small_fat = table_of(small.next_, sector);
    const Placed small_table = large.add(small_fat);
    std::string directory = entry("Root Entry", 5, kFree, streams_.empty() ? kFree : 1, small_stream);
    for (std::size_t i = 0; i < streams_.size(); ++i) {
        const std::uint32_t right = i + 1 < streams_.size() ? static_cast<std::uint32_t>(i + 2) : kFree;
        directory += entry(streams_[i].first, 2, right, kFree, placed[i]);
    }
    const Placed listed = large.add(directory);
    const auto first_fat = static_cast<std::uint32_t>(large.next_.size());
    std::vector<std::uint32_t> fat = large.next_;
    const std::size_t each = sector / 4;
    std::uint32_t fat_count = 1;
    while (fat_count * each < fat.size() + fat_count) {
        ++fat_count;
    }
    fat.insert(fat.end(), fat_count, kFatMark);
    std::string head = header(version_, fat_count, listed.start, small_table,
                              static_cast<std::uint32_t>(small_fat.size() / sector), first_fat);
    head.resize(sector, '\0');
    return head + large.bytes_ + table_of(fat, sector);
}

}  // namespace mingdan::test
