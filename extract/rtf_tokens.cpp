#include "extract/rtf_tokens.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace mingdan::rtf {

namespace {

struct Spelling {
    std::string_view text;
    Word word;
};

constexpr Spelling kWords[] = {
#define RTF_WORD(identifier, spelling) {spelling, Word::identifier},
#include "extract/rtf_words.def"
#undef RTF_WORD
};

/// Where the words with each first letter begin.
constexpr std::array<std::uint8_t, 27> kFirst = [] {
    std::array<std::uint8_t, 27> first{};
    std::size_t at = 0;
    for (std::size_t letter = 0; letter <= 26; ++letter) {
        while (at < std::size(kWords) && static_cast<std::size_t>(kWords[at].text[0] - 'a') < letter) {
            ++at;
        }
        first[letter] = static_cast<std::uint8_t>(at);
    }
    return first;
}();

static_assert(std::is_sorted(std::begin(kWords), std::end(kWords),
                             [](const Spelling& a, const Spelling& b) { return a.text < b.text; }));

Word look_up(std::string_view spelling) {
    if (spelling[0] < 'a' || spelling[0] > 'z') {
        return Word::unknown;
    }
    const auto letter = static_cast<std::size_t>(spelling[0] - 'a');
    const Spelling* const end = kWords + kFirst[letter + 1];
    const Spelling* const at = std::lower_bound(kWords + kFirst[letter], end, spelling,
                                                [](const Spelling& a, std::string_view b) { return a.text < b; });
    return at != end && at->text == spelling ? at->word : Word::unknown;
}

/// The bytes that end plain text.
constexpr std::array<bool, 256> kStops = [] {
    std::array<bool, 256> table{};
    for (std::size_t control = 0; control < 0x20; ++control) {
        table[control] = true;
    }
    for (const char c : {'{', '}', '\\'}) {
        table[static_cast<unsigned char>(c)] = true;
    }
    return table;
}();

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

int hex_digit(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char low = static_cast<char>(c | 0x20);
    return low >= 'a' && low <= 'f' ? low - 'a' + 10 : -1;
}

Token word_token(Word word) {
    Token token;
    token.kind = Token::Kind::word;
    token.word = word;
    return token;
}

}  // namespace

void Tokens::skip_data(std::int32_t size) {
    at_ += std::min(bytes_.size() - at_, static_cast<std::size_t>(std::max(size, 0)));
}

Token Tokens::next() {
    Token token;
    while (at_ < bytes_.size()) {
        const char c = bytes_[at_];
        switch (c) {
            case '{':
            case '}':
                ++at_;
                token.kind = c == '{' ? Token::Kind::open : Token::Kind::close;
                return token;
            case '\\':
                ++at_;
                return control();
            case '\t':
                ++at_;
                return word_token(Word::tab);
            default:
                break;
        }
        if (kStops[static_cast<unsigned char>(c)]) {
            ++at_;
            continue;
        }
        std::size_t end = at_ + 1;
        while (end < bytes_.size() && !kStops[static_cast<unsigned char>(bytes_[end])]) {
            ++end;
        }
        token.kind = Token::Kind::text;
        token.text = bytes_.substr(at_, end - at_);
        at_ = end;
        return token;
    }
    return token;
}

/// What follows a backslash.
Token Tokens::control() {
    Token token;
    if (at_ >= bytes_.size()) {
        return token;
    }
    const char c = bytes_[at_];
    if (is_letter(c)) {
        return control_word();
    }
    ++at_;
    switch (c) {
        case '\\':
        case '{':
        case '}':
            token.kind = Token::Kind::text;
            token.text = bytes_.substr(at_ - 1, 1);
            return token;
        case '\r':
        case '\n':
            return word_token(Word::par);
        case '\t':
            return word_token(Word::tab);
        case '\'': {
            const int high = at_ < bytes_.size() ? hex_digit(bytes_[at_]) : -1;
            const int low = at_ + 1 < bytes_.size() ? hex_digit(bytes_[at_ + 1]) : -1;
            if (high < 0 || low < 0) {
                token.kind = Token::Kind::symbol;  // no number behind it: it means nothing
                return token;
            }
            at_ += 2;
            token.kind = Token::Kind::byte;
            token.number = high * 16 + low;
            return token;
        }
        default:
            token.kind = Token::Kind::symbol;
            token.symbol = c;
            return token;
    }
}

Token Tokens::control_word() {
    const std::size_t begin = at_;
    while (at_ < bytes_.size() && is_letter(bytes_[at_])) {
        ++at_;
    }
    Token token = word_token(look_up(bytes_.substr(begin, at_ - begin)));
    const bool negative =
        at_ + 1 < bytes_.size() && bytes_[at_] == '-' && bytes_[at_ + 1] >= '0' && bytes_[at_ + 1] <= '9';
    at_ += negative;
    std::int64_t number = 0;
    while (at_ < bytes_.size() && bytes_[at_] >= '0' && bytes_[at_] <= '9') {
        number = std::min<std::int64_t>(number * 10 + (bytes_[at_++] - '0'), INT32_MAX);
        token.has_number = true;
    }
    token.number = static_cast<std::int32_t>(negative ? -number : number);
    if (at_ < bytes_.size() && bytes_[at_] == ' ') {
        ++at_;
    }
    if (token.word == Word::bin) {
        skip_data(token.number);
    }
    return token;
}

void Tokens::skip_group() {
    std::size_t depth = 0;
    while ((at_ = std::min(bytes_.find_first_of("{}\\", at_), bytes_.size())) < bytes_.size()) {
        const char c = bytes_[at_];
        if (c == '\\') {
            ++at_;
            if (bytes_.substr(at_, 3) == "bin") {
                control_word();
            } else {
                at_ += at_ < bytes_.size();
            }
            continue;
        }
        if (c == '}' && depth-- == 0) {
            return;
        }
        depth += c == '{';
        ++at_;
    }
}

}  // namespace mingdan::rtf
