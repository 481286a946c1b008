// Labels of region columns that are no division: 吴心区 typed for 吴兴区. A false alarm is worse than silence, so a
// label is reported only if it has a division's form, no division of any time and place has that name, and its
// neighbours are divisions: the other labels of its column, or one of the issuer's area from which it differs in a
// single character. Towns, offices, zones and an authority's own units (市直属) are no business of this check.
#include <algorithm>
#include <map>
#include <string>

#include <fmt/format.h>

#include "normalize/divisions.h"
#include "normalize/issuer_area.h"
#include "normalize/pass.h"
#include "normalize/region_label.h"
#include "normalize/user_rules.h"

namespace mingdan {

namespace {

struct Label {
    std::size_t record = 0;  ///< the first that has it
    std::size_t records = 0;
    const Field* field = nullptr;
};

struct Stranger {
    std::string_view text;
    Label label;
    std::string_view nearest;
};

class RegionCheck {
public:
    RegionCheck(Draft& draft, std::size_t roster, divisions::Area area, divisions::Months months)
        : draft_(draft), roster_(draft.notice.rosters[roster]), index_(roster), area_(area), months_(months) {}

    void check(std::size_t column) {
        std::size_t known = 0;
        std::vector<Stranger> strangers;
        for (const auto& [text, label] : labels_of(column)) {
            if (text.size() > kLongest || user_rules::is_no_division(draft_.options.rules, text)) {
                continue;
            }
            if (!divisions::look_up(text).empty()) {
                ++known;
            } else if (looks_like_division(text)) {
                strangers.push_back({text, label, {}});
            }
        }
        if (strangers.size() > std::max(known, kFew)) {
            return;  // the column speaks of something else
        }
        std::erase_if(strangers, [](const Stranger& it) { return divisions::is_abbreviation(it.text); });
        const bool section = roster_.columns[column].role == Role::section;
        const bool sure = section || !is_division_header(roster_.columns[column].name.text)
                              ? known >= 2 && known > strangers.size()
                              : known > 0 && known >= strangers.size();
        for (Stranger& stranger : strangers) {
            stranger.nearest = divisions::nearest(stranger.text, area_, months_);
            if (sure || (!section && !stranger.nearest.empty())) {
                report(stranger, column);
            }
        }
    }

private:
    static constexpr std::size_t kLongest = 60;  ///< bytes; a longer text is an address, not a label
    static constexpr std::size_t kMost = 4000;   ///< labels; there are not as many divisions
    static constexpr std::size_t kFew = 20;

    std::map<std::string_view, Label> labels_of(std::size_t column) const {
        std::map<std::string_view, Label> labels;
        std::string_view last;
        Label* label = nullptr;
        for (std::size_t i = 0; i < roster_.records.size(); ++i) {
            for (const Field& item : roster_.records[i].values[column].items) {
                if (label == nullptr || item.text != last) {  // most stand on many records in a row
                    last = item.text;
                    label = &labels.try_emplace(last, Label{i, 0, &item}).first->second;
                }
                ++label->records;
            }
            if (labels.size() > kMost) {
                return {};
            }
        }
        return labels;
    }

    void report(const Stranger& stranger, std::size_t column) {
        At at;
        at.roster = static_cast<std::uint32_t>(index_);
        at.record = static_cast<std::uint32_t>(stranger.label.record);
        at.column = roster_.columns[column].name.text;
        std::string message = fmt::format("{} of record {} is {}, which is no known division", at.column,
                                          stranger.label.record + 1, stranger.text);
        if (stranger.label.records > 1) {
            message += fmt::format(" ({} records have it)", stranger.label.records);
        }
        if (!stranger.nearest.empty()) {
            message += fmt::format("; {} is one", stranger.nearest);
        }
        draft_.find(FindingCode::unknown_region, std::move(message), std::move(at), stranger.label.field->origin);
    }

    Draft& draft_;
    const Roster& roster_;
    std::size_t index_;
    divisions::Area area_;
    divisions::Months months_;
};

void run(Draft& draft) {
    const divisions::Months months =
        divisions::months_of(draft.notice.date ? std::string_view(draft.notice.date->text) : std::string_view{});
    const divisions::Area area = area_of_issuer(draft.notice, months);
    for (std::size_t i = 0; i < draft.notice.rosters.size(); ++i) {
        const std::vector<Column>& columns = draft.notice.rosters[i].columns;
        for (std::size_t column = 0; column < columns.size(); ++column) {
            if (columns[column].role == Role::region || columns[column].role == Role::section) {
                RegionCheck(draft, i, area, months).check(column);
            }
        }
    }
}

}  // namespace

extern const Pass check_regions_pass{"check-regions", "reports labels of region columns that are no known division",
                                     run};

}  // namespace mingdan
