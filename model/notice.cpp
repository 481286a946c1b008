#include <mingdan/notice.h>

#include "model/texts.h"
#include "model/utf8.h"

#include <fmt/format.h>

namespace mingdan {

std::string_view role_name(Role role) {
    constexpr std::string_view kNames[] = {"index",  "region", "section", "name",    "organisation", "person", "award",
                                           "amount", "code",   "date",    "contact", "remark",       "other"};
    return kNames[static_cast<std::size_t>(role)];
}

std::string_view type_name(ColumnType type) {
    constexpr std::string_view kNames[] = {"string", "integer", "number", "list"};
    return kNames[static_cast<std::size_t>(type)];
}

std::string_view status_name(Status status) {
    return status == Status::proposed ? "proposed" : "final";
}

std::string_view derivation_name(Derivation derivation) {
    constexpr std::string_view kNames[] = {"literal", "merged", "filled", "joined", "computed"};
    return kNames[static_cast<std::size_t>(derivation)];
}

std::string_view claim_state_name(ClaimState state) {
    constexpr std::string_view kNames[] = {"held", "failed", "unchecked"};
    return kNames[static_cast<std::size_t>(state)];
}

std::size_t Roster::find_column(std::string_view name) const {
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].name.text == name) {
            return i;
        }
    }
    return npos;
}

const Value* Roster::find(const Record& record, std::string_view name) const {
    const std::size_t i = find_column(name);
    return i < record.values.size() ? &record.values[i] : nullptr;
}

std::string describe(const Notice& notice, const Origin& origin) {
    if (origin.text == 0 && origin.paragraph == 0 && origin.table == 0) {
        return {};
    }
    std::string place;
    if (origin.part > 0 && origin.part <= notice.parts.size()) {
        place = notice.parts[origin.part - 1u];
    }
    const auto add = [&](std::string_view word, std::uint32_t number) {
        if (number > 0) {
            place += fmt::format("{}{} {}", place.empty() ? "" : ", ", word, number);
        }
    };
    add("table", origin.table);
    add("row", origin.row);
    add("column", origin.column);
    add(notice.source.format == "text" ? "line" : "paragraph", origin.paragraph);
    return place;
}

namespace {

/// Calls `visit` for every field that the notice holds, each once. References are copies and come last.
template <class Visit>
void for_each_field(const Notice& notice, Visit visit) {
    const auto optional = [&](const std::optional<Field>& field) {
        if (field) {
            visit(*field);
        }
    };
    optional(notice.number);
    optional(notice.title);
    optional(notice.date);
    for (const auto* list : {&notice.issuers, &notice.addressees, &notice.body}) {
        for (const Field& field : *list) {
            visit(field);
        }
    }
    for (const Attachment& attachment : notice.attachments) {
        visit(attachment.label);
        visit(attachment.title);
    }
    for (const Roster& roster : notice.rosters) {
        optional(roster.annex);
        optional(roster.title);
        optional(roster.heading);
        for (const Column& column : roster.columns) {
            visit(column.name);
        }
        for (const auto* rows : {&roster.records, &roster.totals}) {
            for (const Record& record : *rows) {
                for (const Value& value : record.values) {
                    for (const Field& item : value.items) {
                        visit(item);
                    }
                }
            }
        }
        for (const Field& note : roster.notes) {
            visit(note);
        }
    }
    for (const Reference& reference : notice.references) {
        optional(reference.title);
        optional(reference.number);
    }
}

}  // namespace

std::vector<std::uint32_t> count_fixes(const Notice& notice) {
    std::vector<std::uint32_t> counts;
#define FIX(id, name, purpose) counts.push_back(0);
#include <mingdan/fixes.def>
#undef FIX
    for_each_field(notice, [&](const Field& field) {
        for (const Change& change : field.changes) {
            ++counts[static_cast<std::size_t>(change.fix)];
        }
    });
    return counts;
}

std::uint64_t kept_characters(const Notice& notice) {
    std::uint64_t kept = 0;
    for_each_field(notice, [&](const Field& field) { kept += field.weight; });
    return kept;
}

const Field* find_damaged(const Notice& notice) {
    const Field* damaged = nullptr;
    for_each_field(notice, [&](const Field& field) {
        if (damaged == nullptr && utf8::find_invalid(field.text) != std::string_view::npos) {
            damaged = &field;
        }
    });
    return damaged;
}

}  // namespace mingdan
