#include "wrap/journal.h"

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <thread>
#include <utility>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/try.h"
#include "wrap/file.h"

namespace mingdan::file {

namespace {

Error cannot_keep(int number, const std::string& path) {
    const bool full = number == ENOSPC || number == EDQUOT || number == EFBIG;
    Error error = fail(full ? ErrorCode::output_full : ErrorCode::output_unwritable,
                       fmt::format("the record of what is done cannot be written: {}", reason_of(number)),
                       full ? "free some space, then give the same command again" : "choose another place with -o");
    error.file = path;
    return error;
}

/// Where the last whole line ends.
Result<off_t> end_of_lines(int descriptor, const std::string& path) {
    struct stat seen {};
    if (::fstat(descriptor, &seen) != 0) {
        return cannot_keep(errno, path);
    }
    char piece[4096];
    off_t end = seen.st_size;
    while (end > 0) {
        const auto length = std::min<off_t>(end, sizeof piece);
        const ssize_t got = ::pread(descriptor, piece, static_cast<std::size_t>(length), end - length);
        if (got != length) {
            return cannot_keep(got < 0 ? errno : EIO, path);
        }
        const std::size_t line_end = std::string_view(piece, static_cast<std::size_t>(length)).find_last_of('\n');
        if (line_end != std::string_view::npos) {
            return end - length + static_cast<off_t>(line_end) + 1;
        }
        end -= length;
    }
    return off_t{0};
}

}  // namespace

Result<Lock> Lock::take(const std::string& path) {
    Lock lock;
    lock.descriptor_ = Descriptor(::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666));
    if (!lock.descriptor_) {
        return cannot_keep(errno, path);
    }
    constexpr auto kPause = std::chrono::milliseconds(10);
    int attempts = 100;
    bool taken = false;
    while (!(taken = ::flock(lock.descriptor_.get(), LOCK_EX | LOCK_NB) == 0) && attempts-- > 0) {
        if (errno != EWOULDBLOCK && errno != EINTR) {
            return lock;  // a file system without locks; that is no reason to do nothing
        }
        std::this_thread::sleep_for(kPause);
    }
    if (!taken) {
        Error error = fail(ErrorCode::output_busy, "another mingdan is at work on this output folder",
                           "wait until it has ended, or choose another place with -o");
        error.file = path;
        return error;
    }
    return lock;
}

Result<Journal> Journal::open(const std::string& path) {
    Journal journal;
    journal.path_ = path;
    journal.descriptor_ = Descriptor(::open(path.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC, 0666));
    if (!journal.descriptor_) {
        return cannot_keep(errno, path);
    }
    TRY_ASSIGN(const off_t end, end_of_lines(journal.descriptor_.get(), path));
    if (::ftruncate(journal.descriptor_.get(), end) != 0) {
        return cannot_keep(errno, path);
    }
    return journal;
}

Result<void> Journal::append(std::string_view line) {
    const std::lock_guard<std::mutex> guard(one_at_a_time_);
    const off_t before = ::lseek(descriptor_.get(), 0, SEEK_END);
    while (!line.empty()) {
        const ssize_t put = ::write(descriptor_.get(), line.data(), line.size());
        if (put < 0 && errno != EINTR) {
            const int number = errno;
            if (before >= 0 && ::ftruncate(descriptor_.get(), before) != 0) {
                return cannot_keep(errno, path_);
            }
            return cannot_keep(number, path_);
        }
        line.remove_prefix(put < 0 ? 0 : static_cast<std::size_t>(put));
    }
    return {};
}

Result<void> Journal::sync() {
    return ::fsync(descriptor_.get()) == 0 ? Result<void>() : cannot_keep(errno, path_);
}

std::optional<LineFile> LineFile::open(const std::string& path) {
    Descriptor descriptor(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (!descriptor) {
        return std::nullopt;
    }
    return LineFile(std::move(descriptor));
}

bool LineFile::next(std::string& line) {
    constexpr std::size_t kPiece = 64 * 1024;
    for (;;) {
        const std::size_t end = piece_.find('\n', used_);
        if (end != std::string::npos) {
            line.assign(piece_, used_, end - used_);
            offset_ += end + 1 - used_;
            used_ = end + 1;
            return true;
        }
        piece_.erase(0, used_);
        used_ = 0;
        const std::string more = bytes_at(offset_ + piece_.size(), kPiece);
        if (more.empty()) {
            return false;
        }
        piece_ += more;
    }
}

std::string LineFile::line_at(std::uint64_t offset) const {
    std::string line;
    for (std::size_t length = 512;; length *= 8) {  // lines are of that size as a rule
        const std::string piece = bytes_at(offset + line.size(), length);
        const std::size_t end = piece.find('\n');
        line.append(piece, 0, end);
        if (end != std::string::npos || piece.empty()) {
            return line;
        }
    }
}

std::string LineFile::bytes_at(std::uint64_t offset, std::size_t length) const {
    std::string bytes(length, '\0');
    ssize_t got = -1;
    do {
        got = ::pread(descriptor_.get(), bytes.data(), length, static_cast<off_t>(offset));
    } while (got < 0 && errno == EINTR);
    bytes.resize(got < 0 ? 0 : static_cast<std::size_t>(got));
    return bytes;
}

Result<void> sync_all(const std::string& folder) {
    const Descriptor open(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!open || ::syncfs(open.get()) != 0) {
        return cannot_keep(errno, folder);
    }
    return {};
}

std::string boot_id() {
    Result<std::string> id = read_whole("/proc/sys/kernel/random/boot_id", 64);
    if (!id) {
        return {};
    }
    while (!id->empty() && id->back() == '\n') {
        id->pop_back();
    }
    return std::move(*id);
}

}  // namespace mingdan::file
