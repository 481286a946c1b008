// report.ndjson: a line for each input, in their order. Where it would say what it says already, it is left alone.
#pragma once

#include <optional>
#include <string>

#include <mingdan/batch.h>
#include <mingdan/result.h>

#include "wrap/file.h"
#include "wrap/journal.h"

namespace mingdan {

class BatchReport {
public:
    static Result<BatchReport> open(const std::string& folder);

    Result<void> add(const InputOutcome& outcome);
    Result<void> commit();

private:
    explicit BatchReport(file::Writer writer) : writer_(std::move(writer)) {}

    Result<void> flush();

    file::Writer writer_;
    std::string waiting_;  ///< lines on their way to the writer
    std::optional<file::LineFile> former_;
    bool same_ = true;
};

}  // namespace mingdan
