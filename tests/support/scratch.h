// A folder of a test's own, gone with it.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace mingdan::testing {

class Scratch {
public:
    Scratch();
    ~Scratch();
    Scratch(const Scratch&) = delete;
    Scratch& operator=(const Scratch&) = delete;

    std::string path(std::string_view name = "") const;
    /// Writes a file and the folders above it.
    void write(std::string_view name, std::string_view text) const;
    std::string read(std::string_view name) const;
    bool has(std::string_view name) const { return std::filesystem::exists(path(name)); }
    void remove(std::string_view name) const { std::filesystem::remove_all(path(name)); }
    /// All files below a folder but those of .mingdan, by their places.
    std::map<std::string, std::string> tree(std::string_view name) const;

private:
    std::filesystem::path root_;
};

/// A notice as a text with tabs between the cells of its list.
std::string notice_text(int number, int records);

}  // namespace mingdan::testing
