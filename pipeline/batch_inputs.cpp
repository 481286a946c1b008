#include "pipeline/batch_inputs.h"

#include <algorithm>
#include <limits>
#include <numeric>

#include <fmt/format.h>

#include <mingdan/mingdan.h>

#include "pipeline/batch_names.h"

namespace mingdan {

namespace {

constexpr std::size_t kDigits = 64;  ///< of a SHA-256

Error name_taken(std::string message) {
    return fail(ErrorCode::name_taken, std::move(message),
                "name the folder above both, so that their places tell them apart, or give each an output folder");
}

/// Names in the output folder that are the batch's own.
bool is_own(std::string_view id, std::span<const std::string> forms) {
    constexpr std::string_view kDataset = "dataset/datapackage.json";
    return id.starts_with(".mingdan/") || std::any_of(forms.begin(), forms.end(), [&](const std::string& form) {
               const std::string name = fmt::format("{}{}", id, output_suffix(form));
               return name == kReport || name == kDataset;
           });
}

}  // namespace

std::string_view BatchInputs::path_view(std::size_t index) const {
    return std::string_view(text_).substr(entries_[index].path, entries_[index].path_length);
}

std::string_view BatchInputs::id_view(std::size_t index) const {
    return std::string_view(text_).substr(entries_[index].id, entries_[index].id_length);
}

const BatchInputs::Verdict* BatchInputs::verdict(std::size_t index) const {
    const auto found = verdicts_.find(index);
    return found == verdicts_.end() ? nullptr : &found->second;
}

void BatchInputs::add(std::string_view path, std::string_view id) {
    constexpr std::size_t kMost = std::numeric_limits<std::uint32_t>::max();
    if (path.size() + id.size() > kMost - text_.size()) {
        fits_ = false;
        return;
    }
    const auto begin = static_cast<std::uint32_t>(text_.size());
    text_ += path;
    const bool at_the_end = path.ends_with(id);
    const std::size_t id_begin = at_the_end ? text_.size() - id.size() : text_.size();
    text_ += at_the_end ? std::string_view{} : id;
    entries_.push_back({begin, static_cast<std::uint32_t>(id_begin), static_cast<std::uint32_t>(path.size()),
                        static_cast<std::uint32_t>(id.size())});
}

void BatchInputs::add(std::string_view path, std::string_view id, Verdict verdict) {
    const std::size_t index = entries_.size();
    add(path, id);
    if (entries_.size() > index) {
        verdicts_.emplace(index, std::move(verdict));
    }
}

std::string BatchInputs::planned(std::size_t index) const {
    const std::string_view digits =
        std::string_view(planned_).substr(std::min(index * kDigits, planned_.size()), kDigits);
    return digits.starts_with(' ') ? std::string() : std::string(digits);
}

void BatchInputs::set_planned(std::string_view sha256) {
    planned_.resize((entries_.size() - 1) * kDigits, ' ');
    planned_ += sha256;
}

void BatchInputs::keep_only(const std::function<bool(std::string_view id)>& wanted) {
    std::vector<bool> others(entries_.size());
    for (std::size_t index = 0; index < entries_.size(); ++index) {
        others[index] = !wanted(id_view(index));
    }
    drop(others);
}

void BatchInputs::settle_names(std::span<const std::string> forms) {
    text_.shrink_to_fit();
    entries_.shrink_to_fit();
    refuse_equal_names();
    refuse_names_of_folders(forms);
    std::erase_if(by_id_, [&](std::uint32_t index) { return verdicts_.contains(index); });
}

void BatchInputs::refuse_equal_names() {
    by_id_.clear();
    by_id_.reserve(entries_.size() - verdicts_.size());
    for (std::uint32_t index = 0; index < entries_.size(); ++index) {
        if (!verdicts_.contains(index)) {
            by_id_.push_back(index);
        }
    }
    std::sort(by_id_.begin(), by_id_.end(), [&](std::uint32_t a, std::uint32_t b) {
        const int order = id_view(a).compare(id_view(b));
        return order != 0 ? order < 0 : a < b;
    });
    std::vector<bool> twice(entries_.size());
    bool any = false;
    for (std::size_t i = 1, first = 0; i < by_id_.size(); ++i) {
        const std::uint32_t winner = by_id_[first];
        const std::uint32_t other = by_id_[i];
        if (id_view(winner) != id_view(other)) {
            first = i;
        } else if (file::look_at(path(winner)).identity == file::look_at(path(other)).identity) {
            any = twice[other] = true;
        } else {
            verdicts_.emplace(
                other, name_taken(fmt::format("its results would have the names of those of {}", path_view(winner))));
        }
    }
    if (any) {
        drop(twice);
    }
}

/// The results of "a" may be called "a.json", and so may a folder of inputs.
void BatchInputs::refuse_names_of_folders(std::span<const std::string> forms) {
    for (const std::uint32_t index : by_id_) {
        const std::string_view id = id_view(index);
        if (is_own(id, forms)) {
            verdicts_.emplace(index, name_taken("its results would have a name that is the batch's own"));
            continue;
        }
        for (std::size_t slash = id.find('/'); slash != std::string_view::npos; slash = id.find('/', slash + 1)) {
            const std::string_view folder = id.substr(0, slash);
            for (std::size_t dot = folder.find('.'); dot != std::string_view::npos; dot = folder.find('.', dot + 1)) {
                if (is_of_form(folder.substr(dot), forms) && has(folder.substr(0, dot))) {
                    verdicts_.emplace(
                        index, name_taken(fmt::format("its results would lie in {}, which is a result of {}", folder,
                                                      folder.substr(0, dot))));
                }
            }
        }
    }
}

void BatchInputs::drop(const std::vector<bool>& unwanted) {
    std::vector<std::uint32_t> moved(entries_.size());
    std::map<std::size_t, Verdict> verdicts;
    std::uint32_t kept = 0;
    planned_.resize(planned_.empty() ? 0 : entries_.size() * kDigits, ' ');
    for (std::uint32_t index = 0; index < entries_.size(); ++index) {
        if (unwanted[index]) {
            continue;
        }
        if (const auto found = verdicts_.find(index); found != verdicts_.end()) {
            verdicts.emplace(kept, std::move(found->second));
        }
        moved[index] = kept;
        if (!planned_.empty() && kept != index) {
            planned_.replace(kept * kDigits, kDigits, planned_, index * kDigits, kDigits);
        }
        entries_[kept++] = entries_[index];
    }
    entries_.resize(kept);
    planned_.resize(std::min<std::size_t>(planned_.size(), kept * kDigits));
    verdicts_ = std::move(verdicts);
    std::erase_if(by_id_, [&](std::uint32_t index) { return unwanted[index]; });
    for (std::uint32_t& index : by_id_) {
        index = moved[index];
    }
}

bool BatchInputs::has(std::string_view wanted) const {
    const auto found = std::lower_bound(by_id_.begin(), by_id_.end(), wanted,
                                        [&](std::uint32_t index, std::string_view id) { return id_view(index) < id; });
    return found != by_id_.end() && id_view(*found) == wanted;
}

}  // namespace mingdan
