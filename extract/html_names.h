// The names that sites give to the parts of their pages, and the words that only page furniture says: knowledge as
// data.
#pragma once

#include <string_view>

#include "extract/html_tree.h"

namespace mingdan::html {

/// By id or class: the text of an article.
bool names_content(const Tree& tree, NodeId node);
/// By element, role, id or class: navigation, share bars, footers and the like.
bool names_furniture(const Tree& tree, NodeId node);
/// A short text that stands round articles: 当前位置：…, 打印本页, ICP备….
bool says_furniture(std::string_view text);
/// A line of facts on the article: 发布时间：… 来源：… 浏览次数：….
bool says_facts(std::string_view text);

}  // namespace mingdan::html
