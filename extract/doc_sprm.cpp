#include "extract/doc_sprm.h"

namespace mingdan::doc {

using bytes::u16;
using bytes::u8;

namespace {

/// How many bytes stand before the operand, and how many it has.
struct Extent {
    std::size_t prefix = 0;
    std::size_t size = 0;
};

Extent extent_of(std::uint16_t code, std::string_view operand) {
    constexpr std::size_t kFixed[] = {1, 1, 2, 4, 2, 2, 0, 3};
    const std::size_t kind = code >> 13;
    if (kind != 6) {
        return {0, kFixed[kind]};
    }
    if (code == TDefTable || code == TDefTable10) {  // counts itself as one byte too many
        const std::size_t declared = u16(operand, 0);
        return {2, declared > 0 ? declared - 1 : 0};
    }
    const std::size_t declared = u8(operand, 0);
    if (code == PChgTabs && declared == 255) {  // too long for a byte: its parts tell
        const std::size_t deleted = u8(operand, 1);
        return {1, 2 + 4 * deleted + 3 * std::size_t{u8(operand, 2 + 4 * deleted)}};
    }
    return {1, declared};
}

}  // namespace

bool PropertyReader::next(Property& property) {
    if (rest_.size() < 3) {
        return false;
    }
    property.code = u16(rest_, 0);
    const Extent extent = extent_of(property.code, rest_.substr(2));
    property.operand = bytes::part(rest_, 2 + extent.prefix, extent.size);
    if (property.operand.size() < extent.size) {
        rest_ = {};
        return false;
    }
    rest_.remove_prefix(2 + extent.prefix + extent.size);
    return true;
}

}  // namespace mingdan::doc
