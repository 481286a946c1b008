// The lines above the body are walked once. Numbers, furniture and addressees are told by their form; what remains are
// candidates for the title, in blocks that numbers and furniture part. In each block lines are joined until a kind of
// document (通知, 公示 …) ends them, wherever the line breaks fell; the block nearest to the body wins.
#include "normalize/frame_head.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "model/utf8.h"
#include "normalize/date_scan.h"
#include "normalize/document_number_scan.h"
#include "normalize/frame_line.h"
#include "normalize/frame_split.h"
#include "normalize/frame_words.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kAbout = "关于";
constexpr std::size_t kMostLines = 24;
constexpr std::size_t kLongLine = 3 * 60;

bool ends_with_colon(std::string_view text) {
    return text.ends_with("：") || text.ends_with(":");
}
bool contains(std::string_view text, std::string_view word) {
    return text.find(word) != kNone;
}

/// A line that could be the title's or the letterhead's.
struct Candidate {
    std::size_t piece = 0;
    std::string key;        ///< its text without spaces
    std::size_t block = 0;  ///< lines with nothing else between them share it
};

/// Lines [begin, end) of the candidates that make up one title.
struct TitleRange {
    std::size_t begin = 0;
    std::size_t end = 0;
    std::string key;
    bool has_kind = false;

    bool about() const { return contains(key, kAbout); }
};

bool is_addressee_start(std::string_view key) {
    constexpr std::string_view kStarts[] = {"各",   "有关", "相关", "全省", "全市", "全县", "全区",  "全校",
                                            "校内", "市直", "省直", "县直", "区直", "驻",   "机关各"};
    return words::starts_with_any(key, kStarts);
}

/// Words that no addressee holds but a sentence that ends in a colon does (现将有关事项通知如下：). An addressee may be
/// named after what it was given (各受表彰单位).
bool has_body_words(std::string_view key) {
    constexpr std::string_view kWords[] = {"如下", "以下", "下列", "现将", "根据", "按照", "决定", "予以"};
    constexpr std::string_view kUnlessAddressed[] = {"公布", "通知", "公示", "表彰", "要求", "进行", "名单"};
    return words::contains_any(key, kWords) || (!is_addressee_start(key) && words::contains_any(key, kUnlessAddressed));
}

bool ends_like_addressee(std::string_view key) {
    constexpr std::string_view kEnds[] = {"单位", "部门", "企业", "学校", "高校", "院校", "同志", "会员", "党组织",
                                          "机构", "同学", "老师", "代表", "公司", "政府", "）",   ")"};
    return words::ends_like_organisation(key) || words::ends_with_any(key, kEnds);
}

/// Where the body begins that follows an addressee in the same line, or kNone.
std::size_t body_behind_addressee(std::string_view line) {
    std::size_t colon = std::min(line.find("："), line.find(':'));
    if (colon == kNone || colon > 3 * 200) {
        return kNone;
    }
    const std::string key = text::without_spaces(line.substr(0, colon));
    if (contains(key, "。") || has_body_words(key) ||
        !(is_addressee_start(key) || words::looks_like_organisation(key)) || !ends_like_addressee(key)) {
        return kNone;
    }
    colon += line[colon] == ':' ? 1 : std::string_view("：").size();
    return after_spaces(line, colon) < line.size() ? colon : kNone;
}

/// Where a title ends that other parts follow in the same line (a notice printed as one line), or kNone.
std::size_t end_of_inline_title(std::string_view line) {
    const std::size_t about = line.find(kAbout);
    const std::size_t limit = std::min({line.find("。"), line.find("："), line.find("；"), line.size()});
    if (about == kNone || about > limit) {
        return kNone;
    }
    for (const std::string_view kind :
         {std::string_view("的通知"), std::string_view("的公示"), std::string_view("的公告"),
          std::string_view("的通报"), std::string_view("的决定"), std::string_view("的通告"), std::string_view("的函"),
          std::string_view("的意见")}) {
        for (std::size_t at = line.find(kind, about); at < limit; at = line.find(kind, at + 1)) {
            const std::size_t end = at + kind.size();
            const std::size_t next = after_spaces(line, end);
            const std::string_view rest = line.substr(next);
            if (!rest.empty() &&
                (is_addressee_start(rest) || number_at_start(rest) || (next > end && is_sentence(rest)))) {
                return end;
            }
        }
    }
    return kNone;
}

/// The line begins or ends with a number and holds something else besides: where to divide it, or kNone.
std::size_t seam_of_number(std::string_view line) {
    if (const auto first = number_at_start(line)) {
        const std::string_view rest = line.substr(after_spaces(line, first->end));
        const bool cited = rest.starts_with("文") || rest.starts_with("《") || rest.starts_with("、") ||
                           rest.starts_with("，") || rest.starts_with("）");
        return cited || rest.empty() ? kNone : first->end;
    }
    const auto last = number_at_end(line);
    if (!last) {
        return kNone;
    }
    const std::string before = text::without_spaces(line.substr(0, last->begin));
    const bool own = words::kind_at_end(before) || words::looks_like_organisation(before) || before.ends_with("文件") ||
                     ends_with_colon(before) || words::ends_like_annex_title(before);
    return own ? last->begin : kNone;
}

class HeadFinder {
public:
    HeadFinder(Draft& draft, std::size_t from) : draft_(draft), flow_(draft.flow), at_(from) {}

    Head find() {
        walk();
        head_.body = at_;
        const std::optional<TitleRange> title = choose_title();
        label_candidates(title);
        head_.has_number = has_number_;
        head_.has_addressee = has_addressee_;
        if (title) {
            head_.title = title->key;
            head_.has_title_kind = title->has_kind;
        }
        return std::move(head_);
    }

private:
    /// Takes lines until one is the body's.
    void walk() {
        for (; at_ < flow_.size() && candidates_.size() < kMostLines; ++at_) {
            if (flow_[at_].blank()) {
                continue;
            }
            if (flow_[at_].is_table || !take_line()) {
                break;
            }
        }
    }

    void label(Part part) {
        flow_[at_].part = part;
        ++block_;
    }

    /// Labels the line at `at_`, or says that the head has ended before it.
    bool take_line() {
        divide();
        const std::string_view line = flow_[at_].text.text;
        const std::string key = text::without_spaces(line);
        if (whole_number(line)) {
            has_number_ = true;
            label(Part::number);
        } else if (const auto date = whole_date(line); date && date->day != 0) {
            label(contains(line, "年") ? Part::date : Part::letterhead);  // 2013-12-26 is the day of posting
        } else if (words::is_head_furniture(key)) {
            label(Part::letterhead);
        } else if (attachment_mark(line)) {
            return false;
        } else if (has_begun() && is_addressee(line)) {
            take_addressees();
            return false;
        } else if (begins_body(line, key)) {
            return false;
        } else {
            candidates_.push_back({at_, key, block_});
        }
        return true;
    }

    bool has_begun() const { return has_number_ || !candidates_.empty(); }

    /// Divides the line as often as it holds several parts; the first stays at `at_`.
    void divide() {
        for (int i = 0; i < 4; ++i) {
            const std::string_view line = flow_[at_].text.text;
            std::size_t seam = kNone;
            if (whole_number(line)) {
                return;
            }
            if (seam = end_of_inline_title(line); seam == kNone) {
                seam = seam_of_number(line);
            } else if (const std::size_t number = seam_of_number(line); number < seam) {
                seam = number;
            }
            if (seam == kNone && has_begun()) {
                seam = body_behind_addressee(line);
            }
            if (seam == kNone) {
                return;
            }
            split_piece(draft_, at_, seam);
        }
    }

    bool begins_body(std::string_view line, std::string_view key) const {
        if (is_sentence(line) || ends_with_colon(key) || !flow_[at_].number.empty()) {
            return true;
        }
        if (key.size() > kLongLine && contains(key, "，") && !is_addressee_start(key)) {
            return true;
        }
        auto numbering = list_number(key);
        if (numbering && numbering->end < key.size() &&
            text::digit_value(utf8::first(key.substr(numbering->end))) >= 0) {
            numbering.reset();  // Cloud⏎2.0教育案例
        }
        return has_begun() &&
               ((numbering && numbering->value <= 2) || (words::begins_like_body(key) && contains(key, "，")));
    }

    /// The addressee at `at_`, and further ones below it.
    void take_addressees() {
        has_addressee_ = true;
        label(Part::addressee);
        for (++at_; at_ < flow_.size(); ++at_) {
            if (flow_[at_].blank()) {
                continue;
            }
            if (flow_[at_].is_table || !is_addressee(flow_[at_].text.text) ||
                !is_addressee_start(text::without_spaces(flow_[at_].text.text))) {
                return;
            }
            label(Part::addressee);
        }
    }

    // --- the title -------------------------------------------------------------------------------------------------

    /// The line goes on with the title that seemed complete: 的通知, or a bracket （第二批）.
    static bool continues_title(std::string_view key) {
        if (key.starts_with("的")) {
            return true;
        }
        const char32_t first = utf8::first(key);
        const char32_t last = utf8::last(key);
        return (first == U'（' || first == U'(') && (last == U'）' || last == U')') && !words::is_closing_line(key);
    }

    /// The shortest title that begins at candidate `begin` and ends with a kind of document; has_kind is false and the
    /// range the rest of the block where no line ends so.
    TitleRange range_from(std::size_t begin) const {
        TitleRange range{begin, begin, {}, false};
        const std::size_t block = candidates_[begin].block;
        std::string joined;
        for (std::size_t i = begin; i < candidates_.size() && candidates_[i].block == block; ++i) {
            if (range.has_kind && !continues_title(candidates_[i].key)) {
                break;
            }
            joined += candidates_[i].key;
            if (words::kind_at_end(joined)) {
                range = {begin, i + 1, joined, true};
            }
        }
        if (!range.has_kind) {
            range.end = begin;
            while (range.end < candidates_.size() && candidates_[range.end].block == block &&
                   !(range.end > begin && is_addressee_start(candidates_[range.end].key))) {
                range.key += candidates_[range.end++].key;
            }
        }
        return range;
    }

    /// All titles, in order.
    std::vector<TitleRange> ranges() const {
        std::vector<TitleRange> found;
        for (std::size_t i = 0; i < candidates_.size();) {
            TitleRange range = range_from(i);
            i = std::max(range.end, i + 1);
            const bool touches = !found.empty() && found.back().end == range.begin &&
                                 candidates_[range.begin - 1].block == candidates_[range.begin].block;
            // 关于…调研报告⏎评选结果的通报: the kind in the first line was none
            if (touches && range.has_kind && found.back().about() && !range.about() &&
                !same_title(found.back().key, range.key)) {
                found.back().key += range.key;
                found.back().end = range.end;
            } else {
                found.push_back(std::move(range));
            }
        }
        return found;
    }

    /// Equal but for a lost character or two.
    static bool same_title(std::string_view a, std::string_view b) {
        if (a == b) {
            return true;
        }
        const std::size_t shorter = std::min(a.size(), b.size());
        const auto prefix = static_cast<std::size_t>(
            std::mismatch(a.begin(), a.begin() + static_cast<std::ptrdiff_t>(shorter), b.begin()).first - a.begin());
        const auto suffix = static_cast<std::size_t>(
            std::mismatch(a.rbegin(), a.rbegin() + static_cast<std::ptrdiff_t>(shorter), b.rbegin()).first -
            a.rbegin());
        return prefix + suffix + 3 * 2 >= std::max(a.size(), b.size()) && shorter > 3 * 8;
    }

    std::optional<TitleRange> choose_title() {
        std::vector<TitleRange> found = ranges();
        const TitleRange* best = nullptr;
        for (const TitleRange& range : found) {
            const auto rank = [](const TitleRange& r) { return (r.has_kind ? 1 : 0) + (r.about() ? 2 : 0); };
            if (best == nullptr || rank(range) > rank(*best)) {
                best = &range;
            } else if (rank(range) == rank(*best) &&
                       !(same_title(range.key, best->key) && range.key.size() <= best->key.size())) {
                const bool weaker = !range.about() && range.has_kind && range.key.size() < best->key.size();
                best = weaker ? best : &range;
            }
        }
        if (best == nullptr) {
            return std::nullopt;
        }
        for (const TitleRange& range : found) {
            if (&range != best && (same_title(range.key, best->key) || best->key.ends_with(range.key)) &&
                range.has_kind == best->has_kind) {
                leave_repeated(range);
            }
        }
        TitleRange chosen = *best;
        drop_letterhead(chosen);
        return chosen.begin < chosen.end ? std::optional(chosen) : std::nullopt;
    }

    void leave_repeated(const TitleRange& range) {
        for (std::size_t i = range.begin; i < range.end; ++i) {
            Piece& piece = flow_[candidates_[i].piece];
            piece.part = Part::title;
            draft_.leave(piece, Reason::repeated_text);
        }
    }

    /// Lines at the title's beginning that are a letterhead: 某市教育局文件, or an issuer that the next line names
    /// again.
    void drop_letterhead(TitleRange& title) const {
        for (std::size_t i = title.begin; i < title.end; ++i) {
            if (candidates_[i].key.ends_with("文件")) {
                title.begin = i + 1;
            }
        }
        while (title.end - title.begin > 1 && is_named_again(title)) {
            ++title.begin;
        }
        if (!title.has_kind && title.end > title.begin) {
            drop_issuers_above_loose_title(title);
        }
        title.key.clear();
        for (std::size_t i = title.begin; i < title.end; ++i) {
            title.key += candidates_[i].key;
        }
    }

    bool is_named_again(const TitleRange& title) const {
        const std::string& issuer = candidates_[title.begin].key;
        if (!words::looks_like_organisation(issuer)) {
            return false;
        }
        std::string rest;
        for (std::size_t i = title.begin + 1; i < title.end; ++i) {
            rest += candidates_[i].key;
        }
        return rest.starts_with(issuer) && contains(rest, kAbout);
    }

    void drop_issuers_above_loose_title(TitleRange& title) const {
        while (title.begin < title.end && words::looks_like_organisation(candidates_[title.begin].key)) {
            ++title.begin;
        }
    }

    /// Gives every candidate its part.
    void label_candidates(const std::optional<TitleRange>& title) {
        for (std::size_t i = 0; i < candidates_.size(); ++i) {
            Piece& piece = flow_[candidates_[i].piece];
            if (piece.taken) {
                continue;
            }
            if (title && i >= title->begin && i < title->end) {
                piece.part = Part::title;
            } else if (title && i >= title->end && is_addressee_line(i)) {
                piece.part = Part::addressee;
                has_addressee_ = true;
            } else {
                piece.part = Part::letterhead;
            }
        }
    }

    /// A line between title and body, without a colon: an addressee, or one of its lines.
    bool is_addressee_line(std::size_t i) const {
        const std::string& key = candidates_[i].key;
        const bool above_colon = has_addressee_ && !words::looks_like_organisation(key);
        return is_addressee_start(key) || contains(key, "、") || contains(key, "，") || above_colon;
    }

    Draft& draft_;
    std::vector<Piece>& flow_;
    std::size_t at_;
    std::size_t block_ = 0;
    std::vector<Candidate> candidates_;
    bool has_number_ = false;
    bool has_addressee_ = false;
    Head head_;
};

}  // namespace

bool is_addressee(std::string_view line) {
    const std::string_view trimmed = text::trim(line);
    if (!ends_with_colon(trimmed) || trimmed.size() > 3 * 300 || contains(trimmed, "。")) {
        return false;
    }
    const std::string key = text::without_spaces(trimmed);
    return !has_body_words(key) && !words::is_head_furniture(key) && !list_number(key) && !attachment_mark(key);
}

Head find_head(Draft& draft, std::size_t from) {
    return HeadFinder(draft, from).find();
}

}  // namespace mingdan
