// Reads the rows below a header: records, section rows, totals, notes, repeated headers.
#pragma once

#include "normalize/draft.h"
#include "normalize/outline.h"
#include "normalize/roster_draft.h"
#include "normalize/sheet.h"
#include "normalize/table_header.h"

namespace mingdan {

/// What a full-width text is, header or not.
enum class FullText : std::uint8_t { annex_label, continuation, note, count, label };
FullText classify_full(std::string_view text);
/// Leaves out what is no label and no note: furniture of the page, and a bare count, which becomes a claim.
void set_aside(Draft& draft, Field text, std::vector<DraftClaim>& claims);
/// What is left of a cell's text goes into no value.
void leave_cell(Draft& draft, Cell& cell, Reason reason);
/// 2.…, （2）…: the next point of a note. 二、二等奖（5名） is a heading.
bool goes_on_note(std::string_view text);

/// The lines of a cell as one field (weights add up); the lines are moved out.
Field take_text(Cell& cell, Fix fix);

/// Appends the table's records to the roster, whose columns the header has given. `outline` holds the headings above
/// the table and gains its section rows. Stops at a row that opens another header; returns that row or sheet.rows().
std::uint32_t read_rows(Draft& draft, Sheet& sheet, const Header& header, Outline& outline, RosterDraft& roster);

/// Leaves every text of the rows [begin, end) out.
void leave_rows(Draft& draft, Sheet& sheet, std::uint32_t begin, std::uint32_t end, Reason reason);

}  // namespace mingdan
