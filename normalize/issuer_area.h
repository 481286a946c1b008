// Which province or city a notice comes from: the area inside which its region labels are read.
#pragma once

#include <string_view>

#include <mingdan/notice.h>

#include "normalize/divisions.h"

namespace mingdan {

/// By the issuers; where they name no division, by the title. A county stands for its city, several issuers for what
/// they have in common; 0 for the whole country or if nothing is named. The document number is no evidence: 湖 is 湖州
/// and 湖北, 宁 is 宁夏 and 南京.
divisions::Area area_of_issuer(const Notice& notice, divisions::Months months);

/// The same of one text: 浙江省湖州市教育局, 中共湖州市委, 国家税务总局湖州市税务局. 0 if it names none.
divisions::Area area_named_in(std::string_view text, divisions::Months months);

}  // namespace mingdan
