// A notice written, and not yet under its name.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <mingdan/finding.h>
#include <mingdan/notice.h>
#include <mingdan/options.h>
#include <mingdan/result.h>

#include "wrap/file.h"

namespace mingdan {

/// Writes a notice to a file that takes its name when it is committed.
Result<file::Writer> stage(const Notice& notice, std::string_view form, const std::string& path,
                           const EmitOptions& options, std::vector<Finding>* found);

}  // namespace mingdan
