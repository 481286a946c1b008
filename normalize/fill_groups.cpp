// Region and section cells that are truly empty, not merged. What delimits the group decides: borders that are absent
// inside it, subtotals that close it; then its label - typed in the middle, or one character a row - reaches all of it.
// Without such evidence the label above is filled down, and that guess is a finding.
#include <fmt/format.h>

#include "model/utf8.h"
#include "normalize/fill.h"
#include "normalize/pass.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

struct Span {
    std::size_t begin, end;  ///< rows
};

/// Empty, and no merge says what belongs there.
bool is_open(const DraftValue& value) {
    return value.empty() && !value.covered;
}

/// No border is drawn between this row's cell and the one above it.
bool joins_above(const RosterDraft& roster, std::size_t row, std::size_t column) {
    const DraftValue& above = roster.rows[row - 1].values[column];
    const DraftValue& value = roster.rows[row].values[column];
    return (above.open_bottom || value.open_top || value.covered) &&
           roster.rows[row].section == roster.rows[row - 1].section;
}

/// Groups by absent borders; none if borders tell nothing (all drawn, or none at all).
std::vector<Span> groups_by_border(const RosterDraft& roster, std::size_t column) {
    std::vector<Span> groups{{0, 1}};
    for (std::size_t row = 1; row < roster.rows.size(); ++row) {
        if (joins_above(roster, row, column)) {
            groups.back().end = row + 1;
        } else {
            groups.push_back({row, row + 1});
        }
    }
    const bool telling = groups.size() > 1 && groups.size() < roster.rows.size();
    return telling ? groups : std::vector<Span>{};
}

/// Groups that a 小计 closes.
std::vector<Span> groups_by_subtotal(const RosterDraft& roster) {
    std::vector<Span> groups;
    std::size_t begin = 0;
    for (const DraftTotal& total : roster.totals) {
        if (total.of_section && total.after > begin) {
            groups.push_back({begin, total.after});
            begin = total.after;
        }
    }
    return groups;
}

/// The one label of a group, joined from its fragments; nullptr if there is none or several whole ones.
DraftValue* label_of(RosterDraft& roster, const Span& group, std::size_t column) {
    DraftValue* label = nullptr;
    std::size_t labels = 0;
    bool fragments = true;
    for (std::size_t row = group.begin; row < group.end; ++row) {
        DraftValue& value = roster.rows[row].values[column];
        if (value.empty() || value.covered) {
            continue;
        }
        label = label == nullptr ? &value : label;
        ++labels;
        fragments = fragments && value.lines.size() == 1 && utf8::length(value.lines.front().field.text) <= 2;
    }
    if (labels <= 1 || !fragments) {
        return labels == 1 ? label : nullptr;
    }
    for (std::size_t row = group.begin; row < group.end; ++row) {
        DraftValue& value = roster.rows[row].values[column];
        if (!value.empty() && &value != label) {
            join(label->lines.front().field, std::move(value.lines.front().field), "", Fix::join_label);
            value.lines.clear();
        }
    }
    label->derivation = Derivation::joined;
    return label;
}

void fill_group(RosterDraft& roster, const Span& group, std::size_t column) {
    const DraftValue* label = label_of(roster, group, column);
    if (label == nullptr) {
        return;
    }
    for (std::size_t row = group.begin; row < group.end; ++row) {
        DraftValue& value = roster.rows[row].values[column];
        if (&value != label && value.empty()) {
            copy_value(*label, value, Derivation::filled, Fix::fill_group);
        }
    }
}

/// 市 / 直 / 属 in three rows without any other sign: a run of single characters is one label, or several that each end
/// as a division does.
void join_character_rows(RosterDraft& roster, std::size_t column) {
    constexpr std::u32string_view kEnds = U"区县市旗州盟镇乡属级";
    DraftValue* label = nullptr;
    std::size_t length = 0;
    for (DraftRow& row : roster.rows) {
        DraftValue& value = row.values[column];
        const bool single = value.lines.size() == 1 && utf8::length(value.lines.front().field.text) == 1 &&
                            text::is_han(utf8::first(value.lines.front().field.text));
        if (!single) {
            label = nullptr;
            continue;
        }
        const char32_t c = utf8::first(value.lines.front().field.text);
        if (label != nullptr) {
            join(label->lines.front().field, std::move(value.lines.front().field), "", Fix::join_label);
            label->derivation = Derivation::joined;
            value.lines.clear();
            ++length;
        } else {
            label = &value;
            length = 1;
        }
        if (length >= 2 && kEnds.find(c) != std::u32string_view::npos) {
            label = nullptr;
        }
    }
}

std::size_t fill_down(RosterDraft& roster, std::size_t column) {
    std::size_t filled = 0;
    for (std::size_t row = 1; row < roster.rows.size(); ++row) {
        DraftValue& value = roster.rows[row].values[column];
        const DraftValue& above = roster.rows[row - 1].values[column];
        if (value.empty() && !above.empty() && roster.rows[row].section == roster.rows[row - 1].section) {
            filled += is_open(value);
            copy_value(above, value, Derivation::filled, Fix::fill_group);
        }
    }
    return filled;
}

bool has_open(const RosterDraft& roster, std::size_t column) {
    bool open = false;
    bool label = false;
    for (const DraftRow& row : roster.rows) {
        open = open || is_open(row.values[column]);
        label = label || !row.values[column].empty();
    }
    return open && label;
}

bool has_single_characters(const RosterDraft& roster, std::size_t column) {
    std::size_t run = 0;
    for (const DraftRow& row : roster.rows) {
        const auto& lines = row.values[column].lines;
        run = lines.size() == 1 && utf8::length(lines.front().field.text) == 1 &&
                      text::is_han(utf8::first(lines.front().field.text))
                  ? run + 1
                  : 0;
        if (run >= 2) {
            return true;
        }
    }
    return false;
}

void fill_column(Draft& draft, std::size_t index, std::size_t column) {
    RosterDraft& roster = draft.rosters[index];
    const bool spread = has_single_characters(roster, column);
    if (!has_open(roster, column) && !spread) {
        return;
    }
    for (const Span& group : groups_by_border(roster, column)) {
        fill_group(roster, group, column);
    }
    for (const Span& group : groups_by_subtotal(roster)) {
        fill_group(roster, group, column);
    }
    if (spread && !roster.spans_lost) {
        join_character_rows(roster, column);
    }
    if (const std::size_t filled = fill_down(roster, column); filled > 0) {
        At at;
        at.roster = static_cast<std::uint32_t>(index);
        at.column = roster.columns[column].name.text;
        Finding finding =
            make_finding(FindingCode::ambiguous_group,
                         fmt::format("{} empty cells of {} were given the label above them{}", filled, at.column,
                                     roster.spans_lost ? "; a text dump shows merged cells so"
                                                       : " without proof that they belong to it"),
                         at);
        finding.severity = roster.spans_lost ? Severity::info : Severity::warning;
        draft.notice.findings.push_back(std::move(finding));
    }
}

void run(Draft& draft) {
    for (std::size_t index = 0; index < draft.rosters.size(); ++index) {
        for (std::size_t column = 0; column < draft.rosters[index].columns.size(); ++column) {
            const Role role = draft.rosters[index].columns[column].role;
            if (role == Role::region || role == Role::section) {
                fill_column(draft, index, column);
            }
        }
    }
}

}  // namespace

extern const Pass fill_groups_pass{"fill-groups", "gives a group's label to the records whose cell is empty", run};

}  // namespace mingdan
