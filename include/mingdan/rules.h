// What a user knows better than the rules that know no document: docs/rules.md describes the file that says it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <mingdan/result.h>

namespace mingdan {

/// Header words that all mean one column: 区县 for 县区 and 所属区县.
struct ColumnRule {
    std::string name;  ///< as the output has it
    std::vector<std::string> synonyms;

    friend bool operator==(const ColumnRule&, const ColumnRule&) = default;
};

/// A column whose cells are lists. Lines are items, and so is what these marks part outside brackets.
struct ListRule {
    std::string column;  ///< its name in the output
    std::u32string separators;

    friend bool operator==(const ListRule&, const ListRule&) = default;
};

struct Rules {
    std::vector<ColumnRule> columns;
    std::vector<ListRule> lists;
    std::vector<std::string> no_division;  ///< labels of region columns that are no administrative division
    std::vector<std::string> skip;         ///< as Options::skip

    friend bool operator==(const Rules&, const Rules&) = default;
};

/// Reads a file of rules. What is wrong with it is ErrorCode::bad_rules, with the file, the line and what to write.
Result<Rules> read_rules(const std::string& path);
/// The same from memory, without a file to name.
Result<Rules> parse_rules(std::string_view toml);

}  // namespace mingdan
