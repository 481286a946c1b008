// How far a batch is: a bar that is drawn anew on a terminal, a plain line now and then elsewhere.
#pragma once

#include <chrono>
#include <string>

#include <mingdan/batch.h>

namespace mingdan::cli {

class Progress {
public:
    Progress();

    void show(const BatchCounts& counts);
    /// Takes the bar away, so that other text may follow.
    void clear();

private:
    using Clock = std::chrono::steady_clock;

    bool terminal_;
    bool drawn_ = false;
    Clock::time_point begin_;
    Clock::time_point shown_;
};

/// "[=====>    ]  812 of 2,000  96/s  12 s left  3 failed", no wider than `width`; without a bar where width is 0.
std::string progress_text(const BatchCounts& counts, double seconds, std::size_t width);

}  // namespace mingdan::cli
