// Decides column by column whether its cells hold lists, and makes items of their lines: wrapped lines are joined,
// names and organisations are parted at their separators. A lone cell with several items stays text and is reported.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "normalize/brackets.h"
#include "normalize/items.h"
#include "normalize/pass.h"
#include "normalize/section_label.h"
#include "normalize/spaces.h"
#include "normalize/user_rules.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

bool holds_text(Role role) {
    return role != Role::index && role != Role::region && role != Role::section;
}

Endings endings_of(const RosterDraft& roster, std::size_t column) {
    Endings endings;
    for (const DraftRow& row : roster.rows) {
        if (const auto& lines = row.values[column].lines; !lines.empty()) {
            endings.add(lines.back().field.text);
        }
    }
    return endings;
}

/// The line's parts as lines of their own; the separators between them are left out.
void part_line(Draft& draft, Line&& line, const std::vector<std::string_view>& parts, std::vector<Line>& out, Fix fix) {
    Field separators;
    separators.origin = line.field.origin;
    const char* end = line.field.text.data();
    for (const std::string_view part : parts) {
        separators.text += std::string_view(end, static_cast<std::size_t>(part.data() - end));
        end = part.data() + part.size();
        Line& item = out.emplace_back();
        item.field = part_of(line.field, static_cast<std::size_t>(part.data() - line.field.text.data()), part.size());
        item.end = LineEnd::paragraph;
    }
    separators.text +=
        std::string_view(end, static_cast<std::size_t>(line.field.text.data() + line.field.text.size() - end));
    separators.weight = line.field.weight == 0 ? 0 : count_characters(separators.text);
    Line& first = out[out.size() - parts.size()];
    first.number = std::move(line.number);
    first.field.changes = std::move(line.field.changes);
    first.field.changes.push_back({fix, line.field.text});
    draft.leave(std::move(separators), Reason::separator);
}

/// The cell before it was split, its lines parted by line ends.
std::string whole_text(const DraftValue& value) {
    std::string whole;
    for (const Line& line : value.lines) {
        whole += whole.empty() ? "" : "\n";
        whole += line.field.text;
    }
    return whole;
}

bool needs_parting(const Line& line, const std::vector<std::string_view>& parts) {
    return parts.size() != 1 || parts.front().size() != line.field.text.size();
}

/// 1.… 2.… in one cell: the numbers are the list's, not the items'.
void drop_numbers(Draft& draft, DraftValue& value) {
    for (std::size_t i = 0; i < value.lines.size(); ++i) {
        const Line& line = value.lines[i];
        const NumberPrefix prefix =
            number_prefix(line.number.empty() ? std::string_view(line.field.text) : std::string_view(line.number));
        const bool counts = !line.number.empty() || (prefix.kind != Numbering::none && prefix.value == i + 1 &&
                                                     prefix.bytes < line.field.text.size());
        if (!counts) {
            return;
        }
    }
    for (Line& line : value.lines) {
        if (line.number.empty()) {
            draft.cut(line.field, 0, number_prefix(line.field.text).bytes, Reason::numbering, Fix::drop_numbering);
        }
        line.number.clear();
    }
}

void part_value(Draft& draft, DraftValue& value, Role role) {
    drop_numbers(draft, value);
    if (std::none_of(value.lines.begin(), value.lines.end(),
                     [role](const Line& line) { return may_part(line.field.text, role); })) {
        if (value.lines.size() > 1) {
            note_change(value.lines.front().field, Fix::split_list, whole_text(value));
        }
        return;  // each line is one item
    }
    std::vector<Line> items;
    items.reserve(value.lines.size());
    std::string whole = value.lines.size() > 1 ? whole_text(value) : std::string();
    for (Line& line : value.lines) {
        if (!may_part(line.field.text, role)) {
            items.push_back(std::move(line));
            continue;
        }
        const auto parts = parts_of_item(line.field.text, role);
        if (parts.empty() || !needs_parting(line, parts)) {
            items.push_back(std::move(line));
        } else {
            part_line(draft, std::move(line), parts, items, Fix::split_list);
        }
    }
    if (items.size() > 1 && value.lines.size() > 1 && items.front().field.changes.empty()) {
        note_change(items.front().field, Fix::split_list, std::move(whole));
    }
    value.lines = std::move(items);
}

std::size_t count_items(const DraftValue& value, Role role) {
    if (value.lines.size() > 1 || (role != Role::person && role != Role::organisation)) {
        return value.lines.size();
    }
    if (value.lines.size() == 1 && !may_part(value.lines.front().field.text, role)) {
        return 1;
    }
    return value.lines.empty() ? 0 : parts_of_item(value.lines.front().field.text, role).size();
}

void join_items(Draft& draft, DraftValue& value, Role role) {
    if (count_items(value, role) > 1) {
        part_value(draft, value, role);
    }
    for (Line& line : value.lines) {
        close_han(line.field);
    }
    value.tidy = true;
    Line& first = value.lines.front();
    for (std::size_t i = 1; i < value.lines.size(); ++i) {
        join(first.field, std::move(value.lines[i].field), " ", Fix::join_items);
    }
    value.lines.resize(1);
    value.derivation = Derivation::joined;
}

/// The parts of an item by the marks of a rule, none of them empty.
std::vector<std::string_view> parts_by_rule(std::string_view text, const ListRule& rule) {
    std::vector<std::string_view> parts = split_outside(text, rule.separators);
    for (std::string_view& part : parts) {
        part = text::trim(part);
    }
    std::erase_if(parts, [](std::string_view part) { return part.empty(); });
    return parts;
}

void part_by_rule(Draft& draft, DraftValue& value, const ListRule& rule) {
    drop_numbers(draft, value);
    std::string whole = whole_text(value);
    std::vector<Line> items;
    for (Line& line : value.lines) {
        const auto parts = parts_by_rule(line.field.text, rule);
        if (parts.empty() || !needs_parting(line, parts)) {
            items.push_back(std::move(line));
        } else {
            part_line(draft, std::move(line), parts, items, Fix::rule_list);
        }
    }
    if (value.lines.size() > 1) {
        note_change(items.front().field, Fix::rule_list, std::move(whole));
    }
    value.lines = std::move(items);
}

void join_wraps_of(RosterDraft& roster, std::size_t column) {
    bool several_lines = false;
    for (const DraftRow& row : roster.rows) {
        several_lines = several_lines || row.values[column].lines.size() > 1;
    }
    if (several_lines) {
        const Endings endings = endings_of(roster, column);
        for (DraftRow& row : roster.rows) {
            join_wraps(row.values[column], roster.columns[column].role, endings);
        }
    }
}

/// Lines are items where the rule has no marks; else they are judged as in any column, and the marks part them.
void split_by_rule(Draft& draft, RosterDraft& roster, std::size_t column, const ListRule& rule) {
    Column& head = roster.columns[column];
    head.type = ColumnType::list;
    note_change(head.name, Fix::rule_list, head.name.text);
    if (!rule.separators.empty()) {
        join_wraps_of(roster, column);
    }
    for (DraftRow& row : roster.rows) {
        if (!row.values[column].empty()) {
            part_by_rule(draft, row.values[column], rule);
        }
    }
}

void split_column(Draft& draft, RosterDraft& roster, std::size_t column) {
    const Role role = roster.columns[column].role;
    join_wraps_of(roster, column);
    std::size_t values = 0;
    std::size_t several = 0;
    for (const DraftRow& row : roster.rows) {
        const std::size_t items = count_items(row.values[column], role);
        values += items > 0;
        several += items > 1;
    }
    const bool list = several >= 2 && several * 20 > values;
    roster.columns[column].type = list ? ColumnType::list : ColumnType::string;
    for (std::size_t i = 0; i < roster.rows.size() && several > 0; ++i) {
        DraftValue& value = roster.rows[i].values[column];
        const std::size_t items = count_items(value, role);
        if (list && items > 0) {
            part_value(draft, value, role);
        } else if (items > 1) {
            join_items(draft, value, role);
            roster.exceptions.push_back(
                {static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(column), static_cast<std::uint32_t>(items)});
        }
    }
}

void run(Draft& draft) {
    for (RosterDraft& roster : draft.rosters) {
        for (std::size_t column = 0; column < roster.columns.size(); ++column) {
            const Column& head = roster.columns[column];
            if (const ListRule* rule = user_rules::list_rule(draft.options.rules, head.name.text)) {
                split_by_rule(draft, roster, column, *rule);
            } else if (holds_text(head.role)) {
                split_column(draft, roster, column);
            }
        }
    }
}

}  // namespace

extern const Pass split_items_pass{"split-items", "joins wrapped lines and parts lists into their items", run};

}  // namespace mingdan
