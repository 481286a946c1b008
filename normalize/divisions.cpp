// Two sorted arrays of constants, one by full and one by short names; a look-up is a binary search in each.
#include "normalize/divisions.h"

#include <algorithm>
#include <span>

#include "model/utf8.h"
#include "normalize/divisions_table.h"

namespace mingdan::divisions {

namespace {

std::string_view name_of(const Entry& entry) {
    return {kNames + entry.name, entry.name_size};
}

std::string_view short_name_of(const Entry& entry) {
    return {kNames + entry.name, entry.short_size};
}

bool lies_in(std::uint32_t code, Area area) {
    return area == 0 || (area < 100 ? code / 10000 : area < 10000 ? code / 100 : code) == area;
}

/// In force in one of the months, as far as is known.
bool holds(const Entry& entry, Months months) {
    return months.last > entry.after && months.first <= entry.gone;
}

class Search {
public:
    Search(Area area, Months months) : area_(area), months_(months) {}

    void full_names(std::string_view label) {
        const auto entries = std::span(kEntries, kEntryCount);
        const auto less = [](const Entry& entry, std::string_view name) { return name_of(entry) < name; };
        for (auto it = std::lower_bound(entries.begin(), entries.end(), label, less);
             it != entries.end() && name_of(*it) == label; ++it) {
            add(*it, true);
        }
    }

    /// Divisions whose short name it is, and whose full name ends as `ending` says.
    void short_names(std::string_view label, std::string_view ending = {}) {
        const auto order = std::span(kByShortName, kShortNameCount);
        const auto less = [](std::uint16_t i, std::string_view name) { return short_name_of(kEntries[i]) < name; };
        for (auto it = std::lower_bound(order.begin(), order.end(), label, less);
             it != order.end() && short_name_of(kEntries[*it]) == label; ++it) {
            const std::string_view name = name_of(kEntries[*it]);
            if (ending.empty() || (name.ends_with(ending) && name.find("自治") != std::string_view::npos)) {
                add(kEntries[*it], false);
            }
        }
    }

    /// 景宁县 and 景宁自治县 for 景宁畲族自治县, 湘西州, 新疆自治区.
    void autonomous_names(std::string_view label) {
        for (const std::string_view ending : {"自治县", "自治旗", "自治州", "自治区", "县", "旗", "州"}) {
            if (label.ends_with(ending)) {
                short_names(label.substr(0, label.size() - ending.size()), ending);
                return;
            }
        }
    }

    bool empty() const { return found_.empty(); }
    std::vector<Division> take() { return std::move(found_); }

private:
    void add(const Entry& entry, bool in_full) {
        if (!lies_in(entry.code, area_) || !holds(entry, months_)) {
            return;
        }
        for (const Division& division : found_) {
            if (division.code == entry.code) {
                return;
            }
        }
        found_.push_back({entry.code, name_of(entry), in_full});
    }

    Area area_;
    Months months_;
    std::vector<Division> found_;
};

/// Behind one character more.
std::size_t after_character(std::string_view text, std::size_t at) {
    utf8::next(text, at);
    return at;
}

constexpr std::size_t kTwoCharacters = 6;

/// Divisions at the end of a path, whose first part is a province, a city or a county of the area.
std::vector<Division> look_up_path(std::string_view label, Area area, Months months) {
    std::vector<Division> found;
    for (std::size_t at = kTwoCharacters; at + kTwoCharacters <= label.size(); at = after_character(label, at)) {
        if ((static_cast<unsigned char>(label[at]) & 0xC0) == 0x80) {
            return {};  // no text of Chinese characters
        }
        for (const Division& first : look_up_name(label.substr(0, at), area, months)) {
            if (first.level() == Level::county || first.code == 0) {
                continue;
            }
            for (const Division& last : look_up(label.substr(at), first.area(), months)) {
                const auto same = [&](const Division& known) { return known.code == last.code; };
                if (last.code != first.code && std::none_of(found.begin(), found.end(), same)) {
                    found.push_back(last);
                }
            }
        }
    }
    return found;
}

std::uint16_t number(std::string_view digits) {
    std::uint16_t value = 0;
    for (const char c : digits) {
        value = static_cast<std::uint16_t>(value * 10 + (c - '0'));
    }
    return value;
}

std::size_t differences(std::string_view a, std::string_view b) {
    std::size_t count = 0;
    std::size_t i = 0;
    std::size_t k = 0;
    while (i < a.size() && k < b.size()) {
        count += utf8::next(a, i) != utf8::next(b, k);
    }
    return i < a.size() || k < b.size() ? a.size() : count;
}

}  // namespace

Level Division::level() const {
    return code == 0 || code % 100 != 0 ? Level::county : code % 10000 != 0 ? Level::city : Level::province;
}

Area Division::area() const {
    return level() == Level::province ? code / 10000 : code / 100;
}

Months months_of(std::string_view date) {
    if (date.size() < 4) {
        return {};
    }
    const auto year = static_cast<std::uint16_t>(number(date.substr(0, 4)) * 12);
    if (date.size() < 7) {
        return {year, static_cast<std::uint16_t>(year + 11)};
    }
    const auto month = static_cast<std::uint16_t>(year + number(date.substr(5, 2)) - 1);
    return {month, month};
}

std::vector<Division> look_up_name(std::string_view label, Area area, Months months) {
    Search search(area, months);
    search.full_names(label);
    if (search.empty()) {
        search.short_names(label);
    }
    if (search.empty()) {
        search.autonomous_names(label);
    }
    return search.take();
}

std::vector<Division> look_up(std::string_view label, Area area, Months months) {
    constexpr std::size_t kLongest = 120;  // forty characters; the longest path has fewer
    std::vector<Division> found = look_up_name(label, area, months);
    return found.empty() && label.size() <= kLongest ? look_up_path(label, area, months) : found;
}

bool is_abbreviation(std::string_view label) {
    // the entries are in the order of their names: those with the label's first character stand together
    const std::string_view first = label.substr(0, after_character(label, 0));
    const char32_t last = utf8::last(label);
    const auto entries = std::span(kEntries, kEntryCount);
    const auto less = [](const Entry& entry, std::string_view begin) { return name_of(entry) < begin; };
    for (auto it = std::lower_bound(entries.begin(), entries.end(), first, less);
         it != entries.end() && name_of(*it).starts_with(first); ++it) {
        const std::string_view name = name_of(*it);
        if (name.size() <= label.size() || utf8::last(name) != last) {
            continue;
        }
        std::size_t at = 0;
        for (std::size_t i = 0; i < name.size() && at < label.size();) {
            std::size_t next = at;
            if (utf8::next(name, i) == utf8::next(label, next)) {
                at = next;
            }
        }
        if (at == label.size()) {
            return true;
        }
    }
    return false;
}

std::string_view nearest(std::string_view label, Area area, Months months) {
    if (area == 0) {
        return {};
    }
    for (const Entry& entry : std::span(kEntries, kEntryCount)) {
        if (lies_in(entry.code, area) && holds(entry, months) && differences(name_of(entry), label) == 1) {
            return name_of(entry);
        }
    }
    return {};
}

std::string code_text(std::uint32_t code) {
    std::string text = std::to_string(code);
    return std::string(text.size() < 6 ? 6 - text.size() : 0, '0') + text;
}

}  // namespace mingdan::divisions
