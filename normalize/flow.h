// The way from a document's blocks to the flow: in reading order, text boxes at their anchor, a piece a line.
#pragma once

#include <utility>
#include <variant>
#include <vector>

#include "normalize/draft.h"

namespace mingdan {

/// Hands on each paragraph and each table of the blocks, those of text boxes included.
template <typename TakeParagraph, typename TakeTable>
void walk_blocks(std::vector<Block>&& blocks, const TakeParagraph& paragraph, const TakeTable& table) {
    for (Block& block : blocks) {
        if (auto* text = std::get_if<Paragraph>(&block.is)) {
            paragraph(std::move(*text));
        } else if (auto* grid = std::get_if<Table>(&block.is)) {
            table(std::move(*grid));
        } else {
            walk_blocks(std::move(std::get<TextBox>(block.is).blocks), paragraph, table);
        }
    }
}

/// Appends a paragraph's lines; `clean(piece, field)` tidies a line's text before it goes into its piece.
template <typename Clean>
void append_paragraph(std::vector<Piece>& flow, Paragraph&& paragraph, const Clean& clean) {
    bool first = true;
    for (Line& line : paragraph.lines) {
        Piece& piece = flow.emplace_back();
        clean(piece, line.field);
        piece.text = std::move(line.field);
        piece.number = std::move(line.number);
        piece.alignment = paragraph.alignment;
        piece.starts_page = first && paragraph.starts_page;
        piece.after_break = !first;
        piece.outline = paragraph.outline;
        piece.pictures = std::exchange(paragraph.pictures, 0);
        first = false;
    }
}

inline void append_table(std::vector<Piece>& flow, Table&& table) {
    Piece& piece = flow.emplace_back();
    piece.is_table = true;
    piece.table = std::move(table);
}

}  // namespace mingdan
