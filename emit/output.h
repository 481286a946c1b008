// Where emitters write: a buffer in front of a stream.
#pragma once

#include <ostream>
#include <string>
#include <string_view>

namespace mingdan {

/// Collects text and hands it to a stream in large pieces. Not copyable; `flush` before it ends.
class Output {
public:
    explicit Output(std::ostream& stream) : stream_(stream) {}
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    Output& operator<<(std::string_view text) {
        buffer_ += text;
        if (buffer_.size() >= kFlushAt) {
            flush();
        }
        return *this;
    }
    Output& operator<<(char c) {
        buffer_ += c;
        return *this;
    }
    /// For writers that append in place (escaping); call `spill` afterwards.
    std::string& buffer() { return buffer_; }
    void spill() {
        if (buffer_.size() >= kFlushAt) {
            flush();
        }
    }
    void flush() {
        stream_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
        buffer_.clear();
    }
    bool good() const { return stream_.good(); }

private:
    static constexpr std::size_t kFlushAt = 64 * 1024;
    std::ostream& stream_;
    std::string buffer_;
};

}  // namespace mingdan
