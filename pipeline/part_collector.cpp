#include "pipeline/part_collector.h"

#include <utility>

namespace mingdan {

namespace {

class FragmentsOnly : public Collector {
public:
    explicit FragmentsOnly(std::unique_ptr<Collector> whole) : whole_(std::move(whole)) {}

    std::string fingerprint() const override { return whole_->fingerprint(); }
    bool takes(std::string_view form) const override { return whole_->takes(form); }
    std::string fragment_of(const Notice& notice, const std::string& id) const override {
        return whole_->fragment_of(notice, id);
    }
    Result<std::vector<std::string>> assemble(const std::string&, std::span<const Fragment>) override {
        return std::vector<std::string>{};
    }

private:
    std::unique_ptr<Collector> whole_;
};

}  // namespace

void keep_fragments_only(BatchSetup& setup) {
    if (setup.collector) {
        setup.collector = std::make_unique<FragmentsOnly>(std::move(setup.collector));
    }
}

}  // namespace mingdan
