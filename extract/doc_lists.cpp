#include "extract/doc_lists.h"

#include <algorithm>
#include <string>
#include <unordered_map>

#include "extract/little_endian.h"
#include "extract/number_format.h"
#include "model/utf8.h"

namespace mingdan::doc {

using bytes::i32;
using bytes::u16;
using bytes::u32;
using bytes::u8;

namespace {

constexpr std::size_t kListSize = 28;
constexpr std::size_t kLevelSize = 28;
constexpr std::size_t kOverrideSize = 16;
constexpr std::uint32_t kNoPosition = 0xFFFFFFFF;

/// A level's text: characters below 9 stand for the numbers of levels.
std::string text_of(std::string_view units) {
    std::string text;
    for (std::size_t i = 0; i + 1 < units.size(); i += 2) {
        const std::uint16_t unit = u16(units, i);
        if (unit < docx::kLevels) {
            text += '%';
            text += static_cast<char>('1' + unit);
        } else if (unit >= 0xD800 && unit <= 0xDBFF && u16(units, i + 2) >= 0xDC00 && u16(units, i + 2) <= 0xDFFF) {
            utf8::append(text, 0x10000 + ((unit & 0x3FFu) << 10) + (u16(units, i + 2) & 0x3FFu));
            i += 2;
        } else {
            utf8::append(text, unit >= 0xD800 && unit <= 0xDFFF ? char32_t{0xFFFD} : unit);
        }
    }
    return text;
}

/// An LVL (2.9.148); `at` moves behind it.
docx::NumberingLevel read_level(std::string_view table, std::size_t& at) {
    docx::NumberingLevel level;
    level.start = i32(table, at);
    level.format = number_format_of_code(u8(table, at + 4));
    const std::uint8_t flags = u8(table, at + 5);
    level.legal = (flags & 4) != 0;
    if ((flags & 8) != 0) {
        level.restart = u8(table, at + 26);
    }
    const std::size_t text = at + kLevelSize + u8(table, at + 25) + u8(table, at + 24);
    const std::size_t size = 2 * std::size_t{u16(table, text)};
    level.text = text_of(bytes::part(table, text + 2, size));
    at = text + 2 + size;
    return level;
}

/// The lists, their levels behind all of them; which key each list's own number has.
std::unordered_map<std::int32_t, std::int32_t> read_definitions(const File& file, docx::Numbering& numbering) {
    std::unordered_map<std::int32_t, std::int32_t> keys;
    const std::string_view lists = file.block(Entry::lists);
    const std::size_t count = std::min<std::size_t>(u16(lists, 0), lists.size() / kListSize);
    std::size_t at = file.begin_of(Entry::lists) + 2 + kListSize * count;
    for (std::size_t i = 0; i < count && at < file.table.size(); ++i) {
        const std::size_t list = 2 + kListSize * i;
        docx::AbstractNumbering& definition = numbering.define(static_cast<std::int32_t>(i));
        keys.emplace(i32(lists, list), static_cast<std::int32_t>(i));
        const bool simple = (u8(lists, list + 26) & 1) != 0;
        for (std::size_t level = 0; level < (simple ? 1 : docx::kLevels); ++level) {
            definition.levels[level] = read_level(file.table, at);
        }
    }
    return keys;
}

void read_overrides(std::string_view block, std::size_t& at, std::size_t count, docx::NumberingInstance& instance) {
    if (u32(block, at) == kNoPosition || count > 0) {
        at += 4;
    }
    for (std::size_t i = 0; i < count && at + 8 <= block.size(); ++i) {
        const std::uint32_t flags = u32(block, at + 4);
        const std::size_t level = flags & 0xF;
        const std::int32_t start = i32(block, at);
        at += 8;
        docx::NumberingLevel own;
        const bool formats = (flags & 0x20) != 0;
        if (formats) {
            own = read_level(block, at);
        }
        if (level >= docx::kLevels) {
            continue;
        }
        if ((flags & 0x10) != 0) {
            instance.start[level] = formats ? own.start : start;
        }
        if (formats) {
            instance.level[level] = own;
        }
    }
}

}  // namespace

void read_lists(const File& file, docx::Numbering& numbering) {
    const auto keys = read_definitions(file, numbering);
    const std::string_view block = file.block(Entry::list_overrides);
    const std::size_t count = std::min<std::size_t>(u32(block, 0), block.size() / kOverrideSize);
    std::size_t at = 4 + kOverrideSize * count;
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t own = 4 + kOverrideSize * i;
        docx::NumberingInstance& instance = numbering.add(static_cast<std::int32_t>(i + 1));
        const auto key = keys.find(i32(block, own));
        instance.abstract = key == keys.end() ? -1 : key->second;
        read_overrides(block, at, u8(block, own + 12), instance);
    }
}

}  // namespace mingdan::doc
