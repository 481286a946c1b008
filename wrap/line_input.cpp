// A signal that arrives between the look at `stop` and the waiting would be slept over: so the waiting ends by itself
// now and then. A signal during the waiting ends it at once (poll is never taken up again).
#include "wrap/line_input.h"

#include <cerrno>

#include <poll.h>
#include <unistd.h>

namespace mingdan::file {

namespace {

constexpr int kLookAgain = 200;  ///< milliseconds

}  // namespace

/// False where nothing came, since somebody said stop.
bool LineInput::read_more() {
    while (!stopped()) {
        pollfd waiting{descriptor_, POLLIN, 0};
        if (::poll(&waiting, 1, kLookAgain) <= 0) {
            continue;
        }
        char piece[65536];
        const ssize_t got = ::read(descriptor_, piece, sizeof piece);
        if (got > 0) {
            held_.append(piece, static_cast<std::size_t>(got));
            return true;
        }
        if (got == 0 || (errno != EINTR && errno != EAGAIN)) {
            ended_ = true;
            return true;
        }
    }
    return false;
}

LineInput::Got LineInput::take(std::string& line, std::size_t length, std::size_t end_marks) {
    const bool too_long = dropping_ || length > longest_;
    dropping_ = false;
    line.clear();
    if (!too_long) {
        line.assign(held_, 0, length);
        if (line.ends_with('\r')) {
            line.pop_back();
        }
    }
    held_.erase(0, length + end_marks);
    return too_long ? Got::too_long : Got::line;
}

LineInput::Got LineInput::next(std::string& line) {
    std::size_t searched = 0;
    for (;;) {
        if (stopped()) {
            return Got::stopped;
        }
        if (const std::size_t end = held_.find('\n', searched); end != std::string::npos) {
            return take(line, end, 1);
        }
        if (ended_) {
            return held_.empty() && !dropping_ ? Got::end : take(line, held_.size(), 0);
        }
        if (held_.size() > longest_) {
            dropping_ = true;
            held_.clear();
        }
        searched = held_.size();
        if (!read_more()) {
            return Got::stopped;
        }
    }
}

}  // namespace mingdan::file
