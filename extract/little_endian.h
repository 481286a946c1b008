// Numbers of the old binary formats: little-endian, at any offset. What would stand behind the end of the bytes is 0,
// so that a damaged offset gives a wrong number and never a wrong read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mingdan::bytes {

inline std::uint8_t u8(std::string_view bytes, std::size_t at) {
    return at < bytes.size() ? static_cast<std::uint8_t>(bytes[at]) : std::uint8_t{0};
}

inline bool holds(std::string_view bytes, std::size_t at, std::size_t size) {
    return at <= bytes.size() && size <= bytes.size() - at;
}

inline std::uint16_t u16(std::string_view bytes, std::size_t at) {
    if (!holds(bytes, at, 2)) {
        return 0;
    }
    return static_cast<std::uint16_t>(u8(bytes, at) | u8(bytes, at + 1) << 8);
}

inline std::uint32_t u32(std::string_view bytes, std::size_t at) {
    if (!holds(bytes, at, 4)) {
        return 0;
    }
    return static_cast<std::uint32_t>(u16(bytes, at)) | static_cast<std::uint32_t>(u16(bytes, at + 2)) << 16;
}

inline std::uint64_t u64(std::string_view bytes, std::size_t at) {
    return static_cast<std::uint64_t>(u32(bytes, at)) | static_cast<std::uint64_t>(u32(bytes, at + 4)) << 32;
}

inline std::int16_t i16(std::string_view bytes, std::size_t at) {
    return static_cast<std::int16_t>(u16(bytes, at));
}

inline std::int32_t i32(std::string_view bytes, std::size_t at) {
    return static_cast<std::int32_t>(u32(bytes, at));
}

/// The part that begins at `at`, as far as it is there.
inline std::string_view part(std::string_view bytes, std::size_t at, std::size_t size = std::string_view::npos) {
    return at < bytes.size() ? bytes.substr(at, size) : std::string_view{};
}

}  // namespace mingdan::bytes
