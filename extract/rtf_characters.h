// The characters of RTF: bytes in the code page of the font they are set in, and \u numbers, become UTF-8.
//
// A character of two bytes may stand as \'b0 and a plain letter, or as two \'; four-byte codes of GB18030 likewise. A
// number above U+FFFF comes as two surrogates, negative as a rule. Fonts that claim to be Western (\fcharset0) are
// asked last where the file's own code page, or the East Asian font of the run, reads the bytes as whole characters:
// many writers name no charset. Symbol fonts (\fcharset2) go by the table of their glyphs.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

#include "extract/docx_reading.h"
#include "wrap/code_page.h"

namespace mingdan::rtf {

struct Font {
    std::int32_t charset = 0;
    std::int32_t code_page = 0;  ///< \cpg; 0: by charset
    std::string name;
};

class Characters {
public:
    explicit Characters(docx::Reading& reading) : reading_(reading) {}

    // the fonts
    std::unordered_map<std::int32_t, Font> fonts;
    std::uint32_t ansi_page = 0;      ///< \ansicpg; 0: none given
    bool chinese_by_default = false;  ///< \deflang or \deflangfe 2052
    void set_font(std::int32_t font, std::int32_t east_asian);

    // the text
    void add_byte(unsigned char byte);
    void add_text(std::string_view bytes);
    void add_scalar(std::int32_t number);
    void add_character(char32_t c);
    bool empty() const { return text_.empty() && bytes_.empty() && surrogate_ == 0; }
    /// All text since the last call. Valid until the next one is added.
    std::string_view take();

    std::uint32_t invalid = 0;  ///< pieces that were no text
    bool guessed = false;

private:
    std::uint32_t page_of(const Font* font) const;
    std::uint32_t default_page() const;
    text::CodePage& page(std::uint32_t number);
    bool is_symbol() const;
    bool wants_more(unsigned char next) const;
    void take_byte(unsigned char byte);
    void settle_bytes();
    void settle_surrogate();
    void append_symbol(unsigned char byte);

    docx::Reading& reading_;
    std::map<std::uint32_t, text::CodePage> pages_;
    std::string text_;
    std::string taken_;
    std::string bytes_;
    std::uint8_t open_ = 0;  ///< bytes of the character that is not complete
    char32_t surrogate_ = 0;
    std::int32_t font_ = -1;
    std::int32_t east_asian_ = -1;
    const Font* current_ = nullptr;
    std::uint32_t page_ = 0;       ///< of the current font; 0: not asked yet
    std::uint32_t next_page_ = 0;  ///< tried first for a Western font; 0: none
};

}  // namespace mingdan::rtf
