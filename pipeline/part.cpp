#include "pipeline/part.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include <mingdan/mingdan.h>

#include "emit/json_writer.h"
#include "model/try.h"
#include "pipeline/batch_names.h"
#include "wrap/file.h"
#include "wrap/folder.h"
#include "wrap/hash.h"
#include "wrap/json_line.h"
#include "wrap/program.h"

namespace mingdan {

namespace {

constexpr std::string_view kDone = ".done";
constexpr std::string_view kOf = "-of-";

std::string part_name(Shard shard) {
    return fmt::format("parts/{}{}{}", shard.number, kOf, shard.of);
}

/// A number of the record, by its key.
struct NumberMember {
    std::string_view key;
    std::uint64_t* value;
};

std::vector<NumberMember> numbers_of(BatchCounts& counts) {
    return {{"inputs", &counts.inputs},           {"ok", &counts.converted},    {"failed", &counts.failed},
            {"passed_over", &counts.passed_over}, {"rosters", &counts.rosters}, {"records", &counts.records}};
}

struct TextMember {
    std::string_view key;
    std::string* value;
};

std::vector<TextMember> texts_of(Done& done) {
    return {{"program", &done.program},      {"to", &done.forms},
            {"options", &done.fingerprint},  {"manifest_sha256", &done.manifest},
            {"report_sha256", &done.report}, {"records_sha256", &done.records}};
}

template <class Number>
bool read_number(std::string_view digits, Number& number) {
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    return error == std::errc() && end == digits.data() + digits.size();
}

bool take_number(const JsonMembers& members, std::string_view key, std::uint64_t& number) {
    const auto found = members.find(key);
    return found != members.end() && read_number(found->second, number);
}

std::string findings_key(Severity severity) {
    return fmt::format("findings_{}", severity_name(severity));
}

constexpr Severity kSeverities[] = {Severity::error, Severity::warning, Severity::info};

}  // namespace

std::string part_folder(const std::string& shared, Shard shard) {
    return below(shared, part_name(shard));
}
std::string done_file(const std::string& shared, Shard shard) {
    return part_folder(shared, shard) + std::string(kDone);
}
std::string records_file(const std::string& shared, Shard shard) {
    return below(part_folder(shared, shard), ".mingdan/records");
}
std::string manifest_copy(const std::string& shared) {
    return below(shared, "manifest.ndjson");
}

std::string program_name() {
    return fmt::format("mingdan {} {}", version(), file::build_id());
}

std::string done_line(Shard shard, const Done& is) {
    Done done = is;
    std::string line;
    JsonWriter json(line);
    json.open_object();
    json.number("shard", shard.number);
    json.number("of", shard.of);
    for (const TextMember& member : texts_of(done)) {
        json.text(member.key, *member.value);
    }
    for (const NumberMember& member : numbers_of(done.counts)) {
        json.number(member.key, *member.value);
    }
    for (const Severity severity : kSeverities) {
        json.number(findings_key(severity), done.counts.findings[static_cast<std::size_t>(severity)]);
    }
    json.close();
    return line + '\n';
}

std::optional<Done> read_done(const std::string& shared, Shard shard) {
    constexpr std::uint64_t kMostBytes = 1 << 20;
    const Result<std::string> text = file::read_whole(done_file(shared, shard), kMostBytes);
    Result<JsonMembers> members = text ? read_json_line(*text) : Result<JsonMembers>(text.error());
    if (!members) {
        return std::nullopt;
    }
    Done done;
    bool good = true;
    std::uint64_t number = 0;
    std::uint64_t of = 0;
    good = take_number(*members, "shard", number) && take_number(*members, "of", of) && number == shard.number &&
           of == shard.of;
    for (const TextMember& member : texts_of(done)) {
        const auto found = members->find(member.key);
        good = good && found != members->end();
        *member.value = good ? found->second : "";
    }
    for (const NumberMember& member : numbers_of(done.counts)) {
        good = good && take_number(*members, member.key, *member.value);
    }
    for (const Severity severity : kSeverities) {
        good = good &&
               take_number(*members, findings_key(severity), done.counts.findings[static_cast<std::size_t>(severity)]);
    }
    done.counts.settled = done.counts.inputs;
    return good ? std::optional(std::move(done)) : std::nullopt;
}

Result<std::string> file_digest(const std::string& path) {
    Sha256 hash;
    TRY(file::read_pieces(path, [&](std::string_view piece) -> Result<void> {
        hash.add(piece);
        return {};
    }));
    return hash.hex();
}

Result<std::vector<std::uint32_t>> part_numbers(const std::string& shared) {
    std::vector<std::uint32_t> numbers;
    const std::string parts = below(shared, "parts");
    if (file::look_at(parts).kind == file::Kind::missing) {
        return numbers;
    }
    TRY_ASSIGN(const std::vector<std::string> names, file::names_in(parts));
    for (std::string_view name : names) {
        if (name.ends_with(kDone)) {
            name.remove_suffix(kDone.size());
        }
        const std::size_t of = name.find(kOf);
        std::uint32_t number = 0;
        std::uint32_t all = 0;
        if (of != std::string_view::npos && read_number(name.substr(0, of), number) &&
            read_number(name.substr(of + kOf.size()), all) &&
            std::find(numbers.begin(), numbers.end(), all) == numbers.end()) {
            numbers.push_back(all);
        }
    }
    std::sort(numbers.begin(), numbers.end());
    return numbers;
}

}  // namespace mingdan
