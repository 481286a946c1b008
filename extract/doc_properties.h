// What properties say of a paragraph and of a run of characters, as far as it is read ([MS-DOC] 2.6.1, 2.6.2).
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include <mingdan/document.h>

#include "extract/doc_pieces.h"

namespace mingdan::doc {

constexpr std::uint8_t kDeepest = 16;  ///< tables inside tables that are told apart

struct ParagraphFormat {
    std::uint16_t style = 0;
    std::optional<Alignment> alignment;
    std::optional<std::uint8_t> outline;  ///< 1-9, 0: body text
    std::optional<bool> page_break_before;
    std::optional<std::int32_t> list;  ///< 1-based index of PlfLfo; 0 cancels
    std::optional<std::int32_t> level;
    std::uint8_t depth = 0;  ///< of the table it stands in; 0: none
    bool in_table = false;
    bool ends_row = false;         ///< it is no paragraph but the mark behind a row
    bool huge = false;             ///< its properties stand in the Data stream
    bool ends_inner_cell = false;  ///< of a table inside a table, whose cells end with paragraph marks
    std::string_view properties;   ///< for those of a row

    void apply(std::string_view grpprl, std::string_view data);
};

/// How a switch is set: also against what the style says.
enum class Toggle : std::uint8_t { unsaid, off, on, as_style, against_style };

struct CharacterFormat {
    Toggle hidden = Toggle::unsaid;
    bool deleted = false;
    bool inserted = false;
    bool special = false;
    bool joins = false;    ///< CFSpecVanish: of a paragraph mark, a style separator
    bool is_data = false;  ///< what the picture character stands for is data of a form field
    bool is_symbol = false;
    std::uint16_t style = 0;  ///< 0: none
    std::uint16_t font = UINT16_MAX;
    std::uint16_t symbol_font = 0;
    char16_t symbol = 0;

    void apply(std::string_view grpprl);
};

/// The properties that a piece lays over the runs in it.
void apply_piece(ParagraphFormat& format, const Piece& piece, std::string_view data);
void apply_piece(CharacterFormat& format, const Piece& piece);

/// The list of properties in the Data stream that PHugePapx and PTableProps point to.
std::string_view properties_in_data(std::string_view data, std::uint32_t at);

}  // namespace mingdan::doc
