// Many files: find them, settle each (as it was, or anew), collect, report. The state is asked and told on the way;
// what a killed run did not record is simply done again, to the same names with the same bytes.
#include <mingdan/batch.h>

#include <algorithm>

#include <fmt/format.h>

#include "model/try.h"
#include "pipeline/assembly.h"
#include "pipeline/batch_inputs.h"
#include "pipeline/batch_job.h"
#include "pipeline/batch_names.h"
#include "pipeline/batch_report.h"
#include "pipeline/batch_run.h"
#include "pipeline/batch_settle.h"
#include "pipeline/batch_state.h"
#include "pipeline/ordered.h"
#include "wrap/file.h"
#include "wrap/folder.h"

namespace mingdan {

namespace {

void count(const InputOutcome& outcome, BatchCounts& counts) {
    ++counts.settled;
    switch (outcome.status) {
        case InputStatus::passed_over:
            ++counts.passed_over;
            return;
        case InputStatus::failed:
            ++counts.failed;
            return;
        case InputStatus::ok:
            break;
    }
    ++(outcome.unchanged ? counts.unchanged : counts.converted);
    counts.rosters += outcome.rosters;
    counts.records += outcome.records;
    for (std::size_t i = 0; i < counts.findings.size(); ++i) {
        counts.findings[i] += outcome.findings[i];
    }
}

bool has_results(const BatchRecord& record) {
    return !record.outcome.outputs.empty() || !record.leftover.empty() || record.fragment_bytes > 0;
}

class Batch {
public:
    Batch(const BatchSetup& setup, const BatchRun& run, const BatchWatcher& watcher)
        : setup_(setup),
          run_(run),
          inputs_(run.inputs),
          state_(run.state),
          watcher_(watcher),
          marks_(setup.collector ? inputs_.size() : 0) {}

    Result<BatchSummary> run() {
        summary_.counts.inputs = inputs_.size();
        TRY_ASSIGN(BatchReport report, BatchReport::open(setup_.options.folder));
        TRY(settle_all(report));
        if (!summary_.interrupted) {
            TRY(look_for_gone());
            TRY(collect());
            TRY(report.commit());
        }
        TRY(state_.finish());
        return std::move(summary_);
    }

private:
    Result<void> settle_all(BatchReport& report) {
        Settler settler(setup_, inputs_, state_, run_.parts);
        const auto work = [&](std::size_t index, unsigned thread) { return settler.settle(index, thread); };
        const auto sink = [&](std::size_t index, Settled settled) { return take(index, std::move(settled), report); };
        Ordered<Settled>(inputs_.size(), setup_.threads, work, sink).run();
        return std::move(so_far_);
    }

    /// Gets what became of the inputs, one after the other. False ends the run; what was settled meanwhile is only
    /// noted.
    bool take(std::size_t index, Settled settled, BatchReport& report) {
        if (settled.skipped) {
            summary_.interrupted = true;
            return false;
        }
        if (so_far_ && settled.fatal) {
            so_far_ = std::move(*settled.fatal);
        }
        if (!marks_.empty()) {
            marks_[index] = settled.mark;
        }
        summary_.leftover += settled.leftover;
        const InputOutcome& outcome = settled.record.outcome;
        count(outcome, summary_.counts);
        if (so_far_) {
            so_far_ = report.add(outcome);
        }
        if (so_far_ && run_.note) {
            so_far_ = run_.note(settled.record);
        }
        if (watcher_) {
            watcher_(outcome, summary_.counts);
        }
        return so_far_.has_value();
    }

    /// Former inputs that are none now.
    Result<void> look_for_gone() {
        const bool prune = setup_.options.prune && inputs_.complete();
        summary_.prune_refused = setup_.options.prune && !inputs_.complete();
        Result<void> pruned;
        state_.for_each([&](BatchRecord record) {
            if (inputs_.has(record.outcome.id) || !pruned) {
                return;
            }
            if (prune || !has_results(record)) {
                pruned = remove_record(setup_, record, state_);
                summary_.pruned += has_results(record) ? 1 : 0;
                return;
            }
            const std::uint64_t mark = fragment_mark(setup_, record);
            summary_.unusable += setup_.collector && record.outcome.status == InputStatus::ok && mark == 0 ? 1 : 0;
            if (mark != 0) {
                gone_.push_back({record.outcome.id, mark});
            }
            summary_.gone.push_back(std::move(record.outcome.id));
        });
        std::sort(summary_.gone.begin(), summary_.gone.end());
        return pruned;
    }

    Result<void> collect() {
        if (!setup_.collector) {
            const bool prune = setup_.options.prune && inputs_.complete();
            TRY_ASSIGN(const std::uint64_t left, leave_assembled(setup_.options.folder, prune, state_));
            summary_.leftover += left;
            return {};
        }
        TRY_ASSIGN(summary_.dataset_files, assemble(setup_, inputs_, marks_, std::move(gone_), state_));
        return {};
    }

    const BatchSetup& setup_;
    const BatchRun& run_;
    const BatchInputs& inputs_;
    BatchState& state_;
    const BatchWatcher& watcher_;
    BatchSummary summary_;
    std::vector<std::uint64_t> marks_;  ///< of fragments, by input
    std::vector<GoneFragment> gone_;
    Result<void> so_far_;  ///< an error where there is no sense in going on
};

}  // namespace

Result<BatchSummary> run_inputs(BatchSetup& setup, const BatchRun& run, const BatchWatcher& watcher) {
    setup.lock = run.state.lock();
    setup.threads = thread_count(setup.options.threads, run.inputs.size());
    return Batch(setup, run, watcher).run();
}

Result<BatchSummary> run_batch(BatchSetup& setup, const BatchWatcher& watcher) {
    const BatchOptions& options = setup.options;
    TRY(file::make_folder(options.folder));
    TRY_ASSIGN(const BatchInputs inputs, find_inputs(options, file::look_at(options.folder).identity));
    TRY_ASSIGN(BatchState state, BatchState::open(options.folder));
    return run_inputs(setup, {inputs, state, nullptr, {}}, watcher);
}

Result<BatchSummary> batch(const BatchOptions& options, const BatchWatcher& watcher) {
    BatchSetup setup(options);
    return run_batch(setup, watcher);
}

}  // namespace mingdan
