// One function for each place that a text may stand in. All append to `out` and take valid UTF-8 (Output checks it);
// texts that need no escaping, nearly all of them, are copied in one piece.
#pragma once

#include <string>
#include <string_view>

namespace mingdan {

/// The text as a JSON string with its quotation marks (RFC 8259 section 7). Control characters become \u00XX, all else
/// stays as it is, U+2028 and U+2029 too.
void append_json_text(std::string& out, std::string_view text);

/// Whether the text is a JSON number without an exponent: "12", "-3", "2.50"; not "007", ".5", "+3".
bool is_json_number(std::string_view text);

/// Makes a CSV field of what stands in `out` from `begin` on: in quotation marks where RFC 4180 asks for them or a
/// space stands at an end.
void quote_csv_field(std::string& out, std::size_t begin);

/// Whether a spreadsheet would run the cell as a formula: = + - @ or their full-width forms, TAB, CR or LF come first,
/// be it behind blanks.
bool runs_as_formula(std::string_view cell);

/// Text inside a Markdown line or table cell: marks escaped, a line end becomes <br>.
void append_markdown_text(std::string& out, std::string_view text);
/// A Markdown paragraph of its own: also what would open a list or a heading at the beginning of a line is escaped.
void append_markdown_paragraph(std::string& out, std::string_view text);
/// A Markdown heading's text: also marks that would close it are escaped.
void append_markdown_heading(std::string& out, std::string_view text);

}  // namespace mingdan
