#include "normalize/waiting_list.h"

#include <optional>

#include "normalize/lexicon.h"
#include "normalize/list_reader.h"
#include "normalize/list_text.h"
#include "normalize/section_label.h"

namespace mingdan {

namespace {

struct ListMeasure {
    std::size_t items = 0;
    std::uint64_t counted = 0;  ///< what the headings say, 0 if one of them says nothing
};

/// What the lines list, if they are headings with items below and nothing else.
std::optional<ListMeasure> measure(const Draft& draft, std::span<const std::size_t> lines) {
    if (lines.empty() || !heads_list(draft.flow[lines.front()])) {
        return std::nullopt;
    }
    ListMeasure list;
    bool all_counted = true;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Piece& piece = draft.flow[lines[i]];
        if (!heads_list(piece)) {
            const std::size_t items = items_of(piece.text.text).size();
            if (is_running_text(piece.text.text) && items < 3) {
                return std::nullopt;
            }
            list.items += items;
            continue;
        }
        const bool over_items = i + 1 < lines.size() && !heads_list(draft.flow[lines[i + 1]]);
        const auto count = label_parts(piece.text.text).count;
        list.counted += over_items ? count.value_or(0) : 0;
        all_counted = all_counted && (!over_items || count);
    }
    list.counted = all_counted ? list.counted : 0;
    return list;
}

}  // namespace

std::size_t headings_begin(const Draft& draft, std::span<const std::size_t> lines) {
    std::size_t begin = lines.size();
    while (begin > 0 && (heads_list(draft.flow[lines[begin - 1]]) ||
                         lexicon::ends_as_list_title(draft.flow[lines[begin - 1]].text.text))) {
        --begin;
    }
    if (begin == lines.size() && begin > 2) {
        const auto list = measure(draft, lines);
        const std::string& last = draft.flow[lines.back()].text.text;
        begin -= list && list->counted > 0 && list->items == list->counted + 1 && items_of(last).size() == 1;
    }
    return begin;
}

bool is_headed_list(const Draft& draft, std::span<const std::size_t> lines) {
    const auto list = measure(draft, lines);
    return list && (list->items > 1 || (list->items == 1 && list->counted == 1));
}

}  // namespace mingdan
