// An issuer begins with its division (湖州市教育局, 浙江师范大学) or has it behind what it is a part of (中共湖州市委,
// 国家税务总局湖州市税务局).
#include "normalize/issuer_area.h"

#include <optional>

#include "model/utf8.h"

namespace mingdan {

namespace {

using divisions::Area;
using divisions::Division;
using divisions::Level;
using divisions::Months;

constexpr std::size_t kLongestName = 45;  // 双江拉祜族佤族布朗族傣族自治县

struct Named {
    Area area = 0;
    std::size_t size = 0;
};

/// The area that all of them lie in, a county standing for its city; 0 if there is none.
Area common_area(const std::vector<Division>& found) {
    std::optional<Area> area;
    for (const Division& division : found) {
        if (area && *area != division.area()) {
            return 0;
        }
        area = division.area();
    }
    return area.value_or(0);
}

/// The longest division with which a text begins.
Named leading(std::string_view text, Area within, Months months) {
    Named best;
    std::size_t at = 0;
    for (std::size_t characters = 1; at < text.size() && at < kLongestName; ++characters) {
        utf8::next(text, at);
        if (characters < 2) {
            continue;
        }
        std::vector<Division> found = divisions::look_up_name(text.substr(0, at), within, months);
        // a county's short name is too common a word to begin an issuer's name with
        std::erase_if(found, [](const Division& it) { return !it.in_full && it.level() == Level::county; });
        if (const Area area = common_area(found); area != 0) {
            best = {area, at};
        }
    }
    return best;
}

/// A province or city by its full name, wherever it stands.
Named anywhere(std::string_view text, Months months) {
    for (std::size_t from = 0; from < text.size(); utf8::next(text, from)) {
        const std::string_view rest = text.substr(from);
        Named best;
        std::size_t at = 0;
        for (std::size_t characters = 1; at < rest.size() && at < kLongestName; ++characters) {
            utf8::next(rest, at);
            if (characters < 3) {
                continue;
            }
            std::vector<Division> found = divisions::look_up_name(rest.substr(0, at), 0, months);
            std::erase_if(found, [](const Division& it) { return !it.in_full || it.level() == Level::county; });
            if (const Area area = common_area(found); area != 0) {
                best = {area, from + at};
            }
        }
        if (best.area != 0) {
            return best;
        }
    }
    return {};
}

Area common(Area a, Area b) {
    if (a == b) {
        return a;
    }
    const auto province = [](Area area) { return area >= 100 ? area / 100 : area; };
    return province(a) == province(b) ? province(a) : 0;
}

}  // namespace

Area area_named_in(std::string_view text, Months months) {
    for (const std::string_view word : {"中国共产党", "中共", "共青团"}) {
        if (text.starts_with(word)) {
            text.remove_prefix(word.size());
            break;
        }
    }
    Named named = leading(text, 0, months);
    if (named.area == 0) {
        named = anywhere(text, months);
    }
    if (named.area != 0 && named.area < 100) {  // 浙江省湖州市教育局
        const Named city = leading(text.substr(named.size), named.area, months);
        named.area = city.area != 0 ? city.area : named.area;
    }
    return named.area;
}

Area area_of_issuer(const Notice& notice, Months months) {
    std::optional<Area> area;
    for (const Field& issuer : notice.issuers) {
        const Area named = area_named_in(issuer.text, months);
        area = area ? common(*area, named) : named;
    }
    if (area.value_or(0) != 0 || notice.issuers.size() > 1 || !notice.title) {
        return area.value_or(0);
    }
    // an issuer without a division may be a ministry, whose title speaks of some city
    return area ? leading(notice.title->text, 0, months).area : area_named_in(notice.title->text, months);
}

}  // namespace mingdan
