// The words of a command and the lines of a manifest.
#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include <mingdan/mingdan.h>

#include "model/try.h"
#include "pipeline/batch_inputs.h"
#include "wrap/file.h"
#include "wrap/hash.h"
#include "wrap/json_line.h"

namespace mingdan {

namespace {

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

bool is_sha256(std::string_view text) {
    return text.size() == 64 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
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
    Finder(file::Identity output, Listed listed, BatchInputs& inputs)
        : output_(output), listed_(listed), inputs_(inputs) {}

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
        if (!line.starts_with('{') && listed_ == Listed::anything) {
            return word(line, Named::by_line);
        }
        TRY_ASSIGN(const JsonMembers members, read_json_line(line));
        const auto path = members.find("path");
        const auto id = members.find("id");
        if (path == members.end() || path->second.empty()) {
            return fail(ErrorCode::damaged_text, "the object has no \"path\"", R"({"path": "2023/notice.docx"})");
        }
        if (id == members.end() && listed_ == Listed::planned) {
            return fail(ErrorCode::damaged_text, "the object has no \"id\", as a manifest of a plan has",
                        "mingdan plan INPUT… -o manifest.ndjson");
        }
        const std::size_t before = inputs_.size();
        if (id != members.end()) {
            inputs_.add(path->second, place_of(id->second));
        } else {
            TRY(word(path->second, Named::by_line));
        }
        const auto sha256 = members.find("sha256");
        if (sha256 == members.end() || inputs_.size() != before + 1) {
            return {};  // a folder has no content of its own
        }
        if (!is_sha256(sha256->second)) {
            return fail(ErrorCode::damaged_text, "the object's \"sha256\" is none",
                        "64 hexadecimal digits, in lower case");
        }
        inputs_.set_planned(sha256->second);
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
    Listed listed_;
    BatchInputs& inputs_;
};

/// Takes a manifest in pieces, and hands on its lines.
class ManifestReader {
public:
    ManifestReader(const std::string& manifest, Finder& finder) : manifest_(manifest), finder_(finder) {}

    Result<std::string> run() {
        Result<void> read = file::read_pieces(manifest_, [&](std::string_view piece) { return take(piece); });
        if (read && !rest_.empty()) {
            read = line(std::exchange(rest_, {}));
        }
        if (!read) {
            read.error().file = read.error().file.empty() ? manifest_ : read.error().file;
            return std::move(read.error());
        }
        return hash_.hex();
    }

private:
    Result<void> take(std::string_view piece) {
        hash_.add(piece);
        for (std::size_t end = piece.find('\n'); end != std::string_view::npos; end = piece.find('\n')) {
            rest_ += piece.substr(0, end);
            piece.remove_prefix(end + 1);
            TRY(line(std::exchange(rest_, {})));
        }
        rest_ += piece;
        return {};
    }

    Result<void> line(std::string text) {
        ++number_;
        if (text.ends_with('\r')) {
            text.pop_back();
        }
        Result<void> taken = text.empty() ? Result<void>() : finder_.line(text);
        if (!taken) {
            taken.error().part = fmt::format("line {}", number_);
        }
        return taken;
    }

    const std::string& manifest_;
    Finder& finder_;
    Sha256 hash_;
    std::string rest_;
    std::size_t number_ = 0;
};

}  // namespace

Result<BatchInputs> find_inputs(const BatchOptions& options, file::Identity output, Listed listed) {
    BatchInputs inputs;
    Finder finder(output, listed, inputs);
    for (const std::string& word : options.inputs) {
        TRY(finder.word(word, Named::by_word));
    }
    if (!options.manifest.empty()) {
        TRY_ASSIGN(std::string digest, ManifestReader(options.manifest, finder).run());
        inputs.set_manifest_digest(std::move(digest));
    }
    if (!inputs.fits()) {
        return fail(ErrorCode::usage, "the names of all inputs together are longer than 4 GiB",
                    "several batches, each of a part of them");
    }
    inputs.settle_names(options.forms);
    return inputs;
}

}  // namespace mingdan
