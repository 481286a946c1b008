#include "tests/fuzz/support/promises.h"

#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <string>

#include <mingdan/mingdan.h>

#include "model/utf8.h"

namespace mingdan::fuzz {

namespace {

void require(bool holds, const std::string& promise) {
    if (!holds) {
        std::fprintf(stderr, "broken promise: %s\n", promise.c_str());
        std::abort();
    }
}

void check_accounting(const Notice& notice) {
    std::uint64_t left_out = 0;
    for (const LeftOut& piece : notice.accounting.left_out) {
        left_out += piece.characters;
        require(piece.characters == count_characters(piece.text), "left-out text is counted: " + piece.text);
    }
    const std::uint64_t kept = kept_characters(notice);
    require(notice.accounting.kept == kept, "kept is the sum of what the fields weigh");
    require(notice.accounting.read == kept + left_out, std::to_string(notice.accounting.read) +
                                                           " read = " + std::to_string(kept) + " kept + " +
                                                           std::to_string(left_out) + " left out");
}

void check_records(const Notice& notice) {
    for (const Roster& roster : notice.rosters) {
        require(!roster.columns.empty(), "a roster has columns");
        for (const auto* rows : {&roster.records, &roster.totals}) {
            for (const Record& record : *rows) {
                require(record.values.size() == roster.columns.size(), "a record has a value for each column");
            }
        }
    }
}

void check_form(const Notice& notice, std::string_view form, const EmitOptions& options) {
    std::ostringstream out;
    const auto written = emit(notice, form, out, options);
    require(written.has_value(), std::string(form) + " can be written: " + (written ? "" : written.error().describe()));
    require(utf8::find_invalid(out.view()) == std::string_view::npos, std::string(form) + " is UTF-8");
}

}  // namespace

void check_promises(const Notice& notice) {
    check_accounting(notice);
    check_records(notice);
    check_form(notice, "json", {.trace = true});
    check_form(notice, "ndjson", {});
    check_form(notice, "markdown", {});
    for (std::uint32_t i = 0; i < notice.rosters.size(); ++i) {
        check_form(notice, "csv",
                   {.csv_shape = i % 2 == 0 ? CsvShape::wide : CsvShape::long_, .excel = true, .roster = i});
    }
}

}  // namespace mingdan::fuzz
