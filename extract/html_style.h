// What an element's style attribute and its older cousins (align, hidden) say, as far as a notice needs it. Style
// sheets are not read: classes that hide are switched by scripts, and a tab that waits to be opened is text of the
// notice.
#pragma once

#include <string_view>

#include <mingdan/document.h>

#include "extract/html_tree.h"

namespace mingdan::html {

/// The value of a property in a style attribute, trimmed, as written; "" if there is none. The last one wins.
std::string_view declaration(std::string_view style, std::string_view property);
/// ASCII letters compared without case.
bool equal_word(std::string_view a, std::string_view lower_case);
bool contains_word(std::string_view text, std::string_view lower_case);

/// display:none, visibility:hidden, mso-hide:all, the attribute hidden.
bool is_hidden(const Tree& tree, NodeId node);
/// Alignment::unknown where the element says nothing.
Alignment alignment_of(const Tree& tree, NodeId node);
bool begins_page(const Tree& tree, NodeId node);
/// Spaces and line breaks stand as they are written.
enum class WhiteSpace : std::uint8_t { unsaid, collapses, stands };
WhiteSpace white_space_of(const Tree& tree, NodeId node);
bool is_vertical(const Tree& tree, NodeId node);

}  // namespace mingdan::html
