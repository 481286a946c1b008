#include "pipeline/assembly.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/try.h"
#include "pipeline/batch_names.h"
#include "wrap/file.h"
#include "wrap/folder.h"
#include "wrap/hash.h"

namespace mingdan {

namespace {

/// What a whole is made of, in a few bytes.
class Digest {
public:
    explicit Digest(const std::string& begin) : is_(begin) {}

    void add(const std::string& id, std::uint64_t mark) {
        const std::string next = fmt::format("{}\n{}\n{:x}", is_, id, mark);
        is_ = sha256_hex(std::as_bytes(std::span(next)));
    }
    const std::string& text() const { return is_; }

private:
    std::string is_;
};

std::vector<GoneFragment> all_fragments(const BatchInputs& inputs, const std::vector<std::uint64_t>& marks,
                                        std::vector<GoneFragment> gone) {
    for (const std::uint32_t index : inputs.by_id()) {
        if (marks[index] != 0) {
            gone.push_back({inputs.id(index), marks[index]});
        }
    }
    std::sort(gone.begin(), gone.end(), [](const GoneFragment& a, const GoneFragment& b) { return a.id < b.id; });
    return gone;
}

bool all_there(const std::string& folder, const Assembled& assembled) {
    return std::all_of(assembled.files.begin(), assembled.files.end(), [&](const auto& file) {
        const std::optional<file::Stamp> stamp = file::stamp_of(below(folder, file.first));
        return stamp && stamp->size == file.second;
    });
}

std::vector<std::string> names_of(const Assembled& assembled) {
    std::vector<std::string> names;
    for (const auto& [name, bytes] : assembled.files) {
        names.push_back(name);
    }
    return names;
}

Result<void> remove_others(const std::string& folder, const std::optional<Assembled>& former,
                           const std::vector<std::string>& names) {
    for (const std::string& name : former ? names_of(*former) : std::vector<std::string>{}) {
        if (std::find(names.begin(), names.end(), name) == names.end()) {
            TRY(file::remove(below(folder, name)));
        }
    }
    return {};
}

}  // namespace

std::uint64_t fragment_mark(const BatchSetup& setup, const BatchRecord& record) {
    if (!setup.collector || record.fragment_bytes == 0 || record.fragment_fingerprint != setup.collector_fingerprint) {
        return 0;
    }
    const std::uint64_t mark = std::hash<std::string>{}(record.outcome.sha256 + record.fingerprint);
    return mark == 0 ? 1 : mark;
}

Result<std::vector<std::string>> assemble(const BatchSetup& setup, const BatchInputs& inputs,
                                          const std::vector<std::uint64_t>& marks, std::vector<GoneFragment> gone,
                                          BatchState& state) {
    const std::string& folder = setup.options.folder;
    Digest digest(setup.fingerprint);
    std::vector<Fragment> fragments;
    for (GoneFragment& fragment : all_fragments(inputs, marks, std::move(gone))) {
        digest.add(fragment.id, fragment.mark);
        std::string path = fragment_file(folder, fragment.id);
        fragments.push_back({std::move(fragment.id), std::move(path)});
    }
    const std::optional<Assembled>& former = state.assembled();
    if (former && former->digest == digest.text() && all_there(folder, *former)) {
        return names_of(*former);
    }
    TRY_ASSIGN(std::vector<std::string> names, setup.collector->assemble(folder, fragments));
    TRY(remove_others(folder, former, names));
    Assembled made{digest.text(), {}};
    for (const std::string& name : names) {
        const std::optional<file::Stamp> stamp = file::stamp_of(below(folder, name));
        made.files.emplace_back(name, stamp ? stamp->size : 0);
    }
    TRY(state.keep(made));
    return names;
}

Result<std::uint64_t> leave_assembled(const std::string& folder, bool prune, BatchState& state) {
    if (!state.assembled() || state.assembled()->files.empty()) {
        return std::uint64_t{0};
    }
    const std::vector<std::string> names = names_of(*state.assembled());
    if (!prune) {
        return std::uint64_t{names.size()};
    }
    for (const std::string& name : names) {
        TRY(file::remove(below(folder, name)));
        file::remove_empty_folders(below(folder, name), folder);
    }
    TRY(state.keep(Assembled{"none", {}}));
    return std::uint64_t{0};
}

}  // namespace mingdan
