// Walks a folder. What is no input is said, not silently left: somebody who misses a notice finds it in the report.
// Links are followed, but to no folder twice, so that a walk ends whatever the links say.
#include <algorithm>
#include <set>

#include <fmt/format.h>

#include <mingdan/mingdan.h>

#include "pipeline/batch_inputs.h"
#include "pipeline/batch_names.h"

namespace mingdan {

namespace {

/// Documents that no reader takes yet are tried too: they may be something else inside (a .doc that is a .docx), and a
/// notice that cannot be read is a failure that its owner wants to know of.
constexpr std::string_view kOtherDocuments[] = {"doc", "dot",  "wps", "wpt", "rtf", "odt", "pdf", "ofd",
                                                "xls", "xlsx", "et",  "ett", "ods", "uof", "uot", "ceb"};

bool is_document_extension(std::string_view extension) {
    for (const FormatInfo& format : input_formats()) {
        for (std::string_view list = format.extensions; !list.empty();) {
            const std::size_t comma = std::min(list.find(','), list.size());
            if (list.substr(0, comma) == extension) {
                return true;
            }
            list.remove_prefix(std::min(comma + 1, list.size()));
        }
    }
    return std::find(std::begin(kOtherDocuments), std::end(kOtherDocuments), extension) != std::end(kOtherDocuments);
}

std::string lower_extension(std::string_view name) {
    const std::size_t dot = name.find_last_of('.');
    std::string extension(dot == std::string_view::npos ? "" : name.substr(dot + 1));
    for (char& c : extension) {
        c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    }
    return extension;
}

class Walk {
public:
    Walk(std::string_view only, file::Identity output, BatchInputs& inputs)
        : only_(only), output_(output), inputs_(inputs) {}

    void folder(const std::string& path, const std::string& id) {
        const file::Identity identity = file::look_at(path).identity;
        seen_.insert(identity);
        Result<std::vector<std::string>> names = file::names_in(path);
        if (!names) {
            inputs_.set_incomplete();
            inputs_.add(path, id, std::move(names.error()));
            return;
        }
        above_.push_back(identity);
        for (const std::string& name : *names) {
            entry(below(path, name), id.empty() ? name : fmt::format("{}/{}", id, name), name);
        }
        above_.pop_back();
    }

private:
    void entry(const std::string& path, const std::string& id, const std::string& name) {
        const file::Look look = file::look_at(path);
        if (look.kind == file::Kind::folder) {
            enter(path, id, name, look);
        } else if (only_.empty() || matches(id, only_)) {
            take(path, id, name, look.kind);
        }
    }

    void enter(const std::string& path, const std::string& id, const std::string& name, const file::Look& look) {
        if (name.starts_with('.')) {
            pass_over(path, id, PassedOver::hidden);
        } else if (look.identity == output_) {
            pass_over(path, id, PassedOver::output_folder);
        } else if (std::find(above_.begin(), above_.end(), look.identity) != above_.end()) {
            pass_over(path, id, PassedOver::link_loop);
        } else if (look.link && seen_.contains(look.identity)) {
            pass_over(path, id, PassedOver::same_folder);
        } else {
            const std::string_view only = only_;
            only_ = !only.empty() && matches(id, only) ? "" : only;  // a folder that a pattern names is meant whole
            folder(path, id);
            only_ = only;
        }
    }

    void take(const std::string& path, const std::string& id, const std::string& name, file::Kind kind) {
        const std::optional<PassedOver> reason = passed_over(name);
        if (reason && (only_.empty() || *reason != PassedOver::unknown_extension)) {  // a pattern is a wish
            inputs_.add(path, id, *reason);
        } else if (kind == file::Kind::other) {
            inputs_.add(path, id, PassedOver::not_a_file);
        } else if (kind == file::Kind::loop) {
            inputs_.add(path, id, PassedOver::link_loop);
        } else {
            inputs_.add(path, id);  // one that has gone or is shut will say so when it is read
        }
    }

    void pass_over(const std::string& path, const std::string& id, PassedOver reason) {
        if (only_.empty()) {  // folders beside a pattern are none of its business
            inputs_.add(path, id, reason);
        }
    }

    std::string_view only_;
    file::Identity output_;
    BatchInputs& inputs_;
    std::vector<file::Identity> above_;  ///< the folders that we are in
    std::set<file::Identity> seen_;
};

}  // namespace

std::optional<PassedOver> passed_over(std::string_view name) {
    if (name.starts_with("~$") || name.starts_with(".~lock.")) {
        return PassedOver::lock_file;
    }
    if (name.starts_with('.')) {
        return PassedOver::hidden;
    }
    return is_document_extension(lower_extension(name)) ? std::nullopt : std::optional(PassedOver::unknown_extension);
}

void walk_folder(const std::string& folder, std::string_view only, file::Identity output, BatchInputs& inputs) {
    Walk(only, output, inputs).folder(folder, "");
}

}  // namespace mingdan
