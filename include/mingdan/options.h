// What a caller may choose.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include <mingdan/rules.h>

namespace mingdan {

/// Limits that no input may pass; a document over one ends with ErrorCode::over_limit. Absolute sizes, since a ratio
/// would refuse honest rosters (2,000 rows compress 102:1).
struct Limits {
    std::uint64_t file_bytes = 256ull << 20;   ///< the input file
    std::uint64_t part_bytes = 512ull << 20;   ///< one inflated part
    std::uint64_t archive_bytes = 1ull << 30;  ///< all inflated parts together
    std::uint32_t entries = 10'000;            ///< entries of a ZIP archive
    std::uint32_t xml_depth = 256;             ///< open elements
    std::uint32_t xml_attributes = 16'384;     ///< attributes of one element
    std::uint32_t xml_token_bytes = 1u << 20;  ///< one tag, comment or instruction
    std::uint64_t text_bytes = 256ull << 20;   ///< text of one document
    std::uint64_t cells = 10'000'000;          ///< grid positions of all tables, spans included
    std::uint32_t columns = 16'384;            ///< columns of one table

    friend bool operator==(const Limits&, const Limits&) = default;
};

/// In Options::skip: every pass that can be skipped. The output is then the file as it stands (docs/rules.md).
inline constexpr std::string_view kSkipAll = "all";

struct Options {
    Limits limits;
    std::string name;               ///< source.name; convert(path) fills it with the file's own name
    std::vector<std::string> skip;  ///< names of passes that are not run (require_passes knows them), or kSkipAll
    Rules rules;                    ///< what the user says of his notices; its own skip adds to the one above
    bool codes = false;             ///< adds a column with the codes of divisions beside each region column

    friend bool operator==(const Options&, const Options&) = default;
};

enum class CsvShape : std::uint8_t { wide, long_ };

/// How a notice is written.
struct EmitOptions {
    bool trace = false;                   ///< JSON: adds origins and every fix (contract section 6)
    std::string list_separator = "；";    ///< CSV and XLSX: joins the items of a list
    CsvShape csv_shape = CsvShape::wide;  ///< CSV: one row a record, or one row a list item
    bool excel = false;                   ///< CSV: byte order mark, and a guard before what a spreadsheet would run
    std::uint32_t roster = 0;             ///< CSV: which roster, counting from 0 (the form writes one file a roster)

    friend bool operator==(const EmitOptions&, const EmitOptions&) = default;
};

}  // namespace mingdan
