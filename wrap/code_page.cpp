#include "wrap/code_page.h"

#include <algorithm>
#include <array>
#include <iterator>

#include <unicode/ucnv.h>
#include <unicode/ucnv_err.h>

#include "model/utf8.h"
#include "wrap/gb18030.h"

namespace mingdan::text {

namespace {

struct PageName {
    std::uint32_t number;
    const char* name;
};

constexpr PageName kPages[] = {
    {437, "ibm-437"},       {850, "ibm-850"},       {852, "ibm-852"},       {866, "ibm-866"},
    {874, "windows-874"},   {932, "windows-31j"},   {936, "gb18030"},       {949, "windows-949"},
    {950, "windows-950"},   {1250, "windows-1250"}, {1251, "windows-1251"}, {1252, "windows-1252"},
    {1253, "windows-1253"}, {1254, "windows-1254"}, {1255, "windows-1255"}, {1256, "windows-1256"},
    {1257, "windows-1257"}, {1258, "windows-1258"}, {1361, "ibm-1363"},     {10000, "macintosh"},
    {10008, "gb18030"},     {54936, "gb18030"},     {65001, "UTF-8"},
};

const char* name_of(std::uint32_t number) {
    const auto* const at =
        std::find_if(std::begin(kPages), std::end(kPages), [&](const PageName& page) { return page.number == number; });
    return at == std::end(kPages) ? "windows-1252" : at->name;
}

struct Close {
    void operator()(UConverter* converter) const { ucnv_close(converter); }
};

}  // namespace

struct CodePage::Converter {
    std::unique_ptr<UConverter, Close> is;
    bool chinese = false;
};

CodePage::CodePage(std::uint32_t number) : number_(number), converter_(std::make_unique<Converter>()) {
    UErrorCode status = U_ZERO_ERROR;
    const std::string_view name = name_of(number);
    converter_->is.reset(ucnv_open(name.data(), &status));
    converter_->chinese = name == "gb18030";
    if (U_SUCCESS(status)) {
        ucnv_setToUCallBack(converter_->is.get(), UCNV_TO_U_CALLBACK_SUBSTITUTE, nullptr, nullptr, nullptr, &status);
    }
    if (U_FAILURE(status)) {
        converter_->is.reset();
    }
}

CodePage::~CodePage() = default;
CodePage::CodePage(CodePage&&) noexcept = default;
CodePage& CodePage::operator=(CodePage&&) noexcept = default;

bool CodePage::is_double_byte(std::uint32_t number) {
    return number == 932 || number == 936 || number == 949 || number == 950 || number == 1361 || number == 10008 ||
           number == 54936;
}

bool CodePage::is_lead(std::uint32_t number, unsigned char byte) {
    if (!is_double_byte(number) || byte < 0x81 || byte == 0xFF) {
        return false;
    }
    return number != 932 || byte < 0xA0 || byte >= 0xE0;
}

std::uint32_t CodePage::decode(std::string_view bytes, std::string& text) {
    if (!converter_->is) {
        utf8::append(text, U'\uFFFD');
        return 1;
    }
    std::uint32_t invalid = 0;
    std::uint64_t changed = 0;
    std::array<char16_t, 1024> units;
    char32_t lead = 0;
    const char* source = bytes.data();
    const char* const end = source + bytes.size();
    ucnv_resetToUnicode(converter_->is.get());
    for (UErrorCode status = U_BUFFER_OVERFLOW_ERROR; status == U_BUFFER_OVERFLOW_ERROR;) {
        char16_t* target = units.data();
        status = U_ZERO_ERROR;
        ucnv_toUnicode(converter_->is.get(), &target, units.data() + units.size(), &source, end, nullptr, 1, &status);
        for (const char16_t* unit = units.data(); unit < target; ++unit) {
            const char32_t c = *unit;
            if (c >= 0xD800 && c <= 0xDBFF) {
                lead = c;
            } else if (c >= 0xDC00 && c <= 0xDFFF) {
                utf8::append(text, 0x10000 + ((lead & 0x3FF) << 10 | (c & 0x3FF)));
            } else {
                invalid += c == 0xFFFD || c == 0x1A;
                utf8::append(text, c == 0x1A ? U'\uFFFD' : converter_->chinese ? mapped(c, changed) : c);
            }
        }
    }
    return invalid;
}

}  // namespace mingdan::text
