// The lines: "run" (format, boot) begins each run; "+" keeps a record, "-" takes one back, "made" says what the
// collector made; "sync" says that all before it is on the disk, with the outputs that it speaks of; "end" ends a whole
// file. After a power failure the file system may hold a line whose output is lost. Such lines are told by the
// machine's boot: what stands behind the last sync counts only while the machine has not been started anew.
#include "pipeline/batch_state.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "model/try.h"
#include "pipeline/batch_names.h"
#include "wrap/file.h"
#include "wrap/folder.h"

namespace mingdan {

namespace {

constexpr std::string_view kFormat = "1";
constexpr std::uint64_t kOffsets = (std::uint64_t{1} << 62) - 1;
constexpr auto kSyncEvery = std::chrono::seconds(5);

std::uint64_t key_of(std::string_view id) {
    return std::hash<std::string_view>{}(id);
}

std::optional<std::uint64_t> number_in(const std::string& text) {
    std::uint64_t number = 0;
    for (const char c : text) {
        if (c < '0' || c > '9') {
            return std::nullopt;
        }
        number = number * 10 + static_cast<std::uint64_t>(c - '0');
    }
    return number;
}

std::optional<Assembled> read_assembled(const std::vector<std::string>& fields) {
    Assembled assembled;
    assembled.digest = fields.size() > 1 ? fields[1] : "";
    for (std::size_t i = 2; i + 1 < fields.size(); i += 2) {
        assembled.files.emplace_back(fields[i], number_in(fields[i + 1]).value_or(0));
    }
    return assembled.digest.empty() ? std::nullopt : std::optional(std::move(assembled));
}

std::string assembled_line(const Assembled& assembled) {
    std::vector<std::string> fields{assembled.digest};
    for (const auto& [name, bytes] : assembled.files) {
        fields.push_back(name);
        fields.push_back(fmt::to_string(bytes));
    }
    return state_line("made", fields);
}

std::string run_line() {
    return state_line("run", {std::string(kFormat), file::boot_id()});
}

}  // namespace

Result<BatchState> BatchState::open(const std::string& folder) {
    TRY(file::make_folder(below(folder, ".mingdan")));
    TRY_ASSIGN(file::Lock lock, file::Lock::take(below(folder, ".mingdan/lock")));
    BatchState state(folder, std::move(lock));
    state.path_ = below(folder, ".mingdan/state");
    TRY(state.load());
    if (!state.clean_) {
        file::remove_stale_parts(folder);
    }
    return state;
}

Result<void> BatchState::load() {
    file_ = file::LineFile::open(path_);
    index_.clear();
    assembled_.reset();
    unsynced_ = 0;
    lines_ = 0;
    if (!file_) {
        return {};
    }
    std::uint64_t offset = 0;
    std::string line;
    while (file_->next(line)) {
        take_line(line, offset);
        offset = file_->offset();
    }
    doubt_unsynced(file::boot_id());
    keep_last_places();
    return {};
}

void BatchState::take_line(std::string_view line, std::uint64_t offset) {
    const std::string_view mark = line.substr(0, line.find('\t'));
    const auto place = [&](std::string_view id, bool present) {
        index_.push_back({key_of(id), offset & kOffsets, present ? 1u : 0u, 1u});
    };
    clean_ = false;
    ++lines_;
    const std::optional<std::vector<std::string>> fields = state_fields(line);
    if (!fields) {
        return;
    }
    if (mark == kRecordMark || mark == "-") {
        place((*fields)[1], mark == kRecordMark);
    } else if (mark == "made") {
        assembled_ = read_assembled(*fields);
    } else if (mark == "run") {
        const std::string boot = fields->size() > 2 ? (*fields)[2] : "";
        doubt_unsynced(boot);
        boot_ = boot;
        if ((*fields)[1] != kFormat) {  // of another version of mingdan: nothing is known
            index_.clear();
            unsynced_ = 0;
        }
    } else if (mark == "sync" || mark == "end") {
        unsynced_ = index_.size();
        clean_ = mark == "end";
    }
}

/// What was not synced when the machine was started anew.
void BatchState::doubt_unsynced(const std::string& boot) {
    if (unsynced_ == index_.size() || (boot == boot_ && !boot.empty())) {
        return;
    }
    for (std::size_t i = unsynced_; i < index_.size(); ++i) {
        index_[i].trusted = 0;
    }
    assembled_.reset();
    unsynced_ = index_.size();
}

/// Of several lines of one id the last one counts.
void BatchState::keep_last_places() {
    std::sort(index_.begin(), index_.end(),
              [](const Place& a, const Place& b) { return a.key != b.key ? a.key < b.key : a.offset < b.offset; });
    std::size_t kept = 0;
    for (std::size_t i = 0; i < index_.size(); ++i) {
        const bool last = i + 1 == index_.size() || index_[i + 1].key != index_[i].key;
        if (last && index_[i].present != 0) {
            index_[kept++] = index_[i];
        }
    }
    index_.resize(kept);
    index_.shrink_to_fit();
}

std::optional<BatchRecord> BatchState::read(const Place& place) const {
    std::optional<BatchRecord> record = read_record(file_->line_at(place.offset));
    if (record) {
        record->done = record->done && place.trusted != 0;
    }
    return record;
}

std::optional<BatchRecord> BatchState::find(const std::string& id) const {
    const std::uint64_t key = key_of(id);
    const auto place = std::lower_bound(index_.begin(), index_.end(), key,
                                        [](const Place& is, std::uint64_t wanted) { return is.key < wanted; });
    if (place == index_.end() || place->key != key) {
        return std::nullopt;
    }
    std::optional<BatchRecord> record = read(*place);
    return record && record->outcome.id == id ? std::move(record) : std::nullopt;
}

void BatchState::for_each(const std::function<void(BatchRecord)>& see) const {
    for (const Place& place : index_) {
        if (std::optional<BatchRecord> record = read(place)) {
            see(std::move(*record));
        }
    }
}

Result<void> BatchState::keep(const BatchRecord& record) {
    return add(record_line(record));
}

Result<void> BatchState::forget(const std::string& id) {
    return add(state_line("-", {id}));
}

Result<void> BatchState::keep(const Assembled& assembled) {
    return add(assembled_line(assembled));
}

Result<void> BatchState::begin_adding() {
    TRY_ASSIGN(file::Journal journal, file::Journal::open(path_));
    TRY(journal.append(run_line() + '\n'));
    adding_->journal.emplace(std::move(journal));
    return {};
}

Result<void> BatchState::add(const std::string& line) {
    const std::lock_guard<std::mutex> guard(adding_->mutex);
    if (!adding_->journal) {
        TRY(begin_adding());
    }
    TRY(adding_->journal->append(line + '\n'));
    ++adding_->lines;
    const auto now = std::chrono::steady_clock::now();
    if (now - adding_->synced > kSyncEvery) {
        TRY(file::sync_all(folder_));
        TRY(adding_->journal->append(state_line("sync", {}) + '\n'));
        adding_->synced = now;
    }
    return {};
}

Result<void> BatchState::finish() {
    if (!adding_->journal && clean_) {
        return {};
    }
    if (!adding_->journal) {
        TRY(begin_adding());
    }
    TRY(file::sync_all(folder_));
    // An input that was known has a line more now, at the least; one that was not is new.
    const std::uint64_t outdated = lines_ - index_.size() + std::min<std::uint64_t>(adding_->lines, index_.size());
    const std::uint64_t all = lines_ + adding_->lines;
    constexpr std::uint64_t kFew = 100;
    return outdated > kFew && 2 * outdated > all ? write_anew() : end_file();
}

Result<void> BatchState::end_file() {
    TRY(adding_->journal->append(state_line("end", {}) + '\n'));
    return adding_->journal->sync();
}

Result<void> BatchState::write_anew() {
    adding_->journal.reset();
    TRY(load());
    TRY_ASSIGN(file::Writer writer, file::Writer::open(path_));
    TRY(writer.write(run_line() + '\n'));
    std::sort(index_.begin(), index_.end(), [](const Place& a, const Place& b) { return a.offset < b.offset; });
    for (const Place& place : index_) {
        if (const std::optional<BatchRecord> record = read(place)) {
            TRY(writer.write(record_line(*record) + '\n'));
        }
    }
    if (assembled_) {
        TRY(writer.write(assembled_line(*assembled_) + '\n'));
    }
    TRY(writer.write(state_line("end", {}) + '\n'));
    return writer.commit();
}

}  // namespace mingdan
