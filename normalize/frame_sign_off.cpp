// Issuers and date come on lines of their own, on one line, date first, or glued to what stands before them
// (…通知.pdf 中华人民共和国教育部二○○八年四月十一日). The date is the anchor: it is told by its form alone.
#include "normalize/frame_sign_off.h"

#include <algorithm>
#include <string>

#include "model/utf8.h"
#include "normalize/date_scan.h"
#include "normalize/frame_line.h"
#include "normalize/frame_split.h"
#include "normalize/frame_words.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

constexpr std::size_t kNone = std::string_view::npos;
constexpr std::size_t kLongestLine = 3 * 120;
constexpr std::size_t kMostIssuers = 10;

/// Tokens of a line between spaces and 、.
std::vector<NameRange> tokens_of(std::string_view line) {
    std::vector<NameRange> tokens;
    bool inside = false;
    for (std::size_t at = 0; at < line.size();) {
        const std::size_t from = at;
        const char32_t c = utf8::next(line, at);
        const bool parts = text::is_space(c) || c == U'、' || c == U'，' || c == U'；';
        if (!parts && !inside) {
            tokens.push_back({from, at, false});
        } else if (!parts) {
            tokens.back().end = at;
        }
        inside = !parts;
    }
    return tokens;
}

std::string_view text_of(std::string_view line, const NameRange& range) {
    return line.substr(range.begin, range.end - range.begin);
}

/// The name of one signer without a seal's remark (盖章).
bool is_name(std::string_view token) {
    return words::looks_like_organisation(token);
}

/// A bracket that says whose seal stands for another's: (某省科学技术厅代章).
bool is_proxy_seal(std::string_view key) {
    const char32_t first = utf8::first(key);
    return (first == U'（' || first == U'(') && key.find("章") != kNone;
}

/// Whole line, spaces gone, as the line of a sign-off above or below the date.
bool is_issuer_line(std::string_view line) {
    return line.size() <= kLongestLine && !attachment_mark(line) && !list_number(line) && !issuers_in(line).empty();
}

bool is_signature(std::string_view line) {
    return line.size() <= kLongestLine &&
           (words::signing_office(text::without_spaces(line)).has_value() || is_proxy_seal(text::without_spaces(line)));
}

/// The nearest paragraph with text before `index`, not before `from`; kNone if there is none or a table comes first.
std::size_t paragraph_before(const std::vector<Piece>& flow, std::size_t index, std::size_t from) {
    while (index-- > from) {
        if (!flow[index].blank()) {
            return flow[index].is_table ? kNone : index;
        }
    }
    return kNone;
}

std::size_t paragraph_after(const std::vector<Piece>& flow, std::size_t index, std::size_t to) {
    while (++index < to) {
        if (!flow[index].blank()) {
            return flow[index].is_table ? kNone : index;
        }
    }
    return kNone;
}

bool is_set_apart(const Piece& piece) {
    return piece.indent >= 8 || piece.alignment == Alignment::right || piece.alignment == Alignment::center;
}

/// A line right above the date that signs though its ending is none that organisations have (某某市文明办评审组甲).
bool signs_by_place(const std::vector<Piece>& flow, std::size_t index, std::size_t from) {
    const Piece& piece = flow[index];
    const std::string key = text::without_spaces(piece.text.text);
    const std::size_t letters = utf8::length(key);
    if (letters < 2 || letters > 30 || is_sentence(key) || key.find("，") != kNone || key.find("：") != kNone ||
        key.find(':') != kNone || key.find("《") != kNone || list_number(key) || attachment_mark(key) ||
        !piece.number.empty() || whole_date(key)) {
        return false;
    }
    if (is_set_apart(piece)) {
        return true;
    }
    const std::size_t before = paragraph_before(flow, index, from);
    const bool after_gap = index > from && flow[index - 1].blank();
    const bool after_sentence = before != kNone && is_sentence(flow[before].text.text);
    return !words::ends_like_annex_title(key) && (after_gap || after_sentence);
}

/// Where the names begin that end `line` and are glued to something before them; 0 if all of it is names.
std::size_t names_at_end(std::string_view line) {
    constexpr std::string_view kFullStop = "。";
    if (const std::size_t stop = line.rfind(kFullStop); stop != kNone) {
        return stop + kFullStop.size();
    }
    for (const std::string_view suffix :
         {std::string_view(".pdf"), std::string_view(".docx"), std::string_view(".doc"), std::string_view(".xlsx"),
          std::string_view(".xls"), std::string_view(".wps"), std::string_view(".rar"), std::string_view(".zip")}) {
        if (const std::size_t found = line.rfind(suffix); found != kNone) {
            return found + suffix.size();
        }
    }
    const std::vector<NameRange> tokens = tokens_of(line);
    std::size_t begin = line.size();
    for (std::size_t i = tokens.size(); i-- > 0 && is_name(text_of(line, tokens[i]));) {
        begin = tokens[i].begin;
    }
    return begin;
}

/// Divides a piece that ends in a date so that the date stands alone; names before it and what they are glued to are
/// divided too. Returns how many pieces the date moved on, or nothing if no sign-off ends the piece.
std::optional<std::size_t> divide_date(Draft& draft, std::size_t index) {
    const std::string_view line = draft.flow[index].text.text;
    if (const auto date = whole_date(line); date) {
        // a year alone is a date only below who signs
        const std::size_t above = date->month == 0 ? paragraph_before(draft.flow, index, 0) : kNone;
        if (date->month != 0 || (above != kNone && is_issuer_line(draft.flow[above].text.text))) {
            return 0;
        }
    }
    const auto date = date_at_end(line);
    if (!date || date->day == 0) {
        return std::nullopt;
    }
    const std::size_t names_end = before_spaces(line, date->begin);
    const std::string_view before = line.substr(0, names_end);
    if (const auto label = attachment_mark(before); label && label->rest >= before.size()) {  // 附件2023年2月22日
        split_piece(draft, index, date->begin);
        return 1;
    }
    if (is_issuer_line(before) || is_signature(before)) {
        split_piece(draft, index, date->begin);
        return 1;
    }
    const std::size_t names = names_at_end(before);
    const std::string_view signers = before.substr(names);
    const bool glued_date = text::trim(signers).empty() && names > 0 && is_sentence(before);
    if (names == 0 || (!glued_date && !is_issuer_line(text::trim(signers)))) {
        return std::nullopt;
    }
    split_piece(draft, index, date->begin);
    if (glued_date) {
        return 1;
    }
    split_piece(draft, index, names);
    return 2;
}

/// 2013⏎年11月15日: the date goes on in the next line.
bool is_broken_date(const std::vector<Piece>& flow, std::size_t index, std::size_t to) {
    const std::string_view line = flow[index].text.text;
    const std::size_t next = paragraph_after(flow, index, to);
    if (line.size() > 30 || next == kNone || flow[next].text.text.size() > 40) {
        return false;
    }
    const auto whole = whole_date(line);
    const auto joined = whole_date(std::string(line) + flow[next].text.text);
    return joined && joined->day != 0 && (!whole || whole->day == 0);
}

/// 年12月22日, 2018年月日: a date that lost a part.
bool is_damaged_date(std::string_view line) {
    const std::string key = text::without_spaces(line);
    return key.size() <= 30 && key.ends_with("日") && key.find("月") != kNone &&
           (key.starts_with("年") || key.find("年月") != kNone);
}

bool could_end_in_date(std::string_view line) {
    const char32_t last = utf8::last(line);
    return last == U'日' || last == U'号' || last == U'月' || last == U'年' || last == U'）' || last == U')' ||
           text::digit_value(last) >= 0;
}

}  // namespace

std::vector<NameRange> issuers_in(std::string_view line) {
    std::vector<NameRange> tokens = tokens_of(line);
    const std::string key = text::without_spaces(line);
    if (tokens.empty() || is_sentence(key)) {
        return {};
    }
    std::vector<NameRange> names;
    bool open = false;  // the name so far is none yet: 共青团 某省委
    bool single = false;
    for (const NameRange& token : tokens) {
        const std::string_view word = text_of(line, token);
        const char32_t first = utf8::first(word);
        if (!names.empty() && (first == U'（' || first == U'(')) {  // （盖章）
            names.back().end = token.end;
        } else if (words::is_bare_organisation(word)) {
            if (names.empty()) {
                names.push_back({token.begin, token.end, true});
            } else {
                names.back().end = token.end;
            }
            open = false;
        } else if (open) {
            names.back().end = token.end;
            open = !is_name(word);
        } else {
            names.push_back(token);
            open = !is_name(word);
        }
        single = single || utf8::length(word) == 1;
    }
    if (single && words::looks_like_organisation(key)) {  // 工 会, 某 某 市 教 育 局
        return {{0, line.size(), words::is_bare_organisation(key)}};
    }
    return open ? std::vector<NameRange>{} : names;
}

std::optional<SignOff> sign_off_at(Draft& draft, std::size_t index, std::size_t from, std::size_t to) {
    std::vector<Piece>& flow = draft.flow;
    if (flow[index].is_table || flow[index].blank() || !could_end_in_date(flow[index].text.text)) {
        return std::nullopt;
    }
    SignOff found{index, index + 1, false};
    if (is_broken_date(flow, index, to)) {
        found.end = paragraph_after(flow, index, to) + 1;
    } else if (const auto moved = divide_date(draft, index)) {
        to += *moved;
        index += *moved;
        found = {index, index + 1, false};
    } else if (!is_damaged_date(flow[index].text.text)) {
        return std::nullopt;
    }
    std::size_t issuers = 0;
    for (std::size_t above = paragraph_before(flow, index, from); above != kNone && issuers < kMostIssuers;
         above = paragraph_before(flow, above, from)) {
        const std::string_view line = flow[above].text.text;
        const bool names = is_issuer_line(line);
        if (!names && (found.has_issuer || (!is_signature(line) && !signs_by_place(flow, above, from)))) {
            break;
        }
        const bool apart = above + 1 < found.begin && !is_set_apart(flow[above]);
        if (found.has_issuer && apart) {
            break;  // a gap between lines that are not set apart: a list ends above it
        }
        found.begin = above;
        found.has_issuer = found.has_issuer || !is_signature(line);
        ++issuers;
    }
    if (issuers == kMostIssuers) {  // the end of a list of organisations, of which the last signs
        found.begin = paragraph_before(flow, index, from);
    }
    for (std::size_t below = paragraph_after(flow, found.end - 1, to); below != kNone;
         below = paragraph_after(flow, below, to)) {
        const std::string_view line = flow[below].text.text;
        const bool proxy = is_proxy_seal(text::without_spaces(line)) && line.size() <= kLongestLine;
        if (!proxy && (found.begin < index || !is_issuer_line(line))) {
            break;
        }
        found.has_issuer = found.has_issuer || !proxy;
        found.end = below + 1;
    }
    return found;
}

void label_sign_off(Draft& draft, const SignOff& sign_off) {
    for (std::size_t i = sign_off.begin; i < sign_off.end; ++i) {
        Piece& piece = draft.flow[i];
        if (piece.blank()) {
            continue;
        }
        const std::string_view line = piece.text.text;
        const bool date = is_damaged_date(line) || whole_date(line) || is_broken_date(draft.flow, i, sign_off.end) ||
                          (i > 0 && is_broken_date(draft.flow, i - 1, sign_off.end));
        piece.part = date ? Part::date : is_proxy_seal(text::without_spaces(line)) ? Part::closing : Part::issuer;
    }
}

}  // namespace mingdan
