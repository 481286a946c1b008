#include "normalize/outline.h"

#include <algorithm>
#include <utility>

namespace mingdan {

std::vector<Outline::Entry> Outline::erase_from(std::size_t begin) {
    std::vector<Entry> unused;
    for (std::size_t i = begin; i < entries_.size(); ++i) {
        if (!entries_[i].used) {
            unused.push_back(std::move(entries_[i]));
        }
    }
    entries_.resize(begin);
    return unused;
}

std::vector<Outline::Entry> Outline::open(Entry entry) {
    const auto same = [&](const Entry& other) { return other.kind == entry.kind && other.level == entry.level; };
    auto place = std::find_if(entries_.begin(), entries_.end(), same);
    if (place == entries_.end()) {
        // a label of a paragraph closes those of rows
        place = std::find_if(entries_.begin(), entries_.end(),
                             [&](const Entry& other) { return other.level > entry.level; });
    }
    auto unused = erase_from(static_cast<std::size_t>(place - entries_.begin()));
    entries_.push_back(std::move(entry));
    return unused;
}

std::vector<Outline::Entry> Outline::close_level(std::uint32_t level) {
    const auto place =
        std::find_if(entries_.begin(), entries_.end(), [level](const Entry& entry) { return entry.level >= level; });
    return erase_from(static_cast<std::size_t>(place - entries_.begin()));
}

DraftSection Outline::section() {
    DraftSection section;
    for (Entry& entry : entries_) {
        section.labels.push_back(entry.label);
        section.names.push_back(entry.label.text);
        section.counts.push_back(entry.count);
        section.headings += entry.level == 0;
        entry.used = true;
    }
    if (!entries_.empty()) {
        section.declared_empty = entries_.back().declared_empty;
        section.origin = entries_.back().label.origin;
    }
    return section;
}

}  // namespace mingdan
