#include "pipeline/batch_report.h"

#include <fmt/format.h>

#include "emit/json_writer.h"
#include "model/try.h"
#include "model/utf8.h"
#include "pipeline/batch_names.h"

namespace mingdan {

namespace {

struct ReasonText {
    std::string_view name;
    std::string_view meaning;
};

constexpr ReasonText kReasons[] = {
#define PASSED_OVER(id, name, meaning) {name, meaning},
#include <mingdan/passed_over.def>
#undef PASSED_OVER
};

std::optional<std::string_view> unless_empty(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional<std::string_view>(text);
}

void write_error(JsonWriter& json, const std::optional<Error>& error) {
    json.key("error");
    if (!error) {
        json.null();
        return;
    }
    json.open_object();
    json.text("code", error_name(error->code));
    json.text("message", utf8::replace_invalid(error->message));
    json.optional_text("part", unless_empty(utf8::replace_invalid(error->part)));
    json.optional_text("hint", unless_empty(error->hint));
    json.close();
}

void write_passed_over(JsonWriter& json, const std::optional<PassedOver>& reason) {
    json.key("passed_over");
    if (!reason) {
        json.null();
        return;
    }
    json.open_object();
    json.text("code", passed_over_name(*reason));
    json.text("message", passed_over_meaning(*reason));
    json.close();
}

void write_findings(JsonWriter& json, const InputOutcome& outcome) {
    json.key("findings");
    json.open_object();
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info}) {
        json.number(severity_name(severity), outcome.findings[static_cast<std::size_t>(severity)]);
    }
    json.close();
}

}  // namespace

std::string_view passed_over_name(PassedOver reason) {
    return kReasons[static_cast<std::size_t>(reason)].name;
}
std::string_view passed_over_meaning(PassedOver reason) {
    return kReasons[static_cast<std::size_t>(reason)].meaning;
}

std::string_view status_name(InputStatus status) {
    constexpr std::string_view kNames[] = {"ok", "failed", "passed-over"};
    return kNames[static_cast<std::size_t>(status)];
}

std::string report_line(const InputOutcome& outcome) {
    const std::string id = utf8::replace_invalid(outcome.id);
    std::string line;
    JsonWriter json(line);
    json.open_object();
    json.text("id", id);
    json.text("path", utf8::replace_invalid(outcome.path));
    json.text("status", status_name(outcome.status));
    write_error(json, outcome.error);
    write_passed_over(json, outcome.passed_over);
    json.optional_text("format", unless_empty(outcome.format));
    json.number("bytes", outcome.bytes);
    json.optional_text("sha256", unless_empty(outcome.sha256));
    json.number("rosters", outcome.rosters);
    json.number("records", outcome.records);
    write_findings(json, outcome);
    json.key("outputs");
    json.open_array();
    for (const OutputFile& output : outcome.outputs) {
        json.text(id + output.suffix);
    }
    json.close();
    json.key("seconds");
    json.value() += fmt::format("{}.{:06}", outcome.microseconds / 1'000'000, outcome.microseconds % 1'000'000);
    json.close();
    return line;
}

Result<BatchReport> BatchReport::open(const std::string& folder) {
    const std::string path = below(folder, kReport);
    TRY_ASSIGN(file::Writer writer, file::Writer::open(path));
    BatchReport report(std::move(writer));
    report.former_ = file::LineFile::open(path);
    report.same_ = report.former_.has_value();
    return report;
}

Result<void> BatchReport::add(const InputOutcome& outcome) {
    const std::string line = report_line(outcome);
    std::string former;
    same_ = same_ && former_->next(former) && former == line;
    constexpr std::size_t kPiece = 64 << 10;
    waiting_ += line;
    waiting_ += '\n';
    return waiting_.size() < kPiece ? Result<void>() : flush();
}

Result<void> BatchReport::flush() {
    TRY(writer_.write(waiting_));
    waiting_.clear();
    return {};
}

Result<void> BatchReport::commit() {
    std::string former;
    if (same_ && !former_->next(former)) {
        return {};
    }
    TRY(flush());
    return writer_.commit();
}

}  // namespace mingdan
