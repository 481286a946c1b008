#include "normalize/claim_scan.h"

#include <algorithm>
#include <optional>

#include "model/utf8.h"
#include "normalize/chinese_numerals.h"
#include "normalize/section_label.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

/// What follows a measure word when no list is counted: 5个工作日, 3个方面, 两点要求.
constexpr std::string_view kNotCounted[] = {"工作日", "月",     "小时",   "方面", "要求", "环节", "阶段",
                                            "步骤",   "百分点", "自然日", "星期", "周",   "季度", "学期",
                                            "学年",   "层次",   "维度",   "文件", "条件"};

constexpr std::string_view kDecisions[] = {
    "认定", "评定",   "评出", "评选出", "评选", "确定",   "授予", "公布", "表彰", "同意", "命名", "立项", "遴选",
    "选出", "决定对", "拟对", "决定将", "拟将", "拟认定", "对",   "将",   "批准", "核准", "列入", "入选"};

constexpr std::string_view kSums[] = {"共计", "合计", "总计", "共有", "共"};
constexpr std::string_view kListWords[] = {"名单", "认定", "公布", "评定", "评出", "确定", "表彰", "入选"};

/// A clause that sums up: 共评出优秀课题9项, 共有9项作品入选. The first that is found counts, so 共 alone comes last.
constexpr std::string_view kTotals[] = {"共评出", "共评选出", "共评选",   "共遴选",   "共选出", "共产生",
                                        "共认定", "共确定",   "共推荐",   "共表彰",   "共命名", "共授予",
                                        "共立项", "共有",     "共计评出", "最终评出", "共"};

bool is_noun(std::string_view text) {
    std::size_t length = 0;
    for (std::size_t at = 0; at < text.size(); ++length) {
        if (!text::is_han(utf8::next(text, at))) {
            return false;
        }
    }
    return length <= 12;
}

/// What it sums up: a noun of Han characters may stand between the verb and its number.
std::optional<std::string_view> summed_noun(std::string_view before, std::string_view behind) {
    std::size_t clause = 0;
    for (const std::string_view mark : {std::string_view("，"), std::string_view("。"), std::string_view("；"),
                                        std::string_view("："), std::string_view(",")}) {
        const std::size_t found = before.rfind(mark);
        clause = found == std::string_view::npos ? clause : std::max(clause, found + mark.size());
    }
    const std::string_view said = before.substr(clause);
    for (const std::string_view word : kTotals) {
        const std::size_t found = said.rfind(word);
        if (found == std::string_view::npos || said.find("其中") != std::string_view::npos) {
            continue;
        }
        const std::string_view noun = said.substr(found + word.size());
        if (word != "共" && word != "共有") {
            return is_noun(noun) ? std::optional(noun) : std::nullopt;
        }
        const std::size_t end = std::min({behind.find("，"), behind.find("。"), behind.find("；"), behind.size()});
        const std::string_view rest = behind.substr(0, end);
        const bool chosen = rest.find("入选") != std::string_view::npos || rest.ends_with("获奖");
        return noun.empty() && chosen ? std::optional(noun) : std::nullopt;
    }
    return std::nullopt;
}

std::string_view sentence_before(std::string_view text, std::size_t at) {
    std::size_t begin = at;
    while (begin > 0) {
        std::size_t before = begin;
        if (text::is_one_of(utf8::previous(text, before), U"。；！？")) {
            break;
        }
        begin = before;
    }
    return text.substr(begin, at - begin);
}

/// The noun behind a measure word, up to the next mark, at most a few characters.
std::size_t noun_end(std::string_view text, std::size_t at) {
    for (int i = 0; i < 12 && at < text.size(); ++i) {
        std::size_t next = at;
        const char32_t c = utf8::next(text, next);
        if (!text::is_han(c) || text::is_one_of(c, U"为予列的在纳")) {
            break;
        }
        at = next;
    }
    return at;
}

std::string_view quoted_name(std::string_view before) {
    const char32_t last = utf8::last(before);
    const std::string_view open = last == U'”' ? "“" : last == U'》' ? "《" : last == U'’' ? "‘" : "";
    if (open.empty()) {
        return {};
    }
    std::size_t end = before.size();
    utf8::previous(before, end);
    // quotation marks nest (“‘爱+’先锋”): the opening one that balances
    int depth = 1;
    for (std::size_t at = end; at > 0;) {
        const std::size_t behind = at;
        const char32_t c = utf8::previous(before, at);
        depth += c == last ? 1 : before.substr(at, behind - at) == open ? -1 : 0;
        if (depth == 0) {
            return before.substr(behind, end - behind);
        }
    }
    return {};
}

/// The label right before a number: up to the last mark, 其中 left away.
std::string_view label_before(std::string_view before) {
    std::size_t begin = before.size();
    for (int i = 0; i < 16 && begin > 0; ++i) {
        std::size_t previous = begin;
        if (text::is_one_of(utf8::previous(before, previous), U"，,、：:；;（(）)")) {
            break;
        }
        begin = previous;
    }
    std::string_view label = text::trim(before.substr(begin));
    for (const std::string_view word : {std::string_view("其中"), std::string_view("共")}) {
        if (label.starts_with(word)) {
            label.remove_prefix(word.size());
        }
    }
    return label;
}

/// A decision's verb stands right before the number; a sum (共计) needs one further up.
bool follows_decision(std::string_view before) {
    const auto ends = [&](std::string_view word) { return before.ends_with(word); };
    const auto holds = [&](std::string_view word) { return before.find(word) != std::string_view::npos; };
    return std::any_of(std::begin(kDecisions), std::end(kDecisions), ends) ||
           (std::any_of(std::begin(kSums), std::end(kSums), ends) &&
            std::any_of(std::begin(kListWords), std::end(kListWords), holds));
}

}  // namespace

std::vector<ScannedClaim> scan_claims(std::string_view text) {
    std::vector<ScannedClaim> claims;
    std::size_t decided_until = 0;  // 对5个先进集体、11名先进个人: what is joined by 、 belongs to the same decision
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = utf8::next(text, at);
        const bool listed_word = begin >= 3 && text.substr(begin - 3, 3) == "等";
        if (text::digit_value(c) < 0 && !(listed_word && numeral_digit(c) >= 0) && !(listed_word && c == U'十')) {
            continue;
        }
        std::size_t end = at;
        while (end < text.size()) {
            std::size_t next = end;
            const char32_t d = utf8::next(text, next);
            if (text::digit_value(d) < 0 &&
                !(listed_word && (numeral_digit(d) >= 0 || text::is_one_of(d, U"十百千")))) {
                break;
            }
            end = next;
        }
        const auto stated = read_chinese_number(text.substr(begin, end - begin));
        at = end;
        std::size_t measure = end;
        while (measure < text.size() && text[measure] == ' ') {
            ++measure;
        }
        std::string_view before = text::trim(sentence_before(text, begin));
        const char32_t previous = utf8::last(before);
        if (!stated || *stated == 0 || !skip_measure(text, measure) || text::is_one_of(previous, U"第.．-—－/〔[（(")) {
            continue;
        }
        const std::string_view behind = text.substr(measure);
        if (std::any_of(std::begin(kNotCounted), std::end(kNotCounted),
                        [&](std::string_view word) { return behind.starts_with(word); })) {
            continue;
        }
        ScannedClaim claim;
        claim.stated = *stated;
        const std::size_t claim_end = noun_end(text, measure);
        for (const std::string_view word : {std::string_view("共"), std::string_view("共计")}) {
            if (before.ends_with(word) && before.substr(0, before.size() - word.size()).ends_with("等")) {
                before.remove_suffix(word.size());
            }
        }
        if (before.ends_with("等")) {
            claim.kind = ClaimKind::listed;
            claim.before = before.substr(0, before.size() - 3);
            claim.quoted = quoted_name(claim.before);
        } else {
            const std::string_view gap = text.substr(decided_until, begin - decided_until);
            const bool joined = decided_until > 0 && (gap == "、" || gap == "和" || gap == "，" || gap == "及");
            const auto noun = summed_noun(before, behind);
            claim.sums = noun.has_value();
            claim.kind = follows_decision(before) || joined || claim.sums ? ClaimKind::decided : ClaimKind::part;
            claim.before = claim.sums ? *noun : claim.kind == ClaimKind::part ? label_before(before) : before;
        }
        std::size_t from = begin;
        if (!claim.quoted.empty()) {
            from = static_cast<std::size_t>(claim.quoted.data() - text.data()) - std::string_view("“").size();
        } else if (claim.kind != ClaimKind::decided && !claim.before.empty()) {
            const auto label = static_cast<std::size_t>(claim.before.data() - text.data());
            from = claim.before.size() < 40 ? label : label + claim.before.size();
        }
        claim.text = text.substr(from, claim_end - from);
        if (claim.kind == ClaimKind::decided) {
            decided_until = claim_end;
        }
        claims.push_back(claim);
    }
    return claims;
}

}  // namespace mingdan
