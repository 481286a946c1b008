// A program of our own beside us, to which we speak in lines. It may die, hang or be killed; that is an answer too.
#pragma once

#include <chrono>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <mingdan/result.h>

#include "wrap/descriptor.h"

namespace mingdan::file {

/// The descriptors under which the child finds its end, and what it is to hold open.
inline constexpr int kChildEnd = 3;
inline constexpr int kChildKeeps = 4;

/// Lines over a socket. Not for two threads at once.
class Lines {
public:
    explicit Lines(Descriptor descriptor) : descriptor_(std::move(descriptor)) {}

    /// False where the other side has gone.
    bool send(std::string_view line);  ///< without its line end, and with none inside
    enum class Got : std::uint8_t { line, end, timeout };
    using Clock = std::chrono::steady_clock;
    Got receive(std::string& line, Clock::time_point until = Clock::time_point::max());

private:
    Descriptor descriptor_;
    std::string read_;  ///< read and not yet handed out
};

class Child {
public:
    /// The child holds `keep` open too, if that is a descriptor: a lock is then let go by the last of both.
    static Result<Child> start(const std::vector<std::string>& command, int keep = -1);

    Child(Child&& other) noexcept : process_(std::exchange(other.process_, 0)), lines_(std::move(other.lines_)) {}
    Child& operator=(Child&&) = delete;
    ~Child();  ///< kills it if it still runs

    Lines& lines() { return lines_; }
    /// Kills it if need be and says how it ended: "signal 11 (Segmentation fault)", "exit code 3".
    std::string end(bool kill);

private:
    Child(int process, Descriptor descriptor) : process_(process), lines_(std::move(descriptor)) {}

    int process_;
    Lines lines_;
};

// For the child itself.

/// The system kills this program when its parent ends.
void end_with_parent();
/// Later, allocations fail. Not under sanitizers, which map terabytes.
void limit_memory(std::uint64_t bytes);
/// From now on this program may use so many seconds of a processor, then the system kills it.
void limit_processor(double seconds);

}  // namespace mingdan::file
