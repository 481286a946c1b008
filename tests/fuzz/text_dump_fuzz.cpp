// Any bytes as a text dump: no crash, small limits kept, every character accounted for, every grid position once.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <span>
#include <variant>

#include "extract/reader.h"

namespace mingdan {
extern const Reader text_dump_reader;
}

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

std::uint64_t weight_of(const std::vector<mingdan::Line>& lines) {
    std::uint64_t weight = 0;
    for (const mingdan::Line& line : lines) {
        require(line.field.origin.text > 0 && line.field.weight == mingdan::count_characters(line.field.text));
        weight += line.field.weight;
    }
    return weight;
}

std::uint64_t weight_of(const mingdan::Table& table) {
    require(table.row_begin.size() == table.rows + 1u && table.row_begin.back() == table.cells.size());
    std::uint64_t weight = 0;
    for (std::uint32_t row = 0; row < table.rows; ++row) {
        std::uint32_t column = 0;
        for (std::uint32_t i = table.row_begin[row]; i < table.row_begin[row + 1]; ++i) {
            const mingdan::Cell& cell = table.cells[i];
            require(cell.row == row && cell.column == column && !cell.lines.empty());
            column += cell.column_span;
            weight += weight_of(cell.lines);
        }
        require(column > 0 && column <= table.columns);
    }
    return weight;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    mingdan::Limits limits;
    limits.text_bytes = 1u << 20;
    limits.cells = 20'000;
    const mingdan::Input input{std::as_bytes(std::span(data, size)), limits};
    (void)mingdan::text_dump_reader.sniff(input);
    const auto document = mingdan::text_dump_reader.read(input);
    if (!document) {
        require(!document.error().message.empty());
        return 0;
    }
    std::uint64_t sum = 0;
    for (const mingdan::Block& block : document->body) {
        const auto* paragraph = std::get_if<mingdan::Paragraph>(&block.is);
        sum += paragraph != nullptr ? weight_of(paragraph->lines) : weight_of(std::get<mingdan::Table>(block.is));
    }
    for (const mingdan::LeftOut& piece : document->left_out) {
        sum += piece.characters;
    }
    require(sum == document->read);
    return 0;
}
