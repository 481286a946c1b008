// Brings a page to what libxml2's HTML parser reads as browsers do. Comments go, conditional ones of Word and Excel
// included (what stands inside a hidden one is for Office alone; what a revealed one holds is text as any other), and
// so do scripts and style sheets, processing instructions and the ends of body and html, behind which pages go on and
// libxml2 does not.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace mingdan::html {

struct Mended {
    std::string page;
    /// Non-space characters of the text that stands in `page`, references not counted: the parser has to hand on as
    /// many at least, or it ended early.
    std::uint64_t characters = 0;
};

/// REQUIRES: valid UTF-8.
Mended mend(std::string_view page);

}  // namespace mingdan::html
