// What the tests of the text reader share: read a text, and see it as one short text.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <variant>

#include <fmt/format.h>

#include "extract/reader.h"

namespace mingdan {

inline Result<Document> read_text(std::string_view text, const Limits& limits = {}) {
    return read_document(Input{std::as_bytes(std::span(text)), limits});
}

inline std::string show(const std::vector<Line>& lines) {
    std::string out;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        out += (i > 0 ? "/" : "") + lines[i].field.text;
    }
    return out;
}

/// A row is `[a][b/c]`, `[=a]` where its cell spans the table.
inline std::string show(const Table& table) {
    std::string out;
    for (std::uint32_t row = 0; row < table.rows; ++row) {
        for (std::uint32_t i = table.row_begin[row]; i < table.row_begin[row + 1]; ++i) {
            const Cell& cell = table.cells[i];
            out += fmt::format("[{}{}]", cell.column_span > 1 ? "=" : "", show(cell.lines));
        }
        out += '\n';
    }
    return out;
}

/// A paragraph is `|text|`, `^|text|` at the beginning of a page; blank ones at the end are left away.
inline std::string show(const Document& document) {
    std::string out;
    for (const Block& block : document.body) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block.is)) {
            out += fmt::format("{}|{}|\n", paragraph->starts_page ? "^" : "", show(paragraph->lines));
        } else if (const auto* table = std::get_if<Table>(&block.is)) {
            out += show(*table);
        }
    }
    while (out.ends_with("\n||\n")) {
        out.resize(out.size() - 3);
    }
    return out;
}

inline std::uint64_t weight_of(const std::vector<Line>& lines) {
    std::uint64_t weight = 0;
    for (const Line& line : lines) {
        weight += line.field.weight;
    }
    return weight;
}

/// Characters in lines and in what was left out; must be Document::read.
inline std::uint64_t accounted_characters(const Document& document) {
    std::uint64_t sum = 0;
    for (const Block& block : document.body) {
        if (const auto* paragraph = std::get_if<Paragraph>(&block.is)) {
            sum += weight_of(paragraph->lines);
        } else if (const auto* table = std::get_if<Table>(&block.is)) {
            for (const Cell& cell : table->cells) {
                sum += weight_of(cell.lines);
            }
        }
    }
    for (const LeftOut& piece : document.left_out) {
        sum += piece.characters;
    }
    return sum;
}

/// "code line; code line" of all findings.
inline std::string findings_of(const Document& document) {
    std::string out;
    for (const Finding& finding : document.findings) {
        out += fmt::format("{}{} {}", out.empty() ? "" : "; ", finding_name(finding.code), finding.origin.paragraph);
    }
    return out;
}

}  // namespace mingdan
