// What the normalizer knows of words: header vocabulary, total words, note words. Data, in one place.
#pragma once

#include <optional>
#include <string_view>

#include <mingdan/notice.h>

namespace mingdan::lexicon {

/// The role of a header word (spaces already removed), `other` unless sure. A bracketed unit may follow it.
Role role_of(std::string_view header);
/// True for words that head columns, with or without a role: 性别, 职务, 主导产品.
bool is_header_word(std::string_view header);
/// Header words whose values are identifiers and never numbers: …号, …码, 电话, 账号, 邮编.
bool is_identifier(std::string_view header);
/// The header without a bracketed unit or remark at its end: 补助资金（万元） -> 补助资金.
std::string_view without_unit(std::string_view header);

/// 合计, 总计, 共计: of everything; 小计: of a section. What may follow: a colon, a count.
enum class Total : unsigned char { none, all, section };
Total total_word(std::string_view text);

/// A text that begins as a note does: 注：, 备注：, 说明：.
bool begins_note(std::string_view text);
/// A line that names a unit of measure for the whole table: 单位：万元, （单位：人、元）.
bool is_unit_line(std::string_view text);
/// 续表, 续表1, （续）, 接上表.
bool is_continuation_mark(std::string_view text);
/// A text that ends as titles of lists do: 名单, 名录, 一览表, 目录 …
bool ends_as_list_title(std::string_view text);
/// A title that can only be a list's: …名单, 名录, 目录; a 申报表 or 汇总表 may be a form.
bool names_a_list(std::string_view title);

}  // namespace mingdan::lexicon
