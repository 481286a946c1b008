// A file of rules: its keys, and what may stand under each. An unknown key is an error, for a rule that is misspelt
// would be one that silently does nothing.
#include <mingdan/rules.h>

#include <algorithm>
#include <initializer_list>
#include <map>
#include <utility>

#include <fmt/format.h>

#include <mingdan/mingdan.h>

#include "model/try.h"
#include "model/utf8.h"
#include "wrap/file.h"
#include "wrap/text.h"
#include "wrap/toml.h"

namespace mingdan {

namespace {

using toml_file::Kind;
using toml_file::Node;

constexpr std::uint64_t kMostBytes = 1u << 20;
constexpr std::string_view kTryColumns = "区县 = [\"县区\", \"所属区县\"]";
constexpr std::string_view kTryLists = "参与单位 = [\"/\", \"、\"]";

Error bad(const Node& node, std::string message, std::string_view hint) {
    Error error = fail(ErrorCode::bad_rules, std::move(message), std::string(hint));
    error.part = toml_file::line_name(node.line);
    return error;
}

Error unknown(const Node& node, std::string_view inside, std::initializer_list<std::string_view> known) {
    std::string names;
    for (const std::string_view name : known) {
        names += names.empty() ? "" : ", ";
        names += name;
    }
    return bad(node, fmt::format("there is no key \"{}\"{}", node.key, inside), names);
}

/// What was seen, for messages: a text with its words.
std::string seen(const Node& node) {
    return node.kind == Kind::text ? fmt::format("the text \"{}\"", node.text) : node.text;
}

/// The texts of a list, none of them empty.
Result<std::vector<std::string>> texts_of(const Node& node, std::string_view name, std::string_view hint) {
    if (node.kind != Kind::list) {
        return bad(node, fmt::format("{} is {}, not a list of texts", name, seen(node)), hint);
    }
    std::vector<std::string> texts;
    for (const Node& item : node.items) {
        if (item.kind != Kind::text || item.text.empty()) {
            return bad(
                item,
                fmt::format("{} holds {}, not only texts", name, item.text.empty() ? "an empty text" : seen(item)),
                hint);
        }
        texts.push_back(item.text);
    }
    return texts;
}

Result<void> require_table(const Node& node, std::string_view hint) {
    if (node.kind != Kind::table) {
        return bad(node, fmt::format("{} is {}, not a table", node.key, seen(node)),
                   fmt::format("[{}] on a line of its own, and below it {}", node.key, hint));
    }
    return {};
}

class Reader {
public:
    Result<Rules> read(const Node& file) {
        for (const Node& node : file.items) {
            TRY(read_key(node));
        }
        return std::move(rules_);
    }

private:
    Result<void> read_key(const Node& node) {
        if (node.key == "columns") {
            return read_columns(node);
        }
        if (node.key == "lists") {
            return read_lists(node);
        }
        if (node.key == "labels") {
            return read_labels(node);
        }
        if (node.key == "skip") {
            return read_skip(node);
        }
        return unknown(node, "", {"columns", "lists", "labels", "skip"});
    }

    Result<void> read_columns(const Node& table) {
        TRY(require_table(table, kTryColumns));
        std::map<std::string, std::string> names;  // by the key for comparing: for which name it stands
        for (const Node& node : table.items) {
            names.emplace(text::compare_key(node.key), node.key);
        }
        for (const Node& node : table.items) {
            TRY_ASSIGN(ColumnRule rule, column_rule(node));
            for (const std::string& synonym : rule.synonyms) {
                const auto [known, is_new] = names.emplace(text::compare_key(synonym), node.key);
                if (!is_new && known->second != node.key) {
                    return bad(node, fmt::format("\"{}\" would mean both {} and {}", synonym, known->second, node.key),
                               "each header under one name only");
                }
            }
            rules_.columns.push_back(std::move(rule));
        }
        return {};
    }

    static Result<ColumnRule> column_rule(const Node& node) {
        if (text::trim(node.key).empty()) {
            return bad(node, "a column has no name", kTryColumns);
        }
        TRY_ASSIGN(std::vector<std::string> synonyms, texts_of(node, "columns." + node.key, kTryColumns));
        if (synonyms.empty()) {
            return bad(node, fmt::format("columns.{} has no header that means it", node.key), kTryColumns);
        }
        return ColumnRule{node.key, std::move(synonyms)};
    }

    Result<void> read_lists(const Node& table) {
        TRY(require_table(table, kTryLists));
        for (const Node& node : table.items) {
            TRY_ASSIGN(const std::vector<std::string> marks, texts_of(node, "lists." + node.key, kTryLists));
            ListRule& rule = rules_.lists.emplace_back(ListRule{node.key, {}});
            for (const std::string& mark : marks) {
                if (utf8::length(mark) != 1) {
                    return bad(node, fmt::format("lists.{} holds \"{}\", which is no single character", node.key, mark),
                               kTryLists);
                }
                rule.separators += utf8::first(mark);
            }
        }
        return {};
    }

    Result<void> read_labels(const Node& table) {
        constexpr std::string_view kTry = "no_division = [\"市直属\", \"高新区\"]";
        TRY(require_table(table, kTry));
        for (const Node& node : table.items) {
            if (node.key != "no_division") {
                return unknown(node, " in labels", {"no_division"});
            }
            TRY_ASSIGN(rules_.no_division, texts_of(node, "labels.no_division", kTry));
        }
        return {};
    }

    Result<void> read_skip(const Node& node) {
        TRY_ASSIGN(rules_.skip, texts_of(node, "skip", "skip = [\"fill-groups\"], above all [tables]"));
        if (Result<void> known = require_passes(rules_.skip); !known) {
            return bad(node, std::move(known.error().message), known.error().hint);
        }
        return {};
    }

    Rules rules_;
};

Result<Rules> read_named(const std::string& path) {
    if (path == file::kStandard) {
        return fail(ErrorCode::bad_rules, "rules are read from a file, not from standard input", "--rules FILE.toml");
    }
    const Result<std::string> toml = file::read_whole(path, kMostBytes);
    if (!toml) {
        return fail(ErrorCode::bad_rules, toml.error().message, "the path of a TOML file; docs/rules.md shows one");
    }
    return parse_rules(*toml);
}

}  // namespace

Result<Rules> parse_rules(std::string_view toml) {
    if (const std::size_t invalid = utf8::find_invalid(toml); invalid != std::string_view::npos) {
        const auto line = 1 + std::count(toml.begin(), toml.begin() + static_cast<std::ptrdiff_t>(invalid), '\n');
        Error error = fail(ErrorCode::bad_rules, "the text is not UTF-8", "saving the file as UTF-8");
        error.part = toml_file::line_name(static_cast<std::uint32_t>(line));
        return error;
    }
    TRY_ASSIGN(const Node file, toml_file::parse(toml));
    return Reader().read(file);
}

Result<Rules> read_rules(const std::string& path) {
    Result<Rules> rules = read_named(path);
    if (!rules) {
        rules.error().code = ErrorCode::bad_rules;  // an input can be read or not; a rule is part of the command
        rules.error().file = path;
    }
    return rules;
}

}  // namespace mingdan
