#include "pipeline/batch_worker.h"

#include <chrono>
#include <csignal>

#include <fmt/format.h>

#include "model/try.h"
#include "wrap/file.h"

namespace mingdan {

namespace {

constexpr std::string_view kOrder = "convert";

using Seconds = std::chrono::duration<double>;

}  // namespace

BatchRecord BatchWorker::convert(const std::string& id, const std::string& path, const std::string& planned) {
    const auto begin = std::chrono::steady_clock::now();
    Result<BatchRecord> record = order({id, path, planned});
    if (record) {
        return std::move(*record);
    }
    record.error().file = path;
    BatchRecord failed = failed_record(setup_, id, std::move(record.error()));
    const auto taken = std::chrono::steady_clock::now() - begin;
    failed.outcome.microseconds =
        static_cast<std::uint64_t>(std::chrono::duration_cast<std::chrono::microseconds>(taken).count());
    return failed;
}

Result<BatchRecord> BatchWorker::order(const std::vector<std::string>& fields) {
    if (child_ && documents_ >= setup_.options.isolation.documents) {
        child_.reset();
    }
    if (!child_) {
        TRY_ASSIGN(file::Child child, file::Child::start(setup_.options.isolation.command, setup_.lock));
        child_.emplace(std::move(child));
        documents_ = 0;
    }
    ++documents_;
    const auto until = file::Lines::Clock::now() + std::chrono::duration_cast<file::Lines::Clock::duration>(
                                                       Seconds(setup_.options.isolation.seconds));
    std::string line;
    if (!child_->lines().send(state_line(kOrder, fields))) {
        return dead(child_->end(true));
    }
    switch (child_->lines().receive(line, until)) {
        case file::Lines::Got::timeout:
            child_->end(true);
            return late();
        case file::Lines::Got::end:
            return dead(child_->end(false));
        case file::Lines::Got::line:
            break;
    }
    std::optional<BatchRecord> record = read_record(line);
    if (!record) {
        child_->end(true);
        return dead("an answer that is none");
    }
    if (record->outcome.error && record->outcome.error->code == ErrorCode::out_of_memory) {
        child_.reset();
    }
    return std::move(*record);
}

Error BatchWorker::late() {
    child_.reset();
    return fail(ErrorCode::over_time,
                fmt::format("converting it took more than {} seconds, and was ended", setup_.options.isolation.seconds),
                "more time if the file is to be trusted (--time), or mingdan inspect to see what it holds");
}

Error BatchWorker::dead(const std::string& end) {
    child_.reset();
    if (end.starts_with(fmt::format("signal {} ", SIGXCPU))) {
        return late();
    }
    return fail(ErrorCode::worker_died, fmt::format("the process that converted it ended with {}", end),
                "please report it with the input, if you can share it; the other inputs are not concerned");
}

Result<void> serve_batch(const BatchOptions& options) {
    file::end_with_parent();
    file::limit_memory(options.isolation.memory);
    const BatchSetup setup(options);
    file::Lines lines{file::Descriptor(file::kChildEnd)};
    std::string line;
    while (lines.receive(line) == file::Lines::Got::line) {
        const std::optional<std::vector<std::string>> order = state_fields(line);
        if (!order || order->size() != 4 || order->front() != kOrder) {
            return fail(ErrorCode::internal, "a worker got an order that is none");
        }
        file::limit_processor(options.isolation.seconds);
        if (!lines.send(record_line(convert_input(setup, (*order)[1], (*order)[2], (*order)[3])))) {
            break;
        }
    }
    return {};
}

}  // namespace mingdan
