#include "extract/doc_styles.h"

#include <algorithm>
#include <optional>

#include "extract/doc_properties.h"
#include "extract/doc_row.h"
#include "extract/little_endian.h"

namespace mingdan::doc {

using bytes::u16;

namespace {

constexpr int kLongestChain = 32;
constexpr std::uint16_t kNoBase = 0xFFF;
enum Kind : std::uint8_t { paragraph_style = 1, character_style = 2, table_style = 3 };

struct Declared {
    docx::Style style;
    std::uint16_t base = kNoBase;
};

/// Properties of a style, one list behind the other, each with its length and on an even place (2.9.133 ff.).
class Lists {
public:
    explicit Lists(std::string_view rest) : rest_(rest) {}

    std::string_view next() {
        const std::size_t size = u16(rest_, 0);
        const std::string_view list = bytes::part(rest_, 2, size);
        rest_ = bytes::part(rest_, 2 + size + size % 2);
        return list;
    }

private:
    std::string_view rest_;
};

void take_paragraph(docx::Style& style, std::string_view list, std::string_view data) {
    ParagraphFormat format;
    format.apply(bytes::part(list, 2), data);  // its own number stands before them
    style.alignment = format.alignment;
    style.outline = format.outline ? format.outline : style.outline;
    style.page_break_before = format.page_break_before;
    style.numbering = {format.list, format.level};
}

void take_characters(docx::Style& style, std::string_view list) {
    CharacterFormat format;
    format.apply(list);
    if (format.hidden == Toggle::on || format.hidden == Toggle::off) {
        style.hidden = format.hidden == Toggle::on;
    }
}

Declared read_style(std::string_view std, std::size_t base_size, std::string_view data) {
    Declared declared;
    const std::uint16_t built_in = u16(std, 0) & 0xFFF;
    const std::uint16_t kind = u16(std, 2) & 0xF;
    declared.base = static_cast<std::uint16_t>(u16(std, 2) >> 4);
    if (built_in >= 1 && built_in <= 9) {  // headings say their level by what they are
        declared.style.outline = static_cast<std::uint8_t>(built_in);
    }
    const std::size_t name = 2 + 2 * std::size_t{u16(std, base_size)} + 2;
    const std::size_t begin = base_size + name;
    Lists lists(bytes::part(std, begin + begin % 2));
    if (kind == paragraph_style) {
        take_paragraph(declared.style, lists.next(), data);
        take_characters(declared.style, lists.next());
    } else if (kind == character_style) {
        take_characters(declared.style, lists.next());
    } else if (kind == table_style) {
        declared.style.borders = borders_of(lists.next());
    }
    return declared;
}

template <class T>
void inherit(std::optional<T>& own, const std::optional<T>& inherited) {
    own = own ? own : inherited;
}

void inherit(docx::Border& own, docx::Border inherited) {
    own = own == docx::Border::unsaid ? inherited : own;
}

void inherit_all(docx::Style& own, const docx::Style& base) {
    inherit(own.alignment, base.alignment);
    inherit(own.outline, base.outline);
    inherit(own.page_break_before, base.page_break_before);
    inherit(own.hidden, base.hidden);
    inherit(own.numbering.number, base.numbering.number);
    inherit(own.numbering.level, base.numbering.level);
    inherit(own.borders.top, base.borders.top);
    inherit(own.borders.bottom, base.borders.bottom);
    inherit(own.borders.inside, base.borders.inside);
}

}  // namespace

void Styles::read(std::string_view sheet, std::string_view data) {
    const std::size_t head = u16(sheet, 0);
    const std::size_t count = std::min<std::size_t>(u16(sheet, 2), kNoBase);
    const std::size_t base_size = std::max<std::size_t>(u16(sheet, 4), 10);
    std::vector<Declared> declared;
    std::size_t at = 2 + head;
    for (std::size_t i = 0; i < count && at + 2 <= sheet.size(); ++i) {
        const std::size_t size = u16(sheet, at);
        declared.push_back(size == 0 ? Declared{} : read_style(bytes::part(sheet, at + 2, size), base_size, data));
        at += 2 + size + size % 2;
    }
    for (const Declared& own : declared) {
        docx::Style style = own.style;
        std::uint16_t base = own.base;
        for (int steps = 0; base < declared.size() && steps < kLongestChain; ++steps) {
            inherit_all(style, declared[base].style);
            base = declared[base].base;
        }
        any_hidden_ = any_hidden_ || style.hidden.value_or(false);
        styles_.push_back(style);
    }
}

const docx::Style* Styles::paragraph(std::uint16_t number) const {
    return number < styles_.size() ? &styles_[number] : styles_.empty() ? &none_ : &styles_.front();
}

bool Styles::hides(std::uint16_t number) const {
    return number < styles_.size() && styles_[number].hidden.value_or(false);
}

docx::Borders Styles::borders(std::uint16_t number) const {
    return number < styles_.size() ? styles_[number].borders : docx::Borders{};
}

}  // namespace mingdan::doc
