// Patterns as shells have them, for those who quote them or whose shell has a limit on the words of a command. Not by
// fnmatch(3): there a ? is a byte or a character, as the locale says, and the same command would name other files.
#include <algorithm>

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

/// The first character of a text that has one; a byte that begins none stands for itself.
std::string_view first_character(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text.front());
    const std::size_t most = lead < 0xC0 || lead >= 0xF8 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
    std::size_t length = 1;
    while (length < std::min(most, text.size()) && (static_cast<unsigned char>(text[length]) & 0xC0) == 0x80) {
        ++length;
    }
    return text.substr(0, length);
}

/// What stands behind the "]" of a set, or nothing where it has no end. "]" may be its first member.
std::string_view behind_set(std::string_view set) {
    const std::size_t head = set.starts_with("[!") || set.starts_with("[^") ? 2 : 1;
    const std::size_t end = set.find(']', head + 1);
    return end == std::string_view::npos ? std::string_view{} : set.substr(end + 1);
}

bool is_in_set(std::string_view character, std::string_view set) {
    const bool negated = set.starts_with("[!") || set.starts_with("[^");
    set.remove_suffix(1);
    set.remove_prefix(negated ? 2 : 1);
    while (!set.empty()) {
        const std::string_view from = first_character(set);
        set.remove_prefix(from.size());
        std::string_view to = from;
        if (set.size() > 1 && set.front() == '-') {
            to = first_character(set.substr(1));
            set.remove_prefix(1 + to.size());
        }
        if (from <= character && character <= to) {  // in UTF-8 the order of the bytes is that of the characters
            return !negated;
        }
    }
    return negated;
}

bool name_matches(std::string_view name, std::string_view pattern) {
    if (pattern.empty() || name.empty()) {
        return name.empty() && pattern.find_first_not_of('*') == std::string_view::npos;
    }
    if (pattern.front() == '*') {
        return name_matches(name, pattern.substr(1)) || name_matches(name.substr(1), pattern);
    }
    const std::string_view character = first_character(name);
    const std::string_view rest = name.substr(character.size());
    if (pattern.front() == '?') {
        return name_matches(rest, pattern.substr(1));
    }
    if (const std::string_view behind = behind_set(pattern); pattern.front() == '[' && behind.data() != nullptr) {
        const std::string_view set = pattern.substr(0, pattern.size() - behind.size());
        return is_in_set(character, set) && name_matches(rest, behind);
    }
    return name.front() == pattern.front() && name_matches(name.substr(1), pattern.substr(1));
}

/// A dot at the head of a name is matched by a dot only.
bool part_matches(std::string_view name, std::string_view pattern) {
    return (!name.starts_with('.') || pattern.starts_with('.')) && name_matches(name, pattern);
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
    return part_matches(first_part(place), first_part(pattern)) && matches(behind_first(place), behind_first(pattern));
}

}  // namespace mingdan
