// The numbers that the notice states are compared with its lists. 等N个 names the first record, so it tells which list
// is meant; what the notice decides on (认定N家) must be the size of a list, of a group, or of all together; a part
// (一等奖39件) is compared when its label is a group's. What fits nothing else stays unchecked.
#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "normalize/claim_scan.h"
#include "normalize/pass.h"
#include "normalize/roster_draft.h"
#include "normalize/section_label.h"
#include "wrap/text.h"

namespace mingdan {

namespace {

/// How many records share a label: sections, and values of label columns.
using Groups = std::map<std::string, std::uint64_t, std::less<>>;

class ClaimCheck {
public:
    explicit ClaimCheck(Draft& draft) : draft_(draft), notice_(draft.notice) {
        for (const Roster& roster : notice_.rosters) {
            sizes_.push_back(roster.records.size());
            total_ += roster.records.size();
        }
    }

    void check(std::string_view text) {
        for (const ScannedClaim& claim : scan_claims(text)) {
            switch (claim.kind) {
                case ClaimKind::listed:
                    check_listed(claim);
                    break;
                case ClaimKind::decided:
                    check_decided(claim);
                    break;
                case ClaimKind::part:
                    check_part(claim);
                    break;
            }
        }
    }

    /// A title that counts, …名单（共20家）, speaks of all rosters under it.
    void check_titles() {
        for (std::size_t r = 0; r < notice_.rosters.size(); ++r) {
            const Roster& roster = notice_.rosters[r];
            const LabelParts parts =
                roster.title && roster.title->weight > 0 ? label_parts(roster.title->text) : LabelParts{};
            if (!parts.count) {
                continue;
            }
            std::uint64_t found = 0;
            for (std::size_t other = r; other < notice_.rosters.size(); ++other) {
                const auto& title = notice_.rosters[other].title;
                found += title && title->text == roster.title->text ? sizes_[other] : 0;
            }
            ScannedClaim claim;
            claim.text = roster.title->text;
            claim.stated = *parts.count;
            if (found == claim.stated) {
                hold(claim, r);
            } else {
                fail(claim, r);
            }
        }
    }

private:
    static bool is_label_column(const Column& column) {
        return column.role == Role::section || column.role == Role::award || column.role == Role::region;
    }

    static Groups groups_of(const Roster& roster) {
        Groups groups;
        for (std::size_t column = 0; column < roster.columns.size(); ++column) {
            if (!is_label_column(roster.columns[column]) || roster.columns[column].type == ColumnType::list) {
                continue;
            }
            for (const Record& record : roster.records) {
                if (!record.values[column].empty()) {
                    ++groups[std::string(record.values[column].text())];
                }
            }
        }
        return groups;
    }

    const std::vector<Groups>& groups() {
        if (groups_.size() < notice_.rosters.size()) {
            for (const Roster& roster : notice_.rosters) {
                groups_.push_back(groups_of(roster));
            }
        }
        return groups_;
    }

    /// The record whose name or organisation the text ends with, or which the quotation names.
    struct Place {
        std::size_t roster = 0;
        std::size_t record = 0;
    };
    std::optional<Place> named(const ScannedClaim& claim) const {
        const std::string before = text::compare_key(claim.before);
        const std::string quoted = text::compare_key(claim.quoted);
        for (std::size_t r = 0; r < notice_.rosters.size(); ++r) {
            const Roster& roster = notice_.rosters[r];
            for (std::size_t i = 0; i < roster.records.size(); ++i) {
                for (std::size_t column = 0; column < roster.columns.size(); ++column) {
                    if (names(roster, roster.records[i], column, before, quoted)) {
                        return Place{r, i};
                    }
                }
            }
        }
        return std::nullopt;
    }

    static bool names(const Roster& roster, const Record& record, std::size_t column, const std::string& before,
                      const std::string& quoted) {
        const Role role = roster.columns[column].role;
        const Value& value = record.values[column];
        if (value.empty() || roster.columns[column].type != ColumnType::string || role == Role::index ||
            role == Role::region || role == Role::section) {
            return false;
        }
        if (value.text().size() < 6) {
            return false;
        }
        const std::string key = text::compare_key(value.text());
        return before.ends_with(key) || (!quoted.empty() && key.find(quoted) != std::string::npos);
    }

    /// The numbers that a claim about this place may state: its list, its group, all lists together.
    bool fits(const Place& place, std::uint64_t stated) {
        if (stated == sizes_[place.roster] || stated == total_) {
            return true;
        }
        const Roster& roster = notice_.rosters[place.roster];
        const Record& record = roster.records[place.record];
        for (std::size_t column = 0; column < roster.columns.size(); ++column) {
            if (!is_label_column(roster.columns[column]) || record.values[column].empty()) {
                continue;
            }
            const auto group = groups()[place.roster].find(record.values[column].text());
            if (group != groups()[place.roster].end() && group->second == stated) {
                return true;
            }
        }
        return items(place.roster, stated) || sum_fits(stated);
    }

    /// A claim may count the items of a list column: 182个党组织.
    bool items(std::size_t r, std::uint64_t stated) const {
        const Roster& roster = notice_.rosters[r];
        for (std::size_t column = 0; column < roster.columns.size(); ++column) {
            if (roster.columns[column].type != ColumnType::list) {
                continue;
            }
            std::uint64_t count = 0;
            for (const Record& record : roster.records) {
                count += record.values[column].items.size();
            }
            if (count == stated) {
                return true;
            }
        }
        return false;
    }

    /// Neighbouring rosters of one annex, or groups of equal name over all annexes, may be counted together.
    bool sum_fits(std::uint64_t stated) const {
        for (std::size_t first = 0; first < sizes_.size(); ++first) {
            std::uint64_t sum = 0;
            for (std::size_t last = first; last < sizes_.size(); ++last) {
                sum += sizes_[last];
                if (sum == stated) {
                    return true;
                }
            }
        }
        return false;
    }

    bool names_group(std::string_view label) {
        return std::any_of(groups().begin(), groups().end(),
                           [label](const Groups& groups) { return groups.find(label) != groups.end(); });
    }

    /// A list, some neighbouring ones, or the items of a list.
    bool fits_whole(std::uint64_t stated) const {
        for (std::size_t r = 0; r < sizes_.size(); ++r) {
            if (items(r, stated)) {
                return true;
            }
        }
        return sum_fits(stated);
    }

    /// What a label may count: its records in one list or in all, or those of them that share a second label
    /// (一等奖7件，其中征文类3件).
    bool fits_label(std::string_view label, std::uint64_t stated) {
        std::uint64_t all = 0;
        for (std::size_t r = 0; r < groups().size(); ++r) {
            const auto group = groups()[r].find(label);
            if (group == groups()[r].end()) {
                continue;
            }
            all += group->second;
            if (group->second == stated || fits_second_label(notice_.rosters[r], label, stated)) {
                return true;
            }
        }
        return all == stated;
    }

    static bool fits_second_label(const Roster& roster, std::string_view label, std::uint64_t stated) {
        for (std::size_t column = 0; column < roster.columns.size(); ++column) {
            if (roster.columns[column].type != ColumnType::string || roster.columns[column].role == Role::index) {
                continue;
            }
            Groups beside;
            for (const Record& record : roster.records) {
                const auto holds = [&](const Value& value) { return !value.empty() && value.text() == label; };
                if (!record.values[column].empty() && std::any_of(record.values.begin(), record.values.end(), holds)) {
                    ++beside[std::string(record.values[column].text())];
                }
            }
            if (std::any_of(beside.begin(), beside.end(), [&](const auto& entry) { return entry.second == stated; })) {
                return true;
            }
        }
        return false;
    }

    bool fits_anywhere(std::uint64_t stated) {
        for (std::size_t r = 0; r < sizes_.size(); ++r) {
            const bool group = std::any_of(groups()[r].begin(), groups()[r].end(),
                                           [&](const auto& entry) { return entry.second == stated; });
            if (sizes_[r] == stated || group || groups()[r].size() == stated || items(r, stated)) {
                return true;
            }
        }
        return sum_fits(stated);
    }

    void check_listed(const ScannedClaim& claim) {
        if (sizes_.empty()) {
            unchecked(claim, "the notice holds no list");
            return;
        }
        if (const auto place = named(claim)) {
            fits(*place, claim.stated) ? hold(claim, place->roster) : fail(claim, place->roster);
        } else if (fits_anywhere(claim.stated)) {
            hold(claim, {});
        } else if (claim.quoted.empty() && sizes_.size() > 1) {
            unchecked(claim, "no record has the name that it quotes, and no list has that many records");
        } else {
            fail(claim, 0);
        }
    }

    void check_decided(const ScannedClaim& claim) {
        if (sizes_.empty()) {
            unchecked(claim, "the notice holds no list");
        } else if (claim.sums && names_group(claim.before)) {
            check_part(claim);
        } else if (claim.sums ? fits_whole(claim.stated) : fits_anywhere(claim.stated)) {
            hold(claim, {});
        } else {
            fail(claim, sizes_.size() == 1 ? std::optional<std::size_t>(0) : std::nullopt);
        }
    }

    void check_part(const ScannedClaim& claim) {
        const std::string_view label = claim.before;
        for (std::size_t r = 0; r < groups().size(); ++r) {
            const auto group = groups()[r].find(label);
            if (group == groups()[r].end() || label.empty()) {
                continue;
            }
            if (fits_label(label, claim.stated)) {
                hold(claim, r);
            } else {
                add(claim, ClaimState::failed, fmt::format("{} has {} records", label, group->second), r).found =
                    group->second;
                draft_.find(FindingCode::count_mismatch,
                            fmt::format("the text says {}, but {} has {} records", claim.text, label, group->second),
                            at(r));
            }
            return;
        }
        if (!sizes_.empty() && fits_anywhere(claim.stated)) {
            hold(claim, {});
        } else {
            add(claim, ClaimState::unchecked, "nothing tells which list it speaks of", {});
        }
    }

    static At at(std::optional<std::size_t> roster) {
        At at;
        if (roster) {
            at.roster = static_cast<std::uint32_t>(*roster);
        }
        return at;
    }

    Claim& add(const ScannedClaim& scanned, ClaimState state, std::string note, std::optional<std::size_t> roster) {
        Claim& claim = notice_.claims.emplace_back();
        claim.text = std::string(scanned.text);
        claim.stated = scanned.stated;
        claim.first = std::string(scanned.quoted);
        claim.state = state;
        claim.note = std::move(note);
        claim.at = at(roster);
        return claim;
    }

    void hold(const ScannedClaim& claim, std::optional<std::size_t> roster) {
        add(claim, ClaimState::held, {}, roster).found = claim.stated;
    }

    void fail(const ScannedClaim& claim, std::optional<std::size_t> roster) {
        const std::uint64_t found = roster ? sizes_[*roster] : total_;
        add(claim, ClaimState::failed, fmt::format("{} records were found", found), roster).found = found;
        draft_.find(FindingCode::count_mismatch,
                    fmt::format("the text says {}, but {} records were found", claim.text, found), at(roster));
    }

    void unchecked(const ScannedClaim& claim, std::string note) {
        draft_.find(FindingCode::claim_unchecked, fmt::format("{} could not be checked: {}", claim.text, note));
        add(claim, ClaimState::unchecked, std::move(note), {});
    }

    Draft& draft_;
    Notice& notice_;
    std::vector<std::uint64_t> sizes_;
    std::vector<Groups> groups_;  ///< by roster, made when a claim asks for them
    std::uint64_t total_ = 0;
};

void run(Draft& draft) {
    ClaimCheck check(draft);
    for (const Field& paragraph : draft.notice.body) {
        check.check(paragraph.text);
    }
    check.check_titles();
}

}  // namespace

extern const Pass check_claims_pass{"check-claims", "compares the numbers that the text states with the records", run};

}  // namespace mingdan
