// Patterns as shells have them, for those who quote them or whose shell has a limit on the words of a command.
#include <string>

#include <fnmatch.h>

#include "pipeline/batch_inputs.h"

namespace mingdan {

namespace {

std::string_view first_part(std::string_view path) {
    return path.substr(0, path.find('/'));
}

std::string_view behind_first(std::string_view path) {
    const std::size_t slash = path.find('/');
    return slash == std::string_view::npos ? std::string_view{} : path.substr(slash + 1);
}

bool name_matches(std::string_view name, std::string_view pattern) {
    return ::fnmatch(std::string(pattern).c_str(), std::string(name).c_str(), FNM_PERIOD) == 0;
}

}  // namespace

bool is_pattern(std::string_view word) {
    return word.find_first_of("*?[") != std::string_view::npos;
}

std::string_view fixed_folder(std::string_view pattern) {
    const std::size_t wild = pattern.find_first_of("*?[");
    const std::size_t slash = pattern.substr(0, wild).find_last_of('/');
    return slash == std::string_view::npos ? "." : slash == 0 ? "/" : pattern.substr(0, slash);
}

bool matches(std::string_view place, std::string_view pattern) {
    if (place.empty() || pattern.empty()) {
        return place.empty() && (pattern.empty() || pattern == "**");
    }
    if (first_part(pattern) == "**") {
        return matches(place, behind_first(pattern)) || matches(behind_first(place), pattern);
    }
    return name_matches(first_part(place), first_part(pattern)) && matches(behind_first(place), behind_first(pattern));
}

}  // namespace mingdan
