// Of all documents, which are one notice, and which of those is in force: the one with the later date (a corrected
// re-issue), else the one that calls itself corrected, else the one whose id comes last.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include <mingdan/result.h>

#include "pipeline/collector.h"

namespace mingdan {

/// A few bytes for each document, however many there are.
class DatasetChoice {
public:
    using Digest = std::array<std::uint64_t, 2>;

    /// Reads the heads of all fragments, which come in the order of their ids.
    static Result<DatasetChoice> of(std::span<const Fragment> fragments);

    /// Indexes of the documents that are in force, in their order.
    const std::vector<std::uint32_t>& in_force() const { return in_force_; }

    /// Documents of one key, the one in force last. Bytewise equal ones are one: the last of them stands for all.
    using Versions = std::vector<std::uint32_t>;
    /// Calls for each key, in an order that depends on the keys alone.
    Result<void> for_each_key(const std::function<Result<void>(const Versions&)>& see) const;
    bool has_key(std::string_view key) const;
    /// Whether a document with this SHA-256 is among them, whatever its key.
    bool has_content(std::string_view sha256) const;

private:
    struct Document {
        Digest key;
        Digest content;
        std::uint32_t date : 31;
        std::uint32_t corrected : 1;
        std::uint32_t index;
    };

    std::vector<Document> documents_;  ///< by key, then the one in force last
    std::vector<std::uint32_t> in_force_;
    std::vector<Digest> contents_;  ///< sorted
};

}  // namespace mingdan
