#include "cli/progress.h"

#include <algorithm>

#include <fmt/format.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include "cli/terminal.h"

namespace mingdan::cli {

namespace {

constexpr auto kRedraw = std::chrono::milliseconds(100);
constexpr auto kPlainLine = std::chrono::seconds(10);

std::size_t terminal_width() {
    winsize size{};
    return ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
}

std::string duration(double seconds) {
    const auto whole = static_cast<std::uint64_t>(seconds + 0.5);
    return whole < 120    ? fmt::format("{} s", whole)
           : whole < 7200 ? fmt::format("{} min", (whole + 30) / 60)
                          : fmt::format("{} h", (whole + 1800) / 3600);
}

/// Inputs that were there already cost next to nothing: the rate is that of all, the rest is guessed by it.
std::string figures(const BatchCounts& counts, double seconds) {
    const double rate = seconds > 0 ? static_cast<double>(counts.settled) / seconds : 0;
    std::string text = fmt::format("{} of {}", counts.settled, counts.inputs);
    if (seconds >= 1 && rate > 0) {
        text += rate < 10 ? fmt::format("  {:.1f}/s", rate) : fmt::format("  {:.0f}/s", rate);
        text += fmt::format("  {} left", duration(static_cast<double>(counts.inputs - counts.settled) / rate));
    }
    return counts.failed > 0 ? text + fmt::format("  {} failed", counts.failed) : text;
}

std::string bar(const BatchCounts& counts, std::size_t width) {
    const std::size_t inside = width - 2;
    const auto full = static_cast<std::size_t>(inside * counts.settled / std::max<std::uint64_t>(1, counts.inputs));
    return fmt::format("[{:<{}}]", std::string(full, '=') + (full < inside ? ">" : ""), inside);
}

}  // namespace

std::string progress_text(const BatchCounts& counts, double seconds, std::size_t width) {
    constexpr std::size_t kNarrowest = 8;
    constexpr std::size_t kWidest = 42;
    const std::string text = figures(counts, seconds);
    if (width < text.size() + kNarrowest + 2) {
        return width == 0 ? text : text.substr(0, width);
    }
    return fmt::format("{}  {}", bar(counts, std::min(kWidest, width - text.size() - 2)), text);
}

Progress::Progress() : terminal_(is_terminal(Stream::error)), begin_(Clock::now()), shown_(begin_) {}

void Progress::show(const BatchCounts& counts) {
    const Clock::time_point now = Clock::now();
    if (now - shown_ < (terminal_ ? Clock::duration(kRedraw) : Clock::duration(kPlainLine))) {
        return;
    }
    shown_ = now;
    const double seconds = std::chrono::duration<double>(now - begin_).count();
    if (!terminal_) {
        say(fmt::format("mingdan: {}\n", progress_text(counts, seconds, 0)));
        return;
    }
    say("\r\x1b[K" + progress_text(counts, seconds, terminal_width() - 1));
    drawn_ = true;
}

void Progress::clear() {
    if (drawn_) {
        say("\r\x1b[K");
        drawn_ = false;
    }
}

}  // namespace mingdan::cli
