// The verdict on one input, for machines.
#pragma once

#include <string>
#include <string_view>

#include <mingdan/notice.h>
#include <mingdan/result.h>

namespace mingdan {

/// One line of JSON: {"file": "a/notice.docx", "error": null, "findings": [{"code", "severity", "message", "at"}]}.
/// What could not be read has {"code", "message", "part", "hint"} as error and no findings.
std::string verdict_json(std::string_view file, const Result<Notice>& notice);

}  // namespace mingdan
