// Lines that another program sends to standard input, one after the other, until it ends or somebody says stop.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <string>

namespace mingdan::file {

class LineInput {
public:
    /// REQUIRES: `stop`, if given, outlives it. A signal handler may set it.
    LineInput(int descriptor, std::uint64_t longest, const std::atomic<bool>* stop)
        : descriptor_(descriptor), longest_(longest), stop_(stop) {}

    enum class Got : std::uint8_t {
        line,
        too_long,  ///< a line of more than `longest` bytes, which was read and dropped
        end,
        stopped
    };
    /// The next line without its line end, LF or CR LF; the last one may have none. Waits for it.
    Got next(std::string& line);

private:
    bool stopped() const { return stop_ != nullptr && stop_->load(); }
    bool read_more();
    Got take(std::string& line, std::size_t length, std::size_t end_marks);

    int descriptor_;
    std::uint64_t longest_;
    const std::atomic<bool>* stop_;
    std::string held_;       ///< read and not yet handed out
    bool dropping_ = false;  ///< in the middle of a line that is too long
    bool ended_ = false;
};

}  // namespace mingdan::file
