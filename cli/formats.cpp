// mingdan formats: printed from the lists in which readers, emitters and passes are registered.
#include <fmt/format.h>

#include <mingdan/mingdan.h>
#include <mingdan/save.h>

#include "cli/commands.h"
#include "cli/terminal.h"

namespace mingdan::cli {

namespace {

void list(std::string& out, std::string_view heading, const std::vector<FormatInfo>& formats) {
    out += heading;
    for (const FormatInfo& format : formats) {
        out += fmt::format("  {:<10} {:<20} {}\n", format.name, format.extensions, format.description);
    }
}

}  // namespace

int formats(const Words& words) {
    if (const std::optional<int> ended =
            parse_nothing(words, "mingdan formats", "Lists what this build reads and writes.")) {
        return *ended;
    }
    std::string out;
    list(out, "Reads (told by content, never by the name):\n", input_formats());
    list(out, "\nWrites (--to):\n", output_forms());
    list(out, "\nWrites of many notices together (mingdan batch --to):\n", batch_forms());
    out += "\nPasses, in the order in which they run (--skip NAME leaves one out, --skip all those without *):\n";
    for (const PassInfo& pass : passes()) {
        out += fmt::format("{} {:<20} {}\n", pass.always ? '*' : ' ', pass.name, pass.purpose);
    }
    const Result<void> written = save_text(out, "-");
    return written ? 0 : complain(written.error());
}

}  // namespace mingdan::cli
