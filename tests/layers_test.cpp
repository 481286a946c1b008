// The include arrows (docs/design.md) as a test: which room may include which, outside libraries only in wrap/ and one
// in each file there, CLI11 only in cli/, fmt everywhere but in include/, no files and no clock in normalize/.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

namespace {

namespace fs = std::filesystem;
using Names = std::set<std::string, std::less<>>;

/// What a room may include beside itself and <mingdan/...>.
const std::map<std::string, Names, std::less<>> kArrows = {
    {"include", {}},
    {"model", {}},
    {"wrap", {"model"}},
    {"extract", {"wrap", "model"}},
    {"normalize", {"wrap", "model"}},
    {"emit", {"wrap", "model"}},
    {"pipeline", {"extract", "normalize", "emit", "wrap", "model"}},
    {"cli", {}},
};

/// The system's own headers with a suffix; all other ones with a suffix or a slash belong to an outside library.
const Names kSystem = {"fcntl.h",        "poll.h",     "signal.h",    "sys/ioctl.h",  "sys/mman.h",
                       "sys/resource.h", "sys/stat.h", "sys/types.h", "sys/uio.h",    "sys/wait.h",
                       "termios.h",      "time.h",     "unistd.h",    "sys/random.h", "linux/fs.h",
                       "sys/sendfile.h", "dirent.h",   "sys/file.h",  "sys/prctl.h",  "sys/socket.h",
                       "dlfcn.h",        "spawn.h",    "elf.h",       "link.h",       "fnmatch.h"};

/// Files, streams and clocks: a pass sees the document and nothing else.
const Names kNotForPasses = {"chrono",   "cstdio", "ctime",  "filesystem", "fstream",
                             "iostream", "random", "thread", "time.h"};

struct Include {
    std::string file;    ///< "normalize/trim.cpp"
    std::string header;  ///< as written between the marks
    bool angled = false;
};

std::string_view room_of(std::string_view path) {
    return path.substr(0, path.find('/'));
}

/// "libxml2" for libxml/parser.h, "" for headers of the language, the system and mingdan itself.
std::string library_of(const Include& include) {
    if (!include.angled || include.header.starts_with("mingdan/") || kSystem.contains(include.header)) {
        return {};
    }
    if (const std::size_t slash = include.header.find('/'); slash != std::string::npos) {
        return include.header.substr(0, slash);
    }
    return include.header.ends_with(".h") ? include.header : std::string{};
}

/// What is wrong with an include, or "".
std::string complaint(const Include& include) {
    const std::string_view room = room_of(include.file);
    const std::string library = library_of(include);
    if (!include.angled) {
        const std::string_view target = room_of(include.header);
        if (target != room && !kArrows.at(std::string(room)).contains(target)) {
            return "no arrow leads there";
        }
        if (room == "normalize" && target == "wrap" && include.header != "wrap/text.h") {
            return "of wrap/ a pass may only know wrap/text.h";
        }
        return {};
    }
    if (library == "fmt") {
        return room == "include" ? "the public headers know no outside library" : "";
    }
    if (library == "CLI") {
        return room == "cli" ? "" : "CLI11 belongs to cli/";
    }
    if (!library.empty() && room != "wrap") {
        return "outside libraries belong behind wrap/";
    }
    if (room == "normalize" && kNotForPasses.contains(include.header)) {
        return "a pass knows no files, streams and clocks";
    }
    return {};
}

std::vector<Include> includes_of(const fs::path& root, const fs::path& path) {
    std::vector<Include> found;
    std::ifstream file(path);
    for (std::string line; std::getline(file, line);) {
        const std::size_t begin = line.starts_with("#include") ? line.find_first_of("<\"") : std::string::npos;
        if (begin == std::string::npos) {
            continue;
        }
        const bool angled = line[begin] == '<';
        const std::size_t end = line.find(angled ? '>' : '"', begin + 1);
        found.push_back({fs::relative(path, root).string(), line.substr(begin + 1, end - begin - 1), angled});
    }
    return found;
}

std::vector<fs::path> sources() {
    std::vector<fs::path> files;
    for (const auto& [room, arrows] : kArrows) {
        for (const auto& entry : fs::recursive_directory_iterator(fs::path(MINGDAN_SOURCE_DIR) / room)) {
            if (const auto suffix = entry.path().extension(); suffix == ".h" || suffix == ".cpp") {
                files.push_back(entry.path());
            }
        }
    }
    return files;
}

std::vector<Include> all_includes() {
    std::vector<Include> all;
    for (const fs::path& file : sources()) {
        for (Include& include : includes_of(MINGDAN_SOURCE_DIR, file)) {
            all.push_back(std::move(include));
        }
    }
    return all;
}

TEST(Layers, includes_follow_the_arrows) {
    const std::vector<Include> all = all_includes();
    ASSERT_GT(all.size(), 50u);
    for (const Include& include : all) {
        EXPECT_EQ(complaint(include), "") << include.file << " includes " << include.header;
    }
}

TEST(Layers, a_wrapper_knows_one_outside_library) {
    std::map<std::string, Names> libraries;
    for (const Include& include : all_includes()) {
        const std::string library = library_of(include);
        if (room_of(include.file) == "wrap" && !library.empty() && library != "fmt") {
            libraries[fs::path(include.file).replace_extension().string()].insert(library);
        }
    }
    for (const auto& [file, names] : libraries) {
        EXPECT_EQ(names.size(), 1u) << file << " includes " << *names.begin() << " and " << *names.rbegin();
    }
}

TEST(Layers, a_file_holds_one_noun_or_verb) {
    for (const fs::path& path : sources()) {
        std::ifstream file(path);
        const auto lines = std::count(std::istreambuf_iterator<char>(file), {}, '\n');
        EXPECT_LE(lines, 450) << path << ": look for the second noun in it";
    }
}

TEST(Layers, wrong_arrows_are_seen) {
    const std::vector<Include> wrong = {{"extract/docx.cpp", "normalize/draft.h", false},
                                        {"normalize/x.cpp", "emit/emitter.h", false},
                                        {"emit/json.cpp", "extract/reader.h", false},
                                        {"model/x.cpp", "wrap/text.h", false},
                                        {"cli/main.cpp", "pipeline/x.h", false},
                                        {"normalize/x.cpp", "wrap/zip.h", false},
                                        {"normalize/x.cpp", "chrono", true},
                                        {"extract/x.cpp", "libxml/parser.h", true},
                                        {"extract/x.cpp", "zip.h", true},
                                        {"include/mingdan/x.h", "fmt/format.h", true},
                                        {"wrap/x.cpp", "CLI/CLI.hpp", true},
                                        {"include/mingdan/x.h", "model/utf8.h", false}};
    for (const Include& include : wrong) {
        EXPECT_NE(complaint(include), "") << include.file << " includes " << include.header;
    }
}

}  // namespace
