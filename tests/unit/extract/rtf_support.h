// RTF files in memory, read as the rtf reader does.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <string_view>

#include "extract/reader.h"
#include "model/conservation.h"
#include "tests/support/docx_builder.h"

namespace mingdan {
extern const Reader rtf_reader;
}

namespace mingdan::test {

inline Result<Document> try_rtf(std::string_view bytes, const Limits& limits = {}) {
    return rtf_reader.read({std::as_bytes(std::span(bytes)), limits});
}

/// A file whose fonts are Times (0), a Chinese one (1), Wingdings (2) and a Japanese one (3).
inline Document read_rtf(std::string_view body) {
    const std::string file =
        "{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\froman\\fcharset0 Times;}{\\f1\\fnil\\fcharset134 "
        "\\'cb\\'ce\\'cc\\'e5{\\*\\falt SimSun};}{\\f2\\fnil\\fcharset2 Wingdings;}{\\f3\\fnil\\fcharset128 "
        "Mincho;}}{\\colortbl;}" +
        std::string(body) + "}";
    const auto document = try_rtf(file);
    if (!document) {
        ADD_FAILURE() << document.error().describe();
        return {};
    }
    EXPECT_TRUE(conserves_text(*document));
    return *document;
}

}  // namespace mingdan::test
