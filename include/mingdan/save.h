// Notices and texts as files: each is written whole or not at all. "-" is standard output.
#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <mingdan/finding.h>
#include <mingdan/notice.h>
#include <mingdan/options.h>
#include <mingdan/result.h>

namespace mingdan {

/// Writes a notice in one form to one file. Findings of the writing are added to `found` when it is given.
Result<void> save(const Notice& notice, std::string_view form, const std::string& path, const EmitOptions& options = {},
                  std::vector<Finding>* found = nullptr);

/// Writes a notice in several forms into a folder, which is made if it is missing: `notice.docx.json`,
/// `notice.docx.roster-1.csv` … after `source.name`. All files take their names when the last one is complete.
/// Gives their paths.
Result<std::vector<std::string>> save_all(const Notice& notice, std::span<const std::string> forms,
                                          const std::string& folder, const EmitOptions& options = {},
                                          std::vector<Finding>* found = nullptr);

Result<void> save_text(std::string_view text, const std::string& path);

}  // namespace mingdan
