#include "wrap/child.h"

#include <algorithm>
#include <cerrno>
#include <cmath>
#include <csignal>
#include <cstring>

#include <fcntl.h>
#include <fmt/format.h>
#include <poll.h>
#include <spawn.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

namespace mingdan::file {

namespace {

Error cannot_start(int number, const std::string& program) {
    Error error = fail(ErrorCode::internal, fmt::format("a worker process cannot be started: {}", reason_of(number)),
                       "fewer threads (-j), or no --isolate");
    error.file = program;
    return error;
}

int milliseconds_until(Lines::Clock::time_point until) {
    if (until == Lines::Clock::time_point::max()) {
        return -1;
    }
    const auto left = std::chrono::ceil<std::chrono::milliseconds>(until - Lines::Clock::now()).count();
    return static_cast<int>(std::clamp<long>(left, 0, 1'000'000'000));
}

std::string describe_end(int status) {
    if (WIFSIGNALED(status)) {
        const char* words = ::sigdescr_np(WTERMSIG(status));
        return fmt::format("signal {} ({})", WTERMSIG(status), words == nullptr ? "unknown" : words);
    }
    return fmt::format("exit code {}", WEXITSTATUS(status));
}

class SpawnActions {
public:
    SpawnActions() { ::posix_spawn_file_actions_init(&actions_); }
    ~SpawnActions() { ::posix_spawn_file_actions_destroy(&actions_); }
    SpawnActions(const SpawnActions&) = delete;
    SpawnActions& operator=(const SpawnActions&) = delete;

    posix_spawn_file_actions_t* get() { return &actions_; }

private:
    posix_spawn_file_actions_t actions_;
};

}  // namespace

bool Lines::send(std::string_view line) {
    std::string bytes(line);
    bytes += '\n';
    std::string_view left = bytes;
    while (!left.empty()) {
        const ssize_t put = ::send(descriptor_.get(), left.data(), left.size(), MSG_NOSIGNAL);
        if (put < 0 && errno != EINTR) {
            return false;
        }
        left.remove_prefix(put < 0 ? 0 : static_cast<std::size_t>(put));
    }
    return true;
}

Lines::Got Lines::receive(std::string& line, Clock::time_point until) {
    std::size_t searched = 0;
    for (;;) {
        if (const std::size_t end = read_.find('\n', searched); end != std::string::npos) {
            line.assign(read_, 0, end);
            read_.erase(0, end + 1);
            return Got::line;
        }
        searched = read_.size();
        pollfd waiting{descriptor_.get(), POLLIN, 0};
        const int ready = ::poll(&waiting, 1, milliseconds_until(until));
        if (ready == 0) {
            return Got::timeout;
        }
        char piece[4096];
        const ssize_t got = ready < 0 ? -1 : ::recv(descriptor_.get(), piece, sizeof piece, 0);
        if (got > 0) {
            read_.append(piece, static_cast<std::size_t>(got));
        } else if (got == 0 || errno != EINTR) {
            return Got::end;
        }
    }
}

Result<Child> Child::start(const std::vector<std::string>& command, int keep) {
    int ends[2];
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0) {
        return cannot_start(errno, command.front());
    }
    Descriptor ours(ends[0]);
    // Out of the way of the two numbers that the child gets: one must not be overwritten before it is copied.
    const Descriptor theirs(::fcntl(ends[1], F_DUPFD_CLOEXEC, kChildKeeps + 1));
    const Descriptor kept(keep < 0 ? -1 : ::fcntl(keep, F_DUPFD_CLOEXEC, kChildKeeps + 1));
    ::close(ends[1]);
    if (!theirs || (keep >= 0 && !kept)) {
        return cannot_start(errno, command.front());
    }
    std::vector<char*> words;
    for (const std::string& word : command) {
        words.push_back(const_cast<char*>(word.c_str()));
    }
    words.push_back(nullptr);
    SpawnActions actions;
    ::posix_spawn_file_actions_adddup2(actions.get(), theirs.get(), kChildEnd);
    if (kept) {
        ::posix_spawn_file_actions_adddup2(actions.get(), kept.get(), kChildKeeps);
    }
    pid_t process = 0;
    const int failed = ::posix_spawn(&process, words.front(), actions.get(), nullptr, words.data(), ::environ);
    if (failed != 0) {
        return cannot_start(failed, command.front());
    }
    return Child(process, std::move(ours));
}

Child::~Child() {
    if (process_ > 0) {
        end(true);
    }
}

std::string Child::end(bool kill) {
    int status = 0;
    if (kill) {
        ::kill(process_, SIGKILL);
    }
    while (::waitpid(process_, &status, 0) < 0 && errno == EINTR) {
    }
    process_ = 0;
    return describe_end(status);
}

void end_with_parent() {
    ::prctl(PR_SET_PDEATHSIG, SIGKILL);
}

void limit_memory(std::uint64_t bytes) {
#if !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    const rlimit limit{bytes, bytes};
    ::setrlimit(RLIMIT_AS, &limit);
#else
    static_cast<void>(bytes);
#endif
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
}

void limit_processor(double seconds) {
    rusage used{};
    ::getrusage(RUSAGE_SELF, &used);
    const auto so_far = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1);
    rlimit limit{};
    ::getrlimit(RLIMIT_CPU, &limit);
    limit.rlim_cur = std::min(so_far + static_cast<rlim_t>(std::ceil(seconds)), limit.rlim_max);
    ::setrlimit(RLIMIT_CPU, &limit);
}

}  // namespace mingdan::file
