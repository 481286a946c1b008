#include "measure.h"

#include <fcntl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>

namespace mingdan::bench {

namespace {

constexpr int kNone = -1;

[[noreturn]] void become(const Command& command, int input, int output) {
    std::vector<char*> arguments;
    for (const std::string& argument : command) {
        arguments.push_back(const_cast<char*>(argument.c_str()));
    }
    arguments.push_back(nullptr);
    if (input != kNone) {
        dup2(input, STDIN_FILENO);
    }
    dup2(output, STDOUT_FILENO);
    execvp(arguments[0], arguments.data());
    _exit(127);
}

double seconds(const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

/// Waits for a child and adds what it took.
void collect(pid_t child, Cost& cost) {
    int status = 0;
    rusage usage{};
    if (child < 0 || wait4(child, &status, 0, &usage) != child) {
        cost.succeeded = false;
        return;
    }
    cost.seconds += seconds(usage.ru_utime) + seconds(usage.ru_stime);
    cost.peak_mib = std::max(cost.peak_mib, static_cast<double>(usage.ru_maxrss) / 1024);
    cost.succeeded = cost.succeeded && WIFEXITED(status) && WEXITSTATUS(status) == 0;
}

}  // namespace

Cost run_pipeline(const std::vector<Command>& commands) {
    std::vector<pid_t> children;
    int input = kNone;
    for (std::size_t i = 0; i < commands.size(); ++i) {
        int ends[2] = {kNone, kNone};
        const bool last = i + 1 == commands.size();
        if (last) {
            ends[1] = open("/dev/null", O_WRONLY | O_CLOEXEC);
        } else if (pipe2(ends, O_CLOEXEC) != 0) {
            return {0, 0, false};
        }
        const pid_t child = fork();
        if (child == 0) {
            become(commands[i], input, ends[1]);
        }
        children.push_back(child);
        close(ends[1]);
        if (input != kNone) {
            close(input);
        }
        input = ends[0];
    }
    Cost cost;
    for (const pid_t child : children) {
        collect(child, cost);
    }
    return cost;
}

Figure run_apart(const std::function<double()>& work) {
    Figure figure;
    int ends[2] = {kNone, kNone};
    if (pipe2(ends, O_CLOEXEC) != 0) {
        figure.cost.succeeded = false;
        return figure;
    }
    const pid_t child = fork();
    if (child == 0) {
        const double value = work();
        _exit(write(ends[1], &value, sizeof value) == sizeof value ? 0 : 1);
    }
    close(ends[1]);
    figure.cost.succeeded = ::read(ends[0], &figure.value, sizeof figure.value) == sizeof figure.value;
    close(ends[0]);
    collect(child, figure.cost);
    return figure;
}

double cpu_seconds() {
    timespec time{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

double median(std::vector<double> values) {
    const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
    std::nth_element(values.begin(), middle, values.end());
    return *middle;
}

}  // namespace mingdan::bench
