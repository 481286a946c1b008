// What all parts of one Word file share while it is read: the Document that grows, its ordinals, what is left out, and
// what is reported once for the whole file.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <mingdan/document.h>
#include <mingdan/options.h>

#include "extract/docx_numbering.h"
#include "extract/docx_styles.h"
#include "model/table_grid.h"

namespace mingdan::docx {

/// Where the text refers to a note or a comment.
struct Anchor {
    StoryKind kind{};
    std::int64_t id = 0;
    Origin origin;
};

class Reading {
public:
    Reading(const Limits& limits_, Document& document_) : limits(limits_), document(document_), budget(limits_) {}

    const Limits& limits;
    Document& document;
    Styles styles;
    Numbering numbering;
    GridBudget budget;
    std::vector<Anchor> anchors;
    std::uint32_t insertions = 0;  ///< tracked ones: runs, paragraph marks, rows, cells
    std::uint32_t deletions = 0;
    std::uint32_t moves = 0;
    std::uint64_t text_bytes = 0;

    std::uint32_t next_text() { return ++document.texts; }
    std::uint32_t next_table() { return ++document.tables; }

    /// Leaves a text out. It joins the piece before it if that has the same reason and paragraph and nothing was kept
    /// in between.
    void leave(Reason reason, std::string_view text, std::uint32_t characters, const Origin& place);
    /// Text was kept: what is left out next is a piece of its own.
    void end_piece() { piece_open_ = false; }
    /// A finding that is made once for each key.
    void find_once(FindingCode code, const std::string& key, std::string message, const Origin& origin);
    Origin anchor_of(StoryKind kind, std::int64_t id) const;
    /// The findings that speak of the whole file.
    void report();

private:
    std::set<std::string> found_;
    bool piece_open_ = false;
};

}  // namespace mingdan::docx
