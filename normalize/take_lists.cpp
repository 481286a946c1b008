// Finds lists in plain paragraphs. An annex is a list when its title or its headings say so and it is no running text;
// in the body only what stands under a heading with a count is one.
#include <algorithm>

#include "model/utf8.h"
#include "normalize/items.h"
#include "normalize/list_reader.h"
#include "normalize/list_text.h"
#include "normalize/pass.h"
#include "normalize/section_label.h"

namespace mingdan {

namespace {

/// 一等奖：甲、乙: a label of a few characters and what it labels are names.
bool is_labelled_line(std::string_view text) {
    const LeadingLabel label = leading_label(text);
    if (label.begin == 0 || label.begin >= text.size() || is_listing_sentence(text) || is_running_text(text)) {
        return false;
    }
    const std::string_view word = text.substr(0, label.end);
    for (const std::string_view other :
         {"联系", "电话", "地址", "邮", "传真", "时间", "监督", "附件", "网址", "日期"}) {
        if (word.find(other) != std::string_view::npos) {
            return false;
        }
    }
    const auto items = items_of(text.substr(label.begin));
    return utf8::length(word) <= 10 && !items.empty() && std::all_of(items.begin(), items.end(), reads_as_item);
}

/// Two or more labelled lines below each other are a list without a heading.
void read_labelled_lines(Draft& draft, Zone& zone) {
    std::vector<std::size_t> lines;
    const auto close = [&] {
        if (lines.size() >= 2) {
            read_headed_list(draft, zone, lines);
        }
        lines.clear();
    };
    for (const std::size_t index : zone.pieces) {
        const Piece& piece = draft.flow[index];
        if (!piece.taken && !piece.is_table && is_labelled_line(piece.text.text)) {
            lines.push_back(index);
        } else {
            close();
        }
    }
    close();
}

/// The body's lists: a heading with a count, and the list lines below it.
void read_body_lists(Draft& draft, Zone& zone) {
    std::vector<std::size_t> lines;
    std::size_t items = 0;
    const auto close = [&] {
        if (items >= 2) {
            read_headed_list(draft, zone, lines);
        }
        lines.clear();
        items = 0;
    };
    for (const std::size_t index : zone.pieces) {
        const Piece& piece = draft.flow[index];
        if (piece.taken || piece.is_table) {
            close();
            continue;
        }
        const std::string_view text = piece.text.text;
        const LabelParts parts = label_parts(text);
        if (parts.count && heads_list(piece) && utf8::last(text) != U'。') {
            lines.push_back(index);
        } else if (!lines.empty() && !is_running_text(text) && !is_listing_sentence(text) &&
                   (heads_list(piece) || items_of(text).size() >= 2 || utf8::last(text) != U'。')) {
            lines.push_back(index);
            items += heads_list(piece) ? 0 : items_of(text).size();
        } else {
            close();
        }
    }
    close();
}

void run(Draft& draft) {
    for (Zone& zone : draft.zones) {
        if (zone.in_body) {
            read_body_lists(draft, zone);
            read_labelled_lines(draft, zone);
        } else if (!zone.has_table) {  // else take-tables has read the lists between the tables
            read_annex_list(draft, zone);
        }
    }
    std::stable_sort(draft.rosters.begin(), draft.rosters.end(),
                     [](const RosterDraft& a, const RosterDraft& b) { return a.place < b.place; });
}

}  // namespace

extern const Pass take_lists_pass{"take-lists", "finds lists that stand in plain paragraphs", run};

}  // namespace mingdan
