// The words of a command and the lines of a manifest.
#include <algorithm>

#include <fmt/format.h>

#include <mingdan/mingdan.h>

#include "model/try.h"
#include "pipeline/batch_inputs.h"
#include "wrap/file.h"
#include "wrap/json_line.h"

namespace mingdan {

namespace {

constexpr std::uint64_t kManifestBytes = 4ull << 30;

/// A place below the output folder, whatever the path: no "..", no "/" at its head.
std::string place_of(std::string_view path) {
    std::vector<std::string_view> parts;
    while (!path.empty()) {
        const std::size_t slash = std::min(path.find('/'), path.size());
        const std::string_view part = path.substr(0, slash);
        path.remove_prefix(std::min(slash + 1, path.size()));
        if (part == "..") {
            parts.resize(parts.empty() ? 0 : parts.size() - 1);
        } else if (!part.empty() && part != ".") {
            parts.push_back(part);
        }
    }
    return fmt::format("{}", fmt::join(parts, "/"));
}

Error nothing_there(const std::string& word) {
    Error error = is_pattern(word) ? fail(ErrorCode::not_found, "no file matches the pattern",
                                          "check the pattern; ** stands for any number of folders")
                                   : fail(ErrorCode::not_found, "there is no such file or folder",
                                          "check the path; a name that holds spaces needs quotation marks");
    error.file = word;
    return error;
}

Error output_is_input(const std::string& word) {
    Error error = fail(ErrorCode::usage, "the results cannot go into the folder that is read",
                       "another folder with -o; it may lie inside this one");
    error.file = word;
    return error;
}

/// How a file that is named by itself is placed: a command's word by its own name, a manifest's line by its path.
enum class Named : std::uint8_t { by_word, by_line };

class Finder {
public:
    Finder(file::Identity output, BatchInputs& inputs) : output_(output), inputs_(inputs) {}

    Result<void> word(const std::string& word, Named named) {
        const file::Look look = file::look_at(word);
        if (word == file::kStandard) {
            inputs_.add(word, "stdin");
        } else if (look.kind == file::Kind::folder) {
            if (look.identity == output_) {
                return output_is_input(word);
            }
            walk_folder(word, "", output_, inputs_);
        } else if (look.kind == file::Kind::missing && is_pattern(word) && named == Named::by_word) {
            pattern(word);
        } else if (look.kind == file::Kind::missing && !look.link) {
            missing(word);
        } else {
            inputs_.add(word, named == Named::by_word ? file::own_name(word) : place_of(word));
        }
        return {};
    }

    Result<void> line(const std::string& line) {
        if (!line.starts_with('{')) {
            return word(line, Named::by_line);
        }
        TRY_ASSIGN(const JsonMembers members, read_json_line(line));
        const auto path = members.find("path");
        const auto id = members.find("id");
        if (path == members.end() || path->second.empty()) {
            return fail(ErrorCode::damaged_text, "the object has no \"path\"", R"({"path": "2023/notice.docx"})");
        }
        if (id == members.end()) {
            return word(path->second, Named::by_line);
        }
        inputs_.add(path->second, place_of(id->second));
        return {};
    }

private:
    void pattern(const std::string& word) {
        const std::string folder(fixed_folder(word));
        const std::size_t before = inputs_.size();
        std::string_view only = word;
        if (only.starts_with(folder)) {  // "*.docx" is below ".", which it does not begin with
            only.remove_prefix(folder.size());
            only.remove_prefix(std::min(only.find_first_not_of('/'), only.size()));
        }
        if (file::look_at(folder).kind == file::Kind::folder) {
            walk_folder(folder, only, output_, inputs_);
        }
        if (inputs_.size() == before) {
            missing(word);
        }
    }

    void missing(const std::string& word) {
        inputs_.set_incomplete();
        inputs_.add(word, place_of(word), nothing_there(word));
    }

    file::Identity output_;
    BatchInputs& inputs_;
};

Result<void> read_manifest(const std::string& manifest, Finder& finder) {
    Result<std::string> text = file::read_whole(manifest, kManifestBytes);
    if (!text) {
        if (text.error().code == ErrorCode::empty) {
            return {};  // a list of nothing is a list
        }
        text.error().file = manifest;
        return std::move(text.error());
    }
    std::size_t number = 0;
    for (std::string_view rest = *text; !rest.empty();) {
        const std::size_t end = std::min(rest.find('\n'), rest.size());
        std::string line(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
        ++number;
        if (line.ends_with('\r')) {
            line.pop_back();
        }
        if (line.empty()) {
            continue;
        }
        if (Result<void> taken = finder.line(line); !taken) {
            taken.error().file = taken.error().file.empty() ? manifest : taken.error().file;
            taken.error().part = fmt::format("line {}", number);
            return taken;
        }
    }
    return {};
}

}  // namespace

Result<BatchInputs> find_inputs(const BatchOptions& options, file::Identity output) {
    BatchInputs inputs;
    Finder finder(output, inputs);
    for (const std::string& word : options.inputs) {
        TRY(finder.word(word, Named::by_word));
    }
    if (!options.manifest.empty()) {
        TRY(read_manifest(options.manifest, finder));
    }
    if (!inputs.fits()) {
        return fail(ErrorCode::usage, "the names of all inputs together are longer than 4 GiB",
                    "several batches, each of a part of them");
    }
    inputs.settle_names(options.forms);
    return inputs;
}

}  // namespace mingdan
