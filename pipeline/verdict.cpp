// `mingdan check --format json`: findings as they stand in the notice's own JSON.
#include <mingdan/check.h>

#include <optional>

#include "emit/json_place.h"
#include "emit/json_writer.h"

namespace mingdan {

namespace {

std::optional<std::string_view> unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

void write_error(JsonWriter& json, const Error& error) {
    json.open_object();
    json.text("code", error_name(error.code));
    json.text("message", error.message);
    json.optional_text("part", unless_empty(error.part));
    json.optional_text("hint", unless_empty(error.hint));
    json.close();
}

void write_finding(JsonWriter& json, const Notice& notice, const Finding& finding) {
    json.open_object();
    json.text("code", finding_name(finding.code));
    json.text("severity", severity_name(finding.severity));
    json.text("message", finding.message);
    json.key("at");
    write_at(json, notice, finding);
    json.close();
}

}  // namespace

std::string verdict_json(std::string_view file, const Result<Notice>& notice) {
    std::string out;
    JsonWriter json(out);
    json.open_object();
    json.text("file", file);
    json.key("error");
    if (notice) {
        json.null();
    } else {
        write_error(json, notice.error());
    }
    json.key("findings");
    json.open_array();
    if (notice) {
        for (const Finding& finding : notice->findings) {
            write_finding(json, *notice, finding);
        }
    }
    json.close();
    json.close();
    return out;
}

}  // namespace mingdan
