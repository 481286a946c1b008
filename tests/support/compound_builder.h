// Compound files (OLE) made in memory, for tests of the readers of Office 97-2003 files.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace mingdan::test {

class CompoundBuilder {
public:
    /// Sectors of 512 bytes (version 3) or of 4096 (version 4).
    explicit CompoundBuilder(int version = 3) : version_(version) {}

    CompoundBuilder& stream(std::string_view name, std::string_view content) {
        streams_.emplace_back(name, content);
        return *this;
    }
    std::string bytes() const;

private:
    int version_;
    std::vector<std::pair<std::string, std::string>> streams_;
};

/// Little-endian numbers for binary snippets.
std::string u8(std::uint32_t value);
std::string u16(std::uint32_t value);
std::string u32(std::uint32_t value);

}  // namespace mingdan::test
