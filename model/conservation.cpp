#include "model/conservation.h"

namespace mingdan {

namespace {

std::uint64_t weight(const std::vector<Line>& lines) {
    std::uint64_t sum = 0;
    for (const Line& line : lines) {
        sum += line.field.weight;
    }
    return sum;
}

std::uint64_t weight(const std::vector<Block>& blocks);

std::uint64_t weight(const Paragraph& paragraph) {
    return weight(paragraph.lines);
}
std::uint64_t weight(const TextBox& box) {
    return weight(box.blocks);
}
std::uint64_t weight(const Table& table) {
    std::uint64_t sum = 0;
    for (const Cell& cell : table.cells) {
        sum += weight(cell.lines) + weight(cell.children);
    }
    return sum;
}

std::uint64_t weight(const std::vector<Block>& blocks) {
    std::uint64_t sum = 0;
    for (const Block& block : blocks) {
        sum += std::visit([](const auto& one) { return weight(one); }, block.is);
    }
    return sum;
}

}  // namespace

std::uint64_t weight_of(const Document& document) {
    std::uint64_t sum = weight(document.body);
    for (const Story& story : document.stories) {
        sum += weight(story.blocks);
    }
    return sum;
}

std::uint64_t left_out_of(const Document& document) {
    std::uint64_t sum = 0;
    for (const LeftOut& piece : document.left_out) {
        sum += piece.characters;
    }
    return sum;
}

bool conserves_text(const Document& document) {
    return document.read == weight_of(document) + left_out_of(document);
}

}  // namespace mingdan
