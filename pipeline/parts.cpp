#include "pipeline/parts.h"

#include <algorithm>

#include <fmt/format.h>

#include "model/try.h"
#include "pipeline/batch_names.h"
#include "wrap/file.h"
#include "wrap/hash.h"
#include "wrap/journal.h"

namespace mingdan {

namespace {

/// "0, 3, 4", and at some length "and 90 more".
std::string list_of(const std::vector<std::uint32_t>& numbers) {
    constexpr std::size_t kMost = 20;
    const auto last = numbers.begin() + static_cast<std::ptrdiff_t>(std::min(kMost, numbers.size()));
    const std::string list = fmt::format("{}", fmt::join(numbers.begin(), last, ", "));
    return numbers.size() > kMost ? fmt::format("{} and {} more", list, numbers.size() - kMost) : list;
}

/// "shard 3 was", "shards 3, 5 were".
std::string they_were(const std::vector<std::uint32_t>& numbers) {
    return numbers.size() == 1 ? fmt::format("shard {} was", numbers.front())
                               : fmt::format("shards {} were", list_of(numbers));
}

std::string how_to_run(const std::string& shared, const std::vector<std::uint32_t>& shards, std::uint32_t of) {
    const std::string one =
        fmt::format("mingdan run --manifest {} --shard {}/{} -o {}", manifest_copy(shared), shards.front(), of, shared);
    return shards.size() == 1 ? fmt::format("{}, with the options of the others", one)
                              : fmt::format("{}, and so on, with the options of the others", one);
}

Error in_folder(Error error, const std::string& shared) {
    error.file = shared;
    return error;
}

Error missing(const std::string& shared, const std::vector<std::uint32_t>& shards, std::uint32_t of) {
    return in_folder(fail(ErrorCode::parts_missing,
                          fmt::format("{} of {} shards {} not done: {}", shards.size(), of,
                                      shards.size() == 1 ? "is" : "are", list_of(shards)),
                          how_to_run(shared, shards, of)),
                     shared);
}

Error differ(const std::string& shared, std::string message, std::string hint) {
    return in_folder(fail(ErrorCode::parts_differ, std::move(message), std::move(hint)), shared);
}

Error damaged(const std::string& shared, Shard shard, std::string_view what) {
    return differ(shared, fmt::format("the part of shard {} is damaged: {}", shard.number, what),
                  fmt::format("run shard {}/{} once more, with --again", shard.number, shard.of));
}

Result<std::uint32_t> number_of_shards(const std::string& shared) {
    TRY_ASSIGN(const std::vector<std::uint32_t> numbers, part_numbers(shared));
    if (numbers.empty()) {
        return in_folder(fail(ErrorCode::parts_missing, "there is no part of any shard",
                              fmt::format("mingdan run --manifest MANIFEST --shard 0/N -o {}, and so on", shared)),
                         shared);
    }
    if (numbers.size() > 1) {
        return differ(shared, fmt::format("there are parts of {} shards, and of {}", numbers[0], numbers[1]),
                      "remove those that are not meant, below parts/");
    }
    return numbers.front();
}

/// Shards whose record says something else than that of the first.
std::vector<std::uint32_t> others(const std::vector<Done>& all, std::string Done::*member, const std::string& wanted) {
    std::vector<std::uint32_t> numbers;
    for (std::uint32_t shard = 0; shard < all.size(); ++shard) {
        if (all[shard].*member != wanted) {
            numbers.push_back(shard);
        }
    }
    return numbers;
}

Result<void> check_equal(const std::string& shared, const std::vector<Done>& all) {
    const auto of = static_cast<std::uint32_t>(all.size());
    if (const auto odd = others(all, &Done::program, program_name()); !odd.empty()) {
        return differ(
            shared,
            fmt::format("{} done by {}, and this is {}", they_were(odd), all[odd.front()].program, program_name()),
            "merge with the program that did the shards, or run them with this one");
    }
    for (const auto member : {&Done::forms, &Done::fingerprint}) {
        if (const auto odd = others(all, member, all.front().*member); !odd.empty()) {
            return differ(shared, fmt::format("{} done with other options than shard 0", they_were(odd)),
                          "run those shards with the options of the others, or all anew");
        }
    }
    TRY_ASSIGN(const std::string manifest, file_digest(manifest_copy(shared)));
    if (const auto odd = others(all, &Done::manifest, manifest); !odd.empty()) {
        return differ(shared, fmt::format("{} done for another manifest", they_were(odd)), how_to_run(shared, odd, of));
    }
    return {};
}

}  // namespace

Result<Done> Parts::check(const std::string& shared) {
    TRY_ASSIGN(const std::uint32_t of, number_of_shards(shared));
    std::vector<Done> all;
    std::vector<std::uint32_t> not_done;
    for (std::uint32_t number = 0; number < of; ++number) {
        std::optional<Done> done = read_done(shared, {number, of});
        if (done) {
            all.push_back(std::move(*done));
        } else {
            not_done.push_back(number);
        }
    }
    if (!not_done.empty()) {
        return missing(shared, not_done, of);
    }
    TRY(check_equal(shared, all));
    return std::move(all.front());
}

Result<Parts> Parts::open(const std::string& shared, const BatchInputs& inputs) {
    TRY_ASSIGN(const std::uint32_t of, number_of_shards(shared));
    Parts parts(shared, of);
    parts.offsets_.resize(inputs.size());
    std::vector<std::uint32_t> order(inputs.size());  // the inputs of shard 0, in their order, those of shard 1 …
    std::vector<std::size_t> ends(of + 1);
    for (std::size_t index = 0; index < inputs.size(); ++index) {
        ++ends[shard_of(inputs.id(index), of) + 1];
    }
    for (std::uint32_t shard = 0; shard < of; ++shard) {
        ends[shard + 1] += ends[shard];
    }
    std::vector<std::size_t> next = ends;
    for (std::uint32_t index = 0; index < inputs.size(); ++index) {
        order[next[shard_of(inputs.id(index), of)]++] = index;
    }
    for (std::uint32_t shard = 0; shard < of; ++shard) {
        const auto begin = order.begin();
        const std::vector<std::uint32_t> mine(begin + static_cast<std::ptrdiff_t>(ends[shard]),
                                              begin + static_cast<std::ptrdiff_t>(ends[shard + 1]));
        TRY(parts.index_part({shard, of}, inputs, mine));
    }
    return parts;
}

/// Finds the lines of the inputs, and compares the whole file with what the shard said of it at its end.
Result<void> Parts::index_part(Shard shard, const BatchInputs& inputs, const std::vector<std::uint32_t>& order) {
    const std::optional<Done> done = read_done(shared_, shard);
    std::optional<file::LineFile> records = file::LineFile::open(records_file(shared_, shard));
    if (!done || !records) {
        return damaged(shared_, shard, "its records are missing");
    }
    Sha256 hash;
    std::string line;
    std::size_t place = 0;
    for (std::uint64_t offset = 0; records->next(line); offset = records->offset()) {
        const std::optional<BatchRecord> record = read_record(line);
        if (!record || place == order.size() || record->outcome.id != inputs.id(order[place])) {
            return damaged(shared_, shard, "its records are not those of the manifest's inputs");
        }
        offsets_[order[place++]] = offset;
        hash.add(line);
        hash.add("\n");
    }
    if (place != order.size() || hash.hex() != done->records) {
        return damaged(shared_, shard, "its records are not what they were");
    }
    return {};
}

Result<BatchRecord> Parts::record(std::size_t index, const std::string& id) const {
    const Shard shard{shard_of(id, of_), of_};
    const std::optional<file::LineFile> records = file::LineFile::open(records_file(shared_, shard));
    std::optional<BatchRecord> record =
        records ? read_record(records->line_at(offsets_[index])) : std::optional<BatchRecord>();
    if (!record || record->outcome.id != id) {
        return damaged(shared_, shard, "its records changed while they were read");
    }
    return std::move(*record);
}

Result<void> Parts::bring(const BatchSetup& setup, const BatchRecord& record) const {
    const std::string& id = record.outcome.id;
    const Shard shard{shard_of(id, of_), of_};
    const std::string part = part_folder(shared_, shard);
    const std::string& folder = setup.options.folder;
    const auto copy = [&](const std::string& from, const std::string& to, std::uint64_t bytes) -> Result<void> {
        TRY(file::make_folder(to.substr(0, to.find_last_of('/'))));
        TRY_ASSIGN(file::Writer writer, file::Writer::open(to));
        Result<void> written;
        const Result<void> read = file::read_pieces(from, [&](std::string_view piece) {
            written = writer.write(piece);
            return written;
        });
        TRY(std::move(written));
        if (!read || writer.written() != bytes) {
            return damaged(shared_, shard, fmt::format("{} is not what it was", from));
        }
        return writer.commit(file::Sync::later);
    };
    for (const OutputFile& output : record.outcome.outputs) {
        const std::string name = id + output.suffix;
        TRY(copy(below(part, name), below(folder, name), output.bytes));
    }
    if (record.fragment_bytes > 0) {
        TRY(copy(fragment_file(part, id), fragment_file(folder, id), record.fragment_bytes));
    }
    return remove_results(folder, id, setup.forms, static_cast<std::uint32_t>(record.outcome.rosters), false);
}

}  // namespace mingdan
