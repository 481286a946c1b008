#include "normalize/user_rules.h"

#include <algorithm>

#include "wrap/text.h"

namespace mingdan::user_rules {

namespace {

bool same(std::string_view one, const std::string& key) {
    return text::compare_key(one) == key;
}

}  // namespace

const std::string* column_name(const Rules& rules, std::string_view header) {
    if (rules.columns.empty()) {
        return nullptr;
    }
    const std::string key = text::compare_key(header);
    for (const ColumnRule& rule : rules.columns) {
        if (std::any_of(rule.synonyms.begin(), rule.synonyms.end(),
                        [&](const std::string& synonym) { return same(synonym, key); })) {
            return &rule.name;
        }
    }
    return nullptr;
}

const ListRule* list_rule(const Rules& rules, std::string_view column) {
    const std::string key = rules.lists.empty() ? std::string() : text::compare_key(column);
    const auto rule = std::find_if(rules.lists.begin(), rules.lists.end(),
                                   [&](const ListRule& one) { return same(one.column, key); });
    return rule == rules.lists.end() ? nullptr : &*rule;
}

bool is_no_division(const Rules& rules, std::string_view label) {
    if (rules.no_division.empty()) {
        return false;
    }
    const std::string key = text::compare_key(label);
    return std::any_of(rules.no_division.begin(), rules.no_division.end(),
                       [&](const std::string& known) { return same(known, key); });
}

}  // namespace mingdan::user_rules
