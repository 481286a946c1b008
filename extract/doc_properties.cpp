#include "extract/doc_properties.h"

#include <algorithm>
#include <string>

#include "extract/doc_sprm.h"

namespace mingdan::doc {

using bytes::i16;
using bytes::u16;
using bytes::u32;
using bytes::u8;

namespace {

constexpr int kNotInList = -0x7FF;  // 0xF801

Alignment to_alignment(std::uint8_t code) {
    constexpr Alignment kCodes[] = {Alignment::left, Alignment::center, Alignment::right};
    return code < 3 ? kCodes[code] : Alignment::both;  // distributed and the kashida kinds fill the line
}

/// PIlfo: negative numbers are lists whose indent was kept.
std::int32_t to_list(std::int16_t index) {
    return index == kNotInList ? 0 : index < 0 ? -index : index;
}

Toggle to_toggle(std::uint8_t operand) {
    switch (operand) {
        case 0:
            return Toggle::off;
        case 0x80:
            return Toggle::as_style;
        case 0x81:
            return Toggle::against_style;
        default:
            return Toggle::on;
    }
}

/// The property that a piece names by an ordinal (2.9.209), as far as it is read.
std::uint16_t code_of_ordinal(std::uint8_t ordinal) {
    switch (ordinal) {
        case 0x05:
            return PJc80;
        case 0x09:
            return PFPageBreakBefore;
        case 0x0C:
            return PIlvl;
        case 0x18:
            return PFInTable;
        case 0x19:
            return PFTtp;
        case 0x41:
            return CFRMarkDel;
        case 0x42:
            return CFRMarkIns;
        case 0x5C:
            return CFVanish;
        case 0x75:
            return CFSpec;
        default:
            return 0;
    }
}

/// Both kinds of a piece's modifier as lists of properties.
template <class Apply>
void with_modifier(const Piece& piece, Apply apply) {
    if (!piece.properties.empty()) {
        apply(piece.properties);
    } else if (const std::uint16_t code = code_of_ordinal(piece.short_code); code != 0) {
        const std::string one{static_cast<char>(code & 0xFF), static_cast<char>(code >> 8),
                              static_cast<char>(piece.short_value)};
        apply(one);
    }
}

}  // namespace

std::string_view properties_in_data(std::string_view data, std::uint32_t at) {
    return bytes::part(data, std::size_t{at} + 2, u16(data, at));
}

void ParagraphFormat::apply(std::string_view grpprl, std::string_view data) {
    PropertyReader reader(grpprl);
    for (Property property; reader.next(property);) {
        switch (property.code) {
            case PJc80:
            case PJc:
                alignment = to_alignment(u8(property.operand, 0));
                break;
            case POutLvl:
                outline = static_cast<std::uint8_t>(u8(property.operand, 0) < 9 ? u8(property.operand, 0) + 1 : 0);
                break;
            case PFPageBreakBefore:
                page_break_before = property.on();
                break;
            case PIlfo:
                list = to_list(i16(property.operand, 0));
                break;
            case PIlvl:
                level = u8(property.operand, 0);
                break;
            case PFInTable:
                in_table = property.on();
                depth = in_table ? std::max<std::uint8_t>(depth, 1) : std::uint8_t{0};
                break;
            case PItap:
                depth = static_cast<std::uint8_t>(std::min<std::uint32_t>(u32(property.operand, 0), kDeepest));
                break;
            case PFTtp:
            case PFInnerTtp:
                ends_row = ends_row || property.on();
                break;
            case PFInnerTableCell:
                ends_inner_cell = property.on();
                break;
            case PHugePapx:
            case PHugePapx6:
                if (!huge) {  // it replaces the whole list, once
                    huge = true;
                    properties = properties_in_data(data, u32(property.operand, 0));
                    apply(properties, data);
                }
                return;
            default:
                break;
        }
    }
}

void CharacterFormat::apply(std::string_view grpprl) {
    PropertyReader reader(grpprl);
    for (Property property; reader.next(property);) {
        switch (property.code) {
            case CFVanish:
                hidden = to_toggle(u8(property.operand, 0));
                break;
            case CFRMarkDel:
                deleted = property.on();
                break;
            case CFRMarkIns:
                inserted = property.on();
                break;
            case CFSpecVanish:
                joins = property.on();
                break;
            case CFSpec:
                special = property.on();
                break;
            case CFData:
                is_data = property.on();
                break;
            case CIstd:
                style = u16(property.operand, 0);
                break;
            case CRgFtc0:
                font = u16(property.operand, 0);
                break;
            case CSymbol:
                is_symbol = true;
                symbol_font = u16(property.operand, 0);
                symbol = u16(property.operand, 2);
                break;
            case CPlain:
                hidden = Toggle::unsaid;
                break;
            default:
                break;
        }
    }
}

void apply_piece(ParagraphFormat& format, const Piece& piece, std::string_view data) {
    with_modifier(piece, [&](std::string_view properties) { format.apply(properties, data); });
}

void apply_piece(CharacterFormat& format, const Piece& piece) {
    with_modifier(piece, [&](std::string_view properties) { format.apply(properties); });
}

}  // namespace mingdan::doc
