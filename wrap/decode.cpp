// GB18030 by ICU 72, whose table is the edition of 2005: 24 two-byte codes (A6D9 …, FE51 …) come out as private-use
// codes, where glibc and the edition of 2022 have real characters, among them 龴 to 龻 in names. Those 24 are brought
// to the characters that glibc 2.36 gives for the same bytes, so that the result does not hang on ICU's version. All
// other private-use codes stay as they are.
#include "wrap/decode.h"

#include <algorithm>
#include <array>
#include <memory>

#include <fmt/format.h>
#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include "model/utf8.h"
#include "wrap/encoding_labels.h"
#include "wrap/gb18030.h"

namespace mingdan::text {

namespace {

constexpr std::size_t kExamples = 1'000;
constexpr std::size_t kSample = 64u << 10;

enum class Order : std::uint8_t { little, big };

void report(Decoded& out, std::size_t offset, std::string_view bytes) {
    if (out.invalid++ < kExamples) {
        out.examples.push_back({offset, out.text.size(), std::string(bytes)});
    }
    utf8::append(out.text, U'\uFFFD');
}

// --- UTF-8 -----------------------------------------------------------------------------------------------------------

/// How many bytes at `at` are the beginning of one character that breaks off; at least one.
std::size_t broken_length(std::string_view bytes, std::size_t at) {
    const auto lead = static_cast<unsigned char>(bytes[at]);
    const std::size_t wanted = lead >= 0xF0 && lead <= 0xF4 ? 4 : lead >= 0xE0 && lead < 0xF0 ? 3 : 1;
    std::size_t length = 1;
    while (length < wanted && at + length < bytes.size()) {
        const auto next = static_cast<unsigned char>(bytes[at + length]);
        const bool second = length == 1;
        const unsigned low = second && lead == 0xE0 ? 0xA0 : second && lead == 0xF0 ? 0x90 : 0x80;
        const unsigned high = second && lead == 0xED ? 0x9F : second && lead == 0xF4 ? 0x8F : 0xBF;
        if (next < low || next > high) {
            break;
        }
        ++length;
    }
    return length;
}

/// REQUIRES: `invalid` is the first bad byte of `bytes`, or npos.
Decoded from_utf8(std::string_view bytes, std::size_t skipped, std::size_t invalid) {
    Decoded out;
    out.encoding = "UTF-8";
    std::size_t begin = 0;
    while (invalid != std::string_view::npos) {
        const std::size_t bad = begin + invalid;
        const std::size_t length = broken_length(bytes, bad);
        out.text.append(bytes, begin, invalid);
        report(out, skipped + bad, bytes.substr(bad, length));
        begin = bad + length;
        invalid = utf8::find_invalid(bytes.substr(begin));
    }
    out.text.append(bytes, begin);
    return out;
}

// --- UTF-16 ----------------------------------------------------------------------------------------------------------

char32_t unit(std::string_view bytes, std::size_t at, Order order) {
    const auto first = static_cast<unsigned char>(bytes[at]);
    const auto second = static_cast<unsigned char>(bytes[at + 1]);
    return order == Order::little ? static_cast<char32_t>(second << 8 | first)
                                  : static_cast<char32_t>(first << 8 | second);
}

Decoded from_utf16(std::string_view bytes, std::size_t skipped, Order order) {
    Decoded out;
    out.encoding = order == Order::little ? "UTF-16LE" : "UTF-16BE";
    out.text.reserve(bytes.size() / 2 * 3);
    std::size_t at = 0;
    while (at + 1 < bytes.size()) {
        const char32_t first = unit(bytes, at, order);
        if (first < 0xD800 || first > 0xDFFF) {
            utf8::append(out.text, first);
            at += 2;
            continue;
        }
        const char32_t second = at + 3 < bytes.size() ? unit(bytes, at + 2, order) : U'\0';
        if (first <= 0xDBFF && second >= 0xDC00 && second <= 0xDFFF) {
            utf8::append(out.text, 0x10000 + ((first & 0x3FF) << 10 | (second & 0x3FF)));
            at += 4;
        } else {
            report(out, skipped + at, bytes.substr(at, 2));
            at += 2;
        }
    }
    if (at < bytes.size()) {
        report(out, skipped + at, bytes.substr(at));
    }
    return out;
}

bool is_likely(char32_t c) {
    return (c >= 0x20 && c < 0x7F) || c == '\t' || c == '\n' || c == '\r' || (c >= 0x4E00 && c <= 0x9FFF) ||
           (c >= 0x3000 && c <= 0x303F) || (c >= 0xFF01 && c <= 0xFF5E) || (c >= 0x2010 && c <= 0x2026);
}

/// The share of likely Chinese notice characters, in percent, were the bytes UTF-16 of that order.
std::size_t likely_percent(std::string_view bytes, Order order) {
    const std::size_t units = bytes.size() / 2;
    std::size_t likely = 0;
    for (std::size_t i = 0; i < units; ++i) {
        likely += is_likely(unit(bytes, i * 2, order));
    }
    return units == 0 ? 0 : likely * 100 / units;
}

struct Utf16Guess {
    bool is = false;
    Order order{};
};

/// Without any NUL (no line end, no digit) only longer texts are believed: two GBK characters may look like one.
Utf16Guess guess_utf16(std::string_view bytes) {
    const std::string_view sample = bytes.substr(0, kSample);
    if (sample.find('\0') == std::string_view::npos && (bytes.size() < 16 || bytes.size() % 2 != 0)) {
        return {};
    }
    const std::size_t little = likely_percent(sample, Order::little);
    const std::size_t big = likely_percent(sample, Order::big);
    const std::size_t best = std::max(little, big);
    return {best >= 90 && best >= std::min(little, big) + 40, little > big ? Order::little : Order::big};
}

// --- GB18030 ---------------------------------------------------------------------------------------------------------

struct CloseConverter {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

Converter open_converter(const char* name) {
    UErrorCode status = U_ZERO_ERROR;
    Converter converter(ucnv_open(name, &status));
    if (U_SUCCESS(status)) {
        ucnv_setToUCallBack(converter.get(), UCNV_TO_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &status);
    }
    return U_SUCCESS(status) ? std::move(converter) : Converter();
}

/// `lead`: a high surrogate whose other half comes with the next buffer, or 0.
void append_units(Decoded& out, const char16_t* units, std::size_t count, char32_t& lead) {
    for (std::size_t i = 0; i < count; ++i) {
        const char32_t c = units[i];
        if (c >= 0xD800 && c <= 0xDBFF) {
            lead = c;
        } else if (c >= 0xDC00 && c <= 0xDFFF) {
            utf8::append(out.text, 0x10000 + ((lead & 0x3FF) << 10 | (c & 0x3FF)));
        } else {
            utf8::append(out.text, mapped(c, out.mapped));
        }
    }
}

/// Decodes; stops counting when more than `tolerated` pieces are bad. `name`: as ICU knows it.
Decoded from_icu(const char* name, std::string_view bytes, std::size_t skipped, std::uint64_t tolerated) {
    Decoded out;
    out.encoding = name;
    const Converter converter = open_converter(name);
    if (!converter) {
        report(out, skipped, bytes);
        return out;
    }
    out.text.reserve(bytes.size() * 3 / 2 + 16);
    std::array<char16_t, 4096> units;
    char32_t lead = 0;
    const char* source = bytes.data();
    const char* const end = bytes.data() + bytes.size();
    for (bool done = false; !done;) {
        char16_t* target = units.data();
        UErrorCode status = U_ZERO_ERROR;
        ucnv_toUnicode(converter.get(), &target, units.data() + units.size(), &source, end, nullptr, 1, &status);
        append_units(out, units.data(), static_cast<std::size_t>(target - units.data()), lead);
        if (status == U_BUFFER_OVERFLOW_ERROR) {
            continue;
        }
        done = source == end;
        if (U_FAILURE(status)) {
            std::array<char, 8> bad{};
            auto length = static_cast<std::int8_t>(bad.size());
            UErrorCode ignored = U_ZERO_ERROR;
            ucnv_getInvalidChars(converter.get(), bad.data(), &length, &ignored);
            const auto count = static_cast<std::size_t>(std::max<std::int8_t>(length, 0));
            const auto consumed = static_cast<std::size_t>(source - bytes.data());
            report(out, skipped + consumed - std::min(count, consumed), {bad.data(), count});
            if (out.invalid > tolerated) {
                return out;
            }
        }
    }
    return out;
}

Decoded from_gb18030(std::string_view bytes, std::size_t skipped, std::uint64_t tolerated) {
    Decoded out = from_icu("gb18030", bytes, skipped, tolerated);
    out.encoding = "GB18030";
    return out;
}

// --- choice ----------------------------------------------------------------------------------------------------------

/// Characters of three and more bytes that a UTF-8 text must have if it is Chinese and other encodings hardly ever do.
std::size_t count_utf8_characters(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xE0; }));
}

/// Neither is clean: the one with few bad pieces among many good characters.
Decoded least_bad(std::string_view bytes, std::size_t invalid) {
    Decoded as_utf8 = from_utf8(bytes, 0, invalid);
    if (count_utf8_characters(as_utf8.text) >= 5 * as_utf8.invalid) {  // each U+FFFD is one of those counted
        return as_utf8;
    }
    Decoded as_gb18030 = from_gb18030(bytes, 0, bytes.size());
    return as_gb18030.invalid <= as_utf8.invalid ? std::move(as_gb18030) : std::move(as_utf8);
}

Decoded unmarked(std::string_view bytes) {
    const bool has_nul = bytes.find('\0') != std::string_view::npos;
    const std::size_t invalid = utf8::find_invalid(bytes);
    Decoded out;
    if (invalid == std::string_view::npos && !has_nul) {
        out.text = bytes;
        out.encoding = "UTF-8";
        out.evidence = Evidence::valid;
        return out;
    }
    if (const Utf16Guess guess = guess_utf16(bytes); guess.is) {
        out = from_utf16(bytes, 0, guess.order);
    } else if (invalid == std::string_view::npos) {
        out.text = bytes;  // NUL in it: refused below
        out.encoding = "UTF-8";
    } else {
        out = from_gb18030(bytes, 0, 0);
        if (out.invalid > 0) {
            out = least_bad(bytes, invalid);
        }
    }
    out.evidence = Evidence::guess;
    return out;
}

Decoded choose(std::string_view bytes) {
    struct Mark {
        std::string_view bytes;
        Decoded (*decode)(std::string_view rest, std::size_t skipped);
    };
    const Mark marks[] = {
        {"\xEF\xBB\xBF",
         [](std::string_view rest, std::size_t n) { return from_utf8(rest, n, utf8::find_invalid(rest)); }},
        {"\xFF\xFE", [](std::string_view rest, std::size_t n) { return from_utf16(rest, n, Order::little); }},
        {"\xFE\xFF", [](std::string_view rest, std::size_t n) { return from_utf16(rest, n, Order::big); }},
        {"\x84\x31\x95\x33", [](std::string_view rest, std::size_t n) { return from_gb18030(rest, n, rest.size()); }},
    };
    for (const Mark& mark : marks) {
        if (bytes.starts_with(mark.bytes)) {
            Decoded out = mark.decode(bytes.substr(mark.bytes.size()), mark.bytes.size());
            out.evidence = Evidence::mark;
            return out;
        }
    }
    return unmarked(bytes);
}

bool is_control(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return (byte < 0x20 && (byte < 0x09 || byte > 0x0D) && byte != 0x1A && byte != 0x1B) || byte == 0x7F;
}

std::size_t count_controls(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_control));
}

Error no_text(std::string message) {
    return fail(ErrorCode::damaged_text, std::move(message), "a text file in UTF-8, UTF-16 or GB18030");
}

/// Refuses what is plainly no text.
Result<Decoded> require_text(Decoded out) {
    const std::size_t characters = utf8::length(out.text);
    if (const std::size_t controls = count_controls(out.text); controls > 8 + characters / 20) {
        return no_text(fmt::format("the bytes are no text: {} of {} characters are controls", controls, characters));
    }
    if (out.invalid > 2 + characters / 10) {
        return no_text(
            fmt::format("the bytes are no text in any known encoding: {} places are bad, the first at byte {}",
                        out.invalid, out.examples.front().offset));
    }
    return out;
}

/// Whether the bytes above ASCII stand in pairs as those of GB 2312 do; in Western texts they stand alone.
bool stands_in_pairs(std::string_view bytes) {
    std::size_t high = 0;
    std::size_t paired = 0;
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        const auto byte = static_cast<unsigned char>(bytes[at]);
        high += byte >= 0x80;
        if (byte >= 0xA1 && byte <= 0xF7 && at + 1 < bytes.size() &&
            static_cast<unsigned char>(bytes[at + 1]) >= 0xA1) {
            ++high;
            paired += 2;
            ++at;
        }
    }
    return paired * 2 >= high;
}

/// `out`: what was guessed; takes the declared encoding instead if the bytes fit it. A page that says UTF-8 and is none
/// to a great part was saved by a program that left the name alone, and so was one that says iso-8859-1.
void believe(Decoded& out, std::string_view bytes, std::string_view name) {
    if (name == kWestern || (name.empty() && !stands_in_pairs(bytes))) {
        if (!stands_in_pairs(bytes)) {
            out = from_icu(kWestern, bytes, 0, bytes.size());
            out.evidence = name.empty() ? Evidence::guess : Evidence::declared;
        }
        return;
    }
    if (name.empty()) {
        return;
    }
    Decoded declared = name == "UTF-8"     ? from_utf8(bytes, 0, utf8::find_invalid(bytes))
                       : name == "gb18030" ? from_gb18030(bytes, 0, bytes.size())
                                           : from_icu(name.data(), bytes, 0, bytes.size());
    const bool fits =
        declared.invalid == 0 || (name == "UTF-8" ? count_utf8_characters(declared.text) >= 5 * declared.invalid
                                                  : declared.invalid <= 2 + bytes.size() / 50);
    if (fits) {
        out = std::move(declared);
        out.evidence = Evidence::declared;
    }
}

}  // namespace

Result<Decoded> decode(std::string_view bytes) {
    Decoded out = choose(bytes);
    if (const std::size_t nul = out.text.find('\0'); nul != std::string::npos) {
        return no_text(fmt::format("the bytes are no text: a NUL stands at character {}", nul));
    }
    return require_text(std::move(out));
}

Result<Decoded> decode_declared(std::string_view bytes, std::string_view label) {
    const bool marked = bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF");
    if (!marked && bytes.find('\0') != std::string_view::npos && !guess_utf16(bytes).is) {
        std::string kept(bytes);
        kept.erase(std::remove(kept.begin(), kept.end(), '\0'), kept.end());
        return decode_declared(kept, label);
    }
    Decoded out = choose(bytes);
    if (out.evidence == Evidence::guess && !out.encoding.starts_with("UTF-16")) {
        believe(out, bytes, encoding_of_label(label));
    }
    out.text.erase(std::remove(out.text.begin(), out.text.end(), '\0'), out.text.end());
    return require_text(std::move(out));
}

bool looks_like_text(std::string_view bytes) {
    const std::string_view sample = bytes.substr(0, kSample);
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
        return true;
    }
    if (sample.find('\0') != std::string_view::npos) {
        return guess_utf16(bytes).is;
    }
    return count_controls(sample) <= 8 + sample.size() / 20 || guess_utf16(bytes).is;
}

}  // namespace mingdan::text
