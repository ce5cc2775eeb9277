#include "sim/batch/process_pool.hpp"

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <list>
#include <new>
#include <stdexcept>
#include <thread>

#include <fmt/format.h>
#include <poll.h>
#include <tbb/global_control.h>

#include "sim/batch/child_process.hpp"

namespace verbund::batch {
namespace {

using Clock = std::chrono::steady_clock;
using namespace std::chrono_literals;

std::ptrdiff_t threads_of_this_process() {
    return std::distance(std::filesystem::directory_iterator("/proc/self/task"), {});
}

/// Ends oneTBB's workers; what then still runs beside the caller is a mistake of the caller's.
void end_other_threads() {
    tbb::task_scheduler_handle workers{tbb::attach{}};
    tbb::finalize(workers, std::nothrow);
    // The system may list a thread for a moment after it has been joined.
    for (const auto start = Clock::now(); threads_of_this_process() > 1;) {
        if (Clock::now() - start > 1s) {
            throw std::logic_error(fmt::format("cases cannot be isolated while {} other threads run",
                                               threads_of_this_process() - 1));
        }
        std::this_thread::sleep_for(1ms);
    }
}

/// While it lives, children that end can be asked how: where SIGCHLD is ignored, the system forgets that.
class KeepChildStatus {
public:
    KeepChildStatus() {
        struct sigaction standard {};
        standard.sa_handler = SIG_DFL;
        sigaction(SIGCHLD, &standard, &before_);
    }
    KeepChildStatus(const KeepChildStatus&) = delete;
    KeepChildStatus& operator=(const KeepChildStatus&) = delete;
    ~KeepChildStatus() { sigaction(SIGCHLD, &before_, nullptr); }

private:
    struct sigaction before_ {};
};

class Pool {
public:
    Pool(const std::vector<IsolatedCase>& cases, const PoolOptions& options)
        : cases_{cases}, options_{options} {
        if (!options.taken) results_.resize(cases.size());
        const unsigned jobs = options.jobs > 0 ? static_cast<unsigned>(options.jobs)
                                               : std::max(1U, std::thread::hardware_concurrency());
        at_once_ = jobs;
    }

    std::vector<CaseResult> run() {
        while (done_ < cases_.size()) {
            start_children();
            wait_for_news();
            look_after_children();
        }
        return std::move(results_);
    }

private:
    struct Running {
        Running(std::size_t of, const ChildProcess::Work& work, std::size_t memory_mb)
            : index{of}, child{work, memory_mb} {}

        std::size_t index;
        ChildProcess child;
        Clock::time_point seen = Clock::now();
        Clock::duration used{};
    };

    void start_children() {
        while (next_ < cases_.size() && running_.size() < at_once_) {
            std::string problem;
            try {
                running_.emplace_back(next_, cases_[next_].run, options_.memory_limit_mb);
            } catch (const std::exception& e) {
                problem = e.what();
            }
            if (problem.empty())
                ++next_;
            else if (running_.empty())
                fail(next_++, fmt::format("could not be started ({})", problem), "");
            else
                at_once_ = running_.size();  // what these hold may be enough when they have ended
        }
    }

    void wait_for_news() const {
        if (running_.empty()) return;
        std::vector<pollfd> pipes;
        bool one_is_ending = false;  // its pipes are closed, so that none will tell
        for (const Running& r : running_) one_is_ending |= !r.child.add_pipes(pipes);
        // Interrupted or not: each child is looked at next.
        poll(pipes.data(), pipes.size(), one_is_ending ? 1 : static_cast<int>(longest_wait / 1ms));
    }

    void look_after_children() {
        for (auto r = running_.begin(); r != running_.end();)
            r = is_settled(*r) ? running_.erase(r) : std::next(r);
    }

    /// Whether the case has its result; what is left of its child can then be killed.
    bool is_settled(Running& r) {
        bool ended = false;
        try {
            r.child.read_pipes();
            ended = r.child.has_ended();
        } catch (const std::bad_alloc&) {
            fail(r.index, "its outcome does not fit into memory", r.child.last_words());
            return true;
        }
        if (ended) {
            take(r);
        } else if (is_too_late(r)) {
            fail(r.index, fmt::format("no answer within {} s", options_.time_limit.count()),
                 r.child.last_words());
        } else {
            return false;
        }
        return true;
    }

    bool is_too_late(Running& r) const {
        // A parent that was stopped (Ctrl-Z) comes back late; its children have been stopped as well.
        const Clock::time_point now = Clock::now();
        r.used += std::min<Clock::duration>(now - r.seen, 10 * longest_wait);
        r.seen = now;
        return options_.time_limit > 0s && r.used >= options_.time_limit;
    }

    void take(Running& r) {
        ChildEnd end = r.child.take_end();
        if (!end.bytes) {
            fail(r.index, end.reason, r.child.last_words());
            return;
        }
        settle(r.index, {.bytes = std::move(end.bytes), .failure = {}});
    }

    void fail(std::size_t index, std::string reason, std::string last_words) {
        const IsolatedCase& failed = cases_[index];
        settle(index, {.bytes = {},
                       .failure = CaseFailure{.name = failed.name,
                                              .reason = std::move(reason),
                                              .repeat_command = failed.repeat_command,
                                              .seed = failed.seed,
                                              .last_words = std::move(last_words)}});
    }

    void settle(std::size_t index, CaseResult result) {
        if (options_.taken)
            options_.taken(index, std::move(result));
        else
            results_[index] = std::move(result);
        ++done_;
        if (options_.progress) options_.progress(done_, cases_.size(), cases_[index].name);
    }

    static constexpr auto longest_wait = 100ms;

    const std::vector<IsolatedCase>& cases_;
    const PoolOptions& options_;
    std::vector<CaseResult> results_;  ///< empty where `taken` has them
    std::list<Running> running_;
    std::size_t at_once_ = 1;
    std::size_t next_ = 0;
    std::size_t done_ = 0;
};

}  // namespace

std::vector<CaseResult> run_isolated(const std::vector<IsolatedCase>& cases, const PoolOptions& options) {
    end_other_threads();
    const KeepChildStatus keep;
    return Pool{cases, options}.run();
}

}  // namespace verbund::batch
