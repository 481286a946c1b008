// The workbook of a notice, apart from where its bytes go.
#pragma once

#include <string>
#include <vector>

#include <mingdan/notice.h>
#include <mingdan/options.h>
#include <mingdan/result.h>

#include "wrap/workbook.h"

namespace mingdan {

Result<std::string> make_workbook(const Notice& notice, const EmitOptions& options, std::vector<Finding>* found,
                                  const workbook::Settings& settings = {});

}  // namespace mingdan
