#include "extract/rtf_characters.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

#include "extract/docx_symbols.h"
#include "model/utf8.h"

namespace mingdan::rtf {

namespace {

constexpr std::int32_t kWestern = 0;
constexpr std::int32_t kDefault = 1;
constexpr std::int32_t kSymbol = 2;

struct Charset {
    std::int32_t charset;
    std::uint32_t page;
};

constexpr Charset kCharsets[] = {
    {77, 10000}, {128, 932},  {129, 949},  {130, 1361}, {134, 936},  {136, 950}, {161, 1253}, {162, 1254},
    {163, 1258}, {177, 1255}, {178, 1256}, {186, 1257}, {204, 1251}, {222, 874}, {238, 1250}, {254, 437},
};

bool is_chinese(std::uint32_t page) {
    return page == 936 || page == 54936 || page == 10008;
}

}  // namespace

std::uint32_t Characters::default_page() const {
    return ansi_page != 0 ? ansi_page : chinese_by_default ? 936 : 1252;
}

std::uint32_t Characters::page_of(const Font* font) const {
    if (font == nullptr || (font->code_page == 0 && font->charset == kDefault)) {
        return default_page();
    }
    if (font->code_page > 0) {
        return static_cast<std::uint32_t>(font->code_page);
    }
    const auto* const at = std::find_if(std::begin(kCharsets), std::end(kCharsets),
                                        [&](const Charset& one) { return one.charset == font->charset; });
    return at != std::end(kCharsets) ? at->page : font->charset == kWestern ? 1252 : default_page();
}

void Characters::set_font(std::int32_t font, std::int32_t east_asian) {
    if (font == font_ && east_asian == east_asian_) {
        return;
    }
    settle_bytes();
    settle_surrogate();
    font_ = font;
    east_asian_ = east_asian;
    const auto at = fonts.find(font);
    current_ = at == fonts.end() ? nullptr : &at->second;
    page_ = 0;
}

/// Works out the pages when bytes come: most files write \u only.
text::CodePage& Characters::page(std::uint32_t number) {
    return pages_.try_emplace(number, number).first->second;
}

/// Whether a plain letter is the second byte of the character that is open.
bool Characters::wants_more(unsigned char next) const {
    return (open_ == 1 && next >= 0x40 && next != 0x7F) || (open_ == 3 && next >= '0' && next <= '9');
}

void Characters::take_byte(unsigned char byte) {
    if (page_ == 0) {
        page_ = page_of(current_);
        next_page_ = 0;
        if (current_ != nullptr && current_->charset == kWestern && current_->code_page == 0) {
            const auto asian = fonts.find(east_asian_);
            const std::uint32_t by_run = asian == fonts.end() ? 0 : page_of(&asian->second);
            next_page_ = text::CodePage::is_double_byte(by_run)           ? by_run
                         : text::CodePage::is_double_byte(default_page()) ? default_page()
                                                                          : 0;
        }
    }
    bytes_ += static_cast<char>(byte);
    switch (open_) {
        case 0:
            open_ = text::CodePage::is_lead(page_, byte) ? 1 : 0;
            return;
        case 1:
            open_ = is_chinese(page_) && byte >= '0' && byte <= '9' ? 2 : 0;
            return;
        case 2:
            open_ = byte >= 0x81 && byte != 0xFF ? 3 : 0;
            return;
        default:
            open_ = 0;
    }
}

void Characters::settle_bytes() {
    if (bytes_.empty()) {
        return;
    }
    open_ = 0;
    const std::size_t before = text_.size();
    if (next_page_ != 0) {
        if (page(next_page_).decode(bytes_, text_) == 0) {
            guessed = true;
            bytes_.clear();
            return;
        }
        text_.resize(before);
    }
    invalid += page(page_).decode(bytes_, text_);
    bytes_.clear();
}

/// Half a pair that no other half followed.
void Characters::settle_surrogate() {
    if (surrogate_ != 0) {
        utf8::append(text_, U'\uFFFD');
        ++invalid;
        surrogate_ = 0;
    }
}

void Characters::append_symbol(unsigned char byte) {
    if (byte <= 0x20) {
        text_ += byte == 0x20 ? " " : "";
        return;
    }
    const auto known = docx::symbol_character(current_->name, byte);
    if (known && *known >= 0x80) {
        utf8::append(text_, *known);
        return;
    }
    const char32_t kept = byte < 0x80 ? char32_t{byte} : 0xF000 + byte;
    utf8::append(text_, kept);
    if (kept >= 0xF000) {
        reading_.find_once(FindingCode::symbol_font, fmt::format("{}:{:04X}", current_->name, byte),
                           fmt::format("a character of the font {} was kept as the private code U+{:04X}",
                                       current_->name, static_cast<std::uint32_t>(kept)),
                           {});
    }
}

void Characters::add_byte(unsigned char byte) {
    settle_surrogate();
    if (is_symbol()) {
        append_symbol(byte);
    } else if (byte >= 0x80 || open_ != 0) {
        take_byte(byte);
    } else {
        settle_bytes();
        add_character(byte);
    }
}

void Characters::add_text(std::string_view bytes) {
    settle_surrogate();
    if (is_symbol()) {
        for (const char c : bytes) {
            append_symbol(static_cast<unsigned char>(c));
        }
        return;
    }
    const auto is_high = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    for (std::size_t at = 0; at < bytes.size();) {
        const auto byte = static_cast<unsigned char>(bytes[at]);
        if (byte >= 0x80 || wants_more(byte)) {
            take_byte(byte);
            ++at;
            continue;
        }
        settle_bytes();
        const auto* const end = std::find_if(bytes.begin() + at, bytes.end(), is_high);
        const auto length = static_cast<std::size_t>(end - bytes.begin()) - at;
        text_ += bytes.substr(at, length);
        at += length;
    }
}

void Characters::add_scalar(std::int32_t number) {
    settle_bytes();
    const std::int32_t scalar = number < 0 ? number + 0x10000 : number;
    if (scalar <= 0 || scalar > 0x10FFFF) {
        return;
    }
    const auto c = static_cast<char32_t>(scalar);
    if (c >= 0xDC00 && c <= 0xDFFF && surrogate_ != 0) {
        utf8::append(text_, 0x10000 + ((surrogate_ & 0x3FF) << 10 | (c & 0x3FF)));
        surrogate_ = 0;
        return;
    }
    settle_surrogate();
    if (c >= 0xD800 && c <= 0xDBFF) {
        surrogate_ = c;
    } else if (c >= 0xDC00 && c <= 0xDFFF) {
        surrogate_ = c;
        settle_surrogate();
    } else if (c >= 0xF020 && c <= 0xF0FF && is_symbol()) {
        append_symbol(static_cast<unsigned char>(c & 0xFF));
    } else {
        add_character(c);
    }
}

/// Controls are no text.
void Characters::add_character(char32_t c) {
    settle_bytes();
    settle_surrogate();
    if (c >= 0x20 && c != 0x7F) {
        utf8::append(text_, c);
    }
}

std::string_view Characters::take() {
    settle_bytes();
    settle_surrogate();
    taken_.swap(text_);
    text_.clear();
    return taken_;
}

bool Characters::is_symbol() const {
    return current_ != nullptr && current_->charset == kSymbol;
}

}  // namespace mingdan::rtf
