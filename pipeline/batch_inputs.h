// From the words of a command to a list of inputs: folders are walked, patterns matched, a manifest read. The order is
// that of the words, in a folder the bytewise order of the names; it depends on nothing else.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <mingdan/batch.h>
#include <mingdan/result.h>

#include "wrap/folder.h"

namespace mingdan {

/// All inputs with their places, held in little memory: there may be millions.
class BatchInputs {
public:
    /// Why an input is none, or cannot be one.
    using Verdict = std::variant<PassedOver, Error>;

    std::size_t size() const { return entries_.size(); }
    std::string path(std::size_t index) const { return std::string(path_view(index)); }
    std::string id(std::size_t index) const { return std::string(id_view(index)); }
    /// Nothing for what is to be converted.
    const Verdict* verdict(std::size_t index) const;

    /// What a manifest says of the input's content, its SHA-256, or "".
    std::string planned(std::size_t index) const;

    void add(std::string_view path, std::string_view id);
    void add(std::string_view path, std::string_view id, Verdict verdict);

    /// Of the input that was added last: 64 hexadecimal digits.
    void set_planned(std::string_view sha256);

    /// False where there were more than fit: what was added last is not there.
    bool fits() const { return fits_; }

    /// Refuses inputs whose results would have a name that another's have, or that is the batch's own. The first one
    /// that names an id has it; the same file named twice is one input.
    void settle_names(std::span<const std::string> forms);

    /// Inputs to convert by id, bytewise; after settle_names.
    const std::vector<std::uint32_t>& by_id() const { return by_id_; }
    bool has(std::string_view id) const;
    /// False where a folder or file that was named could not be read: what seems gone may only be out of reach.
    bool complete() const { return complete_; }
    void set_incomplete() { complete_ = false; }

    /// Leaves those alone whose ids are wanted.
    void keep_only(const std::function<bool(std::string_view id)>& wanted);
    /// SHA-256 of the manifest as it was read, or "" without one.
    const std::string& manifest_digest() const { return manifest_digest_; }
    void set_manifest_digest(std::string digest) { manifest_digest_ = std::move(digest); }

private:
    struct Entry {
        std::uint32_t path;  ///< where it begins in text_
        std::uint32_t id;
        std::uint32_t path_length;
        std::uint32_t id_length;
    };

    std::string_view path_view(std::size_t index) const;
    std::string_view id_view(std::size_t index) const;
    void refuse_equal_names();
    void refuse_names_of_folders(std::span<const std::string> forms);
    void drop(const std::vector<bool>& unwanted);

    std::string text_;
    std::string
        planned_;  ///< as many digits for each entry, blanks where nothing was said; empty where nothing was ever
    std::string manifest_digest_;
    std::vector<Entry> entries_;
    std::map<std::size_t, Verdict> verdicts_;
    std::vector<std::uint32_t> by_id_;
    bool complete_ = true;
    bool fits_ = true;
};

/// Which lines a manifest may have.
enum class Listed : std::uint8_t {
    anything,  ///< paths too, and folders to walk
    planned    ///< objects with id and path, as `plan` writes them
};

/// An error where nothing can be begun: the manifest cannot be read, the output folder is an input.
Result<BatchInputs> find_inputs(const BatchOptions& options, file::Identity output, Listed listed = Listed::anything);

/// Adds what a folder holds. Ids are the places below it. `only` is a pattern for the place, or empty.
void walk_folder(const std::string& folder, std::string_view only, file::Identity output, BatchInputs& inputs);

/// Why a name in a folder is none of a document. Extensions decide only what is tried; what a file is, its content
/// says.
std::optional<PassedOver> passed_over(std::string_view name);

// Patterns.
bool is_pattern(std::string_view word);
/// "2023/*/x*.docx" begins in "2023".
std::string_view fixed_folder(std::string_view pattern);
/// * and ? and [] within a name, ** for any number of folders.
bool matches(std::string_view place, std::string_view pattern);

}  // namespace mingdan
