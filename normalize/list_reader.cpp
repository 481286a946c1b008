// Lists in plain paragraphs (contract section 4): headings and leading labels become 分组 …, each item a record with
// the one column 名称.
#include "normalize/list_reader.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "model/utf8.h"
#include "normalize/items.h"
#include "normalize/lexicon.h"
#include "normalize/list_text.h"
#include "normalize/open_label.h"
#include "normalize/outline.h"
#include "normalize/section_label.h"
#include "normalize/spaces.h"
#include "normalize/table_rows.h"
#include "normalize/zone_reader.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

/// The bytes of "5." before an item when 5 is the number that must come next: the 6 of 5.6+1幼儿园 is the name's.
std::size_t expected_number(std::string_view text, std::uint64_t expected) {
    const std::string digits = std::to_string(expected);
    if (!text.starts_with(digits) || text.size() == digits.size()) {
        return 0;
    }
    std::size_t at = digits.size();
    const char32_t mark = utf8::next(text, at);
    return mark == '.' || mark == U'．' || mark == U'、' ? at : 0;
}

bool is_item_number(Numbering kind) {
    return kind == Numbering::arabic || kind == Numbering::arabic_bracket || kind == Numbering::circled;
}

class ListReader {
public:
    ListReader(Draft& draft, Zone& zone, std::vector<std::size_t> lines)
        : draft_(draft), zone_(zone), lines_(std::move(lines)) {}

    /// Reads a zone of the annexes.
    void read_annex() {
        const std::size_t title_lines = count_title_lines(draft_, zone_, lines_);
        const std::vector<std::size_t> rest(lines_.begin() + static_cast<std::ptrdiff_t>(title_lines), lines_.end());
        if (rest.empty() || !lists(title_lines, rest)) {
            return;
        }
        begin();
        if (title_lines > 0) {
            roster_->title = take_title(draft_, lines_, title_lines);
        }
        if (zone_.annex) {
            roster_->annex = *zone_.annex;
            zone_.used = true;
        }
        read_lines(rest);
    }

    /// Reads lines of which the first is a heading.
    RosterDraft& read_headed() {
        begin();
        roster_->in_body = zone_.in_body;
        read_lines(lines_);
        return *roster_;
    }

private:
    void begin() {
        roster_ = &draft_.rosters.emplace_back();
        roster_->plain = true;
        roster_->place = lines_.front();
        Column& column = roster_->columns.emplace_back();
        column.name.text = "名称";
        column.role = Role::name;
        column.reason = "items of plain paragraphs";
    }

    bool lists(std::size_t title_lines, const std::vector<std::size_t>& rest) const {
        std::size_t running = 0;
        bool counted = false;
        for (const std::size_t index : rest) {
            const Piece& piece = draft_.flow[index];
            running += !heads_list(piece) && classify_full(piece.text.text) == FullText::label &&
                       is_running_text(piece.text.text);
            counted = counted || (heads_list(piece) && label_parts(piece.text.text).count);
        }
        if (running * 3 > rest.size()) {
            return false;
        }
        std::string title;
        for (std::size_t i = 0; i < title_lines; ++i) {
            title += draft_.flow[lines_[i]].text.text;
        }
        const std::size_t list_word =
            std::min({title.find("名单"), title.find("名录"), title.find("名册"), title.find("目录"),
                      title.find("一览"), title.find("人员"), title.find("成员")});
        return counted || list_word != std::string::npos;
    }

    /// A soft break inside an item is a wrap; between two lines that could each stand alone it parts items.
    void join_soft_breaks(std::vector<std::size_t>& lines) {
        std::size_t kept = 0;
        for (std::size_t i = 1; i < lines.size(); ++i) {
            Piece& piece = draft_.flow[lines[i]];
            Piece& above = draft_.flow[lines[kept]];
            if (piece.after_break && lines[i] == lines[i - 1] + 1 && is_cut(above, piece)) {
                join(above.text, std::move(piece.text), between_lines(above.text.text, piece.text.text),
                     Fix::join_wrapped);
                piece.taken = true;
            } else {
                lines[++kept] = lines[i];
            }
        }
        lines.resize(std::min(lines.size(), kept + 1));
    }

    static bool is_cut(const Piece& above, const Piece& piece) {
        const std::string_view text = piece.text.text;
        if (heads_list(above) || heads_list(piece) || number_prefix(text).kind != Numbering::none ||
            leading_label(text).begin > 0 || classify_full(text) != FullText::label) {
            return false;
        }
        const auto upper = items_of(above.text.text);
        const auto lower = items_of(text);
        if (upper.empty() || lower.empty() || text::is_one_of(utf8::last(above.text.text), U"、；;，,。")) {
            return false;
        }
        const auto alone = [](std::string_view item) {  // four characters may be a name or the rest of a longer one
            return utf8::length(item) <= 3 ? is_person_name(item) : Endings{}.is_usual(item);
        };
        return !(alone(upper.back()) && alone(lower.front()));
    }

    void read_lines(std::vector<std::size_t> lines) {
        join_soft_breaks(lines);
        numbered_ = counts_items(lines);
        han_items_ = counts_in_han(lines);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            read_line(draft_.flow[lines[i]], i + 1 < lines.size() ? &draft_.flow[lines[i + 1]] : nullptr);
        }
        missing_lists(draft_, outline_.close_level(0));
    }

    /// 一、甲校 二、乙校: lines numbered as headings are, with nothing below any of them, are the items.
    bool counts_in_han(const std::vector<std::size_t>& lines) const {
        std::size_t items = 0;
        for (const std::size_t index : lines) {
            const Piece& piece = draft_.flow[index];
            if (classify_full(piece.text.text) != FullText::label) {
                continue;
            }
            const LabelParts parts = label_parts(piece.text.text);
            const std::string_view item = std::string_view(piece.text.text).substr(parts.numbering.bytes);
            if (label_kind(piece.text.text, piece.number) != Numbering::han || parts.count || parts.declared_empty ||
                leading_label(item).begin > 0 || items_of(item).size() > 1) {
                return false;
            }
            ++items;
        }
        return items >= 2;
    }

    /// True if lines numbered 1. 2. 3. are the items: two or more of them follow each other.
    bool counts_items(const std::vector<std::size_t>& lines) const {
        std::uint64_t last = 0;
        for (const std::size_t index : lines) {
            const Piece& piece = draft_.flow[index];
            const NumberPrefix prefix = number_prefix(piece.number.empty() ? piece.text.text : piece.number + "x");
            if (is_item_number(prefix.kind) && !heads_list(piece)) {
                if (last > 0 && prefix.value == last + 1) {
                    return true;
                }
                last = prefix.value;
            } else if (last > 0 && expected_number(piece.text.text, last + 1) > 0) {
                return true;
            } else {
                last = 0;
            }
        }
        return false;
    }

    void read_line(Piece& piece, const Piece* next) {
        const std::string_view text = piece.text.text;
        switch (classify_full(text)) {
            case FullText::continuation:
            case FullText::annex_label:
            case FullText::count:
                piece.taken = true;
                set_aside(draft_, std::move(piece.text), roster_->claims);
                return;
            case FullText::note:
                if (lexicon::begins_note(text) || lexicon::is_unit_line(text) || utf8::last(text) != U'。') {
                    piece.taken = true;
                    roster_->notes.push_back(std::move(piece.text));
                    return;
                }
                break;
            case FullText::label:
                break;
        }
        if (han_items_ && label_kind(text, piece.number) == Numbering::han) {
            piece.taken = true;
            Field item = std::move(piece.text);
            draft_.cut(item, 0, number_prefix(item.text).bytes, Reason::numbering, Fix::drop_numbering);
            add_items(item, {close_item(item.text)});
            return;
        }
        if (heads_list(piece) || heads(piece, next)) {
            piece.taken = true;
            open(std::move(piece.text), piece.number, 0);
            return;
        }
        if (is_running_text(text) && items_of(text).size() < 3) {
            return;  // reported as unplaced
        }
        piece.taken = true;
        Field rest = std::move(piece.text);
        take_labelled(rest, piece.number);
    }

    /// A short unmarked line over a line that lists several: 小学组 / 甲、乙、丙.
    static bool heads(const Piece& piece, const Piece* next) {
        const std::string_view text = piece.text.text;
        if (next == nullptr || utf8::length(text) > 16 || text.find("、") != std::string_view::npos ||
            number_prefix(text).kind != Numbering::none) {
            return false;
        }
        return items_of(text).size() == 1 && leading_label(text).begin == 0 &&
               leading_label(next->text.text).begin == 0 && !heads_list(*next) && items_of(next->text.text).size() >= 3;
    }

    void take_labelled(Field& rest, std::string_view number) {
        const LeadingLabel label = leading_label(rest.text);
        if (label.begin > 0 && label.begin < rest.text.size()) {
            Field head = part_of(rest, 0, label.end);
            Field mark = part_of(rest, label.end, label.begin - label.end);
            Field tail = part_of(rest, label.begin, rest.text.size() - label.begin);
            draft_.leave(std::move(mark), Reason::separator);
            open(std::move(head), number, 1);
            take_items(tail, {});
            return;
        }
        take_items(rest, number);
    }

    void take_items(Field& text, std::string_view number) {
        if (const std::size_t bytes = bullet(text.text); bytes > 0) {
            draft_.cut(text, 0, bytes, Reason::numbering, Fix::drop_numbering);
        }
        NumberPrefix prefix = number_prefix(text.text);
        if (const std::size_t bytes = numbered_ ? expected_number(text.text, last_number_ + 1) : 0; bytes > 0) {
            prefix = {Numbering::arabic, std::max(bytes, prefix.bytes), last_number_ + 1};
        }
        if (is_item_number(prefix.kind) && (numbered_ || prefix.value == 1)) {
            last_number_ = prefix.value;
            draft_.cut(text, 0, prefix.bytes, Reason::numbering, Fix::drop_numbering);
            add_items(text, {close_item(text.text)});
            return;
        }
        if (!number.empty()) {
            add_items(text, {close_item(text.text)});  // an automatic number numbers one item
            return;
        }
        add_items(text, items_of(text.text));
    }

    /// The bytes of a typed bullet and the spaces behind it: • 甲校, ●甲校, —甲校.
    static std::size_t bullet(std::string_view text) {
        std::size_t at = 0;
        if (text.empty() || !text::is_one_of(utf8::next(text, at), U"•●○■□◆◇▪▲△★☆·—–-")) {
            return 0;
        }
        const std::string_view rest = text::trim(text.substr(at));
        return text::is_han(utf8::first(rest)) ? static_cast<std::size_t>(rest.data() - text.data()) : 0;
    }

    static std::string_view close_item(std::string_view text) {
        while (!text.empty() && (utf8::last(text) == U'。' || utf8::last(text) == U'；' || utf8::last(text) == U';')) {
            std::size_t end = text.size();
            utf8::previous(text, end);
            text = text::trim(text.substr(0, end));
        }
        return text;
    }

    /// The section of the next items; labels are used when items stand below them.
    std::uint32_t section() {
        if (std::exchange(opened_, false)) {
            section_ = static_cast<std::uint32_t>(roster_->sections.size());
            roster_->sections.push_back(outline_.section());
        }
        return section_;
    }

    void add_items(const Field& text, const std::vector<std::string_view>& items) {
        Field separators;
        separators.origin = text.origin;
        const char* end = text.text.data();
        bool first = true;
        for (const std::string_view item : items) {
            separators.text += std::string_view(end, static_cast<std::size_t>(item.data() - end));
            end = item.data() + item.size();
            DraftRow& row = roster_->rows.emplace_back();
            row.section = section();
            row.origin = text.origin;
            Line& line = row.values.emplace_back().lines.emplace_back();
            line.field = part_of(text, static_cast<std::size_t>(item.data() - text.text.data()), item.size());
            if (first) {
                line.field.changes = text.changes;
                if (items.size() > 1) {
                    line.field.changes.push_back({Fix::split_list, text.text});
                }
                first = false;
            }
        }
        separators.text += std::string_view(end, static_cast<std::size_t>(text.text.data() + text.text.size() - end));
        separators.weight = count_characters(separators.text);
        draft_.leave(std::move(separators), Reason::separator);
    }

    void open(Field text, std::string_view number, std::uint32_t level) {
        const bool colon = utf8::last(text.text) == U'：' || utf8::last(text.text) == U':';
        const bool below = colon && label_kind(text.text, number) == Numbering::none;  // 组长： stands below 一、…
        open_label(draft_, outline_, std::move(text), number, below ? 1 : level, roster_->notes);
        opened_ = true;
    }

    Draft& draft_;
    Zone& zone_;
    std::vector<std::size_t> lines_;
    RosterDraft* roster_ = nullptr;
    Outline outline_;
    std::uint32_t section_ = 0;
    bool opened_ = false;
    bool numbered_ = false;
    bool han_items_ = false;
    std::uint64_t last_number_ = 0;
};

}  // namespace

bool heads_list(const Piece& piece) {
    const std::string_view text = piece.text.text;
    const LabelParts parts = label_parts(text);
    if (utf8::length(text) > 60 || parts.label_end <= parts.numbering.bytes) {
        return false;
    }
    if (parts.count || parts.declared_empty) {
        return true;
    }
    const char32_t last = utf8::last(text);
    if (last == U'：' || last == U':') {
        return true;
    }
    const bool listing = text.substr(parts.numbering.bytes).find("、") != std::string_view::npos;
    const Numbering kind = parts.numbering.kind == Numbering::none && !piece.number.empty()
                               ? number_prefix(piece.number + "x").kind
                               : parts.numbering.kind;
    return !listing && (kind == Numbering::han || kind == Numbering::han_bracket) && last != U'。';
}

void read_annex_list(Draft& draft, Zone& zone) {
    if (!zone.pieces.empty()) {
        ListReader(draft, zone, zone.pieces).read_annex();
    }
}

RosterDraft& read_headed_list(Draft& draft, Zone& zone, std::vector<std::size_t> lines) {
    return ListReader(draft, zone, std::move(lines)).read_headed();
}

}  // namespace mingdan
