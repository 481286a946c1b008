// Many threads work, results come in order: whoever finishes the result that is due hands it on, with all that wait
// behind it. No more than a window of results is held, so that memory does not grow with the number of inputs.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace mingdan {

/// 0 stands for as many as the machine has processors; more than the inputs are of no use.
inline unsigned thread_count(unsigned wanted, std::size_t inputs) {
    const unsigned threads = wanted > 0 ? wanted : std::max(1u, std::thread::hardware_concurrency());
    return static_cast<unsigned>(std::clamp<std::size_t>(inputs, 1, threads));
}

template <class T>
class Ordered {
public:
    using Work = std::function<T(std::size_t index, unsigned thread)>;
    /// One call at a time, by index. False: nothing new is begun; what is in hand still comes.
    using Sink = std::function<bool(std::size_t index, T result)>;

    Ordered(std::size_t count, unsigned threads, Work work, Sink sink)
        : count_(count),
          threads_(threads),
          work_(std::move(work)),
          sink_(std::move(sink)),
          results_(threads * kAhead) {}

    /// Gives the number of results that were handed on. What work or sink throws comes out here, after all have
    /// stopped.
    std::size_t run() {
        std::vector<std::jthread> others;
        for (unsigned thread = 1; thread < threads_; ++thread) {
            others.emplace_back([this, thread] { loop(thread); });
        }
        loop(0);
        others.clear();
        if (thrown_) {
            std::rethrow_exception(thrown_);
        }
        return due_;
    }

private:
    static constexpr std::size_t kAhead = 16;  ///< results a thread: one slow document does not hold up the others

    void loop(unsigned thread) {
        std::unique_lock lock(mutex_);
        try {
            for (;;) {
                room_.wait(lock, [&] { return stopped_ || next_ == count_ || next_ < due_ + results_.size(); });
                if (stopped_ || next_ == count_) {
                    return;
                }
                const std::size_t index = next_++;
                lock.unlock();
                T result = work_(index, thread);
                lock.lock();
                results_[index % results_.size()] = std::move(result);
                hand_on(lock);
            }
        } catch (...) {
            if (!lock.owns_lock()) {
                lock.lock();
            }
            thrown_ = thrown_ ? thrown_ : std::current_exception();
            stop();
        }
    }

    void hand_on(std::unique_lock<std::mutex>& lock) {
        if (handing_on_) {
            return;
        }
        handing_on_ = true;
        while (std::optional<T>& slot = results_[due_ % results_.size()]) {
            T result = std::move(*slot);
            slot.reset();
            lock.unlock();
            const bool more = sink_(due_, std::move(result));
            lock.lock();
            ++due_;
            room_.notify_all();
            if (!more) {
                stop();
            }
        }
        handing_on_ = false;
    }

    void stop() {
        stopped_ = true;
        room_.notify_all();
    }

    const std::size_t count_;
    const unsigned threads_;
    const Work work_;
    const Sink sink_;
    std::mutex mutex_;
    std::condition_variable room_;
    std::vector<std::optional<T>> results_;  ///< by index, a ring
    std::size_t next_ = 0;                   ///< the first that nobody has begun
    std::size_t due_ = 0;                    ///< the first that was not handed on
    bool handing_on_ = false;
    bool stopped_ = false;
    std::exception_ptr thrown_;
};

}  // namespace mingdan
