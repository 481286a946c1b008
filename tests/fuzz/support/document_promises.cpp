#include "tests/fuzz/support/document_promises.h"

#include <cstdlib>
#include <span>
#include <variant>
#include <vector>

#include "model/conservation.h"
#include "model/utf8.h"

namespace mingdan::fuzz {

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

void require_text(const std::string& text) {
    require(utf8::find_invalid(text) == std::string::npos);
}

void require_lines(const std::vector<Line>& lines) {
    for (const Line& line : lines) {
        require_text(line.field.text);
        require_text(line.number);
        require(line.field.origin.text > 0 && line.field.weight <= count_characters(line.field.text));
    }
}

void require_blocks(const std::vector<Block>& blocks);

void require_one(const Paragraph& paragraph) {
    require(!paragraph.lines.empty());
    require_lines(paragraph.lines);
}

void require_one(const TextBox& box) {
    require_blocks(box.blocks);
}

void require_one(const Table& table) {
    require(table.row_begin.size() == table.rows + 1u && table.row_begin.back() == table.cells.size());
    require(table.header_rows.empty() || table.header_rows.size() == table.rows);
    std::vector<bool> taken(std::size_t{table.rows} * table.columns);
    for (std::uint32_t row = 0; row < table.rows; ++row) {
        for (std::uint32_t i = table.row_begin[row]; i < table.row_begin[row + 1]; ++i) {
            const Cell& cell = table.cells[i];
            require(cell.row == row && cell.row_span > 0 && cell.column_span > 0);
            require(cell.row + cell.row_span <= table.rows && cell.column + cell.column_span <= table.columns);
            for (std::uint32_t y = row; y < row + cell.row_span; ++y) {
                for (std::uint32_t x = cell.column; x < cell.column + cell.column_span; ++x) {
                    require(!taken[std::size_t{y} * table.columns + x]);
                    taken[std::size_t{y} * table.columns + x] = true;
                }
            }
            require_lines(cell.lines);
            require_blocks(cell.children);
        }
    }
}

void require_blocks(const std::vector<Block>& blocks) {
    for (const Block& block : blocks) {
        std::visit([](const auto& one) { require_one(one); }, block.is);
    }
}

}  // namespace

void require_sound(const Document& document) {
    require(conserves_text(document));
    require_blocks(document.body);
    for (const Story& story : document.stories) {
        require_blocks(story.blocks);
    }
    for (const LeftOut& piece : document.left_out) {
        require_text(piece.text);
        require(piece.characters > 0 && piece.origin.text <= document.texts);
    }
    for (const Finding& finding : document.findings) {
        require_text(finding.message);
    }
}

Limits small_limits() {
    Limits limits;
    limits.part_bytes = 1u << 20;
    limits.archive_bytes = 4u << 20;
    limits.entries = 200;
    limits.text_bytes = 1u << 20;
    limits.cells = 20'000;
    limits.columns = 1000;
    return limits;
}

void require_sound_or_named(const Reader& reader, const Input& input) {
    static_cast<void>(reader.sniff(input));
    const auto document = reader.read(input);
    if (document) {
        require_sound(*document);
    } else {
        require(!document.error().message.empty());
    }
}

int read_any_bytes(const Reader& reader, const std::uint8_t* data, std::size_t size) {
    const Limits limits = small_limits();
    require_sound_or_named(reader, {std::as_bytes(std::span(data, size)), limits});
    return 0;
}

}  // namespace mingdan::fuzz
