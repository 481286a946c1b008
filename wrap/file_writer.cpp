// Writing: whole or not at all. An unnamed file (O_TMPFILE) leaves nothing behind whatever ends the program; where the
// file system has none (NFS, overlays of old kernels), a neighbour with a name is made, and removed on failure.
// A link is followed to the file that it names; an existing file keeps its mode, and one that is read-only stays.
#include <atomic>
#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <memory>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/try.h"
#include "wrap/file.h"

namespace mingdan::file {

namespace {

std::string_view advice(int number) {
    switch (number) {
        case ENOSPC:
        case EDQUOT:
            return "free some space, or choose another place with -o";
        case EFBIG:
            return "raise the limit on file sizes (ulimit -f), or choose another place with -o";
        case EACCES:
        case EPERM:
        case EROFS:
            return "choose a place that you may write to, with -o";
        case ENOENT:
        case ENOTDIR:
            return "check the path; the folder must be there before a file is written into it";
        case ENAMETOOLONG:
            return "choose a shorter name with -o";
        default:
            return "choose another place with -o";
    }
}

Error cannot_write(int number) {
    if (number == EPIPE) {
        return fail(ErrorCode::output_closed, "whoever read the output has gone");
    }
    const bool full = number == ENOSPC || number == EDQUOT || number == EFBIG;
    return fail(full ? ErrorCode::output_full : ErrorCode::output_unwritable,
                fmt::format("the output cannot be written: {}", reason_of(number)), std::string(advice(number)));
}

Error named(Error error, std::string_view path) {
    error.file = path == kStandard ? "standard output" : path;
    return error;
}

std::string folder_of(const std::string& path) {
    const std::size_t slash = path.find_last_of('/');
    return slash == std::string::npos ? "." : slash == 0 ? "/" : path.substr(0, slash);
}

/// A name that no other thread or process takes.
std::string fresh_name(const std::string& folder) {
    static std::atomic<unsigned> counter{0};
    return fmt::format("{}/.mingdan-{}-{}.part", folder, ::getpid(), counter++);
}

/// The file that a link finally names, or an empty text (with errno).
std::string resolve(const std::string& path) {
    const std::unique_ptr<char, decltype(&std::free)> real(::realpath(path.c_str(), nullptr), &std::free);
    return real ? std::string(real.get()) : std::string();
}

bool is_link(const std::string& path) {
    struct stat seen {};
    return ::lstat(path.c_str(), &seen) == 0 && S_ISLNK(seen.st_mode);
}

/// Whether O_TMPFILE failed because it is not there, and not because of the folder.
bool lacks_unnamed(int number) {
    return number == EOPNOTSUPP || number == EISDIR || number == EINVAL;
}

std::string link_of(int descriptor) {
    return fmt::format("/proc/self/fd/{}", descriptor);
}

}  // namespace

Result<Writer> Writer::open(const std::string& path) {
    Writer writer;
    writer.path_ = path;
    if (path == kStandard) {
        return writer;
    }
    TRY(writer.open_target());
    return writer;
}

Writer::~Writer() {
    if (kind_ == Kind::neighbour && !beside_.empty()) {
        ::unlink(beside_.c_str());
    }
}

Writer::Writer(Writer&& other) noexcept
    : path_(std::move(other.path_)),
      target_(std::move(other.target_)),
      beside_(std::exchange(other.beside_, {})),
      descriptor_(std::move(other.descriptor_)),
      written_(other.written_),
      kind_(other.kind_) {}

Result<void> Writer::open_target() {
    struct stat seen {};
    if (::stat(path_.c_str(), &seen) != 0) {
        if (errno != ENOENT || is_link(path_)) {
            return named(cannot_write(errno), path_);
        }
        target_ = path_;
        return open_beside(folder_of(target_));
    }
    if (S_ISDIR(seen.st_mode)) {
        return named(cannot_write(EISDIR), path_);
    }
    if (!S_ISREG(seen.st_mode)) {
        kind_ = Kind::direct;
        descriptor_ = Descriptor(::open(path_.c_str(), O_WRONLY | O_CLOEXEC | O_NOCTTY));
        return descriptor_ ? Result<void>() : named(cannot_write(errno), path_);
    }
    target_ = resolve(path_);
    if (target_.empty() || ::access(target_.c_str(), W_OK) != 0) {
        return named(cannot_write(errno), path_);
    }
    TRY(open_beside(folder_of(target_)));
    if (::fchmod(descriptor_.get(), seen.st_mode & 07777) != 0) {
        return named(cannot_write(errno), path_);
    }
    return {};
}

Result<void> Writer::open_beside(const std::string& folder) {
    constexpr mode_t kMode = 0666;  // less the umask
    if (::access("/proc/self/fd", X_OK) == 0) {
        descriptor_ = Descriptor(::open(folder.c_str(), O_TMPFILE | O_WRONLY | O_CLOEXEC, kMode));
        if (descriptor_) {
            kind_ = Kind::unnamed;
            return {};
        }
        if (!lacks_unnamed(errno)) {
            return named(cannot_write(errno), path_);
        }
    }
    for (int attempt = 0; attempt < 100; ++attempt) {
        const std::string name = fresh_name(folder);
        descriptor_ = Descriptor(::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kMode));
        if (descriptor_) {
            kind_ = Kind::neighbour;
            beside_ = name;
            return {};
        }
        if (errno != EEXIST) {
            break;
        }
    }
    return named(cannot_write(errno), path_);
}

Result<void> Writer::write(std::string_view bytes) {
    const int descriptor = kind_ == Kind::standard ? STDOUT_FILENO : descriptor_.get();
    while (!bytes.empty()) {
        const ssize_t put = ::write(descriptor, bytes.data(), bytes.size());
        if (put >= 0) {
            bytes.remove_prefix(static_cast<std::size_t>(put));
            written_ += static_cast<std::size_t>(put);
        } else if (errno != EINTR && !(errno == EAGAIN && wait_for(descriptor, Until::writable))) {
            return named(cannot_write(errno), path_);
        }
    }
    return {};
}

/// An unnamed file takes its name: at once where none is, else beside the old one, which the rename then replaces.
Result<void> Writer::name_unnamed() {
    const std::string link = link_of(descriptor_.get());
    if (::linkat(AT_FDCWD, link.c_str(), AT_FDCWD, target_.c_str(), AT_SYMLINK_FOLLOW) == 0) {
        kind_ = Kind::direct;
        return {};
    }
    if (errno != EEXIST) {
        return named(cannot_write(errno), path_);
    }
    const std::string name = fresh_name(folder_of(target_));
    if (::linkat(AT_FDCWD, link.c_str(), AT_FDCWD, name.c_str(), AT_SYMLINK_FOLLOW) != 0) {
        return named(cannot_write(errno), path_);
    }
    kind_ = Kind::neighbour;
    beside_ = name;
    return {};
}

Result<void> Writer::commit(Sync sync) {
    if (kind_ == Kind::standard) {
        return {};
    }
    if (sync == Sync::now && kind_ != Kind::direct && ::fsync(descriptor_.get()) != 0) {
        return named(cannot_write(errno), path_);
    }
    if (kind_ == Kind::unnamed) {
        TRY(name_unnamed());
    }
    if (!descriptor_.close()) {
        return named(cannot_write(errno), path_);
    }
    if (kind_ == Kind::neighbour) {
        if (::rename(beside_.c_str(), target_.c_str()) != 0) {
            return named(cannot_write(errno), path_);
        }
        beside_.clear();
    }
    return {};
}

std::string neighbour_of(const std::string& path) {
    return fresh_name(folder_of(path));
}

Result<void> replace(const std::string& neighbour, const std::string& path) {
    Descriptor descriptor(::open(neighbour.c_str(), O_RDWR | O_CLOEXEC));
    if (!descriptor || ::fsync(descriptor.get()) != 0 || !descriptor.close() ||
        ::rename(neighbour.c_str(), path.c_str()) != 0) {
        return named(cannot_write(errno), path);
    }
    return {};
}

Result<void> remove(const std::string& path) {
    if (::unlink(path.c_str()) != 0 && errno != ENOENT && errno != ENOTDIR) {
        return named(cannot_write(errno), path);
    }
    return {};
}

Result<void> make_folder(const std::string& path) {
    if (is_folder(path)) {
        return {};
    }
    for (std::size_t end = path.find('/', 1);; end = path.find('/', end + 1)) {
        const std::string above = path.substr(0, end);
        if (::mkdir(above.c_str(), 0777) != 0 && errno != EEXIST) {
            const int number = errno;  // which may be that of a read-only file system, and the folder there
            if (!is_folder(above)) {
                return named(cannot_write(number), above);
            }
        }
        if (end == std::string::npos) {
            break;
        }
    }
    return is_folder(path) ? Result<void>() : named(cannot_write(ENOTDIR), path);
}

}  // namespace mingdan::file
