// The dataset's forms: CSV (beside each notice's own, or alone) and SQLite.
#include "pipeline/collector.h"

#include <algorithm>

#include "model/try.h"
#include "pipeline/batch_names.h"
#include "pipeline/dataset_choice.h"
#include "pipeline/dataset_csv.h"
#include "pipeline/dataset_fragment.h"
#include "pipeline/dataset_sqlite.h"
#include "wrap/stamp.h"

namespace mingdan {

namespace {

constexpr std::string_view kDataset = "dataset";
constexpr std::string_view kSqlite = "sqlite";

class DatasetCollector : public Collector {
public:
    DatasetCollector(bool csv, bool sqlite) : csv_(csv), sqlite_(sqlite) {}

    std::string fingerprint() const override { return std::string(kFragmentFormat); }
    bool takes(std::string_view form) const override { return form == kDataset || form == kSqlite; }
    std::string fragment_of(const Notice& notice, const std::string& id) const override {
        return dataset_fragment(notice, id);
    }
    Result<std::vector<std::string>> assemble(const std::string& folder, std::span<const Fragment> fragments) override {
        TRY_ASSIGN(const DatasetChoice choice, DatasetChoice::of(fragments));
        std::vector<std::string> names;
        if (csv_) {
            TRY_ASSIGN(names, write_dataset_csv(folder, fragments, choice));
        }
        if (sqlite_) {
            TRY_ASSIGN(std::string name, write_dataset_sqlite(folder, fragments, choice));
            names.push_back(std::move(name));
        } else if (file::stamp_of(below(folder, kDatasetDatabase))) {
            names.emplace_back(kDatasetDatabase);  // its history could not be made again
        }
        return names;
    }

private:
    bool csv_;
    bool sqlite_;
};

}  // namespace

std::unique_ptr<Collector> make_collector(std::span<const std::string> forms) {
    const auto has = [&](std::string_view form) { return std::find(forms.begin(), forms.end(), form) != forms.end(); };
    const bool csv = has("csv") || has(kDataset);
    const bool sqlite = has(kSqlite);
    return csv || sqlite ? std::make_unique<DatasetCollector>(csv, sqlite) : nullptr;
}

}  // namespace mingdan
