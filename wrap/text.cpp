// ICU 72. Ranges that make up nearly all of a notice are answered without a look-up.
#include "wrap/text.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include "model/utf8.h"

namespace mingdan::text {

bool is_space(char32_t c) {
    if (c < 0x80) {
        return c == ' ' || (c >= 9 && c <= 13);
    }
    if (c >= 0x3001) {
        return false;
    }
    return u_isUWhiteSpace(static_cast<UChar32>(c)) != 0;
}

bool is_zero_width(char32_t c) {
    return (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

bool is_han(char32_t c) {
    if (c >= 0x4E00 && c <= 0x9FFF) {
        return true;
    }
    if (c < 0x2E80) {
        return false;
    }
    return c == 0x3007 || (c >= 0x20000 && c <= 0x3FFFF) || uscript_getScript(static_cast<UChar32>(c), [] {
                                                                static thread_local UErrorCode status;
                                                                status = U_ZERO_ERROR;
                                                                return &status;
                                                            }()) == USCRIPT_HAN;
}

bool is_word(char32_t c) {
    if (c < 0x80) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
    return !is_han(c) && u_isalnum(static_cast<UChar32>(c)) != 0;
}

int digit_value(char32_t c) {
    if (c >= '0' && c <= '9') {
        return static_cast<int>(c - '0');
    }
    if (c >= 0xFF10 && c <= 0xFF19) {
        return static_cast<int>(c - 0xFF10);
    }
    return -1;
}

int display_width(char32_t c) {
    if (c >= 0x20 && c < 0x7F) {
        return 1;
    }
    if (c >= 0x4E00 && c <= 0x9FFF) {
        return 2;
    }
    switch (u_charType(static_cast<UChar32>(c))) {
        case U_NON_SPACING_MARK:
        case U_ENCLOSING_MARK:
        case U_FORMAT_CHAR:
        case U_CONTROL_CHAR:
        case U_LINE_SEPARATOR:
        case U_PARAGRAPH_SEPARATOR:
            return 0;
        default:
            break;
    }
    if (c >= 0x1160 && c <= 0x11FF) {  // Hangul vowels and finals stand inside the syllable before them
        return 0;
    }
    const int width = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_EAST_ASIAN_WIDTH);
    return width == U_EA_WIDE || width == U_EA_FULLWIDTH ? 2 : 1;
}

int display_width(std::string_view text) {
    int width = 0;
    for (std::size_t at = 0; at < text.size();) {
        width += display_width(utf8::next(text, at));
    }
    return width;
}

std::string_view trim(std::string_view text) {
    const auto blank = [](char32_t c) { return is_space(c) || is_zero_width(c); };
    std::size_t begin = 0;
    while (begin < text.size()) {
        std::size_t after = begin;
        if (!blank(utf8::next(text, after))) {
            break;
        }
        begin = after;
    }
    std::size_t end = text.size();
    while (end > begin) {
        std::size_t before = end;
        if (!blank(utf8::previous(text, before))) {
            break;
        }
        end = before;
    }
    return text.substr(begin, end - begin);
}

std::string without_spaces(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        const char32_t c = utf8::next(text, at);
        if (!is_space(c) && !is_zero_width(c)) {
            out.append(text, from, at - from);
        }
    }
    return out;
}

namespace {

char32_t fold(char32_t c) {
    if (c >= 0xFF01 && c <= 0xFF5E) {
        c -= 0xFEE0;
    }
    switch (c) {
        case U'“':
        case U'”':
        case U'„':
        case U'‘':
        case U'’':
        case U'\'':
        case U'「':
        case U'」':
        case U'『':
        case U'』':
            return U'"';
        case U'〔':
        case U'【':
        case U'［':
        case U'﹝':
        case U'[':
            return U'(';
        case U'〕':
        case U'】':
        case U'］':
        case U'﹞':
        case U']':
            return U')';
        case U'〈':
        case U'《':
            return U'<';
        case U'〉':
        case U'》':
            return U'>';
        case U'—':
        case U'–':
        case U'－':
        case U'―':
        case U'─':
            return U'-';
        case U'•':
        case U'・':
        case U'‧':
        case U'∙':
            return U'·';
        case U'○':
        case U'〇':
            return U'〇';
        default:
            return c >= 'A' && c <= 'Z' ? c + 32 : c;
    }
}

}  // namespace

std::string compare_key(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const char32_t c = utf8::next(text, at);
        if (!is_space(c) && !is_zero_width(c)) {
            utf8::append(out, fold(c));
        }
    }
    return out;
}

}  // namespace mingdan::text
