// With --codes: beside each region column one with the codes of its divisions (GB/T 2260) at the notice's date. A label
// is read inside the issuer's city, else its province, else - by full names and for provinces and cities only - in the
// whole country. What is no division (市直属, zones), has no single answer or had another name at that date gets none.
#include <map>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "normalize/divisions.h"
#include "normalize/issuer_area.h"
#include "normalize/pass.h"
#include "normalize/user_rules.h"

namespace mingdan {

namespace {

using divisions::Area;
using divisions::Division;
using divisions::Level;
using Candidates = std::map<std::string, std::vector<Division>, std::less<>>;

class CodeAdder {
public:
    CodeAdder(const Rules& rules, Area area, divisions::Months months) : rules_(rules), area_(area), months_(months) {}

    /// Adds the column behind `column`.
    void add(Roster& roster, std::size_t column) const {
        const Candidates candidates = read(roster, column);
        Column added;
        added.name.text = unused_name(roster, roster.columns[column].name.text + "代码");
        added.role = Role::code;
        added.reason = fmt::format("the codes of {} (GB/T 2260)", roster.columns[column].name.text);
        const auto place = static_cast<std::ptrdiff_t>(column + 1);
        roster.columns.insert(roster.columns.begin() + place, std::move(added));
        for (Record& record : roster.records) {
            record.values.insert(record.values.begin() + place, code_of(record.values[column], candidates));
        }
        for (Record& total : roster.totals) {
            total.values.insert(total.values.begin() + place, Value{});
        }
    }

private:
    std::vector<Division> look_up(std::string_view label) const {
        for (Area area = area_; area != 0; area = area >= 100 ? area / 100 : 0) {
            if (std::vector<Division> found = divisions::look_up(label, area, months_); !found.empty()) {
                return found;
            }
        }
        std::vector<Division> found = divisions::look_up(label, 0, months_);
        std::erase_if(found, [&](const Division& it) {
            return it.level() == Level::county ? area_ != 0 || !it.in_full : area_ != 0 && !it.in_full;
        });
        return found;
    }

    /// What each label may mean. Where the labels that mean one thing only agree on their level, so do the others: 吉林
    /// among provinces is the province.
    Candidates read(const Roster& roster, std::size_t column) const {
        Candidates candidates;
        for (const Record& record : roster.records) {
            const Value& value = record.values[column];
            if (value.items.size() == 1 && !user_rules::is_no_division(rules_, value.text()) &&
                !candidates.contains(value.text())) {
                candidates.emplace(std::string(value.text()), look_up(value.text()));
            }
        }
        std::size_t single = 0;
        std::optional<Level> level;
        for (const auto& [label, found] : candidates) {
            if (found.size() == 1) {
                if (level && *level != found.front().level()) {
                    return candidates;
                }
                level = found.front().level();
                ++single;
            }
        }
        if (single >= 2) {
            for (auto& [label, found] : candidates) {
                if (found.size() > 1) {
                    std::erase_if(found, [&](const Division& it) { return it.level() != *level; });
                }
            }
        }
        return candidates;
    }

    static Value code_of(const Value& region, const Candidates& candidates) {
        Value code;
        const auto found = region.items.size() == 1 ? candidates.find(region.text()) : candidates.end();
        if (found != candidates.end() && found->second.size() == 1 && found->second.front().code != 0) {
            code.items.emplace_back().text = divisions::code_text(found->second.front().code);
            code.derivation = Derivation::computed;
        }
        return code;
    }

    static std::string unused_name(const Roster& roster, const std::string& name) {
        std::string chosen = name;
        for (int number = 2; roster.find_column(chosen) != Roster::npos; ++number) {
            chosen = fmt::format("{} ({})", name, number);
        }
        return chosen;
    }

    const Rules& rules_;
    Area area_;
    divisions::Months months_;
};

void run(Draft& draft) {
    if (!draft.options.codes) {
        return;
    }
    const divisions::Months months =
        divisions::months_of(draft.notice.date ? std::string_view(draft.notice.date->text) : std::string_view{});
    const CodeAdder adder(draft.options.rules, area_of_issuer(draft.notice, months), months);
    for (Roster& roster : draft.notice.rosters) {
        for (std::size_t column = roster.columns.size(); column-- > 0;) {
            if (roster.columns[column].role == Role::region) {
                adder.add(roster, column);
            }
        }
    }
}

}  // namespace

extern const Pass add_codes_pass{"add-codes", "with --codes: adds the codes of divisions beside region columns", run};

}  // namespace mingdan
