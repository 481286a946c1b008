// The head and tail of a notice as one text, so that tests of the frame read like the notice they speak of.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <mingdan/mingdan.h>

namespace mingdan::test {

/// A notice of these paragraphs, understood.
Notice noticed(const std::vector<std::string_view>& lines);

/// One line per key that holds something, in the contract's order: "number …", "title …", "issuers a;b", "date …",
/// "addressees a;b", "status …", "attachments label=title;…", "references title=number;…", "body 2" (its paragraphs),
/// "findings …". A half of a reference that is not known is "-".
std::string frame_text_of(const Notice& notice);

}  // namespace mingdan::test
