// Checking here, a buffer at a time while it is warm, costs less than checking each value, and no emitter can forget
// it.
#include "emit/output.h"

#include <fmt/format.h>

#include "model/utf8.h"

namespace mingdan {

namespace {

constexpr std::size_t kContext = 48;  ///< bytes shown before a fault, so that the value can be found

std::string describe_fault(std::string_view text, std::size_t at, std::uint64_t before) {
    std::size_t from = at < kContext ? 0 : at - kContext;
    while (from < at && (static_cast<unsigned char>(text[from]) & 0xC0) == 0x80) {
        ++from;
    }
    return fmt::format("byte {} of the output, 0x{:02x}, is no valid UTF-8; before it stands {}", before + at,
                       static_cast<unsigned char>(text[at]), text.substr(from, at - from));
}

}  // namespace

void Output::flush() {
    const std::size_t invalid = content_ == Content::text ? utf8::find_invalid(buffer_) : std::string_view::npos;
    if (fault_.empty() && invalid != std::string_view::npos) {
        fault_ = describe_fault(buffer_, invalid, written_);
    }
    if (fault_.empty()) {
        stream_.write(buffer_.data(), static_cast<std::streamsize>(buffer_.size()));
    }
    written_ += buffer_.size();
    buffer_.clear();
}

Result<void> Output::finish() {
    flush();
    stream_.flush();
    if (!fault_.empty()) {
        return fail(ErrorCode::output_text, fault_,
                    "this is a fault of mingdan or of the program that made the notice; report it with the input");
    }
    if (!stream_) {
        return fail(ErrorCode::output_unwritable, "the output could not be written",
                    "see whether the disk is full and whether the folder may be written to");
    }
    return {};
}

}  // namespace mingdan
