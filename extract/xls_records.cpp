#include "extract/xls_records.h"

#include <algorithm>

#include "extract/little_endian.h"
#include "model/utf8.h"

namespace mingdan::xls {

bool Records::next(Record& record) {
    constexpr std::size_t kHead = 4;
    if (!bytes::holds(stream_, at_, kHead)) {
        return false;
    }
    record.type = bytes::u16(stream_, at_);
    const std::size_t size = bytes::u16(stream_, at_ + 2);
    record.data = bytes::part(stream_, at_ + kHead, size);
    at_ += kHead + size;
    return record.data.size() == size;
}

std::uint16_t Records::peek() const {
    return bytes::holds(stream_, at_, 4) ? bytes::u16(stream_, at_) : std::uint16_t{0};
}

std::vector<std::string_view> Records::continuation() {
    std::vector<std::string_view> pieces;
    Record record;
    while (peek() == kContinue && next(record)) {
        pieces.push_back(record.data);
    }
    return pieces;
}

bool Pieces::settle() {
    while (piece_ < pieces_.size() && at_ >= pieces_[piece_].size()) {
        ++piece_;
        at_ = 0;
    }
    return piece_ < pieces_.size();
}

bool Pieces::at_end() {
    return !settle();
}

std::uint8_t Pieces::u8() {
    return settle() ? static_cast<std::uint8_t>(pieces_[piece_][at_++]) : std::uint8_t{0};
}

std::uint16_t Pieces::u16() {
    const std::uint8_t low = u8();
    return static_cast<std::uint16_t>(low | u8() << 8);
}

std::uint32_t Pieces::u32() {
    const std::uint32_t low = u16();
    return low | static_cast<std::uint32_t>(u16()) << 16;
}

void Pieces::skip(std::size_t bytes) {
    while (bytes > 0 && settle()) {
        const std::size_t step = std::min(bytes, pieces_[piece_].size() - at_);
        at_ += step;
        bytes -= step;
    }
}

std::string Pieces::characters(std::size_t count, bool wide) {
    std::string text;
    std::string pending;  // UTF-16 may be parted between two pieces of equal width
    while (count > 0 && piece_ < pieces_.size()) {
        if (at_ >= pieces_[piece_].size()) {
            ++piece_;
            at_ = 0;
            if (piece_ == pieces_.size()) {
                break;
            }
            const bool now_wide = (u8() & 1) != 0;
            if (now_wide != wide) {
                append_wide(text, pending, wide);
                pending.clear();
                wide = now_wide;
            }
            continue;
        }
        const std::size_t width = wide ? 2 : 1;
        const std::size_t bytes = std::min(count * width, pieces_[piece_].size() - at_);
        pending += pieces_[piece_].substr(at_, bytes);
        at_ += bytes;
        count -= std::max<std::size_t>(bytes / width, 1);
    }
    append_wide(text, pending, wide);
    return text;
}

std::string Pieces::rich_string(std::string& phonetic) {
    const std::size_t count = u16();
    const std::uint8_t flags = u8();
    const std::size_t runs = (flags & 0x08) != 0 ? u16() : 0;
    const std::size_t extended = (flags & 0x04) != 0 ? u32() : 0;
    std::string text = characters(count, (flags & 0x01) != 0);
    skip(runs * 4);
    if (extended >= 14) {  // ExtRst (2.5.85): its head, then a string of two bytes a character
        skip(10);
        const std::size_t read = std::min<std::size_t>(u16(), (extended - 14) / 2);
        u16();
        std::string bytes;
        for (std::size_t i = 0; i < read * 2; ++i) {
            bytes += static_cast<char>(u8());
        }
        append_wide(phonetic, bytes, true);
        skip(extended - 14 - read * 2);
    } else {
        skip(extended);
    }
    return text;
}

void append_wide(std::string& to, std::string_view text, bool wide) {
    if (!wide) {
        for (const char c : text) {
            const auto value = static_cast<unsigned char>(c);
            utf8::append(to, value);
        }
        return;
    }
    for (std::size_t at = 0; at + 1 < text.size(); at += 2) {
        char32_t value = bytes::u16(text, at);
        if (value >= 0xD800 && value < 0xDC00 && at + 3 < text.size()) {
            const char32_t low = bytes::u16(text, at + 2);
            if (low >= 0xDC00 && low < 0xE000) {
                value = 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00);
                at += 2;
            }
        }
        utf8::append(to, value >= 0xD800 && value < 0xE000 ? char32_t{0xFFFD} : value);
    }
}

std::string read_string(std::string_view data, std::size_t at, bool short_length) {
    const std::size_t count = short_length ? bytes::u8(data, at) : bytes::u16(data, at);
    at += short_length ? 1 : 2;
    const std::uint8_t flags = bytes::u8(data, at);
    const bool wide = (flags & 1) != 0;
    at += 1 + ((flags & 0x08) != 0 ? 2 : 0) + ((flags & 0x04) != 0 ? 4 : 0);
    std::string text;
    append_wide(text, bytes::part(data, at, count * (wide ? 2 : 1)), wide);
    return text;
}

}  // namespace mingdan::xls
