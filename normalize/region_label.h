// What a label of a region column is: a division by its form, or one of the labels that no table has.
#pragma once

#include <string_view>

namespace mingdan {

/// A label with the form of a county-level division or a city - Han characters that end in 区, 县 or 市 - and without
/// any word that makes it something else: a zone (开发区, 新区, 度假区), a part of a place (城区, 片区), an authority's
/// own (市直, 省属), several at once.
bool looks_like_division(std::string_view label);

/// A header that can only speak of counties and cities: 区县, 县（市、区）, 所属市县; not 地区 or 所在地.
bool is_division_header(std::string_view header);

}  // namespace mingdan
