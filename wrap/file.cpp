// Reading: what is not a regular file is named and refused before it is opened, since opening a pipe blocks and opening
// a device may act. The size that the system reports is a claim (0 for files under /proc): the end of the file decides.
#include "wrap/file.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/try.h"
#include "wrap/descriptor.h"

namespace mingdan::file {

namespace {

constexpr std::uint64_t kFirstPiece = 64 * 1024;

Error cannot_open(int number) {
    switch (number) {
        case ENOENT:
            return fail(ErrorCode::not_found, "there is no such file",
                        "check the path; a name that holds spaces needs quotation marks");
        case ENOTDIR:
            return fail(ErrorCode::not_found, "there is no such file: a part of the path is no folder",
                        "check the path");
        case EACCES:
        case EPERM:
            return fail(ErrorCode::unreadable, fmt::format("the file may not be read: {}", reason_of(number)),
                        "ask for the right to read it, or copy it where you may (ls -l shows who may)");
        default:
            return fail(ErrorCode::unreadable, fmt::format("the file cannot be read: {}", reason_of(number)),
                        "check the path and the disk");
    }
}

std::string_view kind_of(mode_t mode) {
    return S_ISFIFO(mode) ? "a pipe" : S_ISSOCK(mode) ? "a socket" : "a device";
}

Result<void> require_regular(const struct stat& seen) {
    if (S_ISDIR(seen.st_mode)) {
        return fail(ErrorCode::is_directory, "this is a folder, not a file", "name a file inside it");
    }
    if (!S_ISREG(seen.st_mode)) {
        return fail(ErrorCode::not_a_file, fmt::format("this is {}, not a file", kind_of(seen.st_mode)),
                    "hand its content to standard input: mingdan convert - < INPUT");
    }
    return {};
}

Error over_limit(std::string_view size, std::uint64_t limit) {
    return fail(ErrorCode::over_limit, fmt::format("the file has {} bytes; the limit file-bytes is {}", size, limit),
                "raise the limit if the file is to be trusted (--limit file-bytes=1G)");
}

/// Reads to the end, or to one byte over the limit. `expected` is a guess that saves growing.
Result<std::string> read_to_end(int descriptor, std::uint64_t expected, std::uint64_t limit) {
    std::string bytes;
    std::uint64_t held = 0;
    bytes.resize(std::min(std::max(expected + 1, expected == 0 ? kFirstPiece : 0), limit + 1));
    for (;;) {
        const ssize_t got = ::read(descriptor, bytes.data() + held, bytes.size() - held);
        if (got < 0) {
            if (errno == EINTR || (errno == EAGAIN && wait_for(descriptor, Until::readable))) {
                continue;
            }
            return cannot_open(errno);
        }
        held += static_cast<std::uint64_t>(got);
        if (got == 0) {
            break;
        }
        if (held > limit) {
            return over_limit("more", limit);
        }
        if (held == bytes.size()) {
            bytes.resize(std::min(2 * held, limit + 1));
        }
    }
    bytes.resize(held);
    TRY(require_size(held, limit));
    return bytes;
}

Result<std::string> read_standard(std::uint64_t limit) {
    struct stat seen {};
    if (::fstat(STDIN_FILENO, &seen) == 0 && S_ISDIR(seen.st_mode)) {
        return require_regular(seen).error();
    }
    return read_to_end(STDIN_FILENO, 0, limit);
}

Result<Descriptor> open_regular(const std::string& path, struct stat& seen) {
    if (path.find('\0') != std::string::npos) {
        return cannot_open(ENOENT);
    }
    if (::stat(path.c_str(), &seen) != 0) {
        return cannot_open(errno);
    }
    TRY(require_regular(seen));
    Descriptor opened(::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NOCTTY | O_NONBLOCK));
    if (!opened || ::fstat(opened.get(), &seen) != 0) {
        return cannot_open(errno);
    }
    TRY(require_regular(seen));  // once more: the name may have changed hands between the two calls
    return opened;
}

Result<std::string> read_regular(const std::string& path, std::uint64_t limit, Stamp* stamp) {
    struct stat seen {};
    TRY_ASSIGN(const Descriptor opened, open_regular(path, seen));
    if (stamp != nullptr) {
        *stamp = stamp_of(seen);
    }
    const auto size = static_cast<std::uint64_t>(seen.st_size);
    if (size > limit) {
        return require_size(size, limit).error();
    }
    return read_to_end(opened.get(), size, limit);
}

}  // namespace

Result<std::string> read_whole(const std::string& path, std::uint64_t limit, Stamp* stamp) {
    if (path == kStandard) {
        return read_standard(limit);
    }
    return read_regular(path, limit, stamp);
}

Result<void> read_pieces(const std::string& path, const PieceSink& sink) {
    struct stat seen {};
    Descriptor opened;
    if (path != kStandard) {
        TRY_ASSIGN(opened, open_regular(path, seen));
    } else if (::fstat(STDIN_FILENO, &seen) == 0 && S_ISDIR(seen.st_mode)) {
        return require_regular(seen);
    }
    const int descriptor = opened ? opened.get() : STDIN_FILENO;
    std::string piece(kFirstPiece, '\0');
    for (;;) {
        const ssize_t got = ::read(descriptor, piece.data(), piece.size());
        if (got > 0) {
            TRY(sink(std::string_view(piece).substr(0, static_cast<std::size_t>(got))));
        } else if (got == 0) {
            return {};
        } else if (errno != EINTR && !(errno == EAGAIN && wait_for(descriptor, Until::readable))) {
            return cannot_open(errno);
        }
    }
}

Result<void> require_size(std::uint64_t bytes, std::uint64_t limit) {
    if (bytes == 0) {
        return fail(ErrorCode::empty, "the file is empty", "fetch or save it again; there is nothing in it to convert");
    }
    if (bytes > limit) {
        return over_limit(fmt::format("{}", bytes), limit);
    }
    return {};
}

std::string_view own_name(std::string_view path) {
    const std::size_t slash = path.find_last_of('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

bool is_folder(const std::string& path) {
    struct stat seen {};
    return ::stat(path.c_str(), &seen) == 0 && S_ISDIR(seen.st_mode);
}

}  // namespace mingdan::file
