// notice.references: every 《…》 and every document number that title and body cite, each pair together whichever comes
// first: 《title》（number）, number《title》, 《a》《b》（number a、number b）. 以下简称《…》 names nothing new.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "model/utf8.h"
#include "normalize/document_number_scan.h"
#include "normalize/frame_line.h"
#include "normalize/frame_words.h"
#include "normalize/pass.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::string_view kOpen = "《";
constexpr std::string_view kClose = "》";

struct CitedTitle {
    std::size_t begin = 0;  ///< of 《
    std::size_t end = 0;    ///< behind 》
    std::size_t number = kNone;
};

struct CitedNumber {
    ScannedNumber range;
    bool paired = false;
};

/// Behind the 》 that closes the 《 at `open`, or kNone.
std::size_t close_of(std::string_view text, std::size_t open) {
    int depth = 0;
    for (std::size_t at = open; at < text.size();) {
        const char32_t c = utf8::next(text, at);
        depth += c == U'《' ? 1 : c == U'》' ? -1 : 0;
        if (depth == 0) {
            return at;
        }
    }
    return kNone;
}

/// 以下简称《…》, 以下简称“《…》”, 下称：《…》.
bool is_short_name(std::string_view before) {
    while (!before.empty()) {
        std::size_t at = before.size();
        const char32_t c = utf8::previous(before, at);
        if (!text::is_space(c) && c != U'“' && c != U'"' && c != U'：' && c != U':' && c != U'为' && c != U'‘') {
            break;
        }
        before = before.substr(0, at);
    }
    return before.ends_with("简称") || before.ends_with("下称") || before.ends_with("统称");
}

class Reader {
public:
    Reader(std::string_view text) : text_(text) {
        find_titles();
        find_numbers();
        pair_brackets();
        pair_neighbours();
    }

    /// Calls `see(title, number)` for every reference in order of mention; either may be empty.
    template <class See>
    void each(See see) const {
        std::size_t number = 0;
        const auto alone_before = [&](std::size_t limit) {
            for (; number < numbers_.size() && numbers_[number].range.begin < limit; ++number) {
                if (!numbers_[number].paired) {
                    see(std::string_view(), text_of(numbers_[number].range), numbers_[number].range.damaged);
                }
            }
        };
        for (const CitedTitle& title : titles_) {
            alone_before(title.begin);
            const std::string_view inside =
                text_.substr(title.begin + kOpen.size(), title.end - title.begin - kOpen.size() - kClose.size());
            if (title.number == kNone) {
                see(inside, std::string_view(), false);
            } else {
                see(inside, text_of(numbers_[title.number].range), numbers_[title.number].range.damaged);
            }
        }
        alone_before(kNone);
    }

private:
    std::string_view text_of(const ScannedNumber& range) const {
        return text_.substr(range.begin, range.end - range.begin);
    }

    void find_titles() {
        for (std::size_t at = text_.find(kOpen); at != kNone; at = text_.find(kOpen, at)) {
            const std::size_t end = close_of(text_, at);
            if (end == kNone) {
                at += kOpen.size();
                continue;
            }
            if (!is_short_name(text_.substr(0, at)) && end - at > kOpen.size() + kClose.size()) {
                titles_.push_back({at, end, kNone});
            } else {
                short_names_.push_back({at, end, kNone});
            }
            at = end;
        }
    }

    /// Numbers inside a 《…》 are part of that title.
    void find_numbers() {
        for (auto found = next_number(text_, 0); found; found = next_number(text_, found->end)) {
            const auto holds = [&](const CitedTitle& title) {
                return found->begin >= title.begin && found->begin < title.end;
            };
            if (std::none_of(titles_.begin(), titles_.end(), holds) &&
                std::none_of(short_names_.begin(), short_names_.end(), holds)) {
                numbers_.push_back({*found, false});
            }
        }
    }

    /// Behind words such as 的通知 and 等文件, which may stand between a title and the bracket with its number.
    std::size_t after_kind(std::size_t at) const {
        constexpr std::string_view kWords[] = {"等",   "的",   "文件", "通知", "意见", "规定", "要求",
                                               "精神", "公告", "决定", "办法", "一文", "”",    "\""};
        for (bool moved = true; moved;) {
            moved = false;
            for (const std::string_view word : kWords) {
                if (text_.substr(at).starts_with(word)) {
                    at += word.size();
                    moved = true;
                }
            }
        }
        return after_spaces(text_, at);
    }

    bool opens_bracket(std::size_t at) const {
        const char32_t c = at < text_.size() ? utf8::first(text_.substr(at)) : U'\0';
        return c == U'（' || c == U'(' || c == U'〔' || c == U'[' || c == U'【';
    }

    /// Behind the bracket that opens at `at`, inner ones included; kNone if it does not close.
    std::size_t bracket_end(std::size_t at) const {
        int depth = 0;
        while (at < text_.size()) {
            const char32_t c = utf8::next(text_, at);
            depth += std::u32string_view(U"（(〔[【").find(c) != kNone   ? 1
                     : std::u32string_view(U"）)〕]】").find(c) != kNone ? -1
                                                                         : 0;
            if (depth <= 0) {
                return at;
            }
        }
        return kNone;
    }

    /// The unpaired numbers between two places.
    std::vector<std::size_t> numbers_in(std::size_t begin, std::size_t end) const {
        std::vector<std::size_t> found;
        for (std::size_t i = 0; i < numbers_.size(); ++i) {
            if (numbers_[i].range.begin >= begin && numbers_[i].range.end <= end && !numbers_[i].paired) {
                found.push_back(i);
            }
        }
        return found;
    }

    /// Only 、 and the like stand between two titles that one bracket follows.
    bool is_enumerated(const CitedTitle& before, const CitedTitle& after) const {
        const std::string gap = text::without_spaces(text_.substr(before.end, after.begin - before.end));
        return gap.empty() || gap == "、" || gap == "和" || gap == "及" || gap == "与" || gap == "以及" || gap == "，";
    }

    void pair(CitedTitle& title, std::size_t number) {
        title.number = number;
        numbers_[number].paired = true;
    }

    void pair_brackets() {
        for (std::size_t i = 0; i < titles_.size() && !numbers_.empty(); ++i) {
            std::size_t open = after_kind(titles_[i].end);
            std::vector<std::size_t> inside;
            while (opens_bracket(open) && inside.empty()) {
                const std::size_t end = bracket_end(open);
                if (end == kNone) {
                    break;
                }
                inside = numbers_in(open, end);
                open = after_spaces(text_, end);
            }
            pair_group(i, inside);
        }
    }

    /// Several titles before one bracket with as many numbers pair in order; else the last title takes the first
    /// number.
    void pair_group(std::size_t last, const std::vector<std::size_t>& inside) {
        if (inside.empty()) {
            return;
        }
        std::size_t first = last;
        while (first > 0 && last - first + 1 < inside.size() && titles_[first - 1].number == kNone &&
               is_enumerated(titles_[first - 1], titles_[first])) {
            --first;
        }
        if (last - first + 1 != inside.size()) {
            pair(titles_[last], inside.front());
            return;
        }
        for (std::size_t i = 0; i < inside.size(); ++i) {
            pair(titles_[first + i], inside[i]);
        }
    }

    /// number《title》 and 《title》number.
    void pair_neighbours() {
        for (std::size_t n = 0; n < numbers_.size(); ++n) {
            for (CitedTitle& title : titles_) {
                if (!numbers_[n].paired && title.number == kNone &&
                    (touches(numbers_[n].range.end, title.begin) || touches(title.end, numbers_[n].range.begin))) {
                    pair(title, n);
                }
            }
        }
    }

    bool touches(std::size_t from, std::size_t to) const {
        constexpr std::string_view kBetween[] = {"",     "文件",   "文",     "）",         ")",
                                                 "印发", "印发的", "印发了", "文件印发的", "文印发的",
                                                 "通知", "（",     "(",      "）印发的",   "文件（"};
        if (from > to || to - from > 40) {
            return false;
        }
        const std::string gap = text::without_spaces(text_.substr(from, to - from));
        return std::find(std::begin(kBetween), std::end(kBetween), gap) != std::end(kBetween);
    }

    std::string_view text_;
    std::vector<CitedTitle> titles_;
    std::vector<CitedTitle> short_names_;
    std::vector<CitedNumber> numbers_;
};

Field cited(std::string_view text, const Field& where) {
    Field field;
    field.text = text;
    field.origin = where.origin;
    return field;
}

Field cited_number(std::string_view printed, const Field& where) {
    Field number = cited(printed, where);
    rewrite(number, text::without_spaces(number.text), Fix::fold_number);
    rewrite(number, written_number(number.text), Fix::fold_brackets);
    return number;
}

/// Adds a reference once; a second mention may bring the half that the first lacked.
void add(Notice& notice, std::optional<Field> title, std::optional<Field> number) {
    for (Reference& known : notice.references) {
        const bool same_title = title && known.title && known.title->text == title->text;
        const bool same_number = number && known.number && known.number->text == number->text;
        const bool other_number = number && known.number && !same_number;
        const bool other_title = title && known.title && !same_title;
        if ((same_title && !other_number) || (same_number && !other_title)) {
            if (!known.title) {
                known.title = std::move(title);
            }
            if (!known.number) {
                known.number = std::move(number);
            }
            return;
        }
    }
    notice.references.push_back({std::move(title), std::move(number)});
}

void read(Draft& draft, const Field& text) {
    Reader(text.text).each([&](std::string_view title, std::string_view printed, bool damaged) {
        std::optional<Field> number = printed.empty() ? std::nullopt : std::optional(cited_number(printed, text));
        if (damaged) {
            draft.find(FindingCode::damaged_number,
                       fmt::format("the cited document number {} has lost a part", number->text),
                       At{{}, {}, {}, "references"}, text.origin);
        }
        add(draft.notice, title.empty() ? std::nullopt : std::optional(cited(title, text)), std::move(number));
    });
}

void run(Draft& draft) {
    if (draft.notice.title) {
        read(draft, *draft.notice.title);
    }
    for (const Field& paragraph : draft.notice.body) {
        read(draft, paragraph);
    }
}

}  // namespace

extern const Pass references_pass{"references", "finds the documents that title and body cite", run};

}  // namespace mingdan
