#include "pipeline/dataset_key.h"

#include <algorithm>
#include <array>
#include <span>

#include "wrap/hash.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

std::string folded_issuers(const Notice& notice) {
    std::string text;
    for (const Field& issuer : notice.issuers) {
        text += ' ';
        text += text::compare_key(issuer.text);
    }
    return text;
}

/// Databases cap what a key may have (PostgreSQL: 2,704 bytes an index entry).
std::string shortened(std::string key) {
    constexpr std::size_t kMost = 800;
    if (key.size() <= kMost) {
        return key;
    }
    return key.substr(0, key.find(' ')) + "-sha256 " + sha256_hex(std::as_bytes(std::span(key)));
}

/// 湖教党〔2023〕10号 says by itself who issued it; 2022年第22号 and 〔2023〕10号 do so beside an issuer only.
bool names_issuer(std::string_view number) {
    const std::size_t bracket = number.find("〔");
    return bracket != std::string_view::npos && bracket > 0;
}

std::optional<std::uint32_t> four_digits(std::string_view text) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) {
        if (i >= text.size() || text[i] < '0' || text[i] > '9') {
            return std::nullopt;
        }
        value = value * 10 + static_cast<std::uint32_t>(text[i] - '0');
    }
    return value;
}

std::optional<std::uint32_t> year_of_number(std::string_view number) {
    constexpr std::string_view kOpen = "〔";
    constexpr std::string_view kClose = "〕";
    constexpr std::string_view kYear = "年";
    const std::size_t bracket = number.find(kOpen);
    const bool bracketed = bracket != std::string_view::npos;
    const std::string_view rest = number.substr(bracketed ? bracket + kOpen.size() : 0);
    const bool closed = rest.size() > 4 && rest.substr(4).starts_with(bracketed ? kClose : kYear);
    return closed ? four_digits(rest) : std::nullopt;
}

}  // namespace

std::string notice_key(const Notice& notice) {
    const std::string issuers = folded_issuers(notice);
    if (notice.number && (!issuers.empty() || names_issuer(notice.number->text))) {
        return shortened("number " + text::compare_key(notice.number->text) + issuers);
    }
    if (notice.title && notice.date && !issuers.empty()) {
        return shortened("title " + text::compare_key(notice.title->text) + ' ' + notice.date->text + issuers);
    }
    return "sha256 " + notice.source.sha256;
}

std::optional<std::uint32_t> notice_year(const Notice& notice) {
    const std::optional<std::uint32_t> year = notice.number ? year_of_number(notice.number->text) : std::nullopt;
    return year || !notice.date ? year : four_digits(notice.date->text);
}

std::uint32_t date_rank(const Notice& notice) {
    std::uint32_t rank = 0;
    int digits = 0;
    for (const char c : notice.date ? notice.date->text : std::string()) {
        if (c >= '0' && c <= '9' && digits < 8) {
            rank = rank * 10 + static_cast<std::uint32_t>(c - '0');
            ++digits;
        }
    }
    for (; digits < 8; ++digits) {
        rank *= 10;
    }
    return rank;
}

bool is_correction(const Notice& notice, std::string_view id) {
    constexpr std::array<std::string_view, 5> kMarks = {"更正", "修订", "修正", "勘误", "重新印发"};
    const std::string_view title = notice.title ? std::string_view(notice.title->text) : std::string_view();
    return std::any_of(kMarks.begin(), kMarks.end(), [&](std::string_view mark) {
        return title.find(mark) != std::string_view::npos || id.find(mark) != std::string_view::npos;
    });
}

}  // namespace mingdan
