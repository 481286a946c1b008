// Which shard: said by a word, or by the variables that engines set for each task of an array.
#include <mingdan/shard.h>

#include <charconv>
#include <optional>
#include <vector>

#include <fmt/format.h>

#include "model/try.h"
#include "wrap/xxhash.h"

namespace mingdan {

namespace {

constexpr std::uint32_t kMostShards = 1'000'000;
constexpr const char* kOurNumber = "MINGDAN_SHARDS";

std::optional<std::uint32_t> read_number(std::string_view digits) {
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    const bool whole = error == std::errc() && end == digits.data() + digits.size();
    return whole && number <= kMostShards ? std::optional(number) : std::nullopt;
}

Error usage(std::string message) {
    return fail(ErrorCode::usage, std::move(message), "--shard K/N, such as 0/7; the last of seven is 6/7");
}

Result<Shard> checked(std::uint32_t number, std::uint32_t of, const std::string& said) {
    if (of == 0) {
        return usage(fmt::format("{}: there is no shard of none", said));
    }
    if (number >= of) {
        return usage(fmt::format("{}: shards are counted from 0, and {} is none of {}", said, number, of));
    }
    return Shard{number, of};
}

/// One engine's variables, and what they say. Nothing where they are not set.
class Variables {
public:
    explicit Variables(const Environment& environment) : environment_(environment) {}

    std::optional<Result<Shard>> slurm() const {
        constexpr const char* kTask = "SLURM_ARRAY_TASK_ID";
        if (!has(kTask)) {
            return std::nullopt;
        }
        if (has(kOurNumber)) {  // a task that is submitted once more by itself is an array of one
            return shard(kTask, kOurNumber, 0);
        }
        const auto first = number("SLURM_ARRAY_TASK_MIN");
        const auto last = number("SLURM_ARRAY_TASK_MAX");
        const auto count = number("SLURM_ARRAY_TASK_COUNT");
        if (first && last && count && *last - *first + 1 != *count) {
            return usage("SLURM_ARRAY_TASK_ID: the array has gaps, so its numbers are none of shards");
        }
        return shard(kTask, "SLURM_ARRAY_TASK_COUNT", first.value_or(0));
    }

    std::optional<Result<Shard>> kubernetes() const {
        return of_task("JOB_COMPLETION_INDEX", has("JOB_COMPLETIONS") ? "JOB_COMPLETIONS" : kOurNumber, 0);
    }
    std::optional<Result<Shard>> open_mpi() const { return of_task("OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE", 0); }
    std::optional<Result<Shard>> pmi() const { return of_task("PMI_RANK", "PMI_SIZE", 0); }
    std::optional<Result<Shard>> parallel() const { return of_task("PARALLEL_SEQ", kOurNumber, 1); }

private:
    bool has(const char* name) const {
        const char* text = environment_(name);
        return text != nullptr && *text != '\0';
    }
    std::optional<std::uint32_t> number(const char* name) const {
        return has(name) ? read_number(environment_(name)) : std::nullopt;
    }
    std::optional<Result<Shard>> of_task(const char* task, const char* count, std::uint32_t first) const {
        return has(task) ? std::optional(shard(task, count, first)) : std::nullopt;
    }
    Result<Shard> shard(const char* task, const char* count, std::uint32_t first) const {
        if (!has(count)) {
            return usage(fmt::format("{} is set, but {} is not: one shard of how many?", task, count));
        }
        const std::string said = fmt::format("{}={}, {}={}", task, environment_(task), count, environment_(count));
        const auto is = number(task);
        const auto of = number(count);
        if (!is || !of || *is < first) {
            return usage(fmt::format("{} is no shard", said));
        }
        return checked(*is - first, *of, said);
    }

    const Environment& environment_;
};

}  // namespace

Result<Shard> read_shard(std::string_view word) {
    const std::size_t slash = word.find('/');
    const auto number = read_number(word.substr(0, slash));
    const auto of = slash == std::string_view::npos ? std::nullopt : read_number(word.substr(slash + 1));
    if (!number || !of) {
        return usage(fmt::format("\"{}\" is no shard", word));
    }
    return checked(*number, *of, fmt::format("\"{}\"", word));
}

Result<Shard> shard_of_environment(const Environment& environment) {
    const Variables variables(environment);
    std::optional<Shard> found;
    for (const auto& said :
         {variables.slurm(), variables.kubernetes(), variables.open_mpi(), variables.pmi(), variables.parallel()}) {
        if (!said) {
            continue;
        }
        TRY(*said);
        const Shard shard = **said;
        if (found && found->of > 1 && shard.of > 1 && *found != shard) {
            return usage(fmt::format("the variables of two engines say different shards, {}/{} and {}/{}",
                                     found->number, found->of, shard.number, shard.of));
        }
        found = found && found->of > 1 ? found : shard;  // a lone task inside a task of many
    }
    if (!found) {
        return usage("which shard is this? No variable of an array job says it");
    }
    return *found;
}

std::uint32_t shard_of(std::string_view id, std::uint32_t of) {
    return static_cast<std::uint32_t>(xxh3_64(id) % of);
}

}  // namespace mingdan
