// What this build is and knows, printed from the lists that register it.
#include <algorithm>

#include <fmt/format.h>

#include <mingdan/mingdan.h>

#include "extract/reader.h"
#include "normalize/pass.h"

namespace mingdan {

std::string_view version() {
    return MINGDAN_VERSION;
}

std::vector<FormatInfo> input_formats() {
    std::vector<FormatInfo> formats;
    for (const Reader* reader : readers()) {
        formats.push_back({reader->name, reader->extensions, reader->description});
    }
    return formats;
}

std::vector<PassInfo> passes() {
    std::vector<PassInfo> known;
    for (const Pass* pass : all_passes()) {
        known.push_back({pass->name, pass->purpose, pass->always});
    }
    return known;
}

Result<void> require_passes(std::span<const std::string> names) {
    std::string can_be;
    for (const Pass* pass : all_passes()) {
        can_be += pass->always ? "" : fmt::format(", {}", pass->name);
    }
    for (const std::string& name : names) {
        const auto is_named = [&](const Pass* pass) { return pass->name == name; };
        const auto pass = std::find_if(all_passes().begin(), all_passes().end(), is_named);
        const bool known = pass != all_passes().end();
        if (name == kSkipAll || (known && !(*pass)->always)) {
            continue;
        }
        return fail(ErrorCode::usage,
                    known ? fmt::format("the pass {} always runs and cannot be skipped", name)
                          : fmt::format("there is no pass \"{}\"", name),
                    fmt::format("{}{}", kSkipAll, can_be));
    }
    return {};
}

}  // namespace mingdan
