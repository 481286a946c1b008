// Which notice a document is, so that one met twice is one (formats.md section 5: a key over fields that may be null
// would keep nothing together, or everything).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include <mingdan/notice.h>

namespace mingdan {

/// Never empty, without line ends. "number 湖教党(2023)10号 湖州市教育局"; without a number that tells "title …" with
/// title, date and issuers, all three; else "sha256 …". Folded for comparing: a key, not data.
std::string notice_key(const Notice& notice);

/// Of the document number, else of the date.
std::optional<std::uint32_t> notice_year(const Notice& notice);

/// What decides between documents of one key: the date as digits (20230614, 20230600 without a day, 0 without any) …
std::uint32_t date_rank(const Notice& notice);
/// … then whether the title or the file's name calls it corrected (更正, 修订 …).
bool is_correction(const Notice& notice, std::string_view id);

}  // namespace mingdan
