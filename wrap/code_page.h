// The code pages of Windows, as old formats name them by number: bytes -> UTF-8, one converter of ICU kept open each.
// 936 is read as GB18030, whose first characters are the same and whose further ones stand in such files.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace mingdan::text {

class CodePage {
public:
    /// A page that is not known is read as 1252.
    explicit CodePage(std::uint32_t number);
    ~CodePage();
    CodePage(CodePage&&) noexcept;
    CodePage& operator=(CodePage&&) noexcept;

    std::uint32_t number() const { return number_; }
    /// Whether a character may take two bytes and more.
    bool is_double_byte() const { return is_double_byte(number_); }
    static bool is_double_byte(std::uint32_t number);
    /// Whether the byte is the first of two in that page.
    static bool is_lead(std::uint32_t number, unsigned char byte);
    /// Appends the text of the bytes; returns how many pieces were no text, one U+FFFD standing for each.
    std::uint32_t decode(std::string_view bytes, std::string& text);

private:
    struct Converter;

    std::uint32_t number_;
    std::unique_ptr<Converter> converter_;
};

}  // namespace mingdan::text
