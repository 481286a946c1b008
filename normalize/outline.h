// The outline of section labels: which one stands under which. The kind of numbering tells (一、 over （一） over 1.).
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "normalize/roster_draft.h"
#include "normalize/section_label.h"

namespace mingdan {

/// The labels that are open at a place of the document, outermost first.
class Outline {
public:
    struct Entry {
        Numbering kind = Numbering::none;
        std::uint32_t level = 0;  ///< tells unnumbered labels of paragraphs and of rows apart
        Field label;
        std::optional<std::uint64_t> count;
        bool declared_empty = false;
        bool used = false;  ///< a section was made of it
    };

    /// Opens a label: one of the same kind and level closes, with all below it. Gives those that had no records.
    std::vector<Entry> open(Entry entry);
    /// Closes all labels of this level and deeper.
    std::vector<Entry> close_level(std::uint32_t level);
    bool empty() const { return entries_.empty(); }
    const std::vector<Entry>& entries() const { return entries_; }

    /// The present path as a section; from now on its labels count as used.
    DraftSection section();

private:
    std::vector<Entry> erase_from(std::size_t begin);

    std::vector<Entry> entries_;
};

}  // namespace mingdan
