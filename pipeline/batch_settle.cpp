#include "pipeline/batch_settle.h"

#include <algorithm>

#include "model/try.h"
#include "pipeline/assembly.h"
#include "pipeline/batch_names.h"
#include "wrap/file.h"
#include "wrap/folder.h"
#include "wrap/hash.h"

namespace mingdan {

namespace {

bool holds(const std::vector<OutputFile>& outputs, const std::string& suffix) {
    return std::any_of(outputs.begin(), outputs.end(), [&](const OutputFile& is) { return is.suffix == suffix; });
}

Settled as_decided(InputOutcome outcome, const BatchInputs::Verdict& verdict) {
    if (const auto* reason = std::get_if<PassedOver>(&verdict)) {
        outcome.status = InputStatus::passed_over;
        outcome.passed_over = *reason;
    } else {
        outcome.status = InputStatus::failed;
        outcome.error = std::get<Error>(verdict);
        outcome.error->file = outcome.path;
    }
    Settled settled;
    settled.record.outcome = std::move(outcome);
    return settled;
}

}  // namespace

Settler::Settler(const BatchSetup& setup, const BatchInputs& inputs, BatchState& state, const Parts* parts)
    : setup_(setup), inputs_(inputs), state_(state), parts_(parts) {
    if (parts == nullptr && !setup.options.isolation.command.empty()) {
        for (unsigned thread = 0; thread < setup.threads; ++thread) {
            workers_.emplace_back(setup);
        }
    }
}

bool Settler::stopped() const {
    return setup_.options.stop != nullptr && setup_.options.stop->load();
}

Settled Settler::settle(std::size_t index, unsigned thread) {
    Input input{inputs_.id(index), inputs_.path(index), inputs_.planned(index), std::nullopt, std::nullopt};
    if (const BatchInputs::Verdict* verdict = inputs_.verdict(index)) {
        InputOutcome outcome;
        outcome.id = std::move(input.id);
        outcome.path = std::move(input.path);
        return as_decided(std::move(outcome), *verdict);
    }
    if (stopped()) {
        Settled settled;
        settled.skipped = true;
        return settled;
    }
    input.former = state_.find(input.id);
    if (parts_ != nullptr) {
        return settle_from_part(input, index);
    }
    input.stamp = input.path == file::kStandard ? std::nullopt : file::stamp_of(input.path);
    if (is_unchanged(input)) {
        BatchRecord record = *input.former;
        record.outcome.unchanged = true;
        return leave(input, std::move(record));
    }
    if (std::optional<BatchRecord> record = with_equal_content(input)) {
        const bool as_known =
            record->stamp == input.former->stamp && !file::is_racy(record->stamp, input.former->read_at);
        Result<void> kept = as_known ? Result<void>() : state_.keep(*record);
        record->outcome.unchanged = true;
        Settled settled = leave(input, std::move(*record));
        if (!kept) {
            settled.fatal = std::move(kept.error());
        }
        return settled;
    }
    Result<BatchRecord> record = settle_anew(input, thread);
    if (!record) {
        Settled settled = leave(input, failed_record(setup_, input.id, record.error()));
        settled.fatal = std::move(record.error());
        return settled;
    }
    return leave(input, std::move(*record));
}

/// What a part says of the input; its results are brought over unless a former call did.
Settled Settler::settle_from_part(Input& input, std::size_t index) {
    Result<BatchRecord> record = parts_->record(index, input.id);
    if (!record) {
        Settled settled = leave(input, failed_record(setup_, input.id, record.error()));
        settled.fatal = std::move(record.error());
        return settled;
    }
    input.stamp = record->stamp;
    if (input.former && input.former->done && has_results(*input.former)) {
        BatchRecord as_is = *input.former;
        as_is.leftover.clear();
        if (as_is == *record) {
            record->leftover = input.former->leftover;
            record->outcome.unchanged = true;
            return leave(input, std::move(*record));
        }
    }
    Result<BatchRecord> brought = bring(input, std::move(*record));
    if (!brought) {
        Settled settled = leave(input, failed_record(setup_, input.id, brought.error()));
        settled.fatal = std::move(brought.error());
        return settled;
    }
    return leave(input, std::move(*brought));
}

Result<BatchRecord> Settler::bring(const Input& input, BatchRecord record) {
    TRY(begin(input));
    const Result<void> brought = record.outcome.error ? Result<void>() : parts_->bring(setup_, record);
    if (!brought && brought.error().code == ErrorCode::parts_differ) {
        return brought.error();
    }
    return settle_as(input, brought ? std::move(record) : failed_record(setup_, input.id, brought.error()));
}

/// Whether what a former run made is what this one would make, as far as that hangs on the input's content alone.
bool Settler::is_valid(const Input& input) const {
    const BatchRecord& former = *input.former;
    const InputOutcome& outcome = former.outcome;
    const bool as_planned = input.planned.empty() || outcome.sha256.empty() || outcome.sha256 == input.planned;
    const bool judged_by_plan = outcome.error && outcome.error->code == ErrorCode::changed_since_plan;
    return former.done && former.fingerprint == setup_.fingerprint && as_planned && !judged_by_plan &&
           has_results(former);
}

bool Settler::has_results(const BatchRecord& former) const {
    const std::string stem = below(setup_.options.folder, former.outcome.id);
    const auto is_there = [](const std::string& path, std::uint64_t bytes) {
        const std::optional<file::Stamp> stamp = file::stamp_of(path);
        return stamp && stamp->size == bytes;
    };
    if (former.fragment_bytes > 0 &&
        !is_there(fragment_file(setup_.options.folder, former.outcome.id), former.fragment_bytes)) {
        return false;
    }
    return std::all_of(former.outcome.outputs.begin(), former.outcome.outputs.end(),
                       [&](const OutputFile& output) { return is_there(stem + output.suffix, output.bytes); });
}

bool Settler::is_unchanged(const Input& input) const {
    return !setup_.options.verify && input.former && input.stamp && *input.stamp == input.former->stamp &&
           !file::is_racy(input.former->stamp, input.former->read_at) && is_valid(input);
}

/// A file that was only touched, copied back, or written just before it was read: its content tells.
std::optional<BatchRecord> Settler::with_equal_content(const Input& input) const {
    if (!input.former || !input.stamp || input.stamp->size != input.former->stamp.size || !is_valid(input)) {
        return std::nullopt;
    }
    BatchRecord record = *input.former;
    record.read_at = file::file_clock();
    const Result<std::string> bytes =
        file::read_whole(input.path, setup_.options.options.limits.file_bytes, &record.stamp);
    if (!bytes || sha256_hex(std::as_bytes(std::span(*bytes))) != record.outcome.sha256) {
        return std::nullopt;
    }
    return record;
}

/// From here on the results of a former run are not to be trusted, whatever becomes of this program.
Result<void> Settler::begin(const Input& input) {
    if (!input.former || !input.former->done || !input.stamp) {
        return {};
    }
    BatchRecord begun = *input.former;
    begun.done = false;
    return state_.keep(begun);
}

Result<BatchRecord> Settler::settle_anew(const Input& input, unsigned thread) {
    TRY(begin(input));
    BatchRecord record = workers_.empty() ? convert_input(setup_, input.id, input.path, input.planned)
                                          : workers_[thread].convert(input.id, input.path, input.planned);
    if (record.outcome.error &&
        (record.outcome.error->code == ErrorCode::worker_died || record.outcome.error->code == ErrorCode::over_time)) {
        const std::string stem = below(setup_.options.folder, input.id);
        file::remove_stale_parts(stem.substr(0, stem.find_last_of('/')));
    }
    return settle_as(input, std::move(record));
}

/// Keeps what was made, and takes away what is no more.
Result<BatchRecord> Settler::settle_as(const Input& input, BatchRecord record) {
    if (record.outcome.error && record.outcome.error->code == ErrorCode::output_full) {
        return std::move(*record.outcome.error);
    }
    if (record.outcome.error && is_no_verdict(*record.outcome.error)) {
        if (input.former && exit_code(record.outcome.error->code) == 4) {
            TRY(state_.keep(*input.former));  // nothing was written, nothing is known to have changed
        }
        return record;
    }
    TRY(clear_former(input, record));
    record.done = record.done && input.path != file::kStandard;
    TRY(state_.keep(record));
    return record;
}

/// Takes away what this run did not write again, but for forms that it was not asked for.
Result<void> Settler::clear_former(const Input& input, BatchRecord& record) {
    const std::string& folder = setup_.options.folder;
    if (record.outcome.error) {
        TRY(remove_results(folder, input.id, setup_.forms, 0, true));
    }
    if (!input.former) {
        return {};
    }
    std::vector<std::string> suffixes = input.former->leftover;
    for (const OutputFile& output : input.former->outcome.outputs) {
        suffixes.push_back(output.suffix);
    }
    for (std::string& suffix : suffixes) {
        if (holds(record.outcome.outputs, suffix)) {
            continue;
        }
        if (is_of_form(suffix, setup_.forms)) {
            TRY(file::remove(below(folder, input.id) + suffix));
        } else {
            record.leftover.push_back(std::move(suffix));
        }
    }
    if (input.former->fragment_bytes > 0 && record.fragment_bytes == 0) {
        TRY(file::remove(fragment_file(folder, input.id)));
    }
    return prune_leftover(record);
}

Result<void> Settler::prune_leftover(BatchRecord& record) {
    if (setup_.options.prune && inputs_.complete()) {
        for (const std::string& suffix : record.leftover) {
            TRY(file::remove(below(setup_.options.folder, record.outcome.id) + suffix));
        }
        record.leftover.clear();
    }
    return {};
}

Settled Settler::leave(const Input& input, BatchRecord record) {
    Settled settled;
    if (!record.leftover.empty()) {
        const std::size_t before = record.leftover.size();
        Result<void> pruned = prune_leftover(record);
        if (pruned && record.leftover.size() < before) {
            pruned = state_.keep(record);
        }
        if (!pruned) {
            settled.fatal = std::move(pruned.error());
        }
    }
    const bool as_before = record.outcome.error && is_no_verdict(*record.outcome.error) && input.former;
    settled.mark = fragment_mark(setup_, as_before ? *input.former : record);
    settled.leftover = record.leftover.size();
    settled.record = std::move(record);
    InputOutcome& outcome = settled.record.outcome;
    outcome.path = input.path;
    if (outcome.error && exit_code(outcome.error->code) != 5) {
        outcome.error->file = input.path;
    }
    return settled;
}

Result<void> remove_record(const BatchSetup& setup, const BatchRecord& record, BatchState& state) {
    const std::string& folder = setup.options.folder;
    const std::string stem = below(folder, record.outcome.id);
    for (const OutputFile& output : record.outcome.outputs) {
        TRY(file::remove(stem + output.suffix));
    }
    for (const std::string& suffix : record.leftover) {
        TRY(file::remove(stem + suffix));
    }
    TRY(file::remove(fragment_file(folder, record.outcome.id)));
    file::remove_empty_folders(stem, folder);
    return state.forget(record.outcome.id);
}

}  // namespace mingdan
