// RTF as a row of tokens (RTF 1.9.1, "RTF Syntax"): groups, control words with their number, control symbols, bytes in
// hexadecimal, plain text.
//
// Line ends and NULs between them mean nothing. The data behind \bin is passed over by its length, which is cut to what
// the file has. Control words that the reader does not know all come as one.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace mingdan::rtf {

enum class Word : std::uint8_t {
    unknown,
#define RTF_WORD(identifier, spelling) identifier,
#include "extract/rtf_words.def"
#undef RTF_WORD
};

struct Token {
    enum class Kind : std::uint8_t { end, open, close, word, symbol, byte, text };

    Kind kind = Kind::end;
    Word word = Word::unknown;
    char symbol = 0;  ///< ~ - _ * : |
    bool has_number = false;
    std::int32_t number = 0;  ///< of a word; the value of a byte
    std::string_view text;    ///< of plain text: bytes without control characters, in whatever encoding
};

class Tokens {
public:
    explicit Tokens(std::string_view bytes) : bytes_(bytes) {}

    Token next();
    /// Passes over the rest of the open group; its end comes next.
    void skip_group();
    bool at_end() const { return at_ >= bytes_.size(); }

private:
    Token control();
    Token control_word();
    void skip_data(std::int32_t size);

    std::string_view bytes_;
    std::size_t at_ = 0;
};

}  // namespace mingdan::rtf
