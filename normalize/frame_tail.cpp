// Three questions in order: where is the sign-off, where begins what it does not cover (the annexes), and what of the
// lines between is the list of attachments. A date with an issuer beside it is the sign-off; a date alone is one only
// where nothing better follows. Copies from the web have none: there the body ends at the first annex label or table.
#include "normalize/frame_tail.h"

#include <algorithm>
#include <optional>
#include <string>

#include "model/utf8.h"
#include "normalize/frame_line.h"
#include "normalize/frame_sign_off.h"
#include "normalize/frame_split.h"
#include "normalize/frame_words.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kMostUnnumbered = 6;
constexpr std::size_t kShortLine = 3 * 60;

bool is_text(const Piece& piece) {
    return !piece.is_table && !piece.blank();
}

std::optional<AttachmentMark> label_of(const Piece& piece) {
    return is_text(piece) ? attachment_mark(piece.text.text) : std::nullopt;
}

/// 附件 or 附件1 alone: it heads an annex, or a list on the lines below.
bool is_bare(const Piece& piece, const AttachmentMark& label) {
    return label.rest >= piece.text.text.size();
}

class TailFinder {
public:
    TailFinder(Draft& draft, std::size_t from, std::string_view title)
        : draft_(draft), flow_(draft.flow), from_(from), to_(draft.flow.size()), title_(title) {}

    void label() {
        to_ = label_imprint(draft_);
        to_ += divide_lists(draft_, from_, to_);
        const std::optional<SignOff> sign_off = find_sign_off();
        if (!sign_off) {
            label_unsigned();
            return;
        }
        if (const std::size_t annex = annex_before(*sign_off); annex != kNone) {
            label_range(from_, annex, Part::body);
            label_range(annex, sign_off->begin, Part::annex);
        } else {
            label_signed_body(sign_off->begin);
        }
        label_sign_off(draft_, *sign_off);
        label_below(sign_off->end);
    }

private:
    void label_range(std::size_t begin, std::size_t end, Part part) {
        for (std::size_t i = begin; i < end; ++i) {
            if (flow_[i].part == Part::unknown) {
                flow_[i].part = part;
            }
        }
    }

    // --- the sign-off ------------------------------------------------------------------------------------------------

    std::optional<SignOff> find_sign_off() {
        std::optional<SignOff> weak;
        bool after_annex = false;
        for (std::size_t i = from_; i < to_; ++i) {
            if (flow_[i].is_table) {
                after_annex = after_annex || weak.has_value();
                continue;
            }
            const auto label = label_of(flow_[i]);
            if (weak && label) {
                return weak;
            }
            const std::size_t before = flow_.size();
            auto found = sign_off_at(draft_, i, from_, to_);
            to_ += flow_.size() - before;
            if (!found) {
                continue;
            }
            keep_named_issuer(*found);
            if (found->has_issuer && !after_annex && (annex_before(*found) == kNone || closes(*found))) {
                return found;
            }
            if (!found->has_issuer && !weak && annex_before(*found) == kNone) {
                weak = found;
                if (stands_alone(*found)) {
                    return weak;
                }
            }
            i = found->end - 1;
        }
        return weak;
    }

    /// Of several lines above the date the last one signs where the title names it alone (the rest ends a list).
    void keep_named_issuer(SignOff& found) const {
        std::size_t last = found.end;
        std::size_t lines = 0;
        for (std::size_t i = found.begin; i < found.end; ++i) {
            if (is_text(flow_[i]) && !issuers_in(flow_[i].text.text).empty()) {
                last = i;
                ++lines;
            }
        }
        const std::size_t about = title_.find("关于");
        if (lines < 2 || about == kNone || about == 0) {
            return;
        }
        const std::string first = text::without_spaces(flow_[found.begin].text.text);
        const std::string name = text::without_spaces(flow_[last].text.text);
        if (title_.substr(0, about) == name && !words::is_bare_organisation(name) && title_.find(first) == kNone) {
            found.begin = last;
        }
    }

    /// A date without an issuer that must be the notice's: nothing follows, or what closes a notice, or an annex.
    bool stands_alone(const SignOff& found) const {
        for (std::size_t i = found.end; i < to_; ++i) {
            if (flow_[i].blank()) {
                continue;
            }
            return label_of(flow_[i]).has_value() || flow_[i].is_table ||
                   words::is_closing_line(text::without_spaces(flow_[i].text.text));
        }
        return true;
    }

    /// Nothing but closing lines follows.
    bool closes(const SignOff& found) const {
        for (std::size_t i = found.end; i < to_; ++i) {
            if (!flow_[i].blank() &&
                (flow_[i].is_table || !words::is_closing_line(text::without_spaces(flow_[i].text.text)))) {
                return false;
            }
        }
        return true;
    }

    /// The first annex that begins before the sign-off and is more than a list of titles; kNone if there is none.
    std::size_t annex_before(const SignOff& found) const {
        for (std::size_t i = from_; i < found.begin; ++i) {
            if (!label_of(flow_[i])) {
                continue;
            }
            const std::size_t end = end_of_list(i, found.begin);
            std::size_t lines = 0;
            for (std::size_t k = end; k < found.begin; ++k) {
                lines += flow_[k].is_table                                                                        ? 8
                         : is_text(flow_[k]) && !words::is_closing_line(text::without_spaces(flow_[k].text.text)) ? 1
                                                                                                                  : 0;
            }
            return lines > 2 || end == i ? i : kNone;
        }
        return kNone;
    }

    // --- the list of attachments -------------------------------------------------------------------------------------

    /// Behind the last line of the list that begins with the label at `begin`; `begin` itself if it is no list.
    std::size_t end_of_list(std::size_t begin, std::size_t limit) const {
        std::size_t end = begin + 1;
        std::size_t unnumbered = 0;
        const auto head = *label_of(flow_[begin]);
        bool complete = is_bare(flow_[begin], head) || is_complete(flow_[begin]);
        const bool numbered_head = !is_bare(flow_[begin], head) &&
                                   list_number(std::string_view(flow_[begin].text.text).substr(head.rest)).has_value();
        bool numbered = numbered_head;
        std::size_t items = is_bare(flow_[begin], head) ? 0 : 1;
        for (std::size_t i = begin + 1; i < limit; ++i) {
            if (flow_[i].blank()) {
                continue;
            }
            if (flow_[i].is_table || flow_[i].text.text.size() > 2 * kShortLine) {
                break;
            }
            const bool entry = is_entry(i);
            if (!entry && (++unnumbered > kMostUnnumbered ||
                           !(goes_on(i, complete, numbered) || (items == 0 && is_title_line(i))))) {
                break;
            }
            numbered = numbered || entry;
            complete = is_complete(flow_[i]);
            ++items;
            end = i + 1;
        }
        return items == 0 ? begin : end;
    }

    /// A line that opens an item of its own: 2.…, an automatic number, 附件2：….
    bool is_entry(std::size_t i) const {
        const auto label = label_of(flow_[i]);
        if (label) {
            return !is_bare(flow_[i], *label);
        }
        return !flow_[i].number.empty() || list_number(flow_[i].text.text).has_value();
    }

    static bool is_complete(const Piece& piece) {
        const std::string key = text::without_spaces(piece.text.text);
        return words::ends_like_annex_title(key) || is_sentence(key);
    }

    bool is_title_line(std::size_t i) const {
        const std::string key = text::without_spaces(flow_[i].text.text);
        return !label_of(flow_[i]) && words::ends_like_annex_title(key);
    }

    /// A line without numbering that belongs to the list: it completes the line before, or is a title by its ending.
    bool goes_on(std::size_t i, bool complete, bool numbered) const {
        if (label_of(flow_[i])) {
            return false;
        }
        const std::string key = text::without_spaces(flow_[i].text.text);
        if (flow_[i].after_break || (!complete && issuers_in(flow_[i].text.text).empty())) {
            return true;
        }
        return words::ends_like_annex_title(key) && (numbered || flow_[i].indent >= 4);
    }

    /// The label at `begin` opens a list of attachments though it stands below the sign-off or without one: what
    /// follows is the end or the next annex, or the list is numbered as headings of annexes never are. Returns its end.
    std::size_t end_of_late_list(std::size_t begin) const {
        const auto label = label_of(flow_[begin]);
        const std::size_t end = end_of_list(begin, to_);
        if (end == begin) {
            return begin;
        }
        std::size_t next = end;
        while (next < to_ && flow_[next].blank()) {
            ++next;
        }
        const std::string_view rest = std::string_view(flow_[begin].text.text).substr(label->rest);
        const auto numbering = list_number(rest);
        const bool numbered_list = !rest.empty() && numbering && !label->numbered() && !numbering->chinese;
        if (numbered_list) {
            return end;
        }
        if (has_list_before(begin) || (is_bare(flow_[begin], *label) && !begins_numbered(begin))) {
            return begin;  // the body has listed its attachments; here the first of them begins
        }
        const bool before_annex = next < to_ && label_of(flow_[next]) && !flow_[next].is_table;
        const bool closes = next >= to_ || (is_text(flow_[next]) &&
                                            words::is_closing_line(text::without_spaces(flow_[next].text.text)));
        return (before_annex || closes) && names_titles(begin, end) ? end : begin;
    }

    bool has_list_before(std::size_t begin) const {
        return std::any_of(flow_.begin(), flow_.begin() + static_cast<std::ptrdiff_t>(begin),
                           [](const Piece& piece) { return piece.part == Part::attachment_list; });
    }

    /// The first line below a bare label is numbered as items of a list are: 1.…
    bool begins_numbered(std::size_t label) const {
        for (std::size_t i = label + 1; i < to_; ++i) {
            if (!flow_[i].blank()) {
                const auto numbering = list_number(flow_[i].number.empty() ? flow_[i].text.text : flow_[i].number);
                return !flow_[i].is_table && numbering && !numbering->chinese;
            }
        }
        return false;
    }

    /// Every line of the list is a title of an annex, so that no roster is taken for a list.
    bool names_titles(std::size_t begin, std::size_t end) const {
        std::size_t lines = 0;
        std::size_t titles = 0;
        for (std::size_t i = begin; i < end; ++i) {
            if (is_text(flow_[i]) && !(i == begin && is_bare(flow_[i], *label_of(flow_[i])))) {
                ++lines;
                titles += is_complete(flow_[i]);
            }
        }
        return lines > 0 && titles * 2 >= lines;
    }

    // --- labelling ---------------------------------------------------------------------------------------------------

    void label_signed_body(std::size_t end) {
        for (std::size_t i = from_; i < end; ++i) {
            if (label_of(flow_[i])) {
                label_range(from_, i, Part::body);
                const std::size_t list_end = end_of_list(i, end);
                label_range(i, list_end, Part::attachment_list);
                label_range(list_end, end, Part::attachment_list);
                unlabel_closing(list_end, end);
                return;
            }
        }
        label_range(from_, end, Part::body);
    }

    /// Lines between list and sign-off that close the notice or belong to its body are no attachments.
    void unlabel_closing(std::size_t begin, std::size_t end) {
        for (std::size_t i = begin; i < end; ++i) {
            if (is_text(flow_[i]) && flow_[i].part == Part::attachment_list) {
                const std::string key = text::without_spaces(flow_[i].text.text);
                flow_[i].part = words::is_closing_line(key) && !is_sentence(key) ? Part::closing : Part::body;
            }
        }
    }

    /// What stands below the sign-off up to the first annex, and the annexes.
    void label_below(std::size_t begin) {
        std::size_t i = begin;
        for (; i < to_; ++i) {
            if (flow_[i].blank()) {
                flow_[i].part = Part::closing;
                continue;
            }
            if (flow_[i].is_table) {
                break;
            }
            const std::string key =
                flow_[i].text.text.size() <= 2 * kShortLine ? text::without_spaces(flow_[i].text.text) : std::string();
            if (label_of(flow_[i])) {
                const std::size_t end = end_of_late_list(i);
                if (end == i) {
                    break;
                }
                label_range(i, end, Part::attachment_list);
                i = end - 1;
            } else if (words::is_closing_line(key)) {
                flow_[i].part = Part::closing;
            } else if (is_title_again(key)) {
                take_title(i);
            } else {
                break;
            }
        }
        label_range(i, to_, Part::annex);
    }

    bool is_title_again(std::string_view key) const {
        const bool titled = key.find("关于") != kNone && words::kind_at_end(key).has_value();
        return !key.empty() && (title_.empty() ? titled : key == title_ && titled);
    }

    void take_title(std::size_t i) {
        flow_[i].part = Part::title;
        if (!title_.empty()) {
            draft_.leave(flow_[i], Reason::repeated_text);
        }
    }

    /// A notice without a sign-off.
    void label_unsigned() {
        for (std::size_t i = from_; i < to_; ++i) {
            if (flow_[i].is_table) {
                label_around_table(i);
                return;
            }
            if (!label_of(flow_[i])) {
                continue;
            }
            label_range(from_, i, Part::body);
            const std::size_t end = end_of_late_list(i);
            label_range(i, end, Part::attachment_list);
            label_below(end);
            return;
        }
        label_range(from_, to_, Part::body);
        label_trailing_closing();
    }

    /// 责任编辑：… at the end of a page's copy.
    void label_trailing_closing() {
        for (std::size_t i = to_; i-- > from_;) {
            if (flow_[i].blank()) {
                continue;
            }
            const std::string key =
                flow_[i].text.text.size() <= kShortLine ? text::without_spaces(flow_[i].text.text) : std::string();
            if (!words::is_closing_line(key) || key.find("联系") != kNone || key.find("电话") != kNone) {
                return;
            }
            flow_[i].part = Part::closing;
        }
    }

    /// Prose below the table makes it a part of the body; otherwise the annexes begin with the table's own heading.
    void label_around_table(std::size_t table) {
        std::size_t prose_end = kNone;
        for (std::size_t i = table + 1; i < to_ && !label_of(flow_[i]); ++i) {
            if (is_text(flow_[i]) && is_prose(flow_[i].text.text)) {
                prose_end = i + 1;
            }
        }
        if (prose_end != kNone) {
            label_range(from_, prose_end, Part::body);
            label_below(prose_end);
            return;
        }
        std::size_t begin = table;
        for (std::size_t i = table; i-- > from_ && table - i <= 6;) {
            if (flow_[i].blank()) {
                continue;
            }
            const std::string& text = flow_[i].text.text;
            if (is_sentence(text) || text.size() > kShortLine || text.ends_with("：") || text.ends_with(":")) {
                break;
            }
            begin = i;
        }
        label_range(from_, begin, Part::body);
        label_range(begin, to_, Part::annex);
    }

    static bool is_prose(std::string_view line) {
        constexpr std::string_view kNotes[] = {"注", "备注", "说明", "*", "※"};
        return line.size() >= 3 * 15 && is_sentence(line) && line.find("，") != kNone &&
               !words::starts_with_any(line, kNotes) && !list_number(line);
    }

    Draft& draft_;
    std::vector<Piece>& flow_;
    std::size_t from_;
    std::size_t to_;
    std::string_view title_;
};

}  // namespace

void label_tail(Draft& draft, std::size_t from, std::string_view title) {
    TailFinder(draft, from, title).label();
}

}  // namespace mingdan
