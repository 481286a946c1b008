// What reading and writing files share: an owned descriptor, waiting for one, the system's own words for an error.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

namespace mingdan::file {

/// An open file descriptor; closed when it ends. -1: none.
class Descriptor {
public:
    explicit Descriptor(int number = -1) : number_(number) {}
    Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
    Descriptor& operator=(Descriptor&& other) noexcept;
    ~Descriptor() { close(); }

    explicit operator bool() const { return number_ >= 0; }
    int get() const { return number_; }
    /// Closes; false (with errno) where the system only now says that the data did not arrive.
    bool close();

private:
    int number_;
};

enum class Until : std::uint8_t { readable, writable };
/// Waits for a descriptor that another program set to non-blocking. False (with errno) if that fails.
bool wait_for(int descriptor, Until until);

/// "No space left on device". Unlike strerror, safe in threads.
std::string_view reason_of(int error_number);

}  // namespace mingdan::file
