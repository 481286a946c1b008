// The vocabulary of a notice's head and tail as data: endings of organisations, kinds of document (文种), marks of page
// furniture; and the questions that are asked of it. Spaces inside the texts asked about must be gone.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>

namespace mingdan::words {

bool starts_with_any(std::string_view text, std::span<const std::string_view> words);
bool ends_with_any(std::string_view text, std::span<const std::string_view> words);
bool contains_any(std::string_view text, std::span<const std::string_view> words);

/// 教育局, 人民政府办公室, 建筑业联合会: the text ends as names of organisations do.
bool ends_like_organisation(std::string_view text);
/// 委员会, 办公室, 领导小组: the ending alone, which names nobody and so goes on from the line before.
bool is_bare_organisation(std::string_view text);
/// The text is the name of one organisation as far as its form goes: short, no marks of a sentence, the right ending. A
/// bracket behind it (代章, 盖章, a place) does not count.
bool looks_like_organisation(std::string_view text);

/// Where the kind of document begins that ends the text: 18 bytes before the end of 关于公布…的通知 stands 通知.
/// Brackets behind it （第二批） are passed over. Nothing if the text ends otherwise.
std::optional<std::size_t> kind_at_end(std::string_view text);
/// The text is nothing but a kind of document: 公告.
bool is_bare_kind(std::string_view text);
/// 名单, 一览表, 办法: the text ends as titles of annexes do (a file suffix behind it included).
bool ends_like_annex_title(std::string_view text);

/// A person's office before a signature: 局长, 市 长. The bytes [begin, end) of the office in "国家林业局局长张建龙".
struct Office {
    std::size_t begin = 0;
    std::size_t end = 0;
};
std::optional<Office> signing_office(std::string_view text);

/// Page furniture above a notice: 签发人：, 索引号：, 机密★1年, 当前位置：….
bool is_head_furniture(std::string_view text);
/// What may stand below the sign-off: （此件公开发布）, 抄送：…, …印发, 主题词：…, 联系人：….
bool is_closing_line(std::string_view text);
/// The end of the whole document: 抄送：…, 主题词：…, …印发.
bool is_imprint_line(std::string_view text);
/// — 3 —, - 3 -, 第3页共5页.
bool is_page_number(std::string_view text);

/// Words with which the body's first sentence begins, and no addressee does: 为, 根据, 现将.
bool begins_like_body(std::string_view text);

}  // namespace mingdan::words
