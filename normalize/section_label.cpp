#include "normalize/section_label.h"

#include <array>

#include "model/utf8.h"
#include "normalize/chinese_numerals.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

constexpr std::u32string_view kHanDigits = U"〇零○一二三四五六七八九十百千两";

std::size_t skip_spaces(std::string_view text, std::size_t at) {
    while (at < text.size()) {
        std::size_t next = at;
        if (!text::is_space(utf8::next(text, next))) {
            break;
        }
        at = next;
    }
    return at;
}

/// The run of Chinese numerals at `at`, or an empty view.
std::string_view han_number(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size()) {
        std::size_t next = end;
        if (!text::is_one_of(utf8::next(text, next), kHanDigits)) {
            break;
        }
        end = next;
    }
    return text.substr(at, end - at);
}

std::string_view digits(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size()) {
        std::size_t next = end;
        if (text::digit_value(utf8::next(text, next)) < 0) {
            break;
        }
        end = next;
    }
    return text.substr(at, end - at);
}

char32_t char_at(std::string_view text, std::size_t at) {
    return at < text.size() ? utf8::next(text, at) : U'\0';
}

std::size_t behind(std::string_view text, std::size_t at) {
    if (at < text.size()) {
        utf8::next(text, at);
    }
    return at;
}

NumberPrefix finish(std::string_view text, Numbering kind, std::size_t at, std::string_view number) {
    const auto value = read_chinese_number(number);
    if (!value) {
        return {};
    }
    return {kind, skip_spaces(text, at), *value};
}

NumberPrefix bracketed(std::string_view text) {
    const std::size_t inside = skip_spaces(text, behind(text, 0));
    std::string_view number = han_number(text, inside);
    Numbering kind = Numbering::han_bracket;
    if (number.empty()) {
        number = digits(text, inside);
        kind = Numbering::arabic_bracket;
    }
    const std::size_t close = skip_spaces(text, inside + number.size());
    if (number.empty() || number.size() > 12 || !text::is_one_of(char_at(text, close), U"）)")) {
        return {};
    }
    std::size_t end = behind(text, close);
    if (text::is_one_of(char_at(text, end), U"、.．")) {
        end = behind(text, end);
    }
    return finish(text, kind, end, number);
}

NumberPrefix circled(std::string_view text) {
    const char32_t c = utf8::first(text);
    if (c >= U'①' && c <= U'⑳') {
        return {Numbering::circled, skip_spaces(text, behind(text, 0)), c - U'①' + 1};
    }
    return {};
}

/// 第一组, 第一部分：, 第1类 stay in the label as words; only 第一、 counts.
NumberPrefix plain(std::string_view text) {
    std::string_view number = han_number(text, 0);
    Numbering kind = Numbering::han;
    if (number.empty()) {
        number = digits(text, 0);
        kind = Numbering::arabic;
    }
    if (number.empty() || number.size() > 12) {
        return {};
    }
    const std::size_t mark = number.size();
    const char32_t c = char_at(text, mark);
    const std::size_t end = behind(text, mark);
    const bool closes = kind == Numbering::han ? text::is_one_of(c, U"、.．，")
                                               : text::is_one_of(c, U"、．)）") ||
                                                     (c == U'.' && text::digit_value(char_at(text, end)) < 0);
    if (!closes) {
        return {};
    }
    if (kind == Numbering::arabic && text::is_one_of(c, U")）")) {
        kind = Numbering::arabic_bracket;
    }
    return finish(text, kind, end, number);
}

constexpr std::array<std::string_view, 48> kMeasures = {
    "个", "名", "家", "项", "处", "所", "篇", "件", "门", "人", "位", "种",   "类",   "条",   "支",   "部",
    "张", "幅", "套", "户", "份", "组", "队", "本", "课", "村", "镇", "县",   "台",   "首",   "例",   "间",
    "座", "班", "节", "款", "宗", "册", "集", "辆", "盏", "株", "只", "户次", "人次", "项次", "单位", "团队"};

bool is_open(char32_t c) {
    return text::is_one_of(c, U"（(［[〔【");
}
bool is_close(char32_t c) {
    return text::is_one_of(c, U"）)］]〕】");
}

/// The offset of the bracket that the one ending at `end` closes, or npos.
std::size_t open_of(std::string_view text, std::size_t end) {
    int depth = 0;
    for (std::size_t at = end; at > 0;) {
        const char32_t c = utf8::previous(text, at);
        depth += is_close(c) ? 1 : is_open(c) ? -1 : 0;
        if (depth == 0) {
            return at;
        }
    }
    return std::string_view::npos;
}

constexpr std::array<std::string_view, 12> kRemarks = {"排名不分先后", "为序",     "排序", "不分先后",
                                                       "先后顺序",     "顺序排列", "笔画", "排名",
                                                       "按姓氏",       "拼音",     "次序", "并列"};

bool is_remark(std::string_view text) {
    for (const std::string_view word : kRemarks) {
        if (text.find(word) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

bool is_empty_word(std::string_view text) {
    return text == "空缺" || text == "从缺" || text == "无";
}

/// The byte where an unbracketed count begins at the end of a label: 先进单位|14个. npos if there is none.
std::size_t trailing_count(std::string_view text, std::size_t begin, std::size_t end) {
    for (std::size_t at = end; at > begin;) {
        const char32_t c = utf8::previous(text, at);
        if (text::digit_value(c) >= 0) {
            std::size_t first = at;
            while (first > begin) {
                std::size_t before = first;
                if (text::digit_value(utf8::previous(text, before)) < 0) {
                    break;
                }
                first = before;
            }
            std::size_t measure = at;
            utf8::next(text, measure);
            if (first == begin || !skip_measure(text.substr(0, end), measure) || measure != end) {
                return std::string_view::npos;
            }
            for (const std::string_view word :
                 {std::string_view("共计"), std::string_view("共有"), std::string_view("共"), std::string_view("计")}) {
                if (text.substr(begin, first - begin).ends_with(word)) {
                    first -= word.size();
                    break;
                }
            }
            return first;
        }
        if (end - at > 6) {
            break;
        }
    }
    return std::string_view::npos;
}

}  // namespace

bool skip_measure(std::string_view text, std::size_t& at) {
    std::size_t best = 0;
    for (const std::string_view measure : kMeasures) {
        if (measure.size() > best && text.substr(at).starts_with(measure)) {
            best = measure.size();
        }
    }
    at += best;
    return best > 0;
}

NumberPrefix number_prefix(std::string_view text) {
    if (text.empty()) {
        return {};
    }
    const char32_t c = utf8::first(text);
    if (text::is_one_of(c, U"（(")) {
        return bracketed(text);
    }
    if (const NumberPrefix prefix = circled(text); prefix.kind != Numbering::none) {
        return prefix;
    }
    return plain(text);
}

std::optional<std::uint64_t> count_in(std::string_view text) {
    text = text::trim(text);
    for (const std::string_view word :
         {std::string_view("共计"), std::string_view("共有"), std::string_view("总计"), std::string_view("合计"),
          std::string_view("总共"), std::string_view("共"), std::string_view("计")}) {
        if (text.starts_with(word)) {
            text = text::trim(text.substr(word.size()));
            break;
        }
    }
    while (!text.empty() && text::is_one_of(utf8::first(text), U"：: ")) {
        text.remove_prefix(behind(text, 0));
    }
    const std::string_view number = digits(text, 0);
    const std::string_view han = number.empty() ? han_number(text, 0) : std::string_view{};
    const std::string_view any = number.empty() ? han : number;
    if (any.empty() || any.size() > 24) {
        return std::nullopt;
    }
    std::size_t at = skip_spaces(text, any.size());
    const bool measured = skip_measure(text, at);
    if (at != text.size() || (!measured && number.empty())) {
        return std::nullopt;
    }
    return read_chinese_number(any);
}

std::optional<std::uint64_t> bare_count(std::string_view text) {
    text = text::trim(text);
    const bool bracketed = !text.empty() && is_close(utf8::last(text)) && open_of(text, text.size()) == 0;
    if (bracketed) {
        std::size_t end = text.size();
        utf8::previous(text, end);
        const std::size_t begin = behind(text, 0);
        text = text.substr(begin, end - begin);
    }
    while (!text.empty() && text::is_one_of(utf8::last(text), U"。.；;")) {
        std::size_t end = text.size();
        utf8::previous(text, end);
        text = text.substr(0, end);
    }
    const bool measured = bracketed && !text.empty() && text::digit_value(utf8::last(text)) < 0;  // （10名）, not （1）
    const bool announced = measured || text.starts_with("共") || text.starts_with("合计") || text.starts_with("总计") ||
                           text.starts_with("总共");
    return announced ? count_in(text) : std::nullopt;
}

LabelParts label_parts(std::string_view text) {
    LabelParts parts;
    parts.numbering = number_prefix(text);
    const std::size_t begin = parts.numbering.bytes;
    std::size_t end = text.size();
    for (bool more = true; more && end > begin;) {
        more = false;
        std::size_t last = end;
        const char32_t c = utf8::previous(text, last);
        if (text::is_one_of(c, U"：:；;，, \t　。")) {
            end = last;
            more = true;
        } else if (is_close(c)) {
            const std::size_t open = open_of(text.substr(0, end), end);
            if (open == std::string_view::npos || open <= begin) {
                break;
            }
            const std::size_t inside = behind(text, open);
            const std::string_view content = text::trim(text.substr(inside, last - inside));
            if (const auto count = count_in(content); count && !parts.count) {
                parts.count = count;
                parts.count_begin = open;
                parts.count_end = end;
                more = true;
            } else if (is_empty_word(content)) {
                parts.declared_empty = true;
                parts.count = parts.count ? parts.count : std::optional<std::uint64_t>(0);
                parts.count_begin = open;
                parts.count_end = end;
                more = true;
            } else if (parts.remark_begin == parts.remark_end && is_remark(content)) {
                parts.remark_begin = open;
                parts.remark_end = end;
                more = true;
            }
            if (more) {
                end = open;
            }
        } else if (!parts.count) {
            const std::size_t first = trailing_count(text, begin, end);
            if (first != std::string_view::npos && first > begin) {
                parts.count = count_in(text.substr(first, end - first));
                if (parts.count) {
                    parts.count_begin = first;
                    parts.count_end = end;
                    end = first;
                    more = true;
                }
            }
        }
    }
    parts.label_end = end;
    return parts;
}

void clean_label(Draft& draft, Field& field, const LabelParts& parts, std::optional<Field>& remark) {
    // From the end to the beginning, so that the offsets stay true. What is left behind the label are closing marks.
    std::size_t end = field.text.size();
    const auto cut_to = [&](std::size_t from, Reason reason, Fix fix) {
        if (from < end) {
            draft.cut(field, from, end - from, reason, fix);
            end = from;
        }
    };
    struct Range {
        std::size_t begin, end;
        bool is_count;
    };
    const Range count{parts.count_begin, parts.count_end, true};
    const Range note{parts.remark_begin, parts.remark_end, false};
    const bool count_last = count.begin > note.begin;
    for (const Range& range : {count_last ? count : note, count_last ? note : count}) {
        if (range.begin == range.end) {
            continue;
        }
        cut_to(range.end, Reason::separator, Fix::drop_punctuation);
        if (range.is_count) {
            cut_to(range.begin, Reason::claim_count, Fix::drop_count);
        } else {
            Field part = part_of(field, range.begin, range.end - range.begin);
            field.weight -= part.weight;
            rewrite(field, field.text.substr(0, range.begin), Fix::drop_punctuation);
            end = range.begin;
            remark = std::move(part);
        }
    }
    cut_to(parts.label_end, Reason::separator, Fix::drop_punctuation);
    if (parts.numbering.bytes > 0) {
        draft.cut(field, 0, parts.numbering.bytes, Reason::numbering, Fix::drop_numbering);
    }
}

}  // namespace mingdan
