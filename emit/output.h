// Where emitters write: a buffer in front of a stream. It is also the last door: what is no valid UTF-8 does not pass,
// unless the form is no text at all.
#pragma once

#include <cstdint>
#include <ostream>
#include <string>
#include <string_view>

#include <mingdan/result.h>

namespace mingdan {

/// Collects text and hands it to a stream in large pieces. Not copyable; `finish` before it ends.
class Output {
public:
    enum class Content : std::uint8_t { text, bytes };

    explicit Output(std::ostream& stream, Content content = Content::text) : stream_(stream), content_(content) {
        buffer_.reserve(kFlushAt + kFlushAt / 4);
    }
    Output(const Output&) = delete;
    Output& operator=(const Output&) = delete;

    Output& operator<<(std::string_view text) {
        buffer_ += text;
        return *this;
    }
    Output& operator<<(char c) {
        buffer_ += c;
        return *this;
    }
    /// For writers that append in place (escaping).
    std::string& buffer() { return buffer_; }
    /// Hands a long buffer on. Call it between values (after each record), never inside of one.
    void spill() {
        if (buffer_.size() >= kFlushAt) {
            flush();
        }
    }
    void flush();
    /// Flushes all and tells what went wrong on the way, if anything did.
    Result<void> finish();

private:
    static constexpr std::size_t kFlushAt = std::size_t{64} * 1024;
    std::ostream& stream_;
    Content content_;
    std::string buffer_;
    std::string fault_;          ///< what was no UTF-8; nothing is written from there on
    std::uint64_t written_ = 0;  ///< bytes
};

}  // namespace mingdan
