// What a roster says against itself: rows of odd width, cells that hold several items, the counts of its sections, its
// serial numbers, its totals.
#include <map>

#include <fmt/format.h>

#include "normalize/number_text.h"
#include "normalize/pass.h"
#include "normalize/roster_draft.h"

namespace mingdan {

namespace {

class RosterCheck {
public:
    RosterCheck(Draft& draft, std::size_t index)
        : draft_(draft),
          roster_(draft.rosters[index]),
          out_(draft.notice.rosters[index]),
          index_(static_cast<std::uint32_t>(index)) {}

    void check() {
        check_rows();
        check_sections();
        check_counts();
        check_index();
        check_totals();
    }

private:
    At at(std::optional<std::size_t> record = {}, std::string column = {}) const {
        At at;
        at.roster = index_;
        if (record) {
            at.record = static_cast<std::uint32_t>(*record);
        }
        at.column = std::move(column);
        return at;
    }

    void check_rows() {
        if (roster_.guessed_header) {
            draft_.find(FindingCode::ambiguous_header, "no word and no mark proves that the first row is the header",
                        at());
        }
        for (std::size_t i = 0; i < roster_.rows.size(); ++i) {
            if (roster_.rows[i].ragged != Ragged::no) {
                draft_.find(FindingCode::ragged_row,
                            fmt::format("record {} has {} cells than the header", i + 1,
                                        roster_.rows[i].ragged == Ragged::longer ? "more" : "fewer"),
                            at(i), roster_.rows[i].origin);
            }
        }
        const std::size_t shift = out_.columns.size() - roster_.columns.size();
        for (const DraftException& exception : roster_.exceptions) {
            const std::string& column = out_.columns[exception.column + shift].name.text;
            draft_.find(FindingCode::several_items,
                        fmt::format("{} of record {} holds {} items, but its column is no list", column,
                                    exception.row + 1, exception.items),
                        at(exception.row, column));
        }
    }

    void claim(std::string text, std::uint64_t stated, std::uint64_t found) {
        Claim& claim = draft_.notice.claims.emplace_back();
        claim.text = std::move(text);
        claim.stated = stated;
        claim.found = found;
        claim.state = stated == found ? ClaimState::held : ClaimState::failed;
        claim.at = at();
        if (stated != found) {
            claim.note = fmt::format("{} records were found", found);
            draft_.find(FindingCode::count_mismatch,
                        fmt::format("{} states {}, but {} records were found", claim.text, stated, found), at());
        }
    }

    /// Each label with a count against the records below it, its subsections included.
    void check_sections() {
        std::map<std::vector<std::string>, std::pair<std::uint64_t, std::uint64_t>> counts;  // path -> stated, found
        std::vector<std::vector<std::string>> order;
        for (const DraftSection& section : roster_.sections) {
            std::vector<std::string> path;
            for (std::size_t level = 0; level < section.counts.size() && level < section.names.size(); ++level) {
                path.push_back(section.names[level]);
                if (section.counts[level] && counts.emplace(path, std::pair{*section.counts[level], 0}).second) {
                    order.push_back(path);
                }
            }
        }
        for (const DraftRow& row : roster_.rows) {
            std::vector<std::string> path;
            for (const std::string& name : roster_.sections[row.section].names) {
                path.push_back(name);
                if (const auto known = counts.find(path); known != counts.end()) {
                    ++known->second.second;
                }
            }
        }
        for (const auto& path : order) {
            claim(path.back(), counts[path].first, counts[path].second);
        }
    }

    void check_counts() {
        for (const DraftClaim& count : roster_.claims) {
            claim(count.text, count.stated, out_.records.size());
        }
    }

    void check_index() {
        for (const Column& column : out_.columns) {
            if (column.role == Role::index && column.type == ColumnType::integer) {
                check_index_column(static_cast<std::size_t>(&column - out_.columns.data()));
                return;
            }
        }
    }

    void check_index_column(std::size_t column) {
        const std::string& name = out_.columns[column].name.text;
        std::uint64_t last = 0;
        std::uint32_t section = 0;
        std::size_t missing = 0;
        std::size_t present = 0;
        for (std::size_t i = 0; i < out_.records.size(); ++i) {
            const Value& value = out_.records[i].values[column];
            if (value.empty()) {
                ++missing;
                continue;
            }
            const std::uint64_t index = to_number(value.text());
            const bool new_section = present > 0 && roster_.rows[i].section != section;
            const bool merged = value.derivation == Derivation::merged;
            if (merged || (present == 0 && index <= 1) || index == last + 1) {
                // counts on
            } else if (index == 1 && new_section) {
                // each section begins anew
            } else if (index == 1) {
                draft_.find(FindingCode::index_restart,
                            fmt::format("{} begins anew at record {} after {}", name, i + 1, last), at(i, name));
            } else if (index <= last) {
                draft_.find(FindingCode::index_duplicate,
                            fmt::format("{} of record {} is {}, after {}", name, i + 1, index, last), at(i, name));
            } else {
                draft_.find(FindingCode::index_gap,
                            fmt::format("{} jumps from {} to {} at record {}", name, last, index, i + 1), at(i, name));
            }
            last = index;
            section = roster_.rows[i].section;
            ++present;
        }
        if (present > 0 && missing > 0 && !roster_.spans_lost) {
            draft_.find(FindingCode::index_gap,
                        fmt::format("{} is empty in {} of {} records", name, missing, out_.records.size()),
                        at({}, name));
        }
    }

    static std::uint64_t to_number(std::string_view digits) {
        std::uint64_t value = 0;
        for (const char c : digits.substr(0, 18)) {
            value = value * 10 + static_cast<std::uint64_t>(c - '0');
        }
        return value;
    }

    void check_totals() {
        for (std::size_t t = 0; t < roster_.totals.size(); ++t) {
            const DraftTotal& total = roster_.totals[t];
            for (std::size_t column = 0; column < out_.columns.size(); ++column) {
                if (out_.columns[column].type == ColumnType::number) {
                    check_total(t, total, column);
                }
            }
        }
    }

    void check_total(std::size_t number, const DraftTotal& total, std::size_t column) {
        const auto stated = read_decimal(out_.totals[number].values[column].text());
        if (!stated) {
            return;
        }
        Decimal sum;
        bool any = false;
        const auto [begin, end] = rows_of(number, total);
        for (std::size_t i = begin; i < end; ++i) {
            const Value& value = out_.records[i].values[column];
            if (value.empty() || value.derivation == Derivation::merged) {
                continue;
            }
            if (const auto number_read = read_decimal(value.text())) {
                sum = sum + *number_read;
                any = true;
            }
        }
        if (!any) {
            return;
        }
        const bool holds = equal(sum, *stated);
        Claim& claim = draft_.notice.claims.emplace_back();
        claim.text = fmt::format("{} {}: {}", total.of_section ? "小计" : "合计", out_.columns[column].name.text,
                                 to_text(*stated));
        claim.state = holds ? ClaimState::held : ClaimState::failed;
        claim.at = at({}, out_.columns[column].name.text);
        if (!holds) {
            claim.note = fmt::format("the values add up to {}", to_text(sum));
            draft_.find(FindingCode::total_mismatch,
                        fmt::format("the total of {} is {}, but its values add up to {}",
                                    out_.columns[column].name.text, to_text(*stated), to_text(sum)),
                        claim.at, total.origin);
        }
    }

    /// The records that a total sums up: all of them, or those of its group for a subtotal.
    std::pair<std::size_t, std::size_t> rows_of(std::size_t number, const DraftTotal& total) const {
        if (!total.of_section) {
            return {0, out_.records.size()};
        }
        std::size_t begin = 0;
        std::size_t end = total.after;
        for (std::size_t t = 0; t < number; ++t) {
            if (roster_.totals[t].of_section) {
                begin = std::max<std::size_t>(begin, roster_.totals[t].after);
            }
        }
        for (std::size_t i = end; i > begin; --i) {
            if (roster_.rows[i - 1].section != total.section) {
                begin = i;
            }
        }
        return {begin, end};
    }

    Draft& draft_;
    RosterDraft& roster_;
    Roster& out_;
    std::uint32_t index_;
};

void run(Draft& draft) {
    for (std::size_t index = 0; index < draft.notice.rosters.size(); ++index) {
        RosterCheck(draft, index).check();
    }
}

}  // namespace

extern const Pass check_records_pass{"check-records", "checks counts of sections, serial numbers and totals", run};

}  // namespace mingdan
