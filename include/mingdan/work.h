// A worker for engines that pipe: one line of JSON in, one line out. What a task is and where its answer goes is the
// engine's business.
#pragma once

#include <atomic>
#include <cstdint>
#include <string>
#include <string_view>

#include <mingdan/options.h>
#include <mingdan/result.h>

namespace mingdan {

struct WorkOptions {
    Options options;
    EmitOptions emit;
    const std::atomic<bool>* stop = nullptr;  ///< set by anyone (a signal handler too): finish the document in hand
};

struct WorkSummary {
    std::uint64_t answered = 0;
    std::uint64_t failed = 0;  ///< of these
    bool stopped = false;      ///< by `stop`; lines without an answer were not begun
};

/// The answer to one line, without line ends: {"id", "status": "ok", "notice": {…}}, or {"id", "status": "failed",
/// "error": {…}}. The line is a path, or an object with "path" or "bytes_base64", and "id" and "sha256" if you like: a
/// line of a manifest (plan.h) is one. Every line has an answer.
std::string answer(std::string_view line, const WorkOptions& options);

/// Answers each line of standard input on standard output, in their order, each before the next is read. Ends with the
/// input, at `stop`, or with an error where nobody reads the answers any more.
Result<WorkSummary> work(const WorkOptions& options);

}  // namespace mingdan
