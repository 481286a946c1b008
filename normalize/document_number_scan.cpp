// A number is recognised by its middle, the bracketed year, and grows from there: the code to the left, the serial to
// the right. Numbers by year (2022年第22号) have no bracket and are recognised by 第…号.
#include "normalize/document_number_scan.h"

#include <algorithm>
#include <iterator>

#include "model/utf8.h"
#include "normalize/chinese_numerals.h"
#include "normalize/document_number_core.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

using namespace number_core;

/// 2022年 before 第22号: where it begins, or `at` itself.
std::size_t year_before(std::string_view text, std::size_t at) {
    std::size_t begin = skip_spaces_back(text, at);
    std::size_t before = begin;
    if (begin == 0 || utf8::previous(text, before) != U'年') {
        return at;
    }
    begin = before;
    for (int i = 0; i < 4; ++i) {
        begin = skip_spaces_back(text, begin);
        before = begin;
        if (begin == 0 || numeral_digit(utf8::previous(text, before)) < 0) {
            return at;
        }
        begin = before;
    }
    return is_year(take_digits(text, begin, true)) ? begin : at;
}

bool is_code_character(char32_t c) {
    return text::is_han(c) || (text::is_word(c) && text::digit_value(c) < 0);
}

/// A bracket of one or two Han characters inside a code, 清教（学）函: where it begins if it ends at `end`, else `end`.
std::size_t code_bracket(std::string_view text, std::size_t end) {
    std::size_t begin = end;
    if (end == 0 || !text::is_one_of(utf8::previous(text, begin), U"）)")) {
        return end;
    }
    const std::size_t inner_end = begin;
    for (int i = 0; i < 3 && begin > 0; ++i) {
        const std::size_t inner = begin;
        const char32_t c = utf8::previous(text, begin);
        if (is_round(c)) {
            const std::string_view inside = text.substr(inner, inner_end - inner);
            const bool remark = inside == "试行" || inside == "暂行" || inside == "修订" || inside == "草案";
            const bool goes_on = begin > 0 && is_code_character(utf8::last(text.substr(0, begin)));
            return i == 0 || remark || !goes_on ? end : begin;
        }
        if (!text::is_han(c)) {
            break;
        }
    }
    return end;
}

/// Where the code before `at` begins: Han characters and letters, and with `spaces` spaces between them.
std::size_t code_before(std::string_view text, std::size_t at, bool spaces) {
    std::size_t begin = at;
    std::size_t next = spaces ? skip_spaces_back(text, at) : at;
    while (next > 0) {
        std::size_t before = next;
        if (!is_code_character(utf8::previous(text, before))) {
            before = code_bracket(text, next);
            if (before == next) {
                break;
            }
        }
        begin = before;
        next = spaces ? skip_spaces_back(text, before) : before;
    }
    return begin;
}

/// Words that stand before a number in a sentence and end where its code begins.
constexpr std::string_view kConnectors[] = {"根据", "按照", "依据", "依照", "遵照", "贯彻", "落实", "执行",
                                            "参照", "转发", "印发", "下发", "发布", "公布", "关于", "以及",
                                            "文件", "通知", "精神", "要求", "号文", "及",   "和",   "与",
                                            "或",   "按",   "见",   "的",   "以",   "即",   "在",   "是"};
/// Offices that are named in full before the code of their own numbers.
constexpr std::string_view kOffices[] = {"人民政府", "办公厅",     "办公室", "委员会", "国务院", "教育部", "财政部",
                                         "科技部",   "农业部",     "文化部", "民政部", "省政府", "市政府", "县政府",
                                         "区政府",   "自治区政府", "省委",   "市委",   "县委",   "区委",   "中央"};

/// The code without the words of the sentence before it.
std::size_t after_connectors(std::string_view text, std::size_t begin, std::size_t end) {
    std::string_view run = text.substr(begin, end - begin);
    for (const std::string_view word : kConnectors) {
        const std::size_t found = run.rfind(word);
        if (found != kNone && utf8::length(run.substr(found + word.size())) >= 2) {
            run.remove_prefix(found + word.size());
        }
    }
    return end - run.size();
}

/// The code without the office's name in full before it: 省教育厅苏教高函 is 苏教高函, 工信部企业函 stays.
std::size_t after_office(std::string_view text, std::size_t begin, std::size_t end) {
    const std::string_view run = text.substr(begin, end - begin);
    std::size_t cut = 0;
    const auto keep_latest = [&](std::size_t after) {
        if (utf8::length(run.substr(after)) >= 2) {
            cut = std::max(cut, after);
        }
    };
    for (const std::string_view word : kOffices) {
        if (const std::size_t found = run.rfind(word); found != kNone) {
            keep_latest(found + word.size());
        }
    }
    for (std::size_t at = 0, letters = 0; at < run.size(); ++letters) {
        const char32_t c = utf8::next(run, at);
        if ((c == U'厅' || c == U'局' || c == U'部' || c == U'委') && letters >= 3) {
            keep_latest(at);
        }
    }
    return begin + cut;
}

/// 令, 公告 or 通告 ends there: such numbers name their office (教育部令第40号).
bool ends_with_order(std::string_view text) {
    return text.ends_with("令") || text.ends_with("公告") || text.ends_with("通告");
}

/// A number by 第…号 in running text: its year, its office and 令 or 公告 belong to it.
std::optional<ScannedNumber> grow_numbered(std::string_view text, const Core& core) {
    const std::size_t dated = year_before(text, core.begin);
    std::size_t end = core.end;
    for (const std::string_view word : {std::string_view("令"), std::string_view("公告"), std::string_view("通告")}) {
        if (text.substr(core.end).starts_with(word)) {
            end = core.end + word.size();
        }
    }
    std::size_t before = skip_spaces_back(text, dated);
    if (before > 0 && is_round(utf8::last(text.substr(0, before)))) {  // 公告（2020年第27号）
        std::size_t open = before;
        utf8::previous(text, open);
        const std::size_t close = skip_spaces(text, core.end);
        if (close < text.size() && is_close(utf8::first(text.substr(close))) &&
            ends_with_order(text.substr(0, skip_spaces_back(text, open)))) {
            before = skip_spaces_back(text, open);
            end = close;
            utf8::next(text, end);
        }
    }
    const bool ordered = ends_with_order(text.substr(0, before));
    if (!ordered && end == core.end) {
        return std::nullopt;  // 第3号 alone is anything
    }
    const std::size_t begin = after_connectors(text, code_before(text, before, true), before);
    return ScannedNumber{begin, end, false};
}

std::optional<ScannedNumber> grow_cited(std::string_view text, const Core& core) {
    const std::size_t run = code_before(text, core.begin, false);
    const std::size_t begin = after_office(text, after_connectors(text, run, core.begin), core.begin);
    const bool has_code = begin < core.begin;
    return has_code ? std::optional(ScannedNumber{begin, core.end, core.damaged}) : std::nullopt;
}

/// The text without spaces and brackets around it.
std::string_view bare(std::string_view text) {
    text = text::trim(text);
    if (text.size() < 4 || !is_open(utf8::first(text)) || !is_close(utf8::last(text))) {
        return text;
    }
    std::size_t begin = 0;
    utf8::next(text, begin);
    std::size_t end = text.size();
    utf8::previous(text, end);
    const std::string_view inside = text.substr(begin, end - begin);
    std::size_t depth = 0;  // （深建协字(2009)第080号） loses its outer pair, (2009)字(1) none
    for (std::size_t at = 0; at < inside.size();) {
        const char32_t c = utf8::next(inside, at);
        depth += is_open(c);
        if (is_close(c) && depth-- == 0) {
            return text;
        }
    }
    return text::trim(inside);
}

/// 新教字 2016 140 号, 新教字2016140号: a number that lost its brackets.
bool is_unbracketed(std::string_view text) {
    std::size_t at = 0;
    std::size_t code = 0;
    while (at < text.size()) {
        std::size_t after = at;
        const char32_t c = utf8::next(text, after);
        if (!text::is_han(c) && !text::is_space(c)) {
            break;
        }
        code += text::is_han(c);
        at = after;
    }
    const Digits digits = take_digits(text, at, false);
    return code >= 2 && code <= 12 && digits.count >= 5 && take(text, digits.end, U'号') == text.size() &&
           (text.substr(at).starts_with("19") || text.substr(at).starts_with("20")) && text.find("第") == kNone;
}

/// The letterhead stands before the code in one line: 清河市教育局文件  清教〔2023〕10号.
bool has_letterhead(std::string_view before) {
    before = text::trim(before);
    std::size_t gap = before.size();
    while (gap > 0) {
        std::size_t previous = gap;
        if (text::is_space(utf8::previous(before, previous))) {
            break;
        }
        gap = previous;
    }
    const std::size_t word = before.find("文件");
    if (word != std::string_view::npos && utf8::length(before.substr(0, word)) >= 4) {
        return true;  // 清河市教育局文件清教〔2023〕10号
    }
    const std::string_view left = text::trim(before.substr(0, gap));
    return left.ends_with("文件") ||
           (utf8::length(left) >= 4 && text::is_one_of(utf8::last(left), U"局厅委部府办会院"));
}

/// The core of the first number in a line that is short enough to be one.
std::optional<Core> first_core(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t from = at;
        const char32_t c = utf8::next(text, at);
        std::optional<Core> core;
        if (is_open(c)) {
            core = bracketed_core(text, from);
        } else if (is_close(c)) {
            core = closed_core(text, from, at);
        } else if (c == U'第') {
            core = numbered_core(text, from, at);
            if (core) {
                core->begin = year_before(text, from);
            }
        }
        if (core) {
            return core;
        }
    }
    return std::nullopt;
}

constexpr std::size_t kLongestCode = 20;

/// At most so many bytes, whole characters only.
std::string_view beginning(std::string_view text, std::size_t bytes) {
    while (bytes < text.size() && bytes > 0 && (static_cast<unsigned char>(text[bytes]) & 0xC0) == 0x80) {
        --bytes;
    }
    return text.substr(0, bytes);
}

}  // namespace

std::optional<ScannedNumber> whole_number(std::string_view text) {
    if (text.size() > 120) {
        return std::nullopt;
    }
    const std::string_view inside = bare(text);
    const std::size_t offset = static_cast<std::size_t>(inside.data() - text.data());
    const std::size_t end = offset + inside.size();
    if (is_unbracketed(inside)) {
        return ScannedNumber{offset, end, true};
    }
    const auto core = first_core(inside);
    if (!core || core->end != inside.size() || code_before(inside, core->begin, true) != 0 ||
        has_letterhead(inside.substr(0, core->begin))) {
        return std::nullopt;
    }
    if (core->numbered && core->begin != 0) {
        return std::nullopt;  // 国家林业局令 第43号 is a title and a number
    }
    const std::size_t code = utf8::length(inside.substr(0, core->begin));
    return code > kLongestCode ? std::nullopt : std::optional(ScannedNumber{offset, end, core->damaged});
}

std::optional<ScannedNumber> number_at_start(std::string_view text) {
    const std::string_view head = beginning(text, 160);
    const auto core = first_core(head);
    if (!core || core->damaged || core->numbered || core->end >= text.size() ||
        code_before(head, core->begin, true) != 0 || has_letterhead(head.substr(0, core->begin))) {
        return std::nullopt;
    }
    const bool has_code = core->begin > 0 && utf8::length(head.substr(0, core->begin)) <= kLongestCode;
    return has_code ? std::optional(ScannedNumber{0, core->end, false}) : std::nullopt;
}

std::optional<ScannedNumber> number_at_end(std::string_view text) {
    const std::string_view trimmed = text::trim(text);
    const std::size_t lead = static_cast<std::size_t>(trimmed.data() - text.data());
    std::optional<ScannedNumber> last;
    for (std::size_t at = 0; at < trimmed.size();) {
        const std::size_t from = at;
        if (!is_open(utf8::next(trimmed, at))) {
            continue;
        }
        const auto whole = whole_number(trimmed.substr(from));  // in brackets of its own
        if (whole && is_close(utf8::last(trimmed)) && from > 0) {
            return ScannedNumber{lead + from, lead + trimmed.size(), whole->damaged};
        }
        if (const auto core = bracketed_core(trimmed, from); core && core->end == trimmed.size() && !core->damaged) {
            std::size_t begin = code_before(trimmed, from, false);
            if (const std::size_t word = trimmed.substr(begin, from - begin).find("文件"); word != kNone) {
                begin += word + std::string_view("文件").size();
            }
            last = ScannedNumber{lead + begin, lead + core->end, false};
        }
    }
    if (!last) {
        const auto core = first_core(trimmed);
        if (core && core->end == trimmed.size() && core->numbered &&
            ends_with_order(trimmed.substr(0, skip_spaces_back(trimmed, core->begin)))) {
            last = ScannedNumber{lead + core->begin, lead + core->end, false};
        }
    }
    return last && last->begin > 0 ? last : std::nullopt;
}

std::optional<ScannedNumber> next_number(std::string_view text, std::size_t from) {
    for (std::size_t at = from; at < text.size();) {
        const std::size_t here = at;
        const char32_t c = utf8::next(text, at);
        std::optional<ScannedNumber> found;
        if (is_open(c)) {
            const auto core = bracketed_core(text, here);
            found = core ? grow_cited(text, *core) : std::nullopt;
        } else if (is_close(c)) {
            const auto core = closed_core(text, here, at);
            found = core ? grow_cited(text, *core) : std::nullopt;
        } else if (c == U'第') {
            const auto core = numbered_core(text, here, at);
            found = core ? grow_numbered(text, *core) : std::nullopt;
        }
        if (found && found->begin >= from) {
            return found;
        }
    }
    return std::nullopt;
}

std::string written_number(std::string_view printed) {
    const std::string_view inside = bare(printed);
    std::string written;
    written.reserve(inside.size());
    for (std::size_t at = 0; at < inside.size();) {
        const std::size_t from = at;
        const char32_t c = utf8::next(inside, at);
        if (text::is_space(c) || text::is_zero_width(c)) {
            continue;
        }
        const bool year_follows =
            is_open(c) && (take_digits(inside, at, true).count == 4 || is_close(utf8::first(inside.substr(at))));
        const bool year_precedes = is_close(c) && (written.ends_with("〔") || written.ends_with("年") ||
                                                   (!written.empty() && numeral_digit(utf8::last(written)) >= 0));
        const bool keeps =
            year_follows && text::without_spaces(inside.substr(take_digits(inside, at, true).end)).starts_with("年第");
        if (year_follows && !keeps) {  // 公告（2020年第27号） keeps its bracket
            written += "〔";
        } else if (year_precedes) {
            written += "〕";
        } else {
            written.append(inside, from, at - from);
        }
    }
    return written;
}

}  // namespace mingdan
