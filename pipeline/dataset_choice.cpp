#include "pipeline/dataset_choice.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <tuple>

#include "model/try.h"
#include "pipeline/dataset_fragment.h"
#include "wrap/hash.h"

namespace mingdan {

namespace {

/// The first half of a SHA-256, which tells as many notices apart as anyone will ever have.
DatasetChoice::Digest digest_of(std::string_view hex) {
    DatasetChoice::Digest digest{};
    for (std::size_t i = 0; i < digest.size(); ++i) {
        const std::string_view half = hex.substr(std::min(hex.size(), 16 * i), 16);
        std::from_chars(half.data(), half.data() + half.size(), digest[i], 16);
    }
    return digest;
}

DatasetChoice::Digest digest_of_key(std::string_view key) {
    return digest_of(sha256_hex(std::as_bytes(std::span(key))));
}

}  // namespace

Result<DatasetChoice> DatasetChoice::of(std::span<const Fragment> fragments) {
    DatasetChoice choice;
    std::vector<Document>& documents = choice.documents_;
    documents.reserve(fragments.size());
    for (std::size_t i = 0; i < fragments.size(); ++i) {
        TRY_ASSIGN(const FragmentHead head, read_fragment_head(fragments[i].file));
        documents.push_back({digest_of_key(head.key), digest_of(head.sha256), head.date & 0x7FFFFFFF,
                             head.corrected ? 1u : 0u, static_cast<std::uint32_t>(i)});
    }
    const auto rank = [](const Document& is) {
        return std::tuple(is.key, std::uint32_t{is.date}, std::uint32_t{is.corrected}, is.index);
    };
    std::sort(documents.begin(), documents.end(),
              [&](const Document& a, const Document& b) { return rank(a) < rank(b); });
    for (std::size_t i = 0; i < documents.size(); ++i) {
        if (i + 1 == documents.size() || documents[i].key != documents[i + 1].key) {
            choice.in_force_.push_back(documents[i].index);
        }
    }
    std::sort(choice.in_force_.begin(), choice.in_force_.end());
    std::transform(documents.begin(), documents.end(), std::back_inserter(choice.contents_),
                   [](const Document& is) { return is.content; });
    std::sort(choice.contents_.begin(), choice.contents_.end());
    return choice;
}

Result<void> DatasetChoice::for_each_key(const std::function<Result<void>(const Versions&)>& see) const {
    Versions versions;
    for (auto begin = documents_.begin(); begin != documents_.end();) {
        const auto end =
            std::find_if(begin, documents_.end(), [&](const Document& is) { return is.key != begin->key; });
        versions.clear();
        for (auto at = begin; at != end; ++at) {
            const bool again =
                std::any_of(at + 1, end, [&](const Document& later) { return later.content == at->content; });
            if (!again) {
                versions.push_back(at->index);
            }
        }
        TRY(see(versions));
        begin = end;
    }
    return {};
}

bool DatasetChoice::has_key(std::string_view key) const {
    const Digest digest = digest_of_key(key);
    const auto found = std::lower_bound(documents_.begin(), documents_.end(), digest,
                                        [](const Document& is, const Digest& wanted) { return is.key < wanted; });
    return found != documents_.end() && found->key == digest;
}

bool DatasetChoice::has_content(std::string_view sha256) const {
    return std::binary_search(contents_.begin(), contents_.end(), digest_of(sha256));
}

}  // namespace mingdan
