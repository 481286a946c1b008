// The public door to the emitters.
#include <fmt/format.h>

#include <mingdan/mingdan.h>

#include "emit/emitter.h"
#include "model/try.h"

namespace mingdan {

namespace {

std::string known_forms() {
    std::string names;
    for (const Emitter* emitter : emitters()) {
        names += names.empty() ? "" : ", ";
        names += emitter->name;
    }
    return names;
}

constexpr FormatInfo kBatchForms[] = {
    {"dataset", "csv,json", "tables of all notices as CSV, with a Frictionless datapackage.json; csv writes them too"},
    {"sqlite", "sqlite", "the same tables as a SQLite database, with what was replaced"},
};

Error no_such_form(std::string_view form) {
    for (const FormatInfo& info : kBatchForms) {
        if (info.name == form) {
            return fail(ErrorCode::usage, fmt::format("{} is made of many notices together", form),
                        fmt::format("mingdan batch INPUT… -o DIR --to {}", form));
        }
    }
    return fail(ErrorCode::usage, fmt::format("no form is called \"{}\"", form), "one of " + known_forms());
}

/// Emitters walk rows and columns side by side and rely on it.
Result<void> check_shape(const Notice& notice) {
    for (const Roster& roster : notice.rosters) {
        for (const auto* rows : {&roster.records, &roster.totals}) {
            for (const Record& row : *rows) {
                if (row.values.size() != roster.columns.size()) {
                    return fail(ErrorCode::internal, fmt::format("a row of roster {} has {} values for {} columns",
                                                                 &roster - notice.rosters.data() + 1, row.values.size(),
                                                                 roster.columns.size()));
                }
            }
        }
    }
    return {};
}

}  // namespace

Result<void> emit(const Notice& notice, std::string_view form, std::ostream& out, const EmitOptions& options,
                  std::vector<Finding>* found) {
    const Emitter* emitter = find_emitter(form);
    if (emitter == nullptr) {
        return no_such_form(form);
    }
    TRY(check_shape(notice));
    Output output(out, emitter->binary ? Output::Content::bytes : Output::Content::text);
    TRY(emitter->write(notice, options, output, found));
    return output.finish();
}

std::vector<FormatInfo> output_forms() {
    std::vector<FormatInfo> forms;
    for (const Emitter* emitter : emitters()) {
        forms.push_back({emitter->name, emitter->extension, emitter->description});
    }
    return forms;
}

std::vector<FormatInfo> batch_forms() {
    return {std::begin(kBatchForms), std::end(kBatchForms)};
}

bool one_file_per_roster(std::string_view form) {
    const Emitter* emitter = find_emitter(form);
    return emitter != nullptr && emitter->per_roster;
}

bool is_binary(std::string_view form) {
    const Emitter* emitter = find_emitter(form);
    return emitter != nullptr && emitter->binary;
}

}  // namespace mingdan
