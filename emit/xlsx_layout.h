// The sheet 名单: the rosters as one would lay them out by hand.
#pragma once

#include <functional>

#include <mingdan/finding.h>
#include <mingdan/notice.h>
#include <mingdan/result.h>

#include "wrap/workbook.h"

namespace mingdan {

/// Told of each text that one cell did not hold.
using CutSink = std::function<void(const At& at)>;

/// REQUIRES: no roster has more columns than a sheet.
Result<void> write_layout(workbook::Workbook& book, const Notice& notice, const CutSink& cut);

}  // namespace mingdan
