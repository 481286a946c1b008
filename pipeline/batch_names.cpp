#include "pipeline/batch_names.h"

#include <algorithm>

#include <fmt/format.h>

#include <mingdan/mingdan.h>

#include "model/try.h"
#include "wrap/file.h"
#include "wrap/hash.h"

namespace mingdan {

namespace {

std::string_view extension_of(std::string_view form) {
    for (const FormatInfo& info : output_forms()) {
        if (info.name == form) {
            return info.extensions;
        }
    }
    return form;
}

bool all_digits(std::string_view text) {
    return !text.empty() && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

Result<void> remove_rosters(const std::string& stem, std::string_view form, std::uint32_t first) {
    std::uint32_t end = first;
    while (file::stamp_of(stem + output_suffix(form, end))) {
        ++end;
    }
    while (end > first) {
        TRY(file::remove(stem + output_suffix(form, --end)));
    }
    return {};
}

}  // namespace

std::string below(std::string_view folder, std::string_view name) {
    return fmt::format("{}{}{}", folder, folder.ends_with('/') ? "" : "/", name);
}

std::string output_suffix(std::string_view form, std::uint32_t roster) {
    const std::string_view extension = extension_of(form);
    return one_file_per_roster(form) ? fmt::format(".roster-{}.{}", roster + 1, extension)
                                     : fmt::format(".{}", extension);
}

bool is_of_form(std::string_view suffix, std::span<const std::string> forms) {
    return std::any_of(forms.begin(), forms.end(), [&](const std::string& form) {
        constexpr std::string_view kRoster = ".roster-";
        if (!one_file_per_roster(form)) {
            return suffix == output_suffix(form);
        }
        const std::string extension = fmt::format(".{}", extension_of(form));
        return suffix.starts_with(kRoster) && suffix.ends_with(extension) &&
               suffix.size() > kRoster.size() + extension.size() &&
               all_digits(suffix.substr(kRoster.size(), suffix.size() - kRoster.size() - extension.size()));
    });
}

std::string fragment_file(const std::string& folder, const std::string& id) {
    const std::string digest = sha256_hex(std::as_bytes(std::span(id)));
    return below(folder, fmt::format(".mingdan/fragments/{}/{}", digest.substr(0, 2), digest.substr(2, 30)));
}

Result<void> remove_results(const std::string& folder, const std::string& id, std::span<const std::string> forms,
                            std::uint32_t first, bool all) {
    const std::string stem = below(folder, id);
    for (const std::string& form : forms) {
        if (one_file_per_roster(form)) {
            TRY(remove_rosters(stem, form, first));
        } else if (all) {
            TRY(file::remove(stem + output_suffix(form)));
        }
    }
    return {};
}

}  // namespace mingdan
