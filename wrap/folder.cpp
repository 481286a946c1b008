#include "wrap/folder.h"

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <csignal>
#include <fstream>
#include <memory>
#include <string_view>

#include <dirent.h>
#include <fmt/format.h>
#include <sys/stat.h>
#include <unistd.h>

#include "model/try.h"
#include "wrap/descriptor.h"

namespace mingdan::file {

namespace {

Kind kind_of(mode_t mode) {
    return S_ISREG(mode) ? Kind::file : S_ISDIR(mode) ? Kind::folder : Kind::other;
}

Kind kind_of_failure(int number) {
    switch (number) {
        case ELOOP:
            return Kind::loop;
        case ENOENT:
        case ENOTDIR:
        case ENAMETOOLONG:
            return Kind::missing;
        default:
            return Kind::shut;
    }
}

/// The process in ".mingdan-4711-3.part" (file_writer.cpp makes such names; SQLite adds a journal), or
/// 0.
pid_t writer_of(std::string_view name) {
    constexpr std::string_view kHead = ".mingdan-";
    if (!name.starts_with(kHead) || !(name.ends_with(".part") || name.ends_with(".part-journal"))) {
        return 0;
    }
    pid_t process = 0;
    const auto [end, error] = std::from_chars(name.data() + kHead.size(), name.data() + name.size(), process);
    return error == std::errc() && *end == '-' ? process : 0;
}

/// Dead, and only not yet fetched by its parent; the first process of a container may never do that.
bool is_zombie(pid_t process) {
    std::ifstream file(fmt::format("/proc/{}/stat", process));
    std::string line;
    std::getline(file, line);
    const std::size_t end_of_name = line.rfind(") ");
    return end_of_name != std::string::npos && line.substr(end_of_name + 2, 1).find_first_of("ZX") == 0;
}

/// A name of our own number is of a former life: whoever asks has not written yet.
bool is_gone(pid_t process) {
    return process > 0 && (process == ::getpid() || (::kill(process, 0) != 0 && errno == ESRCH) || is_zombie(process));
}

}  // namespace

Look look_at(const std::string& path) {
    Look look;
    struct stat seen {};
    bool found = ::lstat(path.c_str(), &seen) == 0;
    look.link = found && S_ISLNK(seen.st_mode);
    found = look.link ? ::stat(path.c_str(), &seen) == 0 : found;
    if (!found) {
        look.kind = kind_of_failure(errno);
        return look;
    }
    look.kind = kind_of(seen.st_mode);
    look.identity = {seen.st_dev, seen.st_ino};
    return look;
}

Result<std::vector<std::string>> names_in(const std::string& folder) {
    const std::unique_ptr<DIR, int (*)(DIR*)> open(::opendir(folder.c_str()), ::closedir);
    std::vector<std::string> names;
    errno = open ? 0 : errno;
    while (open) {
        errno = 0;
        const dirent* entry = ::readdir(open.get());
        if (entry == nullptr) {
            break;
        }
        const std::string_view name = entry->d_name;
        if (name != "." && name != "..") {
            names.emplace_back(name);
        }
    }
    if (errno != 0) {
        Error error = fail(errno == ENOENT ? ErrorCode::not_found : ErrorCode::unreadable,
                           fmt::format("the folder cannot be read: {}", reason_of(errno)),
                           "ask for the right to read it (ls -ld shows who may)");
        error.file = folder;
        return error;
    }
    std::sort(names.begin(), names.end());
    return names;
}

void remove_empty_folders(const std::string& file, const std::string& top) {
    std::string folder = file;
    for (std::size_t slash = folder.find_last_of('/'); slash != std::string::npos && slash > top.size();
         slash = folder.find_last_of('/')) {
        folder.resize(slash);
        if (::rmdir(folder.c_str()) != 0) {
            return;
        }
    }
}

std::size_t remove_stale_parts(const std::string& folder) {
    std::size_t removed = 0;
    const Result<std::vector<std::string>> names = names_in(folder);
    if (!names) {
        return removed;
    }
    for (const std::string& name : *names) {
        const std::string path = folder + '/' + name;
        struct stat seen {};
        if (::lstat(path.c_str(), &seen) != 0) {
            continue;
        }
        if (S_ISDIR(seen.st_mode)) {
            removed += remove_stale_parts(path);
        } else if (S_ISREG(seen.st_mode) && is_gone(writer_of(name))) {
            removed += ::unlink(path.c_str()) == 0 ? 1 : 0;
        }
    }
    return removed;
}

}  // namespace mingdan::file
