// What this build is and knows, printed from the lists that register it.
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
        known.push_back({pass->name, pass->purpose});
    }
    return known;
}

}  // namespace mingdan
