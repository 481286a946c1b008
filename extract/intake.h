// What a reader keeps while it reads, whatever the format: the Document that grows, its ordinals, what is left out, and
// what is reported once for the whole file.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>

#include <mingdan/document.h>
#include <mingdan/options.h>
#include <mingdan/result.h>

#include "model/table_grid.h"

namespace mingdan {

/// REQUIRES: limits and document outlive it.
class Intake {
public:
    Intake(const Limits& limits_, Document& document_) : limits(limits_), document(document_), budget(limits_) {}

    const Limits& limits;
    Document& document;
    GridBudget budget;
    std::uint32_t insertions = 0;  ///< tracked ones: runs, paragraph marks, rows, cells
    std::uint32_t deletions = 0;
    std::uint32_t moves = 0;
    std::uint64_t text_bytes = 0;

    std::uint32_t next_text() { return ++document.texts; }
    std::uint32_t next_table() { return ++document.tables; }
    /// Adds a part to the document; its number is for Origin::part.
    std::uint16_t add_part(std::string name);

    /// Charges text against the limit, before it is kept anywhere.
    Result<void> charge_text(std::size_t bytes);
    /// Leaves a text out. It joins the piece before it if that has the same reason and paragraph and nothing was kept
    /// in between.
    void leave(Reason reason, std::string_view text, std::uint32_t characters, const Origin& place);
    /// Text was kept: what is left out next is a piece of its own.
    void end_piece() { piece_open_ = false; }
    /// A finding that is made once for each key.
    void find_once(FindingCode code, const std::string& key, std::string message, const Origin& origin);
    /// The findings that speak of the whole file.
    void report();

private:
    std::set<std::string> found_;
    bool piece_open_ = false;
};

}  // namespace mingdan
