// Labels every piece with its part of the notice (GB/T 9704 section 7 names them): letterhead, number, title,
// addressee, body, list of attachments, sign-off, closing; all behind them is annex. A file that is only an annex has
// no frame.
#include <optional>

#include "model/utf8.h"
#include "normalize/frame_head.h"
#include "normalize/frame_line.h"
#include "normalize/frame_tail.h"
#include "normalize/frame_words.h"
#include "normalize/pass.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

std::size_t first_text(const Draft& draft) {
    std::size_t i = 0;
    while (i < draft.flow.size() && draft.flow[i].blank()) {
        ++i;
    }
    return i;
}

/// A page's metadata set as a table above the notice, or a letterhead in one: passed over where a notice follows.
std::size_t after_leading_table(const Draft& draft, std::size_t begin) {
    constexpr std::size_t kMostRows = 8;
    const bool leads =
        begin < draft.flow.size() && draft.flow[begin].is_table && draft.flow[begin].table.rows <= kMostRows;
    return leads ? begin + 1 : begin;
}

/// Prose that only a notice has: it announces, decides or explains.
bool has_prose(const Draft& draft, std::size_t from) {
    constexpr std::string_view kVerbs[] = {"现将",   "根据",     "决定",   "公布", "公示", "通报", "为了",
                                           "为做好", "为进一步", "经研究", "同意", "予以", "印发"};
    constexpr std::size_t kFar = 12;
    for (std::size_t i = from, lines = 0; i < draft.flow.size() && lines < kFar; ++i) {
        const Piece& piece = draft.flow[i];
        if (piece.is_table) {
            return false;
        }
        if (piece.blank()) {
            continue;
        }
        ++lines;
        const std::string_view line = piece.text.text;
        const bool note = line.starts_with("注") || line.starts_with("备注") || line.starts_with("说明");
        if (!note && line.size() >= 3 * 12 && (is_sentence(line) || line.ends_with("：") || line.ends_with(":")) &&
            words::contains_any(line, kVerbs)) {
            return true;
        }
    }
    return false;
}

void set_parts(Draft& draft, std::size_t begin, std::size_t end, Part part) {
    for (std::size_t i = begin; i < end && i < draft.flow.size(); ++i) {
        if (!draft.flow[i].taken && draft.flow[i].part != Part::closing) {
            draft.flow[i].part = part;
        }
    }
}

void label_all_annex(Draft& draft) {
    const std::size_t end = label_imprint(draft);
    set_parts(draft, 0, end, Part::annex);
}

/// Behind the labels and files that stand above everything else: an annex's own label, or a page's list of files.
std::size_t after_labels(const Draft& draft, std::size_t begin) {
    while (begin < draft.flow.size() && !draft.flow[begin].is_table &&
           (draft.flow[begin].blank() || attachment_mark(draft.flow[begin].text.text))) {
        ++begin;
    }
    return begin;
}

void label_blank(Draft& draft, std::size_t end) {
    Part part = Part::letterhead;
    for (std::size_t i = 0; i < end; ++i) {
        if (draft.flow[i].part == Part::unknown && draft.flow[i].blank()) {
            draft.flow[i].part = part;
        }
        part = draft.flow[i].part;
    }
}

void run(Draft& draft) {
    std::size_t begin = first_text(draft);
    if (begin == draft.flow.size()) {
        return;
    }
    const std::size_t labels_end = after_labels(draft, begin);
    const bool below_label = labels_end > begin;
    begin = after_leading_table(draft, labels_end);
    const Head head = find_head(draft, begin);
    const bool whole_notice = head.has_number || (head.has_addressee && head.has_title_kind);
    if (below_label ? !whole_notice : !head.is_notice() && !has_prose(draft, head.body)) {
        label_all_annex(draft);
        return;
    }
    set_parts(draft, 0, begin, Part::letterhead);
    label_tail(draft, head.body, head.title);
    label_blank(draft, draft.flow.size());
}

}  // namespace

extern const Pass find_frame_pass{"find-frame", "says of every paragraph which part of the notice it is", run};

}  // namespace mingdan
