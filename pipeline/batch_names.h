// The names of what a batch writes, all below its output folder: a document's results after its place in the input
// folder, the program's own in .mingdan.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <mingdan/result.h>

namespace mingdan {

inline constexpr std::string_view kReport = "report.ndjson";

std::string below(std::string_view folder, std::string_view name);

/// ".json", or ".roster-1.csv" for roster 0 of a form that writes one file a roster.
std::string output_suffix(std::string_view form, std::uint32_t roster = 0);

/// Whether a result belongs to one of the forms.
bool is_of_form(std::string_view suffix, std::span<const std::string> forms);

/// "/out/.mingdan/fragments/3f/a0…": of a digest, since an id may be long or hold any byte.
std::string fragment_file(const std::string& folder, const std::string& id);

/// Takes away what a document no longer has: rosters from number `first` on, counting from 0, and with `all` the files
/// of the other forms too. The last roster goes first, so that an interruption leaves no gap.
Result<void> remove_results(const std::string& folder, const std::string& id, std::span<const std::string> forms,
                            std::uint32_t first, bool all);

}  // namespace mingdan
