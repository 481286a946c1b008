#include "extract/doc_runs.h"

#include <algorithm>

#include "extract/little_endian.h"

namespace mingdan::doc {

using bytes::u16;
using bytes::u32;
using bytes::u8;

namespace {

constexpr std::size_t kPage = 512;

/// The greatest index whose 32-bit number is not above `value`; `count` where there is none.
std::size_t last_not_above(std::string_view numbers, std::size_t count, std::uint32_t value) {
    std::size_t low = 0;
    std::size_t high = count;
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (u32(numbers, 4 * middle) <= value) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low == 0 ? count : low - 1;
}

}  // namespace

Runs::Runs(std::string_view word, std::string_view table, Of of)
    : word_(word), table_(table), pages_(table.size() < 12 ? 0 : (table.size() - 4) / 8), of_(of) {}

const Run& Runs::at(std::uint32_t offset) {
    if (offset < last_.begin || offset >= last_.end) {
        last_ = look_up(offset);
    }
    return last_;
}

Run Runs::look_up(std::uint32_t offset) const {
    Run outside{offset, UINT32_MAX, 0, {}};
    const std::size_t index = last_not_above(table_, pages_, offset);
    if (index >= pages_) {
        outside.end = pages_ > 0 ? std::max(u32(table_, 0), offset + 1) : UINT32_MAX;
        return outside;
    }
    outside.end = std::max(u32(table_, 4 * index + 4), offset + 1);
    const std::size_t number = u32(table_, 4 * (pages_ + 1) + 4 * index) & 0x3FFFFF;
    return on_page(bytes::part(word_, number * kPage, kPage), offset, outside);
}

Run Runs::on_page(std::string_view page, std::uint32_t offset, Run outside) const {
    const std::size_t count = u8(page, kPage - 1);
    const std::size_t entry = of_ == Of::paragraphs ? 13 : 1;
    const std::size_t index = last_not_above(page, count, offset);
    if (page.size() < kPage || index >= count) {
        return outside;
    }
    Run run{u32(page, 4 * index), u32(page, 4 * index + 4), 0, {}};
    if (run.end <= offset) {
        return outside;
    }
    const std::size_t at = 2 * std::size_t{u8(page, 4 * (count + 1) + entry * index)};
    if (at == 0) {
        return run;
    }
    if (of_ == Of::characters) {
        run.properties = bytes::part(page, at + 1, u8(page, at));
        return run;
    }
    const std::size_t words = u8(page, at);
    const std::size_t begin = words == 0 ? at + 2 : at + 1;
    const std::size_t size = words == 0 ? 2 * std::size_t{u8(page, at + 1)} : 2 * words - 1;
    run.style = u16(page, begin);
    run.properties = size > 2 ? bytes::part(page, begin + 2, size - 2) : std::string_view{};
    return run;
}

}  // namespace mingdan::doc
