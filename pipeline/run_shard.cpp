// A shard is a batch over some inputs of a manifest, in a folder of its own, and the record that it is done.
#include <mingdan/shard.h>

#include <fmt/format.h>

#include "model/try.h"
#include "pipeline/batch_inputs.h"
#include "pipeline/batch_names.h"
#include "pipeline/batch_run.h"
#include "pipeline/part.h"
#include "pipeline/part_collector.h"
#include "wrap/file.h"
#include "wrap/hash.h"

namespace mingdan {

namespace {

BatchOptions options_of_part(const ShardOptions& options) {
    BatchOptions chosen = options.batch;
    chosen.inputs.clear();
    chosen.folder = part_folder(options.batch.folder, options.shard);
    chosen.prune = true;  // what the plan does not have any more is nobody's
    return chosen;
}

class ShardRun {
public:
    ShardRun(const ShardOptions& options, BatchSetup& setup)
        : options_(options), shared_(options.batch.folder), setup_(setup) {}

    Result<ShardSummary> run(const BatchWatcher& watcher) {
        TRY(file::make_folder(setup_.options.folder));
        TRY_ASSIGN(BatchInputs inputs, find_inputs(setup_.options, {}, Listed::planned));
        TRY(keep_manifest(inputs.manifest_digest()));
        inputs.keep_only([&](std::string_view id) { return shard_of(id, options_.shard.of) == options_.shard.number; });
        TRY_ASSIGN(BatchState state, BatchState::open(setup_.options.folder));
        ShardSummary summary;
        summary.part = setup_.options.folder;
        if (const std::optional<Done> done = as_it_is(inputs.manifest_digest())) {
            summary.was_done = true;
            summary.batch.counts = done->counts;
            summary.batch.counts.unchanged = std::exchange(summary.batch.counts.converted, 0);
            return summary;
        }
        TRY(file::remove(done_file(shared_, options_.shard)));
        TRY_ASSIGN(summary.batch, settle(inputs, state, watcher));
        return summary;
    }

private:
    /// The shards share one plan. Who comes with another one brings it here; merging tells which shards it is not of.
    Result<void> keep_manifest(const std::string& digest) const {
        const std::string copy = manifest_copy(shared_);
        const Result<std::string> there = file_digest(copy);
        if (there && *there == digest) {
            return {};
        }
        TRY_ASSIGN(file::Writer writer, file::Writer::open(copy));
        Sha256 hash;
        TRY(file::read_pieces(setup_.options.manifest, [&](std::string_view piece) {
            hash.add(piece);
            return writer.write(piece);
        }));
        if (hash.hex() != digest) {
            Error error = fail(ErrorCode::damaged_text, "the manifest changed while it was read",
                               "the same command again, when it is whole");
            error.file = setup_.options.manifest;
            return error;
        }
        return writer.commit();
    }

    /// What the shard left when it was done, if all is as it was then.
    std::optional<Done> as_it_is(const std::string& manifest) const {
        std::optional<Done> done = options_.again ? std::nullopt : read_done(shared_, options_.shard);
        if (!done || done->manifest != manifest || done->fingerprint != setup_.fingerprint ||
            done->program != program_name()) {
            return std::nullopt;
        }
        const Result<std::string> report = file_digest(below(setup_.options.folder, kReport));
        const Result<std::string> records = file_digest(records_file(shared_, options_.shard));
        const bool as_it_was = report && *report == done->report && records && *records == done->records;
        return as_it_was ? std::move(done) : std::nullopt;
    }

    Result<BatchSummary> settle(const BatchInputs& inputs, BatchState& state, const BatchWatcher& watcher) {
        const std::string path = records_file(shared_, options_.shard);
        TRY_ASSIGN(file::Writer records, file::Writer::open(path));
        const auto note = [&](const BatchRecord& record) { return records.write(record_line(record) + '\n'); };
        TRY_ASSIGN(BatchSummary summary, run_inputs(setup_, {inputs, state, nullptr, note}, watcher));
        if (summary.interrupted) {
            return summary;
        }
        TRY(records.commit());
        Done done{program_name(),
                  fmt::format("{}", fmt::join(setup_.options.forms, ",")),
                  setup_.fingerprint,
                  inputs.manifest_digest(),
                  {},
                  {},
                  summary.counts};
        done.counts.converted += std::exchange(done.counts.unchanged, 0);
        TRY_ASSIGN(done.report, file_digest(below(setup_.options.folder, kReport)));
        TRY_ASSIGN(done.records, file_digest(path));
        TRY_ASSIGN(file::Writer writer, file::Writer::open(done_file(shared_, options_.shard)));
        TRY(writer.write(done_line(options_.shard, done)));
        TRY(writer.commit());
        return summary;
    }

    const ShardOptions& options_;
    const std::string& shared_;
    BatchSetup& setup_;
};

Result<void> check(const ShardOptions& options) {
    const std::string& shared = options.batch.folder;
    if (options.batch.manifest == file::kStandard) {
        return fail(ErrorCode::usage, "each shard reads the manifest, and standard input is there only once",
                    "--manifest FILE");
    }
    TRY_ASSIGN(const std::vector<std::uint32_t> numbers, part_numbers(shared));
    for (const std::uint32_t of : numbers) {
        if (of != options.shard.of) {
            Error error =
                fail(ErrorCode::usage,
                     fmt::format("there are parts of {} shards already, and this is one of {}", of, options.shard.of),
                     "the same number of shards for one folder, or another folder with -o");
            error.file = shared;
            return error;
        }
    }
    return {};
}

}  // namespace

Result<ShardSummary> run_shard(const ShardOptions& options, std::unique_ptr<Collector> collector,
                               const BatchWatcher& watcher) {
    TRY(check(options));
    const BatchOptions chosen = options_of_part(options);
    BatchSetup setup(chosen, std::move(collector));
    keep_fragments_only(setup);
    return ShardRun(options, setup).run(watcher);
}

Result<ShardSummary> run_shard(const ShardOptions& options, const BatchWatcher& watcher) {
    return run_shard(options, make_collector(options.batch.forms), watcher);
}

Result<void> serve_shard(const ShardOptions& options) {
    return serve_batch(options_of_part(options));
}

}  // namespace mingdan
