// Versions of a notice count from 1: contents that inputs had in former runs, in the order in which they were replaced;
// then the documents of this run that another one outranks; then the one in force. So a database that grew over many
// runs is the one that a single run makes, as long as no input's content changed meanwhile.
//
// A former content stays as long as its input is there. What a prune takes away leaves the history too.
#include "pipeline/dataset_sqlite.h"

#include <algorithm>
#include <functional>

#include <fmt/format.h>

#include "model/try.h"
#include "model/utf8.h"
#include "pipeline/batch_names.h"
#include "pipeline/dataset_fragment.h"
#include "pipeline/dataset_store.h"
#include "wrap/file.h"
#include "wrap/sqlite.h"

namespace mingdan {

namespace {

/// A file that is on its way; gone with this unless it took its name.
class Neighbour {
public:
    explicit Neighbour(const std::string& path) : path_(path), is_(file::neighbour_of(path)) {}
    Neighbour(const Neighbour&) = delete;
    Neighbour& operator=(const Neighbour&) = delete;
    ~Neighbour() { static_cast<void>(file::remove(is_)); }

    const std::string& path() const { return is_; }
    /// What SQLite left beside the former file (a write-ahead log) is of that one and would spoil this one.
    Result<void> take_name() {
        for (const char* ending : {"-wal", "-shm", "-journal"}) {
            TRY(file::remove(path_ + ending));
        }
        return file::replace(is_, path_);
    }

private:
    std::string path_;
    std::string is_;
};

class Update {
public:
    Update(DatasetStore& store, std::span<const Fragment> fragments, const DatasetChoice& choice)
        : store_(store), fragments_(fragments), choice_(choice) {
        for (const Fragment& fragment : fragments) {
            sources_.push_back(std::hash<std::string>{}(utf8::replace_invalid(fragment.id)));
        }
        std::sort(sources_.begin(), sources_.end());
    }

    Result<void> run() {
        TRY_ASSIGN(const std::vector<std::string> keys, store_.keys());
        for (const std::string& key : keys) {
            if (!choice_.has_key(key)) {
                TRY(update(key, {}));
            }
        }
        return choice_.for_each_key([this](const DatasetChoice::Versions& documents) {
            std::vector<StoredVersion> present;
            std::string key;
            for (const std::uint32_t index : documents) {
                Result<FragmentHead> head = read_fragment_head(fragments_[index].file);
                if (!head) {
                    return Result<void>(std::move(head.error()));
                }
                present.push_back({0, std::move(head->sha256), utf8::replace_invalid(fragments_[index].id),
                                   std::move(head->digest), index == documents.back(), &fragments_[index]});
                key = std::move(head->key);
            }
            return update(key, std::move(present));
        });
    }

private:
    bool is_former(const StoredVersion& known) const {
        return !choice_.has_content(known.sha256) &&
               std::binary_search(sources_.begin(), sources_.end(), std::hash<std::string>{}(known.source));
    }

    Result<void> update(const std::string& key, std::vector<StoredVersion> present) {
        TRY_ASSIGN(const std::vector<StoredVersion> known, store_.versions(key));
        std::vector<StoredVersion> wanted;
        std::copy_if(known.begin(), known.end(), std::back_inserter(wanted),
                     [this](const StoredVersion& is) { return is_former(is); });
        std::move(present.begin(), present.end(), std::back_inserter(wanted));
        const bool same = std::equal(known.begin(), known.end(), wanted.begin(), wanted.end(), is_same);
        return same ? Result<void>() : store_.replace(key, known, wanted);
    }

    /// A document that was in force and is no more has to move, though nothing in it changed.
    static bool is_same(const StoredVersion& known, const StoredVersion& wanted) {
        const bool former = wanted.document == nullptr;
        return known.digest == wanted.digest && known.sha256 == wanted.sha256 &&
               known.in_force == (!former && wanted.in_force);
    }

    DatasetStore& store_;
    std::span<const Fragment> fragments_;
    const DatasetChoice& choice_;
    std::vector<std::size_t> sources_;  ///< hashes, sorted
};

}  // namespace

Result<std::string> write_dataset_sqlite(const std::string& folder, std::span<const Fragment> fragments,
                                         const DatasetChoice& choice) {
    TRY(file::make_folder(below(folder, "dataset")));
    const std::string path = below(folder, kDatasetDatabase);
    Neighbour neighbour(path);
    const auto make = [&]() -> Result<void> {
        TRY_ASSIGN(DatasetStore store, DatasetStore::open(neighbour.path(), path));
        TRY(Update(store, fragments, choice).run());
        return store.close();
    };
    if (Result<void> made = make(); !made) {
        const bool of_fragment =
            made.error().code == ErrorCode::internal || made.error().code == ErrorCode::output_text;
        made.error().file = of_fragment ? made.error().file : path;
        return std::move(made.error());
    }
    TRY(neighbour.take_name());
    return std::string(kDatasetDatabase);
}

}  // namespace mingdan
