// What the tests of the readers of pages share.
#pragma once

#include <gtest/gtest.h>

#include <span>
#include <string_view>

#include "extract/reader.h"
#include "model/conservation.h"
#include "tests/support/docx_builder.h"

namespace mingdan::test {

inline Result<Document> try_page(std::string_view bytes, const Limits& limits = {}) {
    return read_document(Input{std::as_bytes(std::span(bytes)), limits});
}

/// Reads a page or an MHT file; the test fails if it is refused or if a character is neither kept nor left out.
inline Document read_page(std::string_view bytes) {
    const auto document = try_page(bytes);
    if (!document) {
        ADD_FAILURE() << document.error().message;
        return {};
    }
    EXPECT_TRUE(conserves_text(*document)) << document->read;
    return *document;
}

/// The body of a page, read.
inline Document read_html(std::string_view body) {
    return read_page("<html><body>" + std::string(body) + "</body></html>");
}

inline std::string show_html(std::string_view body) {
    return show(read_html(body));
}

}  // namespace mingdan::test
