// A roster on its way: rows of lines as the source has them, until `settle` makes records of them.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <mingdan/document.h>
#include <mingdan/notice.h>

namespace mingdan {

/// What stands at one column of one row. Its lines become items when its column turns out to be a list.
struct DraftValue {
    std::vector<Line> lines;
    Derivation derivation = Derivation::literal;
    bool covered = false;      ///< a merged cell that begins further up spans this position
    bool resumes = false;      ///< an interrupted merge goes on here
    bool open_top = false;     ///< no border above
    bool open_bottom = false;  ///< no border below
    bool vertical = false;
    bool tidy = false;  ///< its spaces are final: items were joined by one

    bool empty() const { return lines.empty(); }
};

/// Whether a row has the header's width.
enum class Ragged : std::uint8_t { no, longer, shorter };

struct DraftRow {
    std::vector<DraftValue> values;  ///< one a column
    std::uint32_t section = 0;       ///< index into RosterDraft::sections
    Ragged ragged = Ragged::no;
    Origin origin;
    bool begins_page = false;  ///< a repeated header stood above it
};

/// One path of section labels (分组, 分组2 …) and what its heading claims. sections[0] is the empty path.
struct DraftSection {
    std::vector<Field>
        labels;  ///< outermost first; a label that several paths share has its weight in each (see settle)
    std::vector<std::optional<std::uint64_t>> counts;  ///< stated by each label: （20个）
    std::vector<std::string> names;  ///< the labels' texts, kept for checking after the labels went into records
    std::size_t headings = 0;        ///< how many of the labels are paragraphs above a table
    bool declared_empty = false;     ///< 空缺
    Origin origin;

    /// The same labels at the same places: it goes on in the next table.
    bool is_same(const DraftSection& other) const {
        if (labels.size() != other.labels.size()) {
            return false;
        }
        for (std::size_t i = 0; i < labels.size(); ++i) {
            if (names[i] != other.names[i] || !(labels[i].origin == other.labels[i].origin)) {
                return false;
            }
        }
        return true;
    }
};

struct DraftTotal {
    std::vector<DraftValue> values;
    std::uint32_t section = 0;
    bool of_section = false;  ///< 小计: it keeps its section
    std::uint32_t after = 0;  ///< how many rows stand before it
    Origin origin;
};

/// A count that stands alone, 共2101所: checked against the whole roster.
struct DraftClaim {
    std::uint64_t stated = 0;
    std::string text;
    Origin origin;
};

/// A cell that holds several items though its column is no list.
struct DraftException {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
    std::uint32_t items = 0;
};

struct RosterDraft {
    std::optional<Field> annex;
    std::optional<Field> title;
    std::optional<Field> heading;
    std::vector<Column> columns;
    std::vector<std::vector<Field>> header_levels;  ///< per column, what its name was made of
    std::vector<std::string> header_key;  ///< per column, for comparing headers; empty when the table has none
    std::vector<DraftRow> rows;
    std::vector<DraftSection> sections{DraftSection{}};
    std::vector<DraftTotal> totals;
    std::vector<Field> notes;
    std::vector<DraftClaim> claims;
    std::vector<DraftException> exceptions;
    bool spans_lost = false;  ///< from a text dump
    bool plain = false;       ///< from plain paragraphs
    bool in_body = false;     ///< it stands before the sign-off
    bool guessed_header = false;
    bool single_heading = false;        ///< headings above its table are its heading, not sections
    std::size_t place = 0;              ///< where it begins in the flow
    std::vector<std::uint32_t> tables;  ///< Origin::table of the tables it was read from
};

}  // namespace mingdan
