#include "pipeline/batch_job.h"

#include <algorithm>
#include <chrono>

#include <fmt/format.h>

#include <mingdan/mingdan.h>

#include "model/try.h"
#include "pipeline/batch_names.h"
#include "pipeline/guard.h"
#include "pipeline/planned.h"
#include "pipeline/stage.h"
#include "wrap/file.h"
#include "wrap/hash.h"
#include "wrap/program.h"

namespace mingdan {

namespace {

/// Each uncommitted file holds a descriptor, and a process has about a thousand for all its threads.
std::size_t files_at_once(unsigned threads) {
    return std::clamp<std::size_t>(512 / std::max(1u, threads), 1, 32);
}

std::string digest_of(const std::string& text) {
    return sha256_hex(std::as_bytes(std::span(text))).substr(0, 16);
}

/// Whatever a result depends on beside its input.
/// Rules in a form that differs when they differ.
std::string describe_rules(const Rules& rules) {
    std::string text;
    for (const ColumnRule& column : rules.columns) {
        text += fmt::format("column {}={}\n", column.name, fmt::join(column.synonyms, ","));
    }
    for (const ListRule& list : rules.lists) {
        text += fmt::format("list {}=", list.column);
        for (const char32_t separator : list.separators) {
            text += fmt::format("{:x},", static_cast<std::uint32_t>(separator));
        }
        text += '\n';
    }
    return text + fmt::format("{}\n{}", fmt::join(rules.no_division, ","), fmt::join(rules.skip, ","));
}

std::string describe_options(const BatchOptions& options, const std::string& collector) {
    const Limits& limits = options.options.limits;
    const EmitOptions& emit = options.emit;
    return fmt::format("{} {}\n{}\n{}\n{} {} {} {}\n{} {} {} {} {} {} {} {} {} {}\n{}\n{}\n{}", version(),
                       file::build_id(), fmt::join(options.forms, ","), fmt::join(options.options.skip, ","),
                       emit.trace, emit.list_separator, static_cast<int>(emit.csv_shape), emit.excel, limits.file_bytes,
                       limits.part_bytes, limits.archive_bytes, limits.entries, limits.xml_depth, limits.xml_attributes,
                       limits.xml_token_bytes, limits.text_bytes, limits.cells, limits.columns, collector,
                       describe_rules(options.options.rules), options.options.codes);
}

class Job {
public:
    Job(const BatchSetup& setup, const std::string& id, BatchRecord& record)
        : setup_(setup), id_(id), record_(record), outcome_(record.outcome) {}

    Result<void> run(const std::string& path, const std::string& planned) {
        record_.read_at = file::file_clock();
        Result<std::string> bytes = file::read_whole(path, setup_.options.options.limits.file_bytes, &record_.stamp);
        if (!bytes) {
            return std::move(bytes.error());
        }
        outcome_.bytes = bytes->size();
        Result<Notice> notice = convert_bytes(*bytes);
        outcome_.sha256 = notice ? notice->source.sha256 : sha256_hex(std::as_bytes(std::span(*bytes)));
        TRY(require_planned(planned, outcome_.sha256));
        if (!notice) {
            return std::move(notice.error());
        }
        bytes = std::string();  // what was read is not needed any more
        outcome_.format = notice->source.format;
        return write(*notice);
    }

private:
    Result<Notice> convert_bytes(const std::string& bytes) {
        Options options = setup_.options.options;
        options.name = id_ == "stdin" ? id_ : std::string(file::own_name(id_));
        return guarded<Notice>(id_, [&] { return convert(std::as_bytes(std::span(bytes)), options); });
    }

    Result<void> write(const Notice& notice) {
        std::vector<Finding> findings = notice.findings;
        TRY(write_forms(notice, findings));
        TRY(write_fragment(notice));
        TRY(remove_results(setup_.options.folder, id_, setup_.forms, static_cast<std::uint32_t>(notice.rosters.size()),
                           false));
        for (const Finding& finding : findings) {
            ++outcome_.findings[static_cast<std::size_t>(finding.severity)];
        }
        outcome_.rosters = notice.rosters.size();
        for (const Roster& roster : notice.rosters) {
            outcome_.records += roster.records.size();
        }
        return {};
    }

    Result<void> write_forms(const Notice& notice, std::vector<Finding>& findings) {
        const std::string stem = below(setup_.options.folder, id_);
        const std::size_t slash = stem.find_last_of('/');
        TRY(file::make_folder(stem.substr(0, slash)));
        for (const std::string& form : setup_.forms) {
            const std::size_t files = one_file_per_roster(form) ? notice.rosters.size() : 1;
            for (std::uint32_t roster = 0; roster < files; ++roster) {
                EmitOptions emit = setup_.options.emit;
                emit.roster = roster;
                std::string suffix = output_suffix(form, roster);
                TRY_ASSIGN(file::Writer writer, stage(notice, form, stem + suffix, emit, &findings));
                outcome_.outputs.push_back({std::move(suffix), writer.written()});
                staged_.push_back(std::move(writer));
                TRY(commit_from(files_at_once(setup_.threads)));
            }
        }
        return commit_from(1);
    }

    Result<void> commit_from(std::size_t number) {
        if (staged_.size() >= number) {
            for (file::Writer& writer : staged_) {
                TRY(writer.commit(file::Sync::later));
            }
            staged_.clear();
        }
        return {};
    }

    Result<void> write_fragment(const Notice& notice) {
        if (!setup_.collector) {
            return {};
        }
        const std::string path = fragment_file(setup_.options.folder, id_);
        TRY(file::make_folder(path.substr(0, path.find_last_of('/'))));
        TRY_ASSIGN(file::Writer writer, file::Writer::open(path));
        TRY(writer.write(setup_.collector->fragment_of(notice, id_)));
        record_.fragment_bytes = writer.written();
        record_.fragment_fingerprint = setup_.collector_fingerprint;
        return writer.commit(file::Sync::later);
    }

    const BatchSetup& setup_;
    const std::string& id_;
    BatchRecord& record_;
    InputOutcome& outcome_;
    std::vector<file::Writer> staged_;
};

void set_failed(BatchRecord& record, Error error) {
    InputOutcome& outcome = record.outcome;
    outcome.status = InputStatus::failed;
    outcome.error = std::move(error);
    outcome.outputs.clear();
    outcome.rosters = 0;
    outcome.records = 0;
    outcome.findings = {};
    record.fragment_bytes = 0;
    record.fragment_fingerprint.clear();
}

/// The same input and the same program would fail again; the others may have better luck.
bool is_final(const Error& error) {
    return exit_code(error.code) == 4 && error.code != ErrorCode::out_of_memory && error.code != ErrorCode::over_time;
}

}  // namespace

BatchSetup::BatchSetup(const BatchOptions& chosen, std::unique_ptr<Collector> chosen_collector)
    : options(chosen), collector(std::move(chosen_collector)) {
    collector_fingerprint = collector ? collector->fingerprint() : "";
    fingerprint = digest_of(describe_options(options, collector_fingerprint));
    collector_fingerprint = collector_fingerprint.empty() ? "" : digest_of(collector_fingerprint);
    std::copy_if(options.forms.begin(), options.forms.end(), std::back_inserter(forms),
                 [&](const std::string& form) { return !collector || !collector->takes(form); });
}

bool is_no_verdict(const Error& error) {
    switch (error.code) {
        case ErrorCode::not_found:
        case ErrorCode::is_directory:
        case ErrorCode::not_a_file:
        case ErrorCode::unreadable:
        case ErrorCode::name_taken:
        case ErrorCode::interrupted:
            return true;
        default:
            return exit_code(error.code) == 5;
    }
}

BatchRecord failed_record(const BatchSetup& setup, const std::string& id, Error error) {
    BatchRecord record;
    record.outcome.id = id;
    record.fingerprint = setup.fingerprint;
    set_failed(record, std::move(error));
    return record;
}

BatchRecord convert_input(const BatchSetup& setup, const std::string& id, const std::string& path,
                          const std::string& planned) {
    using Clock = std::chrono::steady_clock;
    BatchRecord record;
    record.outcome.id = id;
    record.fingerprint = setup.fingerprint;
    const Clock::time_point begin = Clock::now();
    Job job(setup, id, record);
    Result<void> ran = guarded<void>(path, [&] { return job.run(path, planned); });
    if (!ran && exit_code(ran.error().code) != 5) {
        ran.error().file = path;
    }
    record.done = ran.has_value() || is_final(ran.error());
    if (!ran) {
        set_failed(record, std::move(ran.error()));
    }
    const auto taken = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - begin);
    record.outcome.microseconds = static_cast<std::uint64_t>(taken.count());
    return record;
}

}  // namespace mingdan
